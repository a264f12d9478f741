"""Charts that can be explored: drawn on demand, in the reader's palette, and put away again."""

import pytest
from playwright.sync_api import expect

from scifi.figures.charts.results_by_indicator import MOST

from .page_types import DESK, HOME, PHONE

CHARTS = {
    "evidence-grades": (HOME, "Case studies"),
    "steps-obstacles": ("survival-guide/", "Case studies"),
    "pathway-map": ("pathways/", "Cities"),
    "aid-kit": ("aid-kit/", "Case studies that met it"),
    "scifi-funnel": ("programmes/scifi/", "Number"),
    "indicator-payback-time": ("indicators/payback-time/", "Value"),
}
"""Charts with a bar or circle for each row, a page they stand on, and the column they draw."""


def column(chart, name):
    """What the table of a chart says in one column, as texts."""
    at = chart.locator("thead th").all_text_contents().index(name)
    return chart.locator("tbody tr").evaluate_all(
        "(rows, at) => rows.map(row => row.cells[at].textContent.trim())", at
    )


def bars(chart):
    """How many bars or circles one can see; a value of zero has none."""
    shapes = chart.locator(".chart-live :is(.bars .point path, .scatterlayer path.point)")
    return shapes.evaluate_all("all => all.filter(shape => shape.getBBox().width > 0.5).length")


def explore(page, name):
    """Press "Explore this chart" and wait until it is there."""
    chart = page.locator(f"#chart-{name}")
    chart.locator(".chart-explore").click()
    expect(chart.locator(".chart-explore")).to_have_text("Back to the drawing")
    return chart


@pytest.mark.parametrize("name", CHARTS)
def test_an_explored_chart_draws_what_its_table_says(visit, name):
    """One bar or circle for each number in the table, and the drawing gives way to them."""
    address, drawn = CHARTS[name]
    page = visit(address)

    chart = explore(page, name)

    expect(chart.locator(".chart-live .main-svg").first).to_be_visible()
    expect(chart.locator(".chart-wide")).to_be_hidden()
    expect(chart.locator(".chart-narrow")).to_be_hidden()
    values = [text for text in column(chart, drawn) if text not in ("0", "not reported")]
    assert values
    assert bars(chart) == len(values)


def test_an_explored_timeline_draws_one_bar_for_each_row(visit):
    """Each phase and each dated pilot has its bar, be it as thin as a day."""
    chart = explore(visit("programmes/scifi/"), "timeline")

    rows = chart.locator("tbody tr").count()

    assert rows > 0
    assert chart.locator(".chart-live .bars .point path").count() == rows


def test_an_explored_stack_draws_one_piece_for_each_number(visit):
    """Each number above zero in the first rows of the table is a piece of a bar."""
    page = visit("indicators/")

    chart = explore(page, "results-by-indicator")

    heads = chart.locator("thead th").all_text_contents()
    kinds = [head for head in heads if head in ("Measured", "Reported", "Estimated", "Planned")]
    numbers = [int(text) for kind in kinds for text in column(chart, kind)[:MOST]]
    assert bars(chart) == sum(number > 0 for number in numbers) > 0


def test_a_second_press_brings_the_drawing_back(visit):
    """The interactive chart can be put away, and opened once more."""
    page = visit(HOME)
    chart = explore(page, "evidence-grades")

    chart.locator(".chart-explore").click()

    expect(chart.locator(".chart-explore")).to_have_text("Explore this chart")
    expect(chart.locator(".chart-wide")).to_be_visible()
    expect(chart.locator(".chart-live")).to_be_hidden()

    explore(page, "evidence-grades")

    expect(chart.locator(".chart-live")).to_be_visible()


def test_the_chart_library_waits_until_it_is_wanted(newcomer, site_url):
    """A page with charts loads no chart library before somebody presses the button."""
    page, asked = newcomer, []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url)
    page.wait_for_load_state("networkidle")
    before = list(asked)

    explore(page, "evidence-grades")

    assert not [url for url in before if "plotly" in url or "/charts/" in url]
    assert [url for url in asked if "/later/plotly-basic-" in url]
    assert [url for url in asked if url.endswith("/charts/evidence-grades.js")]


def test_an_explored_chart_follows_the_palette(visit):
    """With a chart open the palette button recolours its bars and letters, and goes on working."""
    page = visit(HOME, color_scheme="light")
    chart = explore(page, "evidence-grades")
    letters = chart.locator(".chart-live .ytick text").first
    last_bar = chart.locator(".chart-live .bars .point path").last

    def fills():
        return [part.evaluate("e => getComputedStyle(e).fill") for part in (letters, last_bar)]

    light = fills()
    page.locator("[data-palette-button]").click()
    expect(letters).not_to_have_css("fill", light[0])
    dark = fills()
    page.locator("[data-palette-button]").click()
    expect(letters).to_have_css("fill", light[0])

    assert all(before != after for before, after in zip(light, dark, strict=True))
    assert fills() == light
    assert bars(chart) > 0


def test_an_explored_chart_opens_in_the_palette_of_the_page(visit):
    """Opened on a dark page, a chart has the same letters as its drawing there."""
    page = visit(HOME, color_scheme="dark")
    drawn = page.locator("#chart-evidence-grades .chart-wide .ytick text").first
    wanted = drawn.evaluate("e => getComputedStyle(e).fill")

    chart = explore(page, "evidence-grades")

    expect(chart.locator(".chart-live .ytick text").first).to_have_css("fill", wanted)


def test_a_chart_that_cannot_be_loaded_leaves_its_drawing(visit):
    """When the library does not come, the drawing stays and the button says what happened."""
    page = visit(HOME)
    page.route("**/plotly-basic-*.js", lambda route: route.fulfill(body="throw 0", status=200))
    page.route("**/charts/*.js", lambda route: route.fulfill(body="", status=200))
    page.evaluate("() => addEventListener('error', event => event.preventDefault())")
    chart = page.locator("#chart-evidence-grades")

    chart.locator(".chart-explore").click()

    expect(chart.locator(".chart-explore")).to_contain_text("could not be loaded")
    expect(chart.locator(".chart-wide")).to_be_visible()


@pytest.mark.parametrize(
    ("width", "shown", "other"), [(1280, "wide", "narrow"), (390, "narrow", "wide")]
)
def test_each_screen_gets_its_own_drawing(visit, width, shown, other):
    """A desk sees the wide drawing, a phone the narrow one, never both."""
    chart = visit(HOME, width=width).locator("#chart-evidence-grades")

    expect(chart.locator(f".chart-{shown} svg")).to_be_visible()
    expect(chart.locator(f".chart-{other} svg")).to_be_hidden()
    assert chart.locator(f".chart-{shown} svg").bounding_box()["width"] > 0.6 * min(width, 800)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_no_letter_of_a_chart_is_cut_off(visit, width):
    """All labels of a drawing lie inside its frame."""
    page = visit("aid-kit/", width=width)

    cut = page.evaluate(
        """() => [...document.querySelectorAll(".chart-drawing svg")]
            .filter(svg => svg.getBoundingClientRect().width > 0)
            .flatMap(svg => [...svg.querySelectorAll("text")].filter(text => {
                const [box, frame] = [text, svg].map(element => element.getBoundingClientRect());
                return box.left < frame.left - 2 || box.right > frame.right + 2
                    || box.bottom > frame.bottom + 2 || box.top < frame.top - 2;
            }).map(text => text.textContent))"""
    )

    assert cut == []


def test_the_table_of_a_chart_opens_by_click(visit):
    """The numbers are one click away and hidden again by the next."""
    chart = visit(HOME).locator("#chart-evidence-grades")

    chart.locator("summary").click()
    expect(chart.locator("table")).to_be_visible()
    chart.locator("summary").click()
    expect(chart.locator("table")).to_be_hidden()


def test_the_data_of_a_chart_can_be_downloaded(visit):
    """The button hands over a CSV file with the name of the chart."""
    page = visit(HOME)

    with page.expect_download() as download:
        page.locator("#chart-evidence-grades a[download]").click()

    assert download.value.suggested_filename == "evidence-grades.csv"
