"""What an automatic accessibility checker finds: nothing, on any page, in either palette."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .page_types import DESK, HOME, INDICATOR, LAYOUTS, PAGE_TYPES, PHONE, shorten

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

AXE = Axe().axe_script

SETTLED = """
    () => document.getAnimations().forEach(animation => animation.finish())
"""
"""Colours that fade into a palette are checked as they will be, without waiting for them."""

EVERY_RULE = {"type": "tag", "values": TAGS}

COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

AT_BOTH_WIDTHS = ((DESK, "light", EVERY_RULE), (PHONE, "dark", EVERY_RULE))
"""Every rule, at either width and in either palette."""

IN_THE_OTHER_PALETTE = ((DESK, "dark", COLOUR_RULES), (PHONE, "light", COLOUR_RULES))
"""The rules about colour, in the palette that the width has not seen yet."""

CHECK = """
    rules => axe
        .run(document, { runOnly: rules, resultTypes: ["violations"] })
        .then(found => found.violations.flatMap(rule =>
            rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`)))
"""


def barriers(page, rules=EVERY_RULE):
    """What the checker finds on the page as it stands."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    page.evaluate(SETTLED)
    return page.evaluate(CHECK, rules)


def barriers_everywhere(page):
    """What the checker finds at a desk and on a phone, in light and in dark, by situation."""
    return barriers_in(page, *AT_BOTH_WIDTHS, *IN_THE_OTHER_PALETTE)


def barriers_in(page, *situations):
    """What the checker finds in these situations: width, palette, rules."""
    found = {}
    for width, palette, rules in situations:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=palette)
        if here := barriers(page, rules):
            found[f"{palette}, {width} px"] = here
    return found


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_no_type_of_page_has_a_barrier(visit, name):
    """Each type of page passes WCAG 2.2 AA and good practice, at a desk and on a phone."""
    page = visit(PAGE_TYPES[name])
    shorten(page)

    # Colours belong to blocks, not to widths: it is enough to see each block in all four ways.
    seen = AT_BOTH_WIDTHS + (IN_THE_OTHER_PALETTE if name in LAYOUTS else ())
    assert barriers_in(page, *seen) == {}


def test_the_search_dialog_has_no_barrier(visit):
    """The open search, with results below it, passes the same checks."""
    page = visit(HOME)
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill("sensor")
    page.locator(".search-results li").first.wait_for()

    assert barriers_everywhere(page) == {}


@pytest.mark.parametrize("address", [HOME, INDICATOR])
def test_a_chart_with_its_table_open_has_no_barrier(visit, address):
    """The numbers behind a chart pass the same checks once they are unfolded."""
    page = visit(address)
    page.locator(".chart-data summary").first.click()
    page.locator(".chart-data table").first.wait_for()

    assert barriers_everywhere(page) == {}


def test_the_open_menu_has_no_barrier(visit):
    """The menu of all sections passes the same checks while it is open."""
    page = visit(HOME)
    page.locator("details.menu summary").click()

    assert barriers_everywhere(page) == {}


def test_the_checker_sees_barriers(visit):
    """A page that is broken on purpose does not pass: the checker is really running."""
    page = visit(HOME)
    page.evaluate("() => document.querySelector('main').append(document.createElement('img'))")
    page.evaluate("() => document.querySelector('h2').style.color = '#bbb8b2'")

    found = " ".join(barriers(page))

    assert "image-alt" in found
    assert "color-contrast" in found
