"""Maps: every mark opens what it shows, by finger, mouse and keyboard, with and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from .page_types import DESK, PHONE

MIDDLES = """
async () => {
    const wrong = [];
    const marks = [...document.querySelectorAll(".map-marks > *")]
        .filter(mark => mark.getClientRects().length);
    for (const mark of marks) {
        mark.scrollIntoView({ block: "center" });
        const { x, y, width, height } = mark.querySelector(".map-touch").getBoundingClientRect();
        const found = document.elementFromPoint(x + width / 2, y + height / 2);
        const name = mark.getAttribute("aria-label");
        if (!mark.contains(found)) wrong.push(`${name}: ${found?.outerHTML.slice(0, 90)}`);
        if (Math.min(width, height) < 24) wrong.push(`${name} is ${Math.round(width)} px wide`);
    }
    return [marks.length, wrong];
}
"""
"""How many marks are seen; and those whose middle shows another, or that a finger misses."""

DRAWN = ["", "cities/"]


@pytest.fixture
def map_on(visit):
    """`map_on("cities/", width=390)`: a page with a map, when it is ready."""

    def open_it(address, **settings):
        page = visit(address, **settings)
        if address.startswith("casestudies/"):
            page.locator("[data-tool=explorer][data-ready]").wait_for()
        return page

    return open_it


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("address", [*DRAWN, "casestudies/?view=map"])
def test_the_middle_of_every_mark_is_its_own(map_on, address, width):
    """None lies below another, and each is at least 24 px wide."""
    count, wrong = map_on(address, width=width).evaluate(MIDDLES)

    assert count > 15
    assert wrong == []


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("address", DRAWN)
def test_every_drawn_mark_leads_to_what_it_shows(map_on, site, address, width):
    """A place to its page; several to their list, which names each of them."""
    page = map_on(address, width=width)
    marks = page.locator(".map-marks > a").evaluate_all(
        "marks => marks.filter(m => m.getClientRects().length)"
        ".map(m => [m.getAttribute('aria-label'), m.href.baseVal])"
    )

    for name, href in marks:
        target = page.evaluate("href => new URL(href, location.href).href", href)
        path, _, anchor = target.partition("#")
        file = site / re.sub(r"^https?://[^/]+/", "", path) / "index.html"
        assert file.is_file(), (name, href)
        if anchor:
            text = file.read_text(encoding="utf-8")
            listed = text.partition(f'id="{anchor}"')[2].partition("</section>")[0]
            said = int(re.match(r"\d+", name).group())
            assert listed.count("<li>") == said, name


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_click_opens_the_list_or_the_place(map_on, width):
    """The largest number shows its places beside the map; a dot leads to its town."""
    page = map_on("cities/", width=width)
    seen = page.locator(".map-marks > a:visible")
    number = seen.first
    name = number.get_attribute("aria-label")
    number.click()
    panel = page.locator(".map-panel:visible")
    expect(panel).to_have_count(1)
    expect(panel).to_contain_text(name.partition(":")[0])
    expect(panel).to_be_in_viewport()

    town = page.locator(".map-marks > a:not([href*='#'], [href*='/by/']):visible").first
    title = town.get_attribute("aria-label").partition(",")[0]
    town.click()
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_each_mark_of_the_explorer_opens_what_it_shows(map_on, width):
    """All of them, one after the other: each lists its places beside the map."""
    page = map_on("casestudies/?view=map", width=width)

    wrong = page.evaluate(
        """async () => {
            const wrong = [];
            const settled = () =>
                new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            const keys = [...document.querySelectorAll("[data-places]")].map(m => m.dataset.places);
            for (const key of keys) {
                const mark = document.querySelector(`[data-places="${key}"]`);
                mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
                await settled();
                const listed = document.querySelectorAll(".map-list > li").length;
                if (listed !== key.split(" ").length) wrong.push(`${key}: ${listed}`);
            }
            return wrong;
        }"""
    )

    assert wrong == []


def test_without_scripts_the_map_leads_to_places(visit):
    """Drawn marks are plain links."""
    page = visit("cities/", scripts=False)
    page.locator(".map-marks > a:visible").first.click()

    expect(page.locator(".map-panel:visible li").first).to_be_visible()
    page.locator(".map-panel:visible a").first.click()
    expect(page).to_have_url(re.compile("/cities/[a-z-]+/$"))


def test_a_link_leads_past_the_map(visit):
    """Fifty marks are not fifty presses of a key."""
    page = visit("cities/")
    page.locator(".map-skip a").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('svg, .map-panels')") is None


@pytest.mark.parametrize(
    "address", ["cities/bruges/", "casestudies/allride-cycling-mechelen-bruges/"]
)
def test_a_page_shows_where_it_is(visit, address):
    """A small drawing with the name in it and in words."""
    page = visit(address)
    drawing = page.locator(".locator svg")

    expect(drawing).to_be_visible()
    expect(drawing).to_have_attribute("aria-label", re.compile("Bruges, Belgium"))
    expect(drawing.locator("text", has_text="Bruges")).to_be_visible()
