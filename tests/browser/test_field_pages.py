"""The reference of fields: groups are folded, and each is one click away from its field."""

from playwright.sync_api import expect

PAGE = "contribute/fields/casestudy/"


def test_a_field_leads_to_the_fields_of_its_group(visit):
    """The fold opens, so that nobody has to look for what the link promised."""
    page = visit(PAGE)
    row = page.locator("#results-value")
    expect(row).to_be_hidden()

    page.locator("#results + td").get_by_role("link", name="results").click()

    expect(row).to_be_visible()
    expect(page.get_by_role("heading", name="results", exact=True)).to_be_in_viewport()


def test_without_scripts_every_field_stands_open(visit):
    """Nobody has to know that groups can be opened."""
    expect(visit(PAGE, scripts=False).locator("#results-value")).to_be_visible()
