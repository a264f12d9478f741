"""The two calculators: published examples, our own simulations, and words for bad luck."""

import io
import json
import random
import zipfile
from math import inf, sqrt
from pathlib import Path
from statistics import mean

import pytest
from bs4 import BeautifulSoup

from scifi.figures.metrics import pay_back, sample_size
from scifi.printing import workbooks
from scifi.site import sample_questions
from scifi.site.pages import Site
from scifi.site.pay_back_fields import FIELDS, PAID_FOR
from scifi.site.tools import how_many
from scifi.site.tools import pay_back as pay_back_tool

EXAMPLES = Path(__file__).parents[1] / "examples/calculators"


def examples(name):
    return json.loads((EXAMPLES / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", examples("how-many.json"), ids=lambda e: json.dumps(e["given"]))
def test_how_many_agrees_with_what_was_published(example):
    found = getattr(sample_size, example["asks"])(**example["given"])

    if example["answer"] is None:
        assert found is None
    else:
        assert found == pytest.approx(example["answer"], abs=example.get("within", 1e-9))


@pytest.mark.parametrize("name", ["how-many.json", "pay-back.json"])
def test_three_examples_or_more_are_published_elsewhere(name):
    """Each names who published it and where."""
    sources = [e["source"] for e in examples(name) if e["from"] == "published"]

    assert len({source["url"] for source in sources}) >= 3
    assert all(source["title"] and source["publisher"] for source in sources)


def simulated_power(units, weeks, unit_spread, area_spread, change, rounds=3000):
    """How often a change of this size is seen, by our own throw of dice; spreads as shares."""
    dice = random.Random(7)
    week = sqrt(unit_spread**2 / units + area_spread**2)
    error = sqrt(4 * week**2 / weeks)

    def area(level):
        return mean(dice.gauss(level, week) for _ in range(weeks))

    seen = [
        (area(1) - area(1 - change)) - (area(1) - area(1)) > 1.96 * error for _ in range(rounds)
    ]
    return mean(seen)


@pytest.mark.parametrize(
    ("weeks", "change", "power"), [(12, 0.20, 0.81), (12, 0.10, 0.29), (48, 0.10, 0.80)]
)
def test_weeks_with_a_twin_agree_with_a_simulation(weeks, change, power):
    """20 units and 20 twins: 12 weeks see a fifth four times in five, a tenth hardly."""
    assert simulated_power(20, weeks, 0.5, 0.05, change) == pytest.approx(power, abs=0.03)


def never(years):
    """JSON has no infinite number: null stands for never."""
    return inf if years is None else years


@pytest.mark.parametrize("example", examples("pay-back.json"), ids=lambda e: e["what"])
def test_pay_back_agrees_with_what_was_published(example):
    found = pay_back.pay_back(pay_back.Plan(**example["plan"]))

    for part, years in example["years"].items():
        assert found.years[int(part)] == pytest.approx(never(years), abs=0.01)
    assert found.never == pytest.approx(example["never"], abs=0.001)
    if "decides" in example and example["decides"] is None:
        assert found.decides is None
    elif "decides" in example:
        assert found.decides.name == example["decides"]["name"]
        assert found.decides.years_low == pytest.approx(
            never(example["decides"]["yearsLow"]), abs=0.01
        )


def test_draws_are_spread_as_the_guide_to_uncertainty_says():
    """Four even spreads added: 95 of 100 lie within 3.88 (JCGM 101:2008, 9.2.3, table 3)."""
    half = sqrt(3)
    pairs = [(2, 17), (3, 19), (5, 23), (7, 29)]
    sums = sorted(
        sum(pay_back.drawn([(-half, half)], count, pair) for pair in pairs)
        for count in range(1, pay_back.DRAWS + 1)
    )

    inside = [each for each in sums if abs(each) <= 3.88]
    assert len(inside) / pay_back.DRAWS == pytest.approx(0.95, abs=0.003)


def soup(html):
    return BeautifulSoup(html, "html.parser")


def test_how_many_says_all_without_javascript(site):
    """Each question has its formula, usual answers, advice and limits; receipts stand below."""
    page = soup(how_many.block(site, "indicators/how-many/"))

    for question in sample_questions.QUESTIONS:
        section = page.select_one(f"[data-question='{question.id}']")
        assert section.select("table tbody tr"), question.id
        assert len(section.select(".claims li")) >= 4
    twin = page.select("[data-question=twin] tbody tr")
    assert [cell.get_text() for cell in twin[0].select("td")] == ["48", "71", "132"]
    receipts = {a["href"] for a in page.select(".receipts a")}
    assert receipts == {source.url for source in sample_questions.SOURCES.values()}


def test_every_field_has_a_label_limits_and_a_place_for_what_is_wrong(site):
    page = soup(how_many.block(site, "") + pay_back_tool.block(site, ""))

    fields = page.select("input[data-least]")
    assert len(fields) >= 30
    for field in fields:
        assert page.select_one(f"label[for='{field['id']}']").get_text()
        assert page.find(id=field["aria-describedby"])
        assert float(field["data-least"]) <= float(field["data-most"])
        if field.get("value"):
            inside = float(field["data-least"]), float(field["data-most"])
            assert inside[0] <= float(field["value"]) <= inside[1]


def test_pay_back_hands_over_what_was_published_with_kind_and_receipt(published):
    """Only what somebody pays for by the piece; what was planned is not among it."""
    files = dict(pay_back_tool.files(Site(published, {}, {})))

    text = files["assets/data/pay-back/led-street-light-renewal.js"]
    data = json.loads(text.partition(" = ")[2].rstrip(";\n"))
    results = [result for outcome in data["outcomes"] for result in outcome["results"]]
    assert {outcome["id"] for outcome in data["outcomes"]} <= PAID_FOR
    assert all(result["source"].startswith("http") for result in results)
    assert {result["kind"] for result in results} <= {"measured", "reported", "estimated"}
    assert all(result["low"] <= result["high"] for result in results)
    assert {cost["currency"] for cost in data["costs"]} == {"EUR", "GBP"}


def test_the_worked_example_is_reckoned_and_says_that_it_is_invented(published):
    page = soup(pay_back_tool.block(Site(published, {}, {}), "solutions/pay-back/"))

    text = " ".join(page.get_text(" ").split())
    assert "The town is invented" in text
    assert "In half of the draws it pays back within" in text
    rows = {row.th.get_text(): row.select("td")[1].get_text() for row in page.select("tbody tr")}
    assert rows["New LED street lamps"] == "yes"
    assert rows["Fill sensors in bins, and rounds that go only where needed"] == "no"


@pytest.mark.parametrize("make", workbooks.BOOKS.values())
def test_spreadsheets_are_the_same_every_time_and_hold_open_formulas(make):
    """Their cells have names, and no stale number stands beside a formula."""
    book = make()

    assert make().content == book.content
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        for part, cell in book.cells.values():
            assert f'r="{cell}"' in parts.read(part).decode()
        sheets = "".join(parts.read(name).decode() for name in parts.namelist() if "sheet" in name)
    assert "<f>" in sheets
    assert "</f><v>" not in sheets
    assert "SQRT" in sheets


@pytest.mark.parametrize(
    ("book", "fields", "prefix"),
    [
        (
            workbooks.how_many,
            [(q.id, f.id) for q in sample_questions.QUESTIONS for f in q.fields],
            "{}-{}",
        ),
        (workbooks.pay_back, [("", f.id) for f in FIELDS if "prices" not in f.id], "{}{}"),
    ],
)
def test_every_number_of_the_form_has_its_cell(book, fields, prefix):
    cells = book.book().cells

    assert {prefix.format(*field) for field in fields} <= set(cells)
