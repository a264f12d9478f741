"""Without JavaScript, without a server: the site still says everything."""

import pytest
from playwright.sync_api import expect

from .page_types import CASE, CHAPTER, HOME, INDICATOR, LAYOUTS, NARROW, PAGE_TYPES


@pytest.fixture
def plain(visit):
    """Open a page with JavaScript switched off."""
    return lambda address="", **settings: visit(address, scripts=False, **settings)


@pytest.mark.parametrize("name", LAYOUTS)
def test_without_javascript_the_page_is_there(plain, name):
    """Heading and content of each type of page stand there, in the site's look."""
    page = plain(PAGE_TYPES[name])

    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("main").inner_text().split()) > 15
    assert page.locator(".skip").bounding_box()["x"] < 0


def test_without_javascript_a_chart_is_a_drawing_and_a_table(plain):
    """The drawing is there, the table opens, and no button promises what cannot happen."""
    page = plain(INDICATOR)
    chart = page.locator("figure.chart")

    expect(chart.locator(".chart-wide svg")).to_be_visible()
    assert chart.locator(".chart-wide .bars .point").count() > 0
    chart.locator("summary").click()
    expect(chart.locator("table")).to_be_visible()
    expect(chart.locator(".chart-explore")).to_be_hidden()
    expect(page.locator("[data-palette-button]")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, NARROW])
def test_without_javascript_the_menu_works(plain, width):
    """The menu opens by click and its links lead on."""
    page = plain(HOME, width=width)

    page.locator("details.menu summary").click()
    page.locator("details.menu a", has_text="Open data").click()

    expect(page.locator("h1")).to_have_text("Open data")


def test_without_javascript_search_is_a_list_of_all_pages(plain, site):
    """The search button leads to one list of everything, which holds every case study."""
    page = plain(CASE)

    page.get_by_role("link", name="Search", exact=True).click()

    expect(page.locator("h1")).to_have_text("All pages")
    cases = page.locator("main a[href*='casestudies/']")
    assert cases.count() >= len(list((site / "casestudies").glob("*/index.html")))


def test_without_javascript_the_dark_palette_still_follows_the_system(plain):
    """A system set to dark gets a dark page."""
    page = plain(HOME, color_scheme="dark")

    assert page.locator("body").evaluate("e => getComputedStyle(e).colorScheme") == "light dark"
    ground = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert sum(int(part) for part in ground[4:-1].split(",")) < 200


@pytest.fixture
def stick(open_page, site):
    """Open a page as a file, as from a USB stick."""
    return lambda path="index.html": open_page(f"{site.as_uri()}/{path}")


def test_from_a_usb_stick_one_walks_through_a_door_and_back(stick, site):
    """Links that name a folder open the page in it, not a list of files."""
    page = stick()

    page.locator(".door", has_text="Aid kit").click()
    expect(page.locator("h1")).to_have_text("Aid kit")
    page.locator("main .card a").first.click()
    expect(page.locator("h2", has_text="First aid today")).to_be_visible()
    page.locator(".brand").click()
    expect(page.locator(".doors")).to_be_visible()
    assert page.url == f"{site.as_uri()}/index.html"


def test_from_a_usb_stick_links_to_a_place_on_a_page_arrive(stick):
    """A link to a window leads to that window, not only to the page of all of them."""
    page = stick("survival-guide/plan/index.html")
    link = page.locator("main a[href*='/windows/#'], main a[href^='../windows/#']").first
    place = link.get_attribute("href").partition("#")[2]

    link.click()

    expect(page.locator("h1")).to_have_text("Windows of opportunity")
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()


def test_from_a_usb_stick_the_look_is_the_same(stick):
    """Style, fonts and icon come along: the header is a bar and the title has its own typeface."""
    page = stick("cookbook/innovative-procurement/index.html")
    page.evaluate("() => document.fonts.ready")

    assert page.locator(".site-header").bounding_box()["height"] < 120
    assert page.evaluate("() => document.fonts.check('600 20px Fraunces')")
    assert page.locator(".brand img").evaluate("e => e.naturalWidth") > 0


@pytest.mark.parametrize("path", ["index.html", f"{CHAPTER}index.html"])
def test_from_a_usb_stick_titles_can_be_searched(stick, path):
    """Where a page may read no files, titles and first words are searched instead."""
    page = stick(path)
    before = page.url
    page.keyboard.press("/")

    page.get_by_role("searchbox").fill("heat network")

    first = page.locator(".search-results a").first
    expect(first).to_be_visible()
    assert page.locator(".search-results .search-part").first.inner_text()
    title = first.inner_text()
    first.click()
    page.wait_for_url(lambda url: url != before)
    assert title in page.locator("main").inner_text()


def test_from_a_usb_stick_words_that_stand_nowhere_are_answered(stick):
    """The search by title says so when it finds nothing."""
    page = stick()
    page.keyboard.press("/")

    page.get_by_role("searchbox").fill("xyzzyqwv")

    expect(page.locator("#search [role=status]")).to_contain_text("Nothing found")


def test_from_a_usb_stick_charts_can_be_explored(stick):
    """The interactive chart opens without a server, with a place for each row of its table."""
    chart = stick().locator("#chart-evidence-grades")

    chart.locator(".chart-explore").click()

    expect(chart.locator(".chart-explore")).to_have_text("Back to the drawing")
    assert chart.locator(".chart-live .point").count() == chart.locator("tbody tr").count()
