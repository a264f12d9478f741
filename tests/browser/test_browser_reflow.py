"""Small screens, large letters, wide spacing: everything stays on the page and readable."""

import pytest
from playwright.sync_api import expect

from .page_types import DESK, HOME, NARROW, PAGE_TYPES, PHONE

OUTSIDE = """
    () => {
        const width = document.documentElement.clientWidth;
        const scrolls = element => {
            for (let box = element.parentElement;
                box && box !== document.body; box = box.parentElement)
                if (/auto|scroll/.test(getComputedStyle(box).overflowX)
                    && box.getBoundingClientRect().right <= width + 1) return true;
            return false;
        };
        return [...document.querySelectorAll("body *:not(svg *)")]
            .filter(element => element.checkVisibility()
                && !element.closest(".sr, .skip, .tool-text"))
            .filter(element => {
                const box = element.getBoundingClientRect();
                return box.width > 1 && (box.right > width + 1 || box.left < -1)
                    && !scrolls(element);
            })
            .map(element => element.outerHTML.slice(0, 120));
    }
"""
"""What sticks out of the page sideways and cannot be reached by scrolling its own frame."""

ADOPT = """
    (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }
"""
"""A reader's own style sheet, as a browser extension brings it: no policy of a page refuses it."""

SPACING = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }
"""
"""The spacing of WCAG 1.4.12 that readers may set for themselves."""

CLIPPED = """
    () => [...document.querySelectorAll("header, header *, .page-head *, .door *, .button, .tool")]
        .filter(element => element.checkVisibility() && element.getBoundingClientRect().width > 1)
        .filter(element => {
            const style = getComputedStyle(element);
            return (/hidden|clip/.test(style.overflowX)
                    && element.scrollWidth > element.clientWidth)
                || (/hidden|clip/.test(style.overflowY)
                    && element.scrollHeight > element.clientHeight + 1);
        })
        .map(element => element.outerHTML.slice(0, 120))
"""


def sideways(page):
    """How far the page itself can be scrolled sideways, in px."""
    return page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_nothing_sticks_out_at_400_percent(visit, name):
    """At 320 px, which is a laptop at 400 % zoom, no page scrolls sideways and nothing is cut."""
    page = visit(PAGE_TYPES[name], width=NARROW)

    assert page.evaluate(OUTSIDE) == []
    assert sideways(page) <= 0
    expect(page.locator("h1")).to_be_visible()


OVERLAPS = """
    bar => {
        const stops = [...bar.querySelectorAll(":is(a, summary, button)")]
            .filter(stop => stop.checkVisibility() && !stop.closest(".menu nav"))
            .map(stop => [stop, stop.getBoundingClientRect()]);
        return stops.flatMap(([stop, a], i) => stops.slice(i + 1)
            .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
                && a.top < b.bottom - 1 && b.top < a.bottom - 1)
            .map(([other]) => `${stop.textContent.trim()} lies on ${other.textContent.trim()}`));
    }
"""


@pytest.mark.parametrize("width", [NARROW, 360, PHONE, 430, 600, 768, 1000, DESK, 1920])
def test_the_header_fits_every_width(visit, width):
    """Between phone and desk the header never runs out of the page or over itself."""
    page = visit("survival-guide/", width=width)

    assert page.evaluate(OUTSIDE) == []
    assert sideways(page) <= 0
    assert page.locator(".bar").evaluate(OVERLAPS) == []


@pytest.mark.parametrize("name", ["home", "a chapter", "a case study", "a remedy", "an indicator"])
def test_wider_spacing_clips_nothing(visit, name):
    """With the letter, word and line spacing that some readers need, no text is cut off."""
    page = visit(PAGE_TYPES[name])
    page.evaluate(ADOPT, SPACING)
    clipped, sticking_out = {}, {}

    for width in (DESK, PHONE, NARROW):
        page.set_viewport_size({"width": width, "height": 900})
        clipped[width] = page.evaluate(CLIPPED)
        sticking_out[width] = page.evaluate(OUTSIDE)

    assert not any(clipped.values()), clipped
    assert not any(sticking_out.values()), sticking_out


def test_the_search_fits_the_narrowest_screen(visit):
    """The open search with results stays inside a screen of 320 px."""
    page = visit(HOME, width=NARROW)
    page.locator("[data-search-open]").click()
    page.get_by_role("searchbox").fill("data")
    page.locator(".search-results li").first.wait_for()

    dialog = page.get_by_role("dialog")
    box = dialog.bounding_box()

    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW
    assert dialog.evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("name", ["home", "a case study", "aid kit"])
def test_what_is_touched_is_large_enough(visit, name):
    """On a phone, buttons and the header's links are at least 24 px in either direction."""
    page = visit(PAGE_TYPES[name], width=PHONE)

    small = page.evaluate(
        """() => [...document.querySelectorAll("header :is(a, button, summary), .button, .door")]
            .filter(element => element.checkVisibility() && !element.matches(".skip"))
            .filter(element => {
                const box = element.getBoundingClientRect();
                return box.width < 24 || box.height < 24;
            }).map(element => element.outerHTML.slice(0, 100))"""
    )

    assert small == []
