"""The table of all solutions: narrowed by words, service and size of city, and put in order."""

import re

import pytest
from playwright.sync_api import expect

from .page_types import DESK, PHONE

PAGE = "solutions/"


def shown(page):
    """The solutions that can be seen, in order, by the folder of their page."""
    links = page.locator(".solution-table tbody tr:visible th a")
    return [link.get_attribute("href").rstrip("/") for link in links.all()]


def told(page):
    """The line that is read aloud when it changes."""
    return page.locator(".solutions [role=status]")


def words_of(page):
    """The field for words; the search of the whole site has one of its own."""
    return page.get_by_label("Words", exact=True)


def counted(page):
    """Wait until the line says how many of all are shown; how many."""
    expect(told(page)).to_have_text(re.compile(rf"^{len(shown(page))} of \d+ solutions$"))
    return len(shown(page))


@pytest.fixture(params=[DESK, PHONE])
def table(visit, request):
    """The page with its tool, at a desk and on a phone."""
    page = visit(PAGE, width=request.param)
    page.locator("#solutions-words").wait_for()
    return page


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("LAMPS", "led-street-light-renewal"),
        ("smart bins", "bin-sensors-and-dynamic-rounds"),
        ("slimme vuilnisbakken", "bin-sensors-and-dynamic-rounds"),
        ("réseau de chaleur", "waste-heat-networks"),
        ("rufbus", "demand-responsive-buses"),
    ],
)
def test_words_in_any_language_narrow_the_table(table, words, found):
    """Words of title and trouble, and what readers call it at home; the address keeps them."""
    every = counted(table)

    words_of(table).fill(words)

    # Names in other languages are loaded when the first word is typed.
    row = table.locator(f".solution-table a[href='{found}/']")
    expect(told(table)).not_to_have_text(f"{every} of {every} solutions")
    expect(row).to_be_visible()
    assert counted(table) < every / 4
    table.reload()
    expect(words_of(table)).to_have_value(words)
    expect(row).to_be_visible()
    expect(told(table)).not_to_have_text(f"{every} of {every} solutions")


def test_service_and_size_cut_each_other(table):
    """Only rows that have both are left; Back brings the others again."""
    every = counted(table)
    table.get_by_label("Service", exact=True).select_option("lighting")
    lighting = counted(table)
    rows = table.locator(".solution-table tbody tr:visible")
    themes = rows.evaluate_all("rows => rows.map(row => row.dataset.themes.split(' '))")
    assert all("lighting" in each for each in themes)

    table.get_by_label("Tried in", exact=True).select_option("medium-size-urban-area")

    sizes = rows.evaluate_all("rows => rows.map(row => row.dataset.sizes.split(' '))")
    assert all("medium-size-urban-area" in each for each in sizes)
    assert 0 < counted(table) <= lighting < every
    assert "theme=lighting" in table.url
    table.emulate_media(media="print")
    expect(table.locator(".solutions")).to_be_hidden()


def test_words_that_no_solution_has_are_told(table):
    """And what to do."""
    words_of(table).fill("xyzzyqwv")

    expect(told(table)).to_contain_text("Try fewer or other words")
    assert shown(table) == []


def test_the_best_proven_stand_first_and_other_orders_can_be_had(visit):
    """By proof the rank never falls; by failures the largest share is first; by name the A."""
    page = visit(PAGE)
    column = "(rows, n) => rows.map(row => Number(row.cells[n].dataset.sort))"
    rows = page.locator(".solution-table tbody tr")
    page.locator("#solutions-words").wait_for()
    ranks = rows.evaluate_all(column, 1)
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 3

    page.get_by_label("Order").select_option(label="Stopped or failed")

    shares = rows.evaluate_all(column, 4)
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0
    page.get_by_label("Order").select_option(label="Against which trouble")
    titles = [title.casefold() for title in page.locator(".solution-table th a").all_inner_texts()]
    assert titles == sorted(titles)


def test_an_address_that_makes_no_sense_shows_everything(visit):
    """A column that is not there is no order, and stops nothing."""
    page = visit(f"{PAGE}?by=99&theme=")

    page.locator("#solutions-words").wait_for()

    assert counted(page) == page.locator(".solution-table tbody tr").count()


def test_without_javascript_the_table_is_whole(visit):
    """Every solution with verdict, effect, cost and failures; no empty fields above it."""
    page = visit(PAGE, scripts=False)
    rows = page.locator(".solution-table tbody tr")

    assert rows.count() > 30
    expect(page.locator(".solutions")).to_be_hidden()
    for cells in rows.evaluate_all("rows => rows.map(row => [...row.cells].map(c => c.innerText))"):
        assert all(cell.strip() for cell in cells), cells


def test_from_a_usb_stick_names_are_known_too(open_page, site):
    """No server is needed to find a solution by its Dutch name, and its link opens its page."""
    page = open_page(f"{site.as_uri()}/solutions/index.html")
    words_of(page).fill("volle vuilnisbakken")
    link = page.locator(".solution-table a[href='bin-sensors-and-dynamic-rounds/']")
    expect(link).to_be_visible()

    link.click()

    expect(page.locator("h1")).to_contain_text("Fill sensors in bins")
