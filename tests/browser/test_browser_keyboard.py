"""The keyboard alone: the way in, every stop on it visible, the menu, and no trap."""

import pytest
from playwright.sync_api import expect

from .page_types import CASE, DESK, HOME, LAYOUTS, NARROW, PAGE_TYPES, shorten

FOCUSED = """
    () => {
        const stop = document.activeElement;
        return (stop.getAttribute("aria-label") ?? stop.innerText).trim().replace(/\\s+/g, " ");
    }
"""

UNSEEN = """
    () => {
        const stops = [...document.querySelectorAll(
            "a[href], button, input, select, summary, [tabindex='0']")]
            // Chrome takes links in a drawing that is not shown for visible; they have no box.
            .filter(stop => stop.getClientRects().length > 0)
            .filter(stop => stop.checkVisibility({ visibilityProperty: true }) && !stop.disabled);
        return [stops.length, stops.flatMap(stop => {
            stop.focus();
            if (document.activeElement !== stop) return [`cannot be focused: ${stop.outerHTML}`];
            const style = getComputedStyle(stop);
            const box = stop.getBoundingClientRect();
            const seen = box.width >= 4 && box.height >= 4 && box.right > 0
                && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
            const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
                && !/rgba\\(.*, 0\\)|transparent/.test(style.outlineColor);
            return [
                ...(seen ? [] : [`out of sight: ${stop.outerHTML}`]),
                ...(outlined ? [] : [`no outline: ${stop.outerHTML}`]),
            ];
        }).map(text => text.slice(0, 160))];
    }
"""
"""How many stops the keyboard has on the page, and those where one cannot see where one is."""


def test_the_way_in_starts_with_the_skip_link(visit):
    """From the top, Tab visits the skip link and then the header from left to right."""
    page = visit(CASE)
    names = []

    for _ in range(11):
        page.keyboard.press("Tab")
        names.append(page.evaluate(FOCUSED))

    assert names == [
        "Skip to the content",
        "SCIFI cookbook",
        "Solutions",
        "Pathways",
        "Cookbook",
        "Survival guide",
        "Aid kit",
        "Case studies",
        "More",
        "Search",
        "Switch to dark colours",
    ]


def test_the_skip_link_shows_itself_and_leads_to_the_content(visit):
    """Hidden until it has the focus, it then jumps over the header."""
    page = visit(CASE)
    skip = page.locator(".skip")
    assert skip.bounding_box()["x"] < 0

    page.keyboard.press("Tab")

    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("name", LAYOUTS)
def test_one_always_sees_where_one_is(visit, name):
    """At a desk and on a narrow phone every stop comes into view and wears an outline."""
    page = visit(PAGE_TYPES[name])
    shorten(page)
    page.keyboard.press("Tab")

    for width in (DESK, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        stops, unseen = page.evaluate(UNSEEN)
        assert stops > 10
        assert unseen == [], f"at {width} px"


def test_tab_goes_through_the_whole_page_and_out(visit):
    """There is no trap: Tab comes past every stop once, and out at the end."""
    page = visit(HOME)
    stops, _ = page.evaluate(UNSEEN)
    page.reload()
    visited = 0

    while visited <= stops:
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            break
        visited += 1

    assert visited == stops


def test_the_menu_works_by_keyboard_on_a_narrow_screen(visit):
    """On the narrowest phone the menu opens by Enter, its links are in view and can be followed."""
    page = visit(CASE, width=NARROW)
    summary = page.locator("details.menu summary")
    summary.focus()

    page.keyboard.press("Enter")

    links = page.locator("details.menu li:visible a")
    assert links.all_inner_texts()[:6] == [
        "Solutions",
        "Pathways",
        "Cookbook",
        "Survival guide",
        "Aid kit",
        "Case studies",
    ]
    for link in links.all():
        box = link.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Solutions")


@pytest.mark.parametrize("width", [DESK, NARROW])
def test_escape_closes_the_menu(visit, width):
    """Escape closes the menu from any of its links and returns to its button."""
    page = visit(HOME, width=width)
    summary = page.locator("details.menu summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("details.menu nav")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator("details.menu nav")).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_click_beside_the_menu_closes_it(visit):
    """The menu does not stay in the way of what one turns to."""
    page = visit(HOME)
    page.locator("details.menu summary").click()
    about = page.locator("details.menu a", has_text="About")
    expect(about).to_be_visible()

    page.locator("h1").click(position={"x": 5, "y": 5})

    expect(about).to_be_hidden()


def test_a_chart_is_explored_by_keyboard(visit):
    """Enter on the button opens the chart; the focus stays, so that Enter puts it away again."""
    page = visit(HOME)
    button = page.locator("#chart-evidence-grades .chart-explore")
    button.focus()

    page.keyboard.press("Enter")

    expect(button).to_have_text("Back to the drawing")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Explore this chart")


def test_wide_tables_scroll_by_keyboard(visit):
    """A table too wide for a phone can be focused and moved by the arrow keys."""
    page = visit(CASE, width=NARROW)
    frame = page.locator(".table-scroll").first
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    frame.focus()

    for _ in range(4):
        page.keyboard.press("ArrowRight")

    page.wait_for_function("e => e.scrollLeft > 0", arg=frame.element_handle())
