"""Pages that end: what is long is folded, narrowed or elsewhere, and still one click away."""

import pytest
from benchmarks.heights import MOST, reason
from playwright.sync_api import expect

from .page_types import CASE, CHAPTER, DESK, NARROW, PAGE_TYPES, PHONE

LONG = {
    "about/sources/": "eur-lex",
    "about/gaps/": "Belgium",
    "about/all-pages/": "bins",
    "about/glossary/": "vuilnisbak",
    "indicators/": "noise",
    "survival-guide/laws/": "privacy",
    "clauses/": "battery",
    "survival-guide/funding/": "voucher",
}
"""Pages that are long lists, and a word that some of their rows have."""


def test_no_type_of_page_goes_on_for_ever(visit):
    """On a desktop nobody scrolls more than nine windows, but where there is a reason for it."""
    long = {}
    for name, address in PAGE_TYPES.items():
        page = visit(address)
        if name == "case studies":
            page.locator("[data-tool=explorer][data-ready]").wait_for()
        height = page.evaluate("() => document.documentElement.scrollHeight")
        if height > MOST and not reason(address):
            long[address] = height

    assert long == {}


@pytest.mark.parametrize("address", LONG)
def test_words_narrow_a_long_list(visit, address):
    """What fits is shown, its folds open; what does not is gone; cleared, all is as before."""
    page = visit(address)
    rows = page.locator("[data-group] :is([data-rows] > *, tbody > tr)")
    every, open_before = rows.count(), rows.filter(visible=True).count()
    field = page.get_by_role("searchbox", name="Words")

    field.fill(LONG[address])

    shown = rows.filter(visible=True)
    expect(page.locator(".narrow [role=status]")).to_have_text(
        f"{shown.count():,} of {every:,} fit"
    )
    assert 0 < shown.count() < every
    field.fill("")
    expect(page.locator(".narrow [role=status]")).to_have_text(f"{every:,} in this list")
    assert rows.filter(visible=True).count() == open_before


def test_filters_narrow_the_list_of_clauses_together(visit):
    """Each choice leaves fewer clauses, the address keeps them, and a wrong address hides none."""
    page = visit("clauses/")
    rows = page.locator("[data-group] tbody tr").filter(visible=True)
    every = rows.count()

    page.get_by_label("Trouble it prevents").select_option("vendor-lock-in")
    preventing = rows.count()
    page.get_by_label("Which contracts").select_option("every")

    assert 0 < rows.count() < preventing < every
    kept = page.url
    page.goto("about:blank")
    page.goto(kept)
    expect(page.get_by_label("Which contracts")).to_have_value("every")
    assert rows.count() < preventing
    page.goto("about:blank")
    page.goto(kept.partition("#")[0] + "#nonsense=every")
    assert rows.count() == every


def test_a_word_is_found_where_it_begins_not_inside_another(visit):
    """ "bin" finds bins, and not what was combined."""
    page = visit("about/all-pages/")
    page.get_by_role("searchbox", name="Words").fill("bin")

    shown = page.locator("[data-rows] > *").filter(visible=True).all_inner_texts()

    assert shown
    assert all(" bin" in f" {text.lower()}" for text in shown)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_receipts_are_folded_on_screen(visit, width):
    """A line says how many there are; a click shows them."""
    page = visit(CASE, width=width)
    fold = page.locator("details.more:has(> .receipts)")
    expect(fold.locator("ol")).to_be_hidden()

    fold.locator("summary").click()

    assert fold.locator("li").count() == int(fold.locator("summary").inner_text().split()[0])
    expect(fold.locator("li").last).to_be_visible()


def test_without_scripts_receipts_stand_open(visit):
    """Nobody has to know that they can be opened."""
    page = visit(CASE, scripts=False)

    expect(page.locator(".receipts li").last).to_be_visible()


def test_a_link_into_a_fold_opens_it(visit):
    """Whoever sends the address of one source, or of one file to print, sends it to the place."""
    page = visit(f"{CASE}#source-6")
    expect(page.locator("#source-6")).to_be_in_viewport()

    page = visit("survival-guide/funding/#cef-wifi4eu")
    expect(page.locator("#cef-wifi4eu")).to_be_in_viewport()

    page = visit("about/sources/")
    page.locator(".letters").get_by_role("link", name="S", exact=True).click()
    expect(page.locator("#letter-s")).to_be_in_viewport()
    assert page.locator("[data-group=letter-s]").get_attribute("open") is not None


@pytest.mark.parametrize("width", [NARROW, 360, PHONE])
def test_the_header_is_one_row(visit, width):
    """At 400 % on a laptop, too: what one came to read begins at once."""
    page = visit(CHAPTER, width=width)

    assert page.locator(".bar").bounding_box()["height"] < 70
    for name in ("Search", "Menu"):
        expect(page.locator(".bar").get_by_text(name).first).to_be_attached()


def test_the_menu_has_groups_and_the_maturity_check(visit):
    """Few names in each, and every tool of the site."""
    page = visit(CHAPTER)
    page.locator("details.menu summary").click()
    lists = page.locator("details.menu nav div")

    assert lists.count() == 4
    for each in lists.all():
        assert each.locator("ul").get_attribute("aria-labelledby")
        assert 3 <= each.locator("a").count() <= 6
    page.get_by_role("link", name="Maturity check").click()
    expect(page.locator("h1")).to_have_text("Maturity check")


def test_a_shared_plan_opens_at_the_plan(visit):
    """Who gets the address reads the plan; who reloads it stays where they were."""
    page = visit("pathways/find/#size=5000-to-20000-on-its-own&growth=losing-for-decades")
    expect(page.locator("#our-road")).to_be_in_viewport()
    expect(page.locator("#our-road")).to_be_focused()

    page.evaluate("() => scrollTo(0, 0)")
    page.reload()

    page.locator("#our-road").wait_for()
    assert page.evaluate("() => scrollY") < 200


def test_the_contents_of_the_cookbook_lead_to_what_stands_in_a_chapter(visit):
    """Clauses to adapt, the routes, a pilot in 26 weeks: seen from the list of chapters."""
    for title in ("Clauses to adapt", "The routes", "A pilot in 26 weeks"):
        page = visit("cookbook/")
        page.get_by_role("link", name=title, exact=True).click()
        heading = page.locator("h3", has_text=title).first
        expect(heading).to_be_in_viewport()
        expect(page.locator(".toc ul ul").get_by_role("link", name=title)).to_be_visible()


@pytest.mark.parametrize("address", ["survival-guide/do/", "solutions/led-street-light-renewal/"])
def test_a_long_list_of_case_studies_leads_to_the_explorer(visit, address):
    """The filter is set, and the explorer has as many as the page said."""
    page = visit(address)
    link = page.locator(".to-explorer a").last
    words = link.inner_text()

    link.click()

    page.locator("[data-tool=explorer][data-ready]").wait_for()
    expect(page.locator(".explorer-status")).to_contain_text(f"{words.split()[1]} of ")
