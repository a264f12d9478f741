"""The sheet of questions for a city: every gap once, on paper and for an office program."""

import io
import re

import docx
import pytest
from pypdf import PdfReader

from scifi import gaps
from scifi.asking import Worth, asked
from scifi.contact import Contact
from scifi.corpus import Corpus
from scifi.grade import grade
from scifi.model.base import MeasuredBy
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


def sheet(corpus, to=NOWHERE, imprint=IMPRINT, most=100):
    """The sheet for the one city of the smallest knowledge base."""
    city = corpus.get("city", CITY)
    found = asked(corpus, city)
    return questions.sheet(imprint, to, city, found[:most], len(found[most:]))


def test_a_sheet_asks_in_words_for_all_that_is_missing(corpus):
    """What we looked for in its own words; all that is missing of one number in one row."""
    case = corpus.casestudies[0]

    assert rows(sheet(corpus))[case.title] == [
        "When did the pilot end?",
        "What the twelve bins cost in a year.",
        "Collections in winter: the number itself, the number before, when it was counted and "
        "who counted it?",
        "Collections in the first week: the number before and when it was counted?",
    ]


@pytest.mark.parametrize("city", ["bruges", "mechelen", "gunskirchen"])
def test_every_gap_of_a_published_city_is_asked_for_once(published, city):
    """Alone, or in one row with all that is missing of the same number."""
    place = published.get("city", city)
    rows = asked(published, place)
    cases = [case for case in published.casestudies if city in case.cities]

    for entry in (place, *cases):
        found = [(gap.field, gap.about) for row in rows if row.entry == entry for gap in row.gaps]
        assert sorted(found) == sorted((gap.field, gap.about) for gap in gaps.gaps(entry))
        for row in rows:
            assert {gap.about for gap in row.gaps} == {row.gaps[0].about}
    assert [row.worth for row in rows] == sorted(row.worth for row in rows)


def worths(corpus, entry):
    """The fields that are asked for of an entry, by what an answer is worth."""
    city = corpus.get("city", CITY)
    return {
        gap.field: row.worth
        for row in asked(corpus, city)
        for gap in row.gaps
        if row.entry.id == entry.id
    }


def with_case(corpus, **changes):
    """The small knowledge base with other fields of its case study."""
    case = corpus.casestudies[0].model_copy(update=changes)
    return Corpus({**corpus.entries, "casestudy": {case.id: case}}, corpus.bodies), case


def test_what_would_change_a_grade_is_asked_first_and_then_money_and_fate(corpus):
    """Who counted a number on the aim is worth more than its cost, and that more than a date."""
    case = corpus.casestudies[0]
    unknown = case.results[0].model_copy(update={"measured_by": MeasuredBy.UNKNOWN})
    less, case = with_case(corpus, results=[unknown], money=[], providers=[])
    assert grade(less, case).letter == "B"

    found = worths(less, case)

    assert found["results[0].measured_by"] is Worth.GRADE_OR_VERDICT
    assert found["money"] is Worth.MONEY_OR_FATE
    assert found["providers"] is found["period.end"] is Worth.DETAIL
    assert list(found)[:2] == ["results[0].measured_by", "money"]


def test_a_case_with_the_best_grade_is_asked_for_details_only(corpus):
    """Who counted another of its numbers changes nothing."""
    case = corpus.casestudies[0]
    assert grade(corpus, case).letter == "A"

    found = worths(corpus, case)

    assert found["results[2].measured_by"] is Worth.DETAIL
    assert Worth.GRADE_OR_VERDICT not in found.values()


def test_a_case_without_any_number_is_asked_for_one_before_all_else(corpus):
    """Without it there is no grade but the lowest."""
    less, case = with_case(corpus, results=[])

    assert next(iter(worths(less, case).items())) == ("results", Worth.GRADE_OR_VERDICT)


def test_what_has_no_room_is_counted_and_its_place_is_named(corpus):
    """Nobody thinks that this is all."""
    web = Imprint("0.1.0", None, (2026, 11), "https://cookbook.example/")

    assert len(sheet(corpus).data["notes"]) == 1
    assert sheet(corpus, most=3).data["notes"][1].startswith("1 more question is open: see the ")
    said = sheet(corpus, imprint=web, most=1).data["notes"][1]
    assert said == (
        "3 more questions are open: see https://cookbook.example/cities/exampleville/, and the "
        "case studies that it names."
    )


def most_asked(published):
    """The cities with the most questions, the longest names and the most case studies."""
    rows = {city.id: asked(published, city) for city in published.cities}
    counts = {id_: len(found) for id_, found in rows.items() if found}
    letters = {id_: sum(len(questions._words(row)) for row in rows[id_]) for id_ in counts}
    titles = {id_: max(len(row.entry.title) for row in rows[id_]) for id_ in counts}
    ids = [*sorted(counts, key=counts.get)[-3:], max(letters, key=letters.get)]
    return [published.get("city", id_) for id_ in {*ids, max(titles, key=titles.get)}]


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
    for table in rows(sheet(corpus)).values():
        for question in table:
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


def test_each_city_gets_one_page(published, project):
    """Those with most to ask, with longest words; the page is full all the same."""
    for city in most_asked(published):
        paper, printed = questions._on_one_page(project, published, city)

        assert printed.pages == 1, city.id
        found = asked(published, city)
        shown = [row for table in rows(paper).values() for row in table]
        assert len(shown) >= min(4, len(found)), city.id
        assert sorted(shown) == sorted(questions._words(row) for row in found[: len(shown)])


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
