"""From an idea to three papers with the town's own name in them, without an account."""

import re
import zipfile

import pytest
from playwright.sync_api import expect

TOWN = "Gorinchem"

SOLUTION = "Fill sensors in bins, and rounds that go only where needed"


@pytest.fixture
def read(visit, tmp_path):
    """A page, and a function that searches as a reader does and opens what is called so."""
    page = visit()

    def find(words, called):
        page.keyboard.press("/")
        page.get_by_role("searchbox").fill(words)
        page.locator(".search-results").get_by_role("link", name=called, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    return find


def contract(find):
    """Answer one question, type the name, take the file: its words."""
    page = find("contract for a pilot", "A contract for your pilot")
    page.get_by_label("As devices in public space").check()
    page.get_by_label("Name of the city", exact=True).fill(TOWN)
    with page.expect_download() as download:
        page.get_by_role("button", name="(DOCX)").click()
    with zipfile.ZipFile(download.value.path()) as file:
        return file.read("word/document.xml").decode()


def notice(find):
    """Copy the notice of the market consultation: its words."""
    page = find(
        "notice of market consultation", "Notice and cover letter of the market consultation"
    )
    page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.kept = text; }")
    page.locator("#consultation-notice + div summary").click()
    page.get_by_role("button", name="Copy “A. Notice, to copy”").click()
    expect(page.get_by_text("Copied, with what you filled in")).to_be_visible()
    return page.evaluate("globalThis.kept")


def measuring_sheet(find):
    """Take the indicators of a case with bins: the head and the rows of the sheet."""
    page = find("measuring plan", "Make a measuring plan")
    page.get_by_label("Start from a case study").select_option("bin-sensors-dublin")
    page.get_by_role("button", name="Add the indicators it used").click()
    expect(page.locator(".plan-table tbody tr").first).to_be_visible()
    return page.locator(".plan-table caption").inner_text(), page.locator(
        ".plan-table"
    ).inner_text()


def test_whoever_wants_to_test_bin_sensors_has_three_papers(read):
    """The name is typed once; eleven clicks and a few words, far below twenty minutes."""
    page = read(
        "we want to test bin sensors", "Fill sensors in bins, and rounds that go only where needed"
    )
    expect(page.get_by_role("heading", name="Does it work?")).to_be_visible()

    signed = contract(read)
    sent = notice(read)
    head, sheet = measuring_sheet(read)

    assert re.search(f">{TOWN}</w:t>", signed)
    assert "[name of the city]" not in signed
    assert f"The town of {TOWN}, with" in sent
    assert head.startswith(f"Measuring plan of {TOWN}.")
    assert "bin" in sheet.lower()
