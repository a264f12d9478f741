"""The sheet of questions for a city: every gap once, on paper and for an office program."""

import io
import re

import docx
import pytest
from pypdf import PdfReader

from scifi import gaps
from scifi.contact import Contact
from scifi.corpus import Corpus
from scifi.model.texts import without_citations
from scifi.printing import questions
from scifi.printing.imprint import Imprint

from .reading import text

IMPRINT = Imprint("0.1.0", None, (2026, 11), "")
CITY = "exampleville"


def rows(paper):
    """The questions on a sheet, by the title of their table."""
    tables = [block for block in paper.data["blocks"] if block["type"] == "table"]
    return {table["title"]: [row[0] for row in table["rows"]] for table in tables}


NOWHERE = Contact()


def sheet(corpus, to=NOWHERE, imprint=IMPRINT):
    """The sheet for the one city of the smallest knowledge base."""
    return questions.sheet(corpus, imprint, to, corpus.get("city", CITY))


def test_a_sheet_asks_for_every_gap_of_the_city_and_its_cases(corpus):
    """What we looked for in its own words; all that is missing of one number in one row."""
    case = corpus.casestudies[0]

    assert rows(sheet(corpus))[case.title] == [
        "When did the pilot end?",
        "What the twelve bins cost in a year.",
        "Collections in the first week: the number before and when it was counted?",
        "Collections in winter: the number itself, the number before, when it was counted and "
        "who counted it?",
    ]


@pytest.mark.parametrize("city", ["bruges", "mechelen", "gunskirchen"])
def test_no_gap_of_a_published_city_is_left_out(published, city):
    """Each stands in one row of the table of its entry."""
    place = published.get("city", city)
    asked = rows(questions.sheet(published, IMPRINT, Contact(), place))
    cases = [case for case in published.casestudies if city in case.cities]

    for entry in (place, *cases):
        found = gaps.gaps(entry)
        assert (entry.title in asked) == bool(found)
        alone = [gap for gap in found if not gap.about]
        about = {gap.about for gap in found if gap.about}
        assert len(asked.get(entry.title, [])) == len(alone) + len(about)
        for gap in alone:
            assert without_citations(gaps.as_question(gap)) in asked[entry.title]


WAYS = [
    (Contact(mail="a@city.example"), "", "Please send it to a@city.example."),
    (
        Contact("https://github.com/city/cookbook", mail="a@city.example"),
        "",
        "Please send it to a@city.example or https://github.com/city/cookbook.",
    ),
    (Contact(), "https://cookbook.example/", "https://cookbook.example/contribute/gap/"),
    (Contact(), "", "Please send it to whoever gave you this sheet."),
]


@pytest.mark.parametrize(("to", "web", "words"), WAYS)
def test_a_sheet_says_where_to_send_it(corpus, to, web, words):
    """By what the project has: mail, repository, the page; or whoever handed it on."""
    paper = sheet(corpus, to, Imprint("0.1.0", None, (2026, 11), web))

    assert words in paper.data["notes"][0]


@pytest.fixture
def ask(scifi, root, project, tmp_path, monkeypatch):
    """`scifi ask` in an empty folder: `ask("Exampleville")`."""
    # The typefaces are cut once for the whole project.
    (root / ".cache").symlink_to(project / ".cache")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return lambda city: scifi("ask", city, root=root)


def test_ask_writes_a_pdf_and_a_docx_that_say_the_same(ask, corpus, tmp_path):
    """Both hold every question; the name of the city is understood with capitals and without."""
    done = ask("EXAMPLEVILLE")

    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == ["questions-exampleville.pdf", "questions-exampleville.docx"]
    folder = tmp_path / "here"
    printed = " ".join(text(folder / "questions-exampleville.pdf").split())
    written = docx.Document(io.BytesIO((folder / "questions-exampleville.docx").read_bytes()))
    cells = {cell.text for table in written.tables for row in table.rows for cell in row.cells}
    for asked in rows(sheet(corpus)).values():
        for question in asked:
            assert re.sub(r"\W", "", question) in re.sub(r"\W", "", printed), question
            assert question in cells
    assert "Your answer, in your own words" in printed
    assert PdfReader(folder / "questions-exampleville.pdf").trailer["/Root"]["/MarkInfo"]


def test_ask_never_overwrites(ask, tmp_path):
    """A sheet that somebody has filled in stays; the new one gets a number."""
    filled = tmp_path / "here/questions-exampleville.docx"
    filled.write_text("filled in")

    done = ask(CITY)

    assert done.output.splitlines() == [
        "questions-exampleville.pdf",
        "questions-exampleville-2.docx",
    ]
    assert filled.read_text() == "filled in"


def test_ask_for_a_city_that_is_not_there_names_one_that_is(ask, tmp_path):
    """No file is written."""
    done = ask("exampelville")

    assert done.exit_code == 2
    assert 'There is no city "exampelville". Did you mean "exampleville"?' in done.output
    assert not list((tmp_path / "here").iterdir())


def test_where_nothing_is_missing_there_is_no_sheet(corpus):
    """It is said instead."""
    alone = Corpus({"city": corpus.entries["city"]})

    with pytest.raises(questions.PrintError, match="Nothing is missing on Exampleville"):
        sheet(alone)


def test_a_gap_on_paper_is_words_and_no_link(printed):
    """Nobody can press it; no list of pages names the form, and nothing is complained about."""
    link = '<a class="gap unknown" href="../../contribute/gap/#casestudy/a/money">not reported</a>'
    badge = '<a class="gap status status-unknown" href="../../contribute/gap/#a/b/c">lost</a>'
    tell = '<a class="tell screen-only" href="../../contribute/gap/#a/b/c">Tell us</a>'
    whole = '<a class="tell" href="../../contribute/gap/">send a word</a>'
    made = printed(
        f"<p>Money: {link}. {badge} Open. {tell} Or {whole}.</p>", site_url="https://c.example/"
    )
    said = text(made.path)

    for words in ("not reported", "lost", "send a word"):
        assert words in said
    assert "Tell us" not in said
    assert "contribute" not in said
    assert not printed.told
