"""Laws and funding lines on paper: all on the sheet of their list, in the order of the list."""

import pytest

from scifi.corpus import Corpus
from scifi.printing.papers.book import book_sections
from scifi.printing.papers.editions import editions
from scifi.printing.reading.article import read_article
from scifi.printing.reading.nodes import text_of, walk
from scifi.printing.style import Style

RECEIPT = (
    '<p>It says so<sup class="receipt"><a href="https://example.org/law" title="Journal, Press">'
    "1</a></sup>.</p>"
    '<h2 id="receipts">Receipts</h2><div class="receipts"><p>Sources.</p><ol><li id="source-1">'
    '<a href="https://example.org/law">Journal</a>. Press.</li></ol></div>'
)


@pytest.fixture
def guide(tmp_path, page, corpus: Corpus):
    """The part with the steps, made from pages that each hold a heading and a receipt."""
    edition = next(e for e in editions(corpus) if e.kind == "part" and e.id == "survival-guide")
    articles = {}
    for address in edition.addresses:
        page(f'<h2 id="head">Head</h2>{RECEIPT}', address=address, title=f"Page {address}")
        articles[address] = read_article(tmp_path, address, Style())
    return edition, book_sections(corpus, edition, articles)


def test_the_pages_of_entries_stand_on_the_sheet_of_their_list(guide):
    """A sheet of its own for each would stay half empty."""
    edition, sections = guide
    (laws,) = (s for s in sections if s["slug"] == "survival-guide-laws")
    heads = [(node["l"], text_of([node])) for node in walk(laws["body"]) if node["t"] == "h"]

    assert "survival-guide/laws/example-law/" in edition.addresses
    assert not [s for s in sections if s["slug"] == "survival-guide-laws-example-law"]
    assert heads == [(2, "Head"), (2, "Page survival-guide/laws/example-law/"), (3, "Head")]


def test_a_link_to_an_entry_leads_to_its_heading(guide):
    """Its label is the one that every page has."""
    _edition, sections = guide
    ids = {node["id"] for s in sections for node in walk(s.get("body", [])) if "id" in node}

    assert "survival-guide-laws-example-law--top" in ids
    assert "survival-guide-funding-example-fund--top" in ids


def test_the_sources_of_entries_join_the_list_of_the_book(guide):
    """One source, one number, and no list of its own in the middle of a sheet."""
    _edition, sections = guide
    lists = [n for s in sections for n in walk(s.get("body", [])) if n["t"] == "receipts"]
    marks = [
        node["n"]
        for section in sections[:-1]
        for node in walk(section["body"])
        if node["t"] in ("note", "mark")
    ]

    assert len(lists) == 1
    assert set(marks) == {1}
