"""The transfer check on case studies: their city beside one's own."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import KEPT
from .page_types import CASE, DESK, PHONE

ANSWERS = {
    "size": ["50000-to-200000-near-a-metropolis"],
    "heritage": ["protected-core"],
    "growth": ["losing-for-decades"],
}

NO_PLACE = "casestudies/building-energy-contest-compete4secap/"
"""A case study of many towns, of which no trait is known."""


@pytest.fixture
def compared(visit):
    """A case study, opened by somebody who has described a city."""

    def open_case(**settings):
        page = visit(CASE, **settings)
        page.evaluate("kept => localStorage.setItem('scifi-profile', kept)", json.dumps(ANSWERS))
        page.reload()
        page.locator(".transfer strong").wait_for()
        return page

    return open_case


def row(page, axis):
    """The cells of a row: the case's city, one's own, the verdict."""
    return page.locator(f".transfer [data-axis={axis}] td").all_inner_texts()


def test_each_trait_gets_a_verdict(compared, published):
    """Same, differs, or not said: in words, and counted in one sentence."""
    page = compared()

    assert row(page, "size") == ["Small urban area", "Small urban area", "same"]
    assert row(page, "heritage")[1:] == ["Protected core", "differs: ask what changes"]
    assert row(page, "maturity")[1:] == ["not answered", "you have not said"]
    verdicts = [row(page, trait.axis)[2] for trait in published.get("city", "mechelen").profile]
    same, differs = verdicts.count("same"), verdicts.count("differs: ask what changes")
    expect(page.locator(".transfer strong").first).to_have_text(
        f"{same} of {same + differs} known traits are the same as in Mechelen."
    )


def test_what_must_exist_first_stands_above_the_table(compared, published):
    """All conditions of the case study are listed before the comparison."""
    page = compared()
    case = published.get("casestudy", CASE.split("/")[1])

    needed = page.locator(".transfer .needed li")
    assert needed.count() == len(case.needed_elsewhere)
    assert needed.last.bounding_box()["y"] < page.locator(".transfer table").bounding_box()["y"]


def test_the_keyboard_leads_to_the_answers_and_back(compared):
    """The link under the verdict opens the finder with the answers given."""
    page = compared()
    page.get_by_role("link", name="Change the answers about our city").focus()

    page.keyboard.press("Enter")

    page.wait_for_url("**/pathways/find/**")
    expect(page.get_by_label("The whole core is protected")).to_be_checked()


@pytest.mark.parametrize(
    "width, palette", [(DESK, "light"), (DESK, "dark"), (PHONE, "light"), (PHONE, "dark")]
)
def test_the_check_has_no_barrier(compared, width, palette):
    """At a desk and on a phone, in light and in dark; the page never scrolls sideways."""
    page = compared(width=width, color_scheme=palette)

    found = Axe().run(page, context=".transfer")

    assert found.response["violations"] == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_or_answers_the_table_waits_for_a_pencil(visit):
    """The case's city is there, with room for one's own and the way to the questions."""
    for scripts in (False, True):
        page = visit(CASE, scripts=scripts)

        assert row(page, "size") == ["Small urban area", "", ""]
        expect(page.locator("[data-transfer-intro]")).to_contain_text("answer ten questions")


def test_where_nothing_is_known_nothing_is_compared(visit):
    """A case study of many towns says so instead of showing an empty table."""
    page = visit(NO_PLACE)

    expect(page.locator(".transfer")).to_contain_text("No source supports any trait of its place")
    expect(page.locator(".transfer table")).to_have_count(0)


def test_a_profile_that_somebody_broke_does_no_harm(visit):
    """What is stored may be anything; the page then behaves as without answers."""
    page = visit(CASE)
    for broken in ('{"size": "x"', "[1]", "null", '{"size": ["nonsense"], "heritage": 3}'):
        page.evaluate("kept => localStorage.setItem('scifi-profile', kept)", broken)
        page.reload()
        assert row(page, "size")[0] == "Small urban area"
        assert row(page, "size")[1] in ("", "not answered")


def test_the_privacy_page_names_all_that_is_kept(visit):
    """Each name under which a browser keeps something stands on the page."""
    text = visit("about/privacy/").locator("article").inner_text()

    assert all(name in text for name in KEPT)
