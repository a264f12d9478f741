"""Choosing indicators and taking away a measuring plan, as a reader does it."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .page_types import A4, CASE, DESK, INDICATOR, NARROW, PHONE, PLAN, shorten
from .test_browser_accessibility import barriers_everywhere
from .test_browser_keyboard import UNSEEN
from .test_browser_reflow import OUTSIDE, sideways

BOTH = pytest.mark.parametrize(("width", "palette"), [(DESK, "light"), (PHONE, "dark")])

SEVEN = (
    "co2-saving,electricity-saving,energy-saving,heat-saving,comfort-improvement,"
    "homes-retrofitted,energy-bill-saving"
)


@pytest.fixture
def planned(visit):
    """Open the plan with these indicators."""

    def open_plan(ids, **settings):
        page = visit(f"{PLAN}?ids={ids}", **settings)
        page.locator(".plan-table").wait_for()
        return page

    return open_plan


def titles(page):
    """What the plan measures, from top to bottom."""
    return page.locator(".plan-table tbody th > span > a").all_inner_texts()


def chosen(page):
    """The ids that stand in the address."""
    found = re.search(r"[?&]ids=([^&#]*)", page.url)
    return found.group(1).split(",") if found else []


@BOTH
def test_indicators_are_chosen_by_service_level_and_words(visit, width, palette):
    """The list narrows, a box puts a row into the plan, a reload restores it."""
    page = visit(PLAN, width=width, color_scheme=palette)
    page.get_by_label("Service", exact=True).select_option("lighting")
    page.get_by_label("What it shows").select_option("output")
    page.get_by_label("Find an indicator").fill("street lights replaced")

    page.locator(".chooser-list label:visible").click()

    expect(page.locator(".picker-status")).to_have_text("Your plan has one indicator.")
    expect(page.locator(".plan-table")).to_be_visible()
    assert titles(page) == ["Street lights replaced"]
    page.reload()
    expect(page.locator(".plan-table")).to_be_visible()
    assert titles(page) == ["Street lights replaced"]


def test_a_plan_is_made_by_keyboard_alone(visit):
    page = visit(PLAN)
    search = page.locator(".chooser").get_by_label("Find an indicator")
    search.wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if search.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.type("CO2 avoided")
    for _ in range(4):
        page.keyboard.press("Tab")

    page.keyboard.press("Space")

    expect(page.locator(".plan-table")).to_be_visible()
    assert chosen(page) == ["co2-saving"]
    remove = page.get_by_role("button", name="Remove: CO2 avoided")
    remove.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".plan-table")).to_have_count(0)
    expect(page.locator(".picker-pick summary")).to_be_focused()


def test_the_plan_says_all_one_needs_and_leaves_room_for_ones_own(planned):
    """What, unit, baseline, who, how often, cost, cases with grade, and two empty columns."""
    page = planned("lights-replaced")

    heads = page.locator(".plan-table thead th").all_inner_texts()
    assert [head.split("\n")[0] for head in heads] == [
        "What",
        "Unit",
        "Baseline before the start: what spoils it",
        "Who measures",
        "How often",
        "Cost to collect",
        "Cases that used it",
        "Our baseline",
        "Our target",
    ]
    line = page.locator(".plan-table tbody tr")
    expect(line).to_contain_text("Street lights (light points) taken down")
    expect(line.locator(".plan-trap")).to_contain_text("Lamps, posts and light points")
    cases = line.locator(".plan-cases")
    assert cases.locator(".grade").first.inner_text().endswith("B")
    assert cases.locator("a.number").first.get_attribute("href").startswith("http")
    assert all(
        not cell.strip() or "by hand" in cell
        for cell in line.locator("td.by-hand").all_text_contents()
    )


def test_who_measures_and_how_often_are_never_left_empty(planned):
    """Where no source and no advice says it, the plan says that it depends."""
    page = planned(SEVEN)

    for column in ("who", "often", "cost", "trap"):
        cells = page.locator(f".plan-table tbody .plan-{column}").all_inner_texts()
        assert len(cells) == 7
        assert all(cell.strip() for cell in cells)


@BOTH
def test_one_can_start_from_what_a_case_used(visit, width, palette):
    page = visit(PLAN, width=width, color_scheme=palette)
    cases = page.get_by_label("Start from a case study")
    page.get_by_role("button", name="Add the indicators it used").click()
    expect(page.get_by_role("alert")).to_have_text("Choose a case study first.")

    cases.select_option("led-contracting-bad-schallerbach")
    page.get_by_role("button", name="Add the indicators it used").click()

    expect(page.locator(".plan-table tbody tr")).to_have_count(5)
    expect(page.get_by_role("alert")).to_have_text("")
    assert "lighting-electricity-saving" in chosen(page)


def test_one_can_start_from_the_services_of_a_pathway(visit):
    page = visit(PLAN)
    page.locator(".chooser").wait_for()
    rows = page.locator(".chooser-list li:visible")
    everything = rows.count()

    page.get_by_label("Services of a pathway").select_option("city-with-heat-network")

    assert 0 < rows.count() < everything
    expect(page.locator(".chooser-count")).to_contain_text(f"{rows.count()} of {everything} fit")


def test_a_plan_that_only_counts_what_was_done_is_told_so(planned):
    """An outcome or an impact takes the advice away."""
    page = planned("lights-replaced")
    advice = page.locator(".picker-advice")
    expect(advice).to_contain_text("You only count what was done")

    page.locator(".picker-pick summary").click()
    page.get_by_label("Find an indicator").fill("co2 avoided")
    page.locator(".chooser-list label:visible").first.click()

    expect(advice).to_have_text("")


def test_more_than_seven_are_gently_warned_of(planned):
    page = planned(SEVEN)
    expect(page.locator(".picker-advice")).to_have_text("")

    page.locator(".picker-pick summary").click()
    page.get_by_label("Find an indicator").fill("street lights replaced")
    page.locator(".chooser-list label:visible").click()

    expect(page.locator(".picker-advice")).to_contain_text("You chose 8. More than 7")
    expect(page.locator(".plan-table tbody tr")).to_have_count(8)


def test_an_unknown_indicator_is_told_and_the_others_are_shown(planned):
    page = planned("no-such-thing,co2-saving")

    expect(page.get_by_role("alert")).to_have_text(
        "There is no indicator “no-such-thing”; the others are shown."
    )
    assert titles(page) == ["CO2 avoided"]


def test_one_can_start_again(planned):
    page = planned("co2-saving")

    page.get_by_role("button", name="Start again").click()

    expect(page.locator(".plan-table")).to_have_count(0)
    expect(page.locator(".picker-status")).to_have_text("Choose three to seven indicators.")
    assert chosen(page) == []


def test_the_plan_is_saved_as_a_table(planned):
    page = planned("lights-replaced,co2-saving")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as CSV").click()

    text = Path(saved.value.path()).read_text(encoding="utf-8-sig")
    first, second = csv.DictReader(io.StringIO(text))
    assert first["indicator"] == "Street lights replaced"
    assert first["unit"] == "lights"
    assert "Bad Schallerbach (grade D): 790 lights" in first["cases that used it"]
    assert (first["our baseline"], first["our target"]) == ("", "")
    assert second["what it shows"] == "impact"
    assert "[@" not in text


def test_the_plan_prints_on_its_side_with_room_to_write(planned):
    """A4 landscape, no grey letters, and boxes one can write into."""
    page = planned("lights-replaced,co2-saving")

    page.emulate_media(media="print")
    made = page.pdf(prefer_css_page_size=True, **A4)
    assert re.search(rb"/MediaBox\s*\[0 0 84[12][.\d]* 59[45][.\d]*\]", made)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", made)) == 1
    page.set_viewport_size({"width": 1054, "height": 725})
    for cell in page.locator("td.by-hand").all():
        box = cell.bounding_box()
        assert box["width"] >= 90
        assert box["height"] >= 60
    colour = "e => getComputedStyle(e).color"
    assert page.locator(".plan-table .unknown").first.evaluate(colour) == "rgb(0, 0, 0)"
    expect(page.locator(".picker-pick")).to_be_hidden()


@BOTH
def test_without_javascript_every_indicator_stands_in_a_table(visit, published, width, palette):
    """By service, with the columns of the plan."""
    page = visit(PLAN, scripts=False, width=width, color_scheme=palette)

    expect(page.get_by_text("Choosing needs JavaScript")).to_be_visible()
    assert page.locator(".picker-all tbody tr").count() == len(published.indicators)
    page.locator(".picker-all summary", has_text="Lighting").click()
    line = page.locator("tbody tr").filter(has_text="Street lights replaced")
    expect(line).to_be_visible()
    line.locator("th a").first.click()
    expect(page.locator("h1")).to_have_text("Street lights replaced")


@pytest.mark.parametrize("address", [CASE, INDICATOR])
def test_cases_and_indicators_lead_to_a_plan_from_a_usb_stick_too(open_page, site, address):
    page = open_page(f"{site.as_uri()}/{address}index.html")

    page.locator(".to-plan a").click()

    expect(page.locator(".plan-table tbody tr").first).to_be_visible()
    page.locator(".plan-table tbody th > span > a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/indicators/" in page.url


def test_the_full_plan_and_the_open_chooser_have_no_barrier(planned):
    page = planned(SEVEN)
    page.locator(".picker-pick summary").click()
    page.get_by_label("Find an indicator").fill("street")
    page.locator(".chooser-list label:visible").first.click()
    page.evaluate("() => document.querySelectorAll('main details').forEach(e => (e.open = true))")
    shorten(page)

    assert barriers_everywhere(page) == {}


@pytest.mark.parametrize("width", [DESK, NARROW])
def test_nothing_sticks_out_and_one_sees_where_one_is(planned, width):
    """At a desk and at 400 % zoom the page stays in its width; each stop wears an outline."""
    page = planned(SEVEN, width=width)

    assert page.evaluate(OUTSIDE) == []
    assert sideways(page) <= 0
    shorten(page)
    page.keyboard.press("Tab")
    assert page.evaluate(UNSEEN)[1] == []
