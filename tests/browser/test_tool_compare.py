"""Case studies side by side, as a reader works with them."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .page_types import A4, COMPARE, DESK, NARROW, PHONE, shorten
from .test_browser_accessibility import barriers_everywhere
from .test_browser_keyboard import UNSEEN
from .test_browser_reflow import OUTSIDE, sideways

AUSTRIA = "led-contracting-bad-schallerbach"
TARTU = "lighting-renewal-tartu"
BLOCKS = "smartovka-renovation-tartu"
FLATS = "retrofit-broegarden-alingsas"
STOCKHOLM = "retrofit-valla-torg-stockholm"
SCHOOLS = "fifty-fifty-schools-13-countries"
LONG = ("allride-cycling-mechelen-bruges", BLOCKS, "coronacion-retrofit-vitoria-gasteiz", SCHOOLS)
"""The four cases with most to say."""

BOTH = pytest.mark.parametrize(("width", "palette"), [(DESK, "light"), (PHONE, "dark")])

SMALLEST = """
    () => Math.min(...[...document.querySelectorAll(".compare *")]
        .filter(box => box.checkVisibility() && !box.closest(".sr")
            && [...box.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        .map(box => parseFloat(getComputedStyle(box).fontSize))) * 72 / 96
"""
"""The smallest letters that are to be seen, in points."""


@pytest.fixture
def compared(visit):
    """Open the comparison of these cases."""

    def open_comparison(*ids, more="", **settings):
        page = visit(f"{COMPARE}?ids={','.join(ids)}{more}", **settings)
        page.locator(".compare-table").wait_for()
        return page

    return open_comparison


def row(page, title):
    """The row of the comparison with this title."""
    return page.locator("tr[data-verdict]").filter(
        has=page.locator(".row-title").get_by_text(title, exact=True)
    )


def columns(page):
    """The titles of the cases from left to right."""
    return page.locator(".compare-table thead a").all_inner_texts()


def chosen(page):
    """The ids that stand in the address."""
    return re.search(r"[?&]ids=([^&#]*)", page.url).group(1).split(",")


def printed_pages(page):
    """How many sheets of paper the page takes."""
    page.emulate_media(media="print")
    made = page.pdf(prefer_css_page_size=True, **A4)
    assert re.search(rb"/MediaBox\s*\[0 0 84[12][.\d]* 59[45][.\d]*\]", made), "not A4 landscape"
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", made))


@BOTH
def test_two_cases_are_chosen_by_mouse_and_stay_in_the_address(visit, width, palette):
    """Search, check two boxes, read the table; a reload shows the same."""
    page = visit(COMPARE, width=width, color_scheme=palette)
    status = page.locator(".compare-status")
    expect(status).to_have_text("Choose two to four case studies.")

    page.get_by_label("Find a case").fill("bad schallerbach")
    expect(page.locator(".chooser-count")).to_contain_text("1 of")
    page.locator(".chooser-list label:visible").click()
    expect(status).to_have_text("Choose at least one more case study.")
    page.get_by_label("Find a case").fill("tartu lamps")
    page.locator(".chooser-list label:visible").click()

    expect(status).to_contain_text("Comparing two case studies")
    assert chosen(page) == [AUSTRIA, TARTU]
    page.reload()
    expect(page.locator(".compare-table thead a")).to_have_count(2)
    assert "Bad Schallerbach" in columns(page)[0]


def test_two_cases_are_chosen_by_keyboard_alone(visit):
    """Tab, words, Space; the first result is the next stop after the search field."""
    page = visit(COMPARE)
    page.get_by_label("Find a case").wait_for()
    summary = page.locator(".compare-pick summary")
    for _ in range(40):
        page.keyboard.press("Tab")
        if summary.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Tab")

    for words in ("bad schallerbach", "tartu lamps"):
        expect(page.get_by_label("Find a case")).to_be_focused()
        page.keyboard.press("Control+A")
        page.keyboard.type(words)
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Shift+Tab")

    expect(page.locator(".compare-table thead a")).to_have_count(2)
    assert chosen(page) == [AUSTRIA, TARTU]


def test_evidence_and_what_became_of_it_stand_on_top(compared):
    """What one has to know before one believes a number comes first."""
    page = compared(AUSTRIA, STOCKHOLM)

    titles = page.locator("tr[data-verdict] .row-title").all_inner_texts()
    assert titles[:3] == ["Evidence grade", "What became of it", "In short"]
    assert "differs" in row(page, "Evidence grade").inner_text()
    assert "bought by the city" in row(page, "What became of it").inner_text()


def test_sameness_and_difference_are_told_in_words(compared):
    """Each row says with a sign and a word what is the same, differs or is not known."""
    page = compared(AUSTRIA, TARTU)

    assert "= same in all" in row(page, "City service").inner_text()
    assert "≠ differs" in row(page, "Where").inner_text()
    assert "? not known of all" in row(page, "When").inner_text()
    assert "? not known of any" in row(page, "Money").inner_text()
    assert "Currencies are never converted" in row(page, "Money").inner_text()
    assert row(page, "Money").locator("td").all_inner_texts() == ["not reported"] * 2


def test_the_same_indicator_in_other_units_is_converted_and_the_sum_shown(compared):
    """Both numbers stay as reported; the sum stands beside the one that was converted."""
    page = compared(AUSTRIA, TARTU)

    cells = row(page, "Electricity saved by street lights").locator("td")
    expect(cells.nth(0)).to_contain_text("130,900 kWh/year")
    expect(cells.nth(1)).to_contain_text("1.31 GWh/year = 1,310,000 kWh/year")
    number = cells.nth(1).locator("a.number").first
    assert number.inner_text() == "1.31 GWh/year"
    assert number.get_attribute("href").startswith("http")


def test_units_that_cannot_be_converted_are_told_apart(compared):
    """Per year or not is not said by both: the rows are not made the same."""
    page = compared(FLATS, STOCKHOLM)

    assert "other units" in row(page, "Energy use per square metre").inner_text()


def test_a_change_against_the_baseline_shows_its_sum_as_ours(compared):
    page = compared(FLATS, STOCKHOLM)

    cell = row(page, "Energy use per square metre").locator("td").first
    expect(cell).to_contain_text(
        "Before: 216 kWh/m2/year. Change, worked out by us: (78 − 216) ÷ 216 ≈ −63.9\u00a0%."
    )


@BOTH
def test_only_rows_that_differ_can_be_shown(compared, width, palette):
    """The switch hides what is the same, says how many rows, and stays in the address."""
    page = compared(AUSTRIA, TARTU, width=width, color_scheme=palette)
    switch = page.get_by_label("Only rows that differ")

    switch.check()

    expect(row(page, "City service")).to_be_hidden()
    expect(row(page, "Money")).to_be_hidden()
    expect(row(page, "Where")).to_be_visible()
    expect(page.locator(".compare-status")).to_contain_text("rows are hidden")
    page.reload()
    expect(row(page, "Where")).to_be_visible()
    expect(row(page, "City service")).to_be_hidden()
    switch.uncheck()
    expect(row(page, "City service")).to_be_visible()
    assert "differ" not in page.url


def test_cases_are_put_in_another_order_and_taken_out_by_keyboard(compared):
    """The focus stays where one works; the table follows."""
    page = compared(AUSTRIA, TARTU, FLATS)
    later = page.get_by_role("button", name=re.compile("^Later: Bad Schallerbach"))
    later.focus()

    page.keyboard.press("Enter")
    expect(page.locator(".compare-table thead a").nth(1)).to_contain_text("Bad Schallerbach")
    expect(later).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".compare-table thead a").nth(2)).to_contain_text("Bad Schallerbach")
    expect(page.get_by_role("button", name=re.compile("^Earlier: Bad Schall"))).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(".compare-table thead a")).to_have_count(2)
    assert chosen(page) == [TARTU, FLATS]
    expect(page.get_by_role("button", name=re.compile("^Remove: Brog"))).to_be_focused()


def test_cases_that_measured_the_same_are_offered(compared):
    """One press adds a case that shares an indicator."""
    page = compared(AUSTRIA, TARTU)
    page.get_by_text("Worth a comparison").click()
    offer = page.locator(".compare-more li").first
    expect(offer).to_contain_text("Both measured:")

    offer.get_by_role("button").click()

    expect(page.locator(".compare-table thead a")).to_have_count(3)


def test_an_unknown_id_is_told_and_the_others_are_shown(compared):
    page = compared(AUSTRIA, "no-such-case", TARTU)

    expect(page.get_by_role("alert")).to_have_text(
        "There is no case study “no-such-case”; the others are shown."
    )
    assert len(columns(page)) == 2


def test_a_fifth_case_is_refused_with_a_reason(compared):
    page = compared(*LONG)
    page.locator(".compare-pick summary").click()
    box = page.locator(".chooser-list input:not(:checked)").first

    box.click()

    expect(page.get_by_role("alert")).to_contain_text("Four case studies are the most")
    expect(box).not_to_be_checked()
    assert len(columns(page)) == 4


def test_the_comparison_is_saved_as_a_table(compared):
    """Numbers come as numbers, with unit, kind and source in rows of their own."""
    page = compared(AUSTRIA, TARTU)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as CSV").click()

    assert saved.value.suggested_filename == f"compare-{AUSTRIA}-{TARTU}.csv"
    text = Path(saved.value.path()).read_text(encoding="utf-8-sig")
    rows = {line[1]: line for line in csv.reader(io.StringIO(text))}
    assert rows["page"][3:] == [AUSTRIA, TARTU]
    assert rows["Electricity saved by street lights: value"][3:] == ["130900", "1.31"]
    assert rows["Electricity saved by street lights: unit"][3:] == ["kWh/year", "GWh/year"]
    assert rows["Electricity saved by street lights: source"][3].startswith("http")
    assert rows["City service"][2] == "same in all"
    assert rows["Money"][3:] == ["not reported"] * 2
    assert "Source" not in rows["The need"][3]


@pytest.mark.parametrize(
    "ids", [LONG[:2], LONG[:3], LONG, (FLATS, STOCKHOLM), (AUSTRIA, TARTU, BLOCKS)]
)
def test_the_comparison_prints_on_one_page_and_is_readable(compared, ids):
    """One sheet of A4 on its side, letters of 7.5 pt or more, the key rows of every case."""
    page = compared(*ids)

    assert printed_pages(page) == 1
    assert page.evaluate(SMALLEST) >= 7.49
    for title in ("Evidence grade", "What became of it", "Money", "What must exist first"):
        expect(row(page, title)).to_be_visible()
    expect(page.locator(".paper-head")).to_contain_text(f"{COMPARE}?ids=")
    expect(page.locator(".compare-pick")).to_be_hidden()


def test_a_long_text_is_cut_on_paper_only(compared):
    """On the screen everything is there; paper shows the first lines."""
    page = compared(*LONG)
    cell = row(page, "What was built").locator(".cell").first
    cut = "e => e.scrollHeight > e.clientHeight + 2"
    assert not cell.evaluate(cut)

    page.emulate_media(media="print")

    assert cell.evaluate(cut)


@BOTH
def test_without_javascript_all_cases_are_a_table(visit, published, width, palette):
    """Grade, status, place, money and best number of each, and the way to its page."""
    page = visit(
        f"{COMPARE}?ids={AUSTRIA},{TARTU}", scripts=False, width=width, color_scheme=palette
    )

    expect(page.get_by_text("Choosing cases needs JavaScript")).to_be_visible()
    rows = page.locator(".compare-all tbody tr")
    assert rows.count() == len(published.casestudies)
    line = rows.filter(has_text="Bad Schallerbach reports")
    for words in ("bought by the city", "Bad Schallerbach", "not reported", "130,900 kWh/year"):
        expect(line).to_contain_text(words)
    line.locator("th a").click()
    expect(page.locator("h1")).to_contain_text("Bad Schallerbach")


@pytest.mark.parametrize("place", ["", "file"])
def test_a_case_page_leads_to_a_comparison_with_a_related_case(visit, open_page, site, place):
    """On the web and from a USB stick, where a question mark stands behind a file's name."""
    if place:
        page = open_page(f"{site.as_uri()}/casestudies/{AUSTRIA}/index.html")
    else:
        page = visit(f"casestudies/{AUSTRIA}/")

    page.locator(".related").get_by_text("Compare the two").first.click()

    expect(page.locator(".compare-table thead a")).to_have_count(2)
    assert "Bad Schallerbach" in columns(page)[0]
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Bad Schallerbach")
    page.get_by_role("link", name="Compare with another case").click()
    expect(page.locator(".compare-status")).to_have_text("Choose at least one more case study.")
    expect(page.get_by_label("Find a case")).to_be_visible()


def test_a_link_in_the_comparison_leads_on(compared):
    """Links that came with the data are right on this page."""
    page = compared(AUSTRIA, TARTU)

    row(page, "Where").locator("td a").first.click()

    expect(page.locator("h1")).to_have_text("Bad Schallerbach")


def test_four_cases_and_the_open_chooser_have_no_barrier(compared):
    """The fullest view passes the checks in every width and palette."""
    page = compared(AUSTRIA, TARTU, FLATS, more="&differ=1")
    page.locator(".compare-pick summary").click()
    page.get_by_label("Find a case").fill("lighting")
    page.evaluate("() => document.querySelectorAll('main details').forEach(e => (e.open = true))")
    shorten(page)

    assert barriers_everywhere(page) == {}


@pytest.mark.parametrize("width", [DESK, NARROW])
def test_nothing_sticks_out_and_one_sees_where_one_is(compared, width):
    """At a desk and at 400 % zoom the page stays in its width; each stop wears an outline."""
    page = compared(*LONG, width=width)

    assert page.evaluate(OUTSIDE) == []
    assert sideways(page) <= 0
    shorten(page)
    page.keyboard.press("Tab")
    assert page.evaluate(UNSEEN)[1] == []
