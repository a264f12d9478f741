"""The list of printed files, as a person looks for one."""

import pytest
from playwright.sync_api import expect

from .page_types import DESK, PHONE

PRINT = "print/"


def shown(page):
    """Names of the files that can be seen."""
    rows = page.locator("[data-prints] tbody tr:visible")
    return rows.evaluate_all("rows => rows.map(row => row.id)")


def told(page):
    """The line that is read aloud when it changes."""
    return page.locator(".narrow [role=status]")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_words_and_kind_narrow_the_list(visit, width):
    """Accents and case do not matter; sections without a file go; the address keeps the choice."""
    page = visit(PRINT, width=width)
    every = page.locator("[data-prints] tbody tr").count()
    expect(told(page)).to_have_text(f"{every} in this list")

    page.get_by_label("Kind of paper").select_option("Worksheets to fill in")
    page.get_by_label("Words in the title").fill("RISK")

    names = {f"worksheet-risk-register.{format_}" for format_ in ("pdf", "docx", "odt")}
    assert names <= set(shown(page))
    assert all(name.startswith("worksheet-") for name in shown(page))
    expect(told(page)).to_have_text(f"{len(shown(page))} of {every} fit")
    expect(page.locator("h2:visible", has_text="Case studies")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Words in the title")).to_have_value("RISK")
    assert names <= set(shown(page))


def test_words_that_no_file_has_are_told(visit):
    """And what to do."""
    page = visit(PRINT)
    page.get_by_label("Words in the title").fill("zeppelin")

    expect(told(page)).to_contain_text("Try fewer or other words")
    assert shown(page) == []


def test_the_contents_lead_to_a_section_that_was_hidden(visit):
    """Who narrowed the list to worksheets still gets to the case studies."""
    page = visit(PRINT)
    page.get_by_label("Kind of paper").select_option("Worksheets to fill in")
    page.locator(".toc").get_by_role("link", name="Case studies").click()

    expect(page.get_by_role("heading", name="Case studies")).to_be_in_viewport()


def test_the_keyboard_goes_from_the_fields_to_the_files(visit):
    """Search, kind, then the first file that fits."""
    page = visit(PRINT)
    page.get_by_label("Words in the title").focus()
    page.keyboard.type("large print")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Kind of paper")).to_be_focused()
    first = shown(page)[0]

    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "A":
            break

    assert page.evaluate("document.activeElement.getAttribute('href')") == first
