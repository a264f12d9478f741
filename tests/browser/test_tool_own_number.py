"""The reader's own number among the published results of a solution or an indicator."""

import json
import re

import pytest
from playwright.sync_api import expect

from .page_types import A4, DESK, PHONE

SOLUTION = "solutions/retrofit-of-homes-and-flats/"
SAVING = "indicators/energy-saving/"
LESS_IS_BETTER = "indicators/cost-per-case/"
NEITHER = "indicators/sensors-installed/"


def known(page):
    """What the page tells the tool."""
    return json.loads(page.locator("[data-tool=own-number]").get_attribute("data-known"))


def field(page):
    """Where one's own number goes."""
    return page.get_by_label(re.compile("^Your own number"))


def told(page):
    """The line that is read aloud when it changes."""
    return page.locator(".own-number [role=status]")


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("address", [SOLUTION, SAVING])
def test_a_number_is_placed_among_the_results(visit, address, width):
    """How many reach it, which come nearest on either side, and a dot for each."""
    page = visit(address, width=width)
    values = sorted((each["value"] for each in known(page)["results"]), reverse=True)
    own = (values[1] + values[2]) / 2

    field(page).fill(str(own))

    expect(told(page)).to_contain_text(f"Of {len(values)} published results 2 reach or beat")
    nearest = re.findall(r": ([\d,.]+) \(", told(page).inner_text())
    assert [float(each.replace(",", "")) for each in nearest] == pytest.approx(values[1:3], abs=0.1)
    expect(page.locator(".own-dots .own-other")).to_have_count(len(values))
    assert page.locator(".own-mine").count() == 1
    label = page.locator(".own-dots").get_attribute("aria-label")
    assert label.startswith(f"{len(values)} published results and your number")
    assert field(page).evaluate("e => e === document.activeElement")


def test_where_less_is_better_the_smaller_number_wins(visit):
    """A cost below all others is reached by nobody, one above all of them by everybody."""
    page = visit(LESS_IS_BETTER)
    values = [each["value"] for each in known(page)["results"]]
    assert known(page)["lower"]

    field(page).fill(str(min(values) / 2))
    expect(told(page)).to_contain_text(f"Of {len(values)} published results 0 reach or beat")
    expect(told(page)).to_contain_text("None reaches it.")
    field(page).fill(str(max(values) * 2))
    expect(told(page)).to_contain_text(f"Of {len(values)} published results {len(values)} reach")


@pytest.mark.parametrize("typed", ["12,5", " 12.5 ", "+12.5"])
def test_a_number_may_be_written_as_at_home(visit, typed):
    """A decimal comma, spaces and a sign do no harm."""
    page = visit(SAVING)

    field(page).fill(typed)

    expect(told(page)).to_contain_text("reach or beat 12.5 % less")


@pytest.mark.parametrize("typed", ["a third", "12 %", "1.2.3"])
def test_what_is_no_number_is_said(visit, typed):
    """No result is counted for it, and no dot is drawn."""
    page = visit(SAVING)

    field(page).fill(typed)

    expect(told(page)).to_have_text("Write a number alone, such as 12.5.")
    expect(page.locator(".own-dots")).to_have_count(0)
    field(page).fill("")
    expect(told(page)).to_have_text("")


def test_the_results_are_those_of_the_table(visit):
    """Every value the tool counts stands in the table above it, in the same unit."""
    page = visit(SAVING)
    rows = page.locator(".chart-data tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim()))"
    )
    in_unit = [
        (city, value) for city, _what, value, unit, *_ in rows if unit == known(page)["unit"]
    ]

    assert len(in_unit) == len(known(page)["results"])
    for each in known(page)["results"]:
        said = [value for city, value in in_unit if city == each["place"]]
        assert any(re.search(rf"\b{each['value']:g}\b", value) for value in said), each


def test_there_is_no_tool_where_no_number_is_better(visit):
    """More sensors are no success: the indicator has its chart and no question."""
    page = visit(NEITHER)

    expect(page.locator("figure.chart")).to_be_visible()
    assert page.locator("[data-tool=own-number]").count() == 0


@pytest.mark.parametrize("address", [SOLUTION, SAVING])
def test_without_javascript_and_on_paper_there_is_nothing_of_it(visit, address):
    """The table of results stands; no empty frame, and no field to write in on a sheet."""
    page = visit(address, scripts=False)
    expect(page.locator(".own-number")).to_be_hidden()
    page.locator(".chart-data summary").first.click()
    expect(page.locator(".chart-data table").first).to_be_visible()

    page = visit(address)
    expect(page.locator(".own-number")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".own-number")).to_be_hidden()
    assert page.pdf(**A4)
