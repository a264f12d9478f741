"""Keyboard at 400 %, high contrast, long names: what some readers need and others never notice."""

import pytest
from playwright.sync_api import expect

from .page_types import CASE, NARROW, PHONE
from .test_browser_reflow import sideways

LOW = 256
"""Height in px of a laptop's screen of 1280 × 1024 at 400 % zoom."""

TWO = "smart-bins-suwaco-bruges,allride-cycling-mechelen-bruges"

COVERED = """
    () => {
        const element = document.activeElement;
        const inView = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
        const points = box => [.03, .2, .5, .8, .97].flatMap(share => [
            [box.left + box.width * share, box.top + box.height / 2],
            [box.left + box.width / 2, box.top + box.height * share]]);
        const boxes = [...element.getClientRects()].filter(box => box.width > 1 && box.height > 1);
        const seen = boxes.flatMap(points).filter(inView).some(([x, y]) => {
            const found = document.elementFromPoint(x, y);
            return element.contains(found) || found?.closest("label")?.contains(element);
        });
        return boxes.length && !seen ? element.outerHTML.slice(0, 120) : null;
    }
"""
"""What has the focus and cannot be seen; None if a part of it can."""


@pytest.mark.parametrize(
    ("address", "start"),
    [
        (f"casestudies/?compare={TWO}", ".explorer-bar select"),
        (f"compare/?ids={TWO}", ".compare-tools input"),
        ("pathways/find/", ".finder-start"),
    ],
)
def test_no_bar_covers_what_has_the_focus_at_400_percent(visit, address, start):
    """Forwards and backwards, where a bar or a column stays while the rest moves below it."""
    page = visit(address, width=NARROW, height=LOW)
    page.locator(start).first.wait_for()
    page.locator(start).first.focus()
    covered = []

    for key in ["Tab"] * 25 + ["Shift+Tab"] * 15:
        page.keyboard.press(key)
        covered.append(page.evaluate(COVERED))

    assert [element for element in covered if element] == []


def test_the_first_case_study_is_few_tab_stops_away(visit):
    """A link behind the search leads past all filters, of which none is lost."""
    page = visit("casestudies/")
    past = page.get_by_role("button", name="To the results")
    past.wait_for(state="attached")
    stops = 0
    while not past.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops < 25

    expect(past).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator(".card-title a").first).to_be_focused()
    assert page.locator(".facet input[type=checkbox]").count() > 139


def test_a_long_list_of_boxes_can_be_passed(visit):
    """Whoever has chosen need not go through the other two hundred."""
    page = visit("compare/")
    page.get_by_role("searchbox", name="Find a case").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Past the list")).to_be_focused()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert not page.evaluate("() => document.activeElement.closest('.chooser-list')")


LENGTHEN = """
    selector => {
        const found = document.querySelector(selector);
        found.textContent = "Llanfairpwllgwyngyllgogerychwyrndrobwllllant";
    }
"""


@pytest.mark.parametrize("place", ["h1", ".trail li:last-child", "article p", "article li a", "dd"])
def test_a_name_of_44_letters_does_not_widen_the_page(visit, place):
    """On the narrowest screen it breaks, wherever it stands."""
    page = visit(CASE, width=NARROW)

    page.evaluate(LENGTHEN, place)

    assert sideways(page) <= 0


BROKEN = r"""
    () => {
        const broken = [];
        const look = text => {
            for (const word of text.data.matchAll(/[\p{L}]{4,}/gu)) {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                const lines = [...range.getClientRects()].map(box => Math.round(box.top));
                if (new Set(lines).size > 1) broken.push(word[0]);
            }
        };
        const cells = [...document.querySelectorAll(".table-scroll :is(td, th)")];
        for (const cell of cells.slice(0, 80)) {
            const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) look(texts.currentNode);
        }
        return broken;
    }
"""


@pytest.mark.parametrize(
    "address", ["indicators/", "cookbook/pathways-and-planning/", "solutions/"]
)
def test_words_of_a_table_stay_whole_on_a_phone(visit, address):
    """A table that is too wide scrolls, and a shadow at its edge says so; no word is cut in two."""
    page = visit(address, width=PHONE)

    assert page.evaluate(BROKEN) == []
    frame = page.locator(".table-scroll").first
    assert frame.evaluate("frame => getComputedStyle(frame).backgroundImage").count("gradient") == 4


@pytest.mark.parametrize(
    ("address", "on", "off"),
    [
        (
            "casestudies/",
            ".explorer-views [aria-pressed=true]",
            ".explorer-views [aria-pressed=false]",
        ),
        ("solutions/", ".main-nav [aria-current]", ".main-nav a:not([aria-current])"),
        (
            "survival-guide/plan/",
            ".small-road [aria-current] b",
            ".small-road a:not([aria-current]) b",
        ),
    ],
)
def test_high_contrast_shows_what_is_pressed_and_where_one_is(newcomer, site_url, address, on, off):
    """With the colours of the system, both differ by more than a line below the words."""
    newcomer.emulate_media(forced_colors="active")
    newcomer.goto(site_url + address)

    colours = [
        newcomer.locator(found).first.evaluate("found => getComputedStyle(found).backgroundColor")
        for found in (on, off, "body")
    ]

    assert colours[0] not in colours[1:]
