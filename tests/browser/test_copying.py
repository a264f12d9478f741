"""Words to take along: a button copies them as plain text, or selects them where it may not."""

import pytest
from playwright.sync_api import expect

from .page_types import CHAPTER

CLAUSE = "clauses/payment/"
SHEETS = "print/worksheets/"

KEEP = "navigator.clipboard.writeText = async (text) => { globalThis.kept = text; }"
"""A clipboard that a test can read without asking anybody."""

REFUSE = "navigator.clipboard.writeText = async () => { throw new Error('not allowed'); }"


def copied(page, name):
    """Press the button that copies what is called so, and read what it copied."""
    page.evaluate(f"() => {{ {KEEP} }}")
    button = page.get_by_role("button", name=f"Copy “{name}”", exact=True)
    button.click()
    expect(button.locator("xpath=..").get_by_role("status")).to_have_text("Copied")
    return page.evaluate("() => globalThis.kept")


def test_a_clause_is_copied_with_its_blanks(visit):
    """What stands on the page, on one line, without the button's own words."""
    page = visit(CLAUSE)
    shown = page.locator(".clause p").inner_text()

    assert copied(page, "The clause") == shown


def test_a_text_of_a_sheet_is_copied_alone_and_the_sheet_whole(visit):
    """Receipts are left out, items stand behind a sign, and no button is copied."""
    page = visit(f"{SHEETS}#pilot-signs")
    page.locator("#pilot-signs + div summary").click()

    sign = copied(page, "A. Bin")
    sheet = copied(page, "Sign texts for the street")

    assert sign.startswith("This bin measures how full it is.")
    assert "\n\nA. Bin\n\nThis bin measures" in sheet
    assert "\n– It says what is not measured: people ask that first.\n– " in sheet
    assert "Source" not in sheet
    assert "Copy" not in sheet.replace("to copy", "")


def test_a_part_of_a_chapters_worksheet_is_copied_alone(visit):
    """A numbered list keeps its numbers, a table its columns."""
    page = visit(CHAPTER)
    button = page.locator("#content .copy-line button").first
    name = button.inner_text().removeprefix("Copy “").removesuffix("”")

    text = copied(page, name)

    assert text.startswith(name)
    assert len(text.splitlines()) > 2


def test_a_page_that_may_not_copy_selects_the_words(visit):
    """A reader presses two keys; the line says which."""
    page = visit(CLAUSE)
    page.evaluate(f"() => {{ {REFUSE} }}")

    page.get_by_role("button", name="Copy “The clause”").click()

    expect(page.locator(".copy-line [role=status]")).to_contain_text("Ctrl and C")
    selected = page.evaluate("() => getSelection().toString().trim()")
    assert selected == page.locator(".clause p").inner_text()


def test_a_clause_is_copied_from_a_stick(newcomer_to, site):
    """A page opened from the disk copies as well."""
    page = newcomer_to(site, CLAUSE)

    assert copied(page, "The clause") == page.locator(".clause p").inner_text()


@pytest.mark.parametrize("address", [CLAUSE, SHEETS, CHAPTER])
def test_without_scripts_no_button_is_promised(visit, address):
    """The words stand there, and files beside them."""
    page = visit(address, scripts=False)

    assert page.locator(".copy-line").filter(visible=True).count() == 0
