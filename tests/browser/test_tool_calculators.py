"""How many, how long; and pay-back with ranges: typed, answered, refused, saved, printed."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import expect
from pypdf import PdfReader
from tests.office import converted

from scifi.figures.metrics import pay_back

from .page_types import A4, HOW_MANY, PAY_BACK, PHONE

MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def finding(page):
    """The sentence that the answer begins with."""
    return page.locator(".calculator-finding")


def saved(page, folder: Path) -> Path:
    """The spreadsheet that the page hands over."""
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("^Save as a spreadsheet")).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def cell(file: Path, sheet: int, name: str) -> str:
    """What stands in a cell of a spreadsheet."""
    with zipfile.ZipFile(file) as parts:
        tree = etree.fromstring(parts.read(f"xl/worksheets/sheet{sheet}.xml"))
    return "".join(tree.xpath(f"//m:c[@r='{name}']//text()", namespaces=MAIN))


def reckoned(file: Path) -> dict[str, str]:
    """The second column of the first sheet as an office program reckons it out, by the first."""
    converted(file.parent, "csv", file)
    text = file.with_suffix(".csv").read_text(encoding="utf-8", errors="replace")
    rows = [row for row in csv.reader(io.StringIO(text)) if len(row) > 1]
    return dict(row[:2] for row in reversed(rows))


def test_a_question_is_answered_both_ways(visit):
    """What one sees with what one has, then what one needs."""
    page = visit(HOW_MANY)

    expect(finding(page)).to_have_text(
        "With 20 units and 20 twins over 12 + 12 weeks you can see a change of 24 % or more."
    )
    page.get_by_label("Ups and downs of a whole area").fill("5")
    expect(finding(page)).to_contain_text("a change of 20 % or more")
    expect(page.get_by_text("A change of 10 % needs 48 + 48 weeks.")).to_be_visible()
    assert page.locator("[data-question]:visible").count() == 1

    page.get_by_label("What do you want to know?").select_option("checks")
    expect(finding(page)).to_contain_text("60 right of 60 show that at least 95.1 %")
    expect(page.get_by_text("you need 59 checks")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("many", "Write a number alone, such as 12.5."),
        ("12.5", "Write a whole number, such as 12."),
        ("12.000", "Write it without a sign between the thousands, such as 12000."),
        ("0", "Write a number from 1 to 1,000,000."),
    ],
)
def test_bad_numbers_are_refused_at_their_field(visit, typed, told):
    """In one sentence; no answer stands beside it."""
    page = visit(HOW_MANY)
    field = page.get_by_label("Bins or streets in the area")

    field.fill(typed)

    expect(page.locator("#twin-units-wrong")).to_have_text(told)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(finding(page)).to_have_count(0)
    field.fill("20")
    expect(finding(page)).to_be_visible()


def test_numbers_that_contradict_each_other_are_refused(visit):
    page = visit(HOW_MANY)
    page.get_by_label("What do you want to know?").select_option("weigh")

    page.get_by_label("How many you can weigh").fill("101")

    expect(page.locator("#weigh-units-wrong")).to_have_text("You cannot weigh more than there are.")
    expect(finding(page)).to_have_count(0)


def test_an_answer_can_be_shared_by_its_address(visit):
    page = visit(f"{HOW_MANY}#question=two-groups&units=100&change=30")

    expect(finding(page)).to_have_text(
        "With 100 units in each group you can see a difference of 20 % or more."
    )


def test_the_spreadsheet_holds_the_numbers_and_reckons_the_same(visit, tmp_path):
    page = visit(f"{HOW_MANY}#units=40&area_spread=5&weeks=26&question=twin")
    expect(finding(page)).to_contain_text("a change of 10 % or more")

    file = saved(page, tmp_path)

    assert cell(file, 1, "B5") == "40"
    assert cell(file, 1, "B9") == "26"
    assert "twin_weeks" in cell(file, 1, "B12")
    found = reckoned(file)
    assert float(found["Change that you can see, per cent"]) == pytest.approx(10.28, abs=0.01)


def example(page):
    """The page with its example filled in."""
    page.get_by_role("button", name=re.compile("^Fill in our example")).click()
    expect(finding(page)).to_be_visible()


def expected(page) -> pay_back.Answer:
    """What Python draws from the example and the results that are ticked on the page."""
    numbers = json.loads(page.locator("[data-example]").get_attribute("data-example"))
    shares = [
        (float(value), float(value))
        for value in re.findall(
            r": ([\d.]+) % less", page.locator(".pay-back-rows").first.inner_text()
        )
    ]
    own = {name: [(numbers[f"{name}-low"], numbers[f"{name}-high"])] for name in pay_back.NAMES[:4]}
    return pay_back.pay_back(
        pay_back.Plan(numbers["devices"], numbers["life"], shares=shares, **own)
    )


def test_pay_back_is_drawn_told_and_saved(visit, tmp_path):
    """The page, Python and the spreadsheet say the same."""
    page = visit(PAY_BACK)
    example(page)
    answer = expected(page)

    expect(finding(page)).to_have_text(
        f"In half of the draws it pays back within {answer.years[50]:.1f} years."
    )
    chance = f"{100 * answer.never:.0f} per cent"
    expect(page.locator(".calculator-answer [role=status]")).to_contain_text(
        f"does not pay back in the 15 years that it lasts is {chance}"
    )
    expect(page.get_by_text("What decides is the price of one")).to_be_visible()
    expect(page.get_by_text("Drawn from 3 published results: 3 reported.")).to_be_visible()

    file = saved(page, tmp_path)
    assert cell(file, 1, "B4") == "100"
    assert cell(file, 2, "D2") == "78"
    assert cell(file, 2, "F2").startswith("https://")
    assert "J10001" not in cell(file, 4, "J2")
    assert cell(file, 4, "J10001").startswith("IF(I10001>0")
    found = reckoned(file)
    for part in (10, 50, 90):
        words = f"{part} of 100 draws pay back within these years"
        assert float(found[words]) == pytest.approx(answer.years[part], abs=1e-6)


def test_fewer_than_three_case_studies_are_refused_with_the_reason(visit):
    page = visit(PAY_BACK)
    example(page)

    page.get_by_label("Suffolk").first.uncheck()

    expect(finding(page)).to_have_count(0)
    refused = page.locator(".calculator-answer [role=status]")
    expect(refused).to_contain_text("fewer than three case studies")
    page.reload()
    expect(refused).to_contain_text("fewer than three case studies")


def test_a_high_number_below_the_low_one_is_refused(visit):
    page = visit(PAY_BACK)
    example(page)

    page.get_by_label("What one visit, m³ or kWh costs: high").fill("0.1")

    expect(page.locator("#costs-high-wrong")).to_have_text("The high number is below the low one.")
    expect(finding(page)).to_have_count(0)


def test_a_price_can_be_drawn_from_what_others_paid(visit):
    """Without a price of one's own, of five published costs in euros; pounds are never mixed in."""
    page = visit(PAY_BACK)
    example(page)

    for end in ("low", "high"):
        page.get_by_label(f"Price of one, put up: {end}").fill("")

    expect(finding(page)).to_be_visible()
    expect(page.locator(".calculator-answer")).to_contain_text("per lamp")
    expect(page.locator(".calculator-answer")).not_to_contain_text("GBP")


@pytest.mark.parametrize("address", [HOW_MANY, PAY_BACK])
def test_two_sheets_for_the_council(visit, address):
    """Question, answer, numbers with receipts, what is not known: at most two sheets of A4."""
    page = visit(address)
    if address == PAY_BACK:
        example(page)

    page.emulate_media(media="print")
    pdf = PdfReader(io.BytesIO(page.pdf(**A4)))

    text = " ".join(sheet.extract_text() for sheet in pdf.pages)
    assert len(pdf.pages) <= 2
    assert "Answer" in text
    assert "What it cannot tell" in text or "What is not known" in text
    assert "Receipts" in text


@pytest.mark.parametrize("address", [HOW_MANY, PAY_BACK])
def test_without_javascript_no_form_stands_there(visit, address):
    page = visit(address, scripts=False, width=PHONE)

    expect(page.locator(".calculator")).to_be_hidden()
    expect(page.locator("main table").first).to_be_visible()
    expect(page.get_by_role("heading", name="Receipts")).to_be_visible()
