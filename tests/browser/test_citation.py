"""Every page can be cited: sentence, BibTeX and CSL-JSON, with the reader's day and address."""

import json

import pytest
from tests.built import built_pages

from scifi.content.checks.ages import today as day_of_tests

from .page_types import PAGE_TYPES


@pytest.mark.parametrize("name", ["home", "a case study", "a chapter"])
def test_a_page_says_how_to_cite_it_with_the_day_and_its_address(visit, name):
    """As a reader of a copy at this address would write it."""
    page = visit(PAGE_TYPES[name])
    page.get_by_text("Cite this page").click()
    sentence, bibtex, csl = (part.inner_text() for part in page.locator("[data-cite]").all())
    address, today = page.url.split("?")[0].split("#")[0], day_of_tests()
    (entry,) = json.loads(csl)

    assert f"SCIFI cookbook. {address} Read on {today.day} {today:%B %Y}." in sentence
    assert f"urldate = {{{today.isoformat()}}}" in bibtex and f"url = {{{address}}}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")
    assert entry["URL"] == address
    assert entry["accessed"]["date-parts"] == [[today.year, today.month, today.day]]
    assert entry["title"] in sentence


def test_every_page_has_it_without_scripts(site):
    """In the page itself, not made by a script."""
    without = [
        path
        for path in built_pages(site)
        if path.name == "index.html" and not path.is_relative_to(site / "embed")
        if path.read_text(encoding="utf-8").count("data-cite>") != 3
    ]

    assert without == []
