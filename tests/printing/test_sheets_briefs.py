"""Council briefs, checklist and pages for roles: read back from the PDFs as a person gets them."""

import re

import pytest
from pypdf import PdfReader

from scifi.content.checks import check_all
from scifi.model.texts import without_citations
from scifi.printing.imprint import imprint
from scifi.printing.papers.collection import all_papers, papers
from scifi.printing.papers.press import cache
from scifi.printing.papers.shorten import sentences, shortened
from scifi.printing.setting.typeset import Document, run


@pytest.fixture(scope="module")
def whole(project):
    """The knowledge base of the project."""
    return check_all(project).corpus


@pytest.fixture(scope="module")
def made(project, whole, tmp_path_factory):
    """Every paper, in a folder of its own."""
    return papers(project, tmp_path_factory.mktemp("site"), whole)


@pytest.fixture(scope="module")
def by_id(made):
    """Every paper's PDF by kind and id."""
    return {
        (paper.edition.kind, paper.edition.id): paper
        for paper in made
        if paper.path.suffix == ".pdf"
    }


def words_of(paper):
    """The words of a PDF with single spaces."""
    text = " ".join(page.extract_text() for page in PdfReader(paper.path).pages)
    return re.sub(r"\s+", " ", text.replace("‹ours›", ""))


def letters(text):
    """Letters only: line ends and raised numbers fall anywhere between words."""
    return re.sub(r"[\W\d_]", "", text)


def test_every_case_and_every_remedy_has_a_brief_of_exactly_one_page(whole, by_id):
    """A council gets one sheet of paper, whatever the case."""
    wanted = [f"case-study-{case.id}" for case in whole.casestudies]
    wanted += [f"remedy-{remedy.id}" for remedy in whole.remedies]

    assert {id_ for kind, id_ in by_id if kind == "brief"} == set(wanted)
    assert {id_: by_id["brief", id_].pages for id_ in wanted} == dict.fromkeys(wanted, 1)


def test_a_brief_says_what_the_knowledge_base_says(whole, by_id):
    """Finding, summary and need stand there in the words of the case, and a box for the vote."""
    for case in whole.casestudies[::9]:
        text = words_of(by_id["brief", f"case-study-{case.id}"])
        told = letters(text)
        assert letters(case.title) in told
        assert letters(sentences(without_citations(case.summary))[0]) in told
        assert "Decision asked" in text and "Date and signature" in text
        for source in re.findall(r"\[@([\w-]+)\]", case.afterwards.reason)[:1]:
            if source != "ours":
                assert letters(case.sources[source].publisher) in told


def test_a_remedys_brief_begins_with_first_aid(whole, by_id):
    """The first thing to do today is on the sheet."""
    for remedy in whole.remedies:
        told = letters(words_of(by_id["brief", f"remedy-{remedy.id}"]))
        first = without_citations(sentences(remedy.first_aid[0])[0])
        assert letters(first) in told


@pytest.mark.parametrize(
    "text, letters, kept",
    [
        ("One [@a]. Two [@b]. Three [@c].", 8, ("One [@a].", True)),
        ("One [@a]. Two [@b]. Three [@c].", 99, ("One [@a]. Two [@b]. Three [@c].", False)),
        ("It stood. It fell [@a]. It rose [@b].", 3, ("It stood. It fell [@a].", True)),
        ("By J. Smith of St. Quentin. Then no more.", 9, ("By J. Smith of St. Quentin.", True)),
        ("A long only sentence [@a].", 3, ("A long only sentence [@a].", False)),
    ],
)
def test_a_text_is_shortened_at_a_sentence_that_has_its_receipt(text, letters, kept):
    """Never in the middle, and never so that a claim loses its source."""
    assert shortened(text, letters) == kept


def test_whatever_was_shortened_says_so(whole, by_id):
    """A reader knows that there is more, and where."""
    texts = {id_: words_of(paper) for (kind, id_), paper in by_id.items() if kind == "brief"}
    cut = {id_ for id_, text in texts.items() if "(shortened)" in text}

    assert cut == {id_ for id_, text in texts.items() if "Shortened at the end of a" in text}
    for case in whole.casestudies:
        if f"case-study-{case.id}" not in cut:
            told = letters(texts[f"case-study-{case.id}"])
            assert letters(without_citations(sentences(case.built)[-1])) in told, case.id


def sizes(page):
    """The heights of all letters of a page, in points."""
    found = set()

    def visit(text, matrix, text_matrix, font, size):
        if text.strip():
            found.add(abs(size * text_matrix[3] * matrix[3]))

    page.extract_text(visitor_text=visit)
    return found


def test_no_letter_is_too_small_to_read(by_id):
    """Seven points at least, sources and the line at the foot among them."""
    briefs = [paper for (kind, _), paper in by_id.items() if kind == "brief"]
    others = [paper for (kind, _), paper in by_id.items() if kind != "brief"]
    for paper in briefs[::15] + others:
        for page in PdfReader(paper.path).pages:
            assert min(sizes(page)) >= 7, paper.path.name


def test_the_checklist_can_be_read_page_by_page(whole, by_id):
    """Eight A5 pages, a cover and one for each step, every to-do with its beginning."""
    paper = by_id["checklist", "seven-steps-a5"]
    pages = PdfReader(paper.path).pages

    assert len(pages) == 8
    assert [round(float(length) / 72 * 25.4) for length in pages[0].mediabox[2:]] == [148, 210]
    for step, page in zip(whole.steps, pages[1:], strict=True):
        told = letters(page.extract_text())
        assert letters(step.title) in told
        for todo in step.todos:
            assert letters(without_citations(sentences(todo)[0])) in told


def halves(page):
    """The text of the left and of the right half of a page, in millimetres from its left edge."""
    found = {"left": [], "right": []}

    def visit(text, matrix, text_matrix, font, size):
        x = matrix[0] * text_matrix[4] + matrix[2] * text_matrix[5] + matrix[4]
        found["left" if x < float(page.mediabox.width) / 2 else "right"].append(text)

    page.extract_text(visitor_text=visit)
    return letters("".join(found["left"])), letters("".join(found["right"]))


def test_the_folded_checklist_reads_on_from_page_to_page(whole, by_id):
    """Two sheets of A4, both sides: folded once, the cover is in front and the steps follow."""
    pages = PdfReader(by_id["checklist", "seven-steps-to-fold"].path).pages
    (eighth, first), (second, seventh), (sixth, third), (fourth, fifth) = map(halves, pages)
    booklet = [first, second, third, fourth, fifth, sixth, seventh, eighth]

    assert [round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:]] == [297, 210]
    assert letters("The seven steps: a checklist") in booklet[0]
    for step, told in zip(whole.steps, booklet[1:], strict=True):
        assert letters(step.title + step.question) in told
        for todo in step.todos:
            assert letters(without_citations(sentences(todo)[0])) in told
    assert letters("flip on the short edge") in first


def test_each_role_gets_five_to_eight_pages_of_its_own(whole, by_id):
    """The tasks of the role and its chapters are there; those of others are not."""
    pages_for = {id_: paper for (kind, id_), paper in by_id.items() if kind == "role"}

    assert set(pages_for) == {
        "mayor", "project-lead", "buyer", "lawyer", "data-officer", "citizen-panel",
    }  # fmt: skip
    assert all(5 <= paper.pages <= 8 for paper in pages_for.values())
    told = letters(words_of(pages_for["buyer"]))
    for chapter in whole.chapters:
        assert (letters(chapter.title) in told) == ("buyer" in chapter.roles)


def test_the_same_content_gives_the_same_bytes(project, whole, made, by_id, tmp_path):
    """Set again from nothing, a paper is the same file."""
    for fonts in cache(project).glob("fonts-*"):
        (tmp_path / fonts.name).symlink_to(fonts)
    first = {}
    for paper in all_papers(whole, imprint(project, whole)):
        first.setdefault(paper.edition.kind, paper)
    for kind, paper in first.items():
        again = run(Document("papers.typ", paper.data, {}, tmp_path))
        assert again.path.read_bytes() == by_id[kind, paper.edition.id].path.read_bytes()
