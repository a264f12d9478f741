"""Long lists: where a thing stands in them, what stands open, and that nothing is lost."""

import pytest
from bs4 import BeautifulSoup

from scifi.site import blocks
from scifi.site.letters import by_letter
from scifi.site.other_words import other_words
from scifi.site.pages import Site, pages


@pytest.fixture
def site_of(corpus_with):
    """The smallest site with some entries more."""
    return lambda *entries: Site(corpus_with(*entries), {}, {})


@pytest.fixture
def many(case, make):
    """Eight case studies more, from A to H."""
    return [
        make(case, id=f"case-{letter}", title=f"{letter.upper()} bins") for letter in "abcdefgh"
    ]


def body(site, address):
    """A page of the site as a reader has it."""
    (page,) = [page for page in pages(site) if page.address == address]
    return BeautifulSoup(page.body, "html.parser")


def test_titles_stand_under_their_first_letter_whatever_its_accent_or_quote():
    """Numbers share a place; other alphabets have places of their own, with an address."""
    found = by_letter(["«Été", "elm", "2 bins", "Ωmega", "(zoo)", "½ off"], lambda title: title)

    assert [(letter.sign, letter.rows) for letter in found] == [
        ("0–9", ["2 bins", "½ off"]),
        ("E", ["«Été", "elm"]),
        ("Z", ["(zoo)"]),
        ("Ω", ["Ωmega"]),
    ]
    assert len({letter.anchor for letter in found}) == 4
    assert all(letter.anchor.isascii() for letter in found)


def test_the_best_five_stand_open_and_the_explorer_has_the_rest(site_of, many):
    """Nothing is lost: the others are folded, and the link says how many there are."""
    page = body(site_of(*many), "survival-guide/do/")
    (section,) = [h2.find_next_sibling("div") for h2 in page("h2", id="case-studies")]
    listed = [a["href"] for a in section.select(".case-list a")]
    folded = [a["href"] for a in section.select("details .case-list a")]

    assert len(set(listed)) == 9
    assert len(listed) - len(folded) == 5
    assert section.summary.get_text() == "4 more case studies"
    (link,) = section.select(".to-explorer a")
    assert link["href"] == "../../casestudies/?step=do"
    assert "All 9" in link.get_text()


def test_a_short_list_has_no_fold(site_of):
    """One case study needs neither fold nor explorer."""
    page = body(site_of(), "survival-guide/do/")

    assert page.select(".case-list a")
    assert not page.select("details.more, .to-explorer")


def test_every_gap_is_found_by_its_country(site_of, case, make, as_read):
    """Each open question stands once, and the fold says how many there are."""
    other = make(case, id="other", title="Other", unknowns=["Who paid?", "Who drove?"])
    page = as_read(blocks.gaps(site_of(other), "about/gaps/"))

    for fold in page.select("details[id]"):
        questions = fold.select(".gap-list ul li")
        assert f": {len(questions)} open question" in fold.summary.get_text()
    assert "Who drove?" in page.select_one("details#be").get_text()
    assert page.get_text().count("Who drove?") == 1


def test_every_source_stands_under_its_letter(site_of, as_read, corpus):
    """Each address once."""
    page = as_read(blocks.sources(site_of(), "about/sources/"))
    urls = [a["href"] for a in page.select(".source-list > li > a:first-child")]
    known = {
        source.url
        for kind in corpus.entries
        for entry in corpus.all(kind)
        for source in entry.sources.values()
    }

    assert sorted(urls) == sorted(known)
    for fold in page.select("details"):
        first = fold.select_one("li > a").get_text()[0].upper()
        assert first == fold.h2.get_text() or first.isdigit()


def test_the_words_of_the_search_are_printed_with_their_language(site_of, corpus, make):
    """A Dutch reader sees and can correct what the search knows; a screen reader says it Dutch."""
    solution = make(corpus.solutions[0], also_called={"nl": ["vuilnisbak"], "en": ["trash can"]})
    page = body(site_of(solution), "about/glossary/")
    rows = page.select(".other-words li")

    (row,) = [row for row in rows if row.a and row.a.get_text() == solution.title]
    assert row.select_one("[lang=nl]").get_text() == "vuilnisbak"
    assert "Dutch:" in row.get_text()
    assert row.a["href"] == f"../../solutions/{solution.id}/"
    assert len(rows) == sum(len(named) for _kind, named in other_words(site_of(solution).corpus))


def test_the_list_of_chapters_names_what_stands_in_them(site_of, as_read):
    """What nobody would look for in a chapter is one click away, and the address is right."""
    assert blocks.sections("## In short\n\n### Who keeps what\n\ntext\n\n### A: b?\n") == [
        ("who-keeps-what", "Who keeps what"),
        ("a-b", "A: b?"),
    ]
