"""Worksheets that are used together, annexes of the contract, and papers with their sources."""

import re
from dataclasses import replace

import pytest

from scifi import papers
from scifi.content.checks import check_all
from scifi.model.base import SheetSet
from scifi.printing.imprint import imprint
from scifi.printing.papers.worksheets import Numbered, worksheets
from scifi.site.pages import Site, pages

SOURCE = {
    "title": "A",
    "publisher": "B",
    "url": "https://a.example/",
    "date": None,
    "read": "2026-11",
}


@pytest.fixture
def sheet(corpus):
    """The one worksheet of the smallest knowledge base."""
    return corpus.worksheets[0]


@pytest.fixture
def in_a_set(corpus, sheet, make):
    """The smallest knowledge base, its worksheet an annex of the contract."""
    annex = make(sheet, set="contract-annexes", annex="B")
    return replace(corpus, entries={**corpus.entries, "worksheet": {sheet.id: annex}})


def test_each_annex_that_a_clause_names_is_one_worksheet(published):
    """A contract that says "Annex G" has a sheet to attach, and no two sheets claim a letter."""
    texts = [clause.text for clause in published.clauses]
    named = {letter for text in texts for letter in re.findall(r"Annex ([A-Z])\b", text)}
    letters = [sheet.annex for sheet in published.worksheets if sheet.annex]

    assert sorted(letters) == sorted(set(letters))
    assert named == set(letters)


def test_every_annex_says_which_month_its_law_was_checked(published):
    """Nothing that is signed passes for legal advice."""
    silent = {"friday-sheet", "stop-and-go"}
    for sheet in published.worksheets:
        if sheet.annex and sheet.id not in silent:
            texts = " ".join(block.text for block in sheet.blocks if block.type == "text")
            assert re.search(r"no legal advice\. Checked in \w+ \d{4};", texts), sheet.id


def test_receipts_on_paper_are_numbers_that_a_list_explains(sheet, make):
    """The same source has one number; our own advice has none."""
    sources = {"one": SOURCE, "two": SOURCE | {"url": "https://b.example/"}}
    numbered = Numbered(make(sheet, sources=sources).sources)
    shown = numbered.within(
        {"rows": [["98 per cent [@two]", "Ours [@ours]"], ["Both [@one][@two]"]]}
    )

    assert shown == {"rows": [["98 per cent [1]", "Ours"], ["Both [2] [1]"]]}
    assert [block["text"][:3] for block in numbered.listed()] == ["[1]", "[2]"]
    assert numbered.listed()[0]["title"] == "Sources"
    assert "https://b.example/" in numbered.listed()[0]["text"]


def test_a_sheet_without_sources_has_no_list_of_them(sheet):
    """The sheets of a chapter look as before."""
    assert Numbered(sheet.sources).listed() == []


def test_an_annex_says_on_paper_which_it_is(project, in_a_set):
    """The letter by which the contract names it."""
    (paper,) = worksheets(in_a_set, imprint(project, in_a_set))

    assert paper.data["kicker"] == "Annex B of the model contract"


def test_the_page_of_worksheets_shows_sets_as_groups(in_a_set, as_read):
    """A heading for the set, below it the sheet with its letter."""
    made = {page.address: page for page in pages(Site(in_a_set, {}, {}))}
    page = as_read(made["print/worksheets/"].body)

    assert [h.get_text() for h in page.select("h2")][:1] == ["Annexes of the model contract"]
    assert page.select_one("h3#example-sheet").get_text() == "Annex B: Example sheet"


def test_files_of_a_set_do_not_crowd_the_head_of_a_chapter(in_a_set):
    """The chapter names them in its text."""
    where = {paper.address for paper in papers.papers(in_a_set) if paper.kind == "worksheet"}

    assert where == {"print/worksheets/"}


def test_sets_stand_in_the_order_in_which_a_town_needs_them():
    """Ask the market, tender, sign, run."""
    assert [str(which) for which in SheetSet] == [
        "market-consultation",
        "tender",
        "contract-annexes",
        "pilot",
    ]


def test_every_letter_but_one_capital_is_refused(root):
    """An annex is named by one capital letter."""
    file = root / "data/worksheets/example-sheet.yml"
    file.write_text(file.read_text().replace("order: 1\n", "order: 1\nannex: b2\n"))

    assert any(problem.rule == "fields" for problem in check_all(root).problems)
