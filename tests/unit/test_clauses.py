"""Clauses: their blanks name themselves, alike in all of them, and nothing is promised in vain."""

import re
from collections import defaultdict

import pytest
from pydantic import ValidationError

from scifi.model.clause import BLANK, ClauseLevel, Need
from scifi.model.texts import cited
from scifi.site import blocks
from scifi.site.pages import Site, pages
from scifi.site.tools import contract

ANNEXES = set("ABCDEFGHIJKLM")
"""Letters of the annexes that the model contract has."""

MILESTONES = set("12345")
"""Numbers of the milestones that the clause on milestones has."""


@pytest.fixture
def clause(corpus):
    """The one clause of the smallest knowledge base."""
    return corpus.clauses[0]


@pytest.fixture
def page(corpus, as_read):
    """The page of the one clause, read as HTML."""
    made = {page.address: page.body for page in pages(Site(corpus, {}, {}))}
    return as_read(made["clauses/example-acceptance/"])


def test_the_blanks_of_a_clause_stand_in_its_order_each_once(clause):
    """An assembler asks for each once, and offers our proposal."""
    assert clause.blanks == {"number of bins": "5", "days to look": "", "price without VAT": ""}


@pytest.mark.parametrize(
    "text",
    [
        "Pay [10] euros.",
        "Pay [n] euros.",
        "Pay [..] euros.",
        "Pay [sum.",
        "Pay sum].",
        "Pay [].",
        "Pay [the sum](https://example.org/).",
    ],
)
def test_a_blank_that_tells_nobody_what_to_fill_in_is_refused(clause, make, text):
    """A number, a letter, dots, brackets that do not close, and a link."""
    with pytest.raises(ValidationError, match=r"\[name: proposal\]|name what to fill in"):
        make(clause, text=text)


def test_no_name_of_a_blank_has_two_proposals(published):
    """Else the contract would say 10 days in one place and 20 in another."""
    proposals = defaultdict(set)
    for clause in published.clauses:
        for name, proposal in BLANK.findall(clause.text):
            if proposal:
                proposals[name].add(proposal)

    assert {name: found for name, found in proposals.items() if len(found) > 1} == {}


def test_blanks_that_mean_one_thing_are_spelt_in_one_way(published):
    """Names that differ by capitals, spaces or signs alone would be asked for twice."""
    names = {name for clause in published.clauses for name in clause.blanks}

    assert len({re.sub(r"\W+", "", name.casefold()) for name in names}) == len(names)


def test_texts_name_only_annexes_and_milestones_that_there_are(published):
    """And only the contract: a receipt or a mark of ours would be signed with it."""
    for clause in published.clauses:
        assert set(re.findall(r"Annex(?:es)? (\w+)", clause.text)) <= ANNEXES, clause.id
        assert set(re.findall(r"[Mm]ilestone (\d+)", clause.text)) <= MILESTONES, clause.id
        assert cited(clause.text) == [], clause.id


def test_every_trouble_has_a_clause_that_would_have_helped(published):
    """A remedy would say otherwise that none helps."""
    named = {remedy for clause in published.clauses for remedy in clause.remedies}

    assert {remedy.id for remedy in published.remedies} - named == set()


def test_a_lesson_quotes_a_source_of_its_case_study(published):
    """What happened there is told by the file of the case study."""
    for clause in published.clauses:
        for lesson in clause.lessons:
            case = published.get("casestudy", lesson.casestudy)
            assert set(cited(lesson.text)) - {"ours"} & set(case.sources), clause.id


def test_every_condition_brings_a_clause(published):
    """What the questions of the assembler ask for makes a difference."""
    assert {need for clause in published.clauses for need in clause.needs} == set(Need)


def test_the_country_that_one_chooses_fills_a_blank(published):
    """The last question of the assembler would change nothing otherwise."""
    assert contract.COUNTRY_BLANK in {name for c in published.clauses for name in c.blanks}


def test_the_page_shows_blanks_as_places_to_fill_in(page):
    """In the clause, and once more as a list with our proposals."""
    marked = [blank.get_text() for blank in page.select(".clause .blank")]

    assert marked == [
        "[number of bins: 5]",
        "[days to look]",
        "[price without VAT]",
        "[number of bins: 5]",
    ]
    assert "Number of bins: we propose 5" in page.get_text(" ", strip=True)
    assert "Days to look" in [item.get_text() for item in page.select("ul.claims li")]


def test_a_blank_of_a_stranger_is_only_text(clause, make, corpus_with, as_read):
    """Brackets open no door into the page."""
    bold = make(clause, text="Pay [sum <b>in euros</b>: 5] now.")
    made = {page.address: page.body for page in pages(Site(corpus_with(bold), {}, {}))}

    (blank,) = as_read(made["clauses/example-acceptance/"]).select(".blank")

    assert blank.get_text() == "[sum <b>in euros</b>: 5]"


@pytest.mark.parametrize(
    ("level", "needs", "words"),
    [
        (ClauseLevel.MUST, [], "In every contract"),
        (
            ClauseLevel.MUST,
            [Need.DEVICES],
            "In every contract where devices stand in public space",
        ),
        (
            ClauseLevel.IF_NEEDED,
            [Need.AI, Need.CAMERAS],
            "Only where artificial intelligence is used or "
            "cameras, microphones or signals of phones are used",
        ),
    ],
)
def test_the_list_says_which_contracts_hold_a_clause(
    clause, make, corpus_with, as_read, level, needs, words
):
    """In a whole sentence, from its level and its conditions."""
    site = Site(corpus_with(make(clause, level=level, needs=needs)), {}, {})

    row = as_read(blocks.listing(site, "clauses/", "clause")).select_one("#example-acceptance")

    assert row.td.get_text(strip=True) == words
