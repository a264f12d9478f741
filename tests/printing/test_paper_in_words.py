"""Paper in another language: what stays plain in the accented one was forgotten."""

import re
from collections.abc import Iterator

import pytest
from pypdf import PdfReader

from scifi import language
from scifi.printing.imprint import Imprint
from scifi.printing.papers.checklist import checklists
from scifi.printing.papers.roles import roles
from scifi.printing.papers.worksheets import worksheets
from scifi.printing.words import bytes_in_words, filled, pages_in_words

from .reading import text

IMPRINT = Imprint("0.1.0", None, (2026, 11), "")


@pytest.fixture
def accented() -> Iterator[None]:
    """The made-up language in which every letter of the catalogue is accented."""
    language.use(language.ACCENTED)
    yield
    language.use("en")


def plain_words(said: str) -> list[str]:
    """Words without an accent; the names of months belong to no catalogue of ours."""
    return [word for word in re.findall("[A-Za-z]{2,}", said) if word != "November"]


def test_a_page_on_paper_says_nothing_that_is_not_in_the_catalogue(accented, printed):
    """Head, foot, imprint, signs and lists of links; the page itself is the city's own words."""
    done = printed(
        '<p>0 <a href="https://example.org/">1</a> <a href="../../aid-kit/2/">3</a> '
        '<span class="kind">4</span></p><div class="admonition tip"><p>5</p></div>',
        title="6",
    )
    # The kicker is the test's own, addresses are in no language.
    said = re.sub(r"Chapter|aid-kit/2/|cookbook/stress/|example.org", "", text(done.path))

    assert plain_words(said) == []
    assert PdfReader(done.path).trailer["/Root"]["/Lang"] == "en-XA"


@pytest.mark.parametrize("make", [checklists, roles, worksheets])
def test_a_paper_says_nothing_that_is_not_in_the_catalogue(accented, corpus, make):
    """What a paper adds to the texts of its step, role or worksheet."""
    paper = next(make(corpus, IMPRINT))

    for words in (paper.data["kicker"], paper.data["version_sentence"], *paper.data["keywords"]):
        assert plain_words(words) == []


def test_the_templates_hold_no_words(project):
    """Typst gets them from the catalogue, in the data."""
    for template in (project / "src/scifi/printing/setting").glob("*.typ"):
        lines = template.read_text(encoding="utf-8").splitlines()
        code = "\n".join(line for line in lines if not line.lstrip().startswith("//"))
        code = re.sub(r'"[^"\n]*"', '""', code)
        # In markup, all that is neither code nor a label.
        for markup in re.findall(r"\[([^\[\]]*)\]", code):
            plain = re.sub(r"#[^\s(]+(\(.*\))?(<\w+>)?", "", markup)
            assert not re.search("[A-Za-z]{3,}", plain), f"{template.name}: [{markup}]"


def test_a_text_with_braces_is_filled_with_what_is_no_text():
    """A language may put the number of pages first."""
    assert list(filled("of {pages}: {page}.", {"page": 1, "pages": 9})) == ["of ", 9, ": ", 1, "."]


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (1_400, "1 KB"), (999_499, "999 KB"), (1_249_000, "1.2 MB")]
)
def test_sizes_are_told_as_people_read_them(size, words):
    """Nobody counts bytes."""
    assert bytes_in_words(size) == words


def test_one_page_is_no_pages():
    """A number decides about the word behind it."""
    assert [pages_in_words(count) for count in (1, 7)] == ["1 page", "7 pages"]
