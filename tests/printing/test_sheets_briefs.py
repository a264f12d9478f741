"""Papers for who decides: briefs, key points, checklist, pages for roles, read from the PDFs."""

import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from scifi.content.checks import check_all
from scifi.model.texts import without_citations
from scifi.printing.imprint import imprint
from scifi.printing.papers.collection import all_papers, paper_orders
from scifi.printing.papers.compose import Composer
from scifi.printing.papers.editions import editions
from scifi.printing.papers.kept import carry_out
from scifi.printing.papers.press import Press, cache
from scifi.printing.papers.shorten import sentences, shortened
from scifi.printing.reading.article import read_article
from scifi.printing.setting.typeset import Document, run

from .pagemeasures import measured
from .reading import links
from .sample import some_of


@pytest.fixture(scope="module")
def whole(project):
    """The knowledge base of the project."""
    return check_all(project).corpus


@pytest.fixture(scope="module")
def singles(project, whole):
    """The papers of all case studies and remedies, set from the built site, by id."""
    press = Press(project, project / "site", whole)
    wanted = [e for e in editions(whole) if e.kind in ("casestudy", "remedy")]
    return {made.edition.id: made for made in carry_out(press, map(press.order, wanted))}


@pytest.fixture(scope="module")
def made(project, whole, tmp_path_factory):
    """Every paper that is made from the content alone, in a folder of its own."""
    press = Press(project, tmp_path_factory.mktemp("site"), whole)
    return carry_out(press, paper_orders(press))


@pytest.fixture(scope="module")
def by_id(made):
    """Every such paper's PDF by kind and id."""
    return {
        (paper.edition.kind, paper.edition.id): paper
        for paper in made
        if paper.path.suffix == ".pdf"
    }


def words_of(paper, page=None):
    """The words of a PDF, or of one of its pages, with single spaces."""
    pages = PdfReader(paper.path).pages
    text = " ".join(page.extract_text() for page in (pages if page is None else [pages[page]]))
    return re.sub(r"\s+", " ", text)


def letters(text):
    """Letters only: line ends and raised numbers fall anywhere between words."""
    return re.sub(r"[\W\d_]", "", text)


def test_every_case_and_every_remedy_is_one_paper_of_two_sheets_at_most(whole, singles):
    """A council gets two sheets printed on both sides, whatever the case."""
    assert set(singles) == {e.id for e in (*whole.casestudies, *whole.remedies)}
    assert {id_: made.pages for id_, made in singles.items() if made.pages > 4} == {}


def test_the_first_page_is_the_brief_with_the_decision(whole, singles):
    """Finding, summary and a box for the vote stand on page 1 alone, in the words of the case."""
    for entry in (*some_of(whole.casestudies), *whole.remedies):
        text = words_of(singles[entry.id], 0)
        told = letters(text)
        assert letters(entry.title) in told, entry.id
        assert letters(without_citations(entry.summary)) in told, entry.id
        assert "Decision asked" in text and "Date and signature" in text
        assert "Decision asked" not in words_of(singles[entry.id], 1)


def test_a_remedys_brief_begins_with_first_aid(whole, singles):
    """The first thing to do today is on the first page."""
    for remedy in whole.remedies:
        first = without_citations(sentences(remedy.first_aid[0])[0])
        assert letters(first) in letters(words_of(singles[remedy.id], 0))


def test_the_whole_text_stands_behind_the_brief(whole, singles):
    """What was built is told to its last sentence from page 2 on, and on page 1 if it has room."""
    for case in some_of(whole.casestudies):
        front = words_of(singles[case.id], 0)
        behind = " ".join(words_of(singles[case.id], n) for n in range(1, singles[case.id].pages))
        last = letters(without_citations(sentences(case.built)[-1]))
        assert last in letters(behind), case.id
        assert last in letters(front) or "(shortened)" in front, case.id


def test_a_brief_that_is_too_long_for_its_page_is_shortened_and_says_so(project, whole, tmp_path):
    """However much a case tells, the council decides on page 1 and reads on from page 2."""
    edition = next(e for e in editions(whole) if e.id == "bin-sensors-dublin")
    case = whole.get("casestudy", edition.id)
    long = case.model_copy(
        update={
            "built": " ".join([case.built] * 40),
            "needed_elsewhere": case.needed_elsewhere * 6,
        }
    )
    cases = {**whole.entries["casestudy"], case.id: long}
    composer = Composer(
        replace(whole, entries={**whole.entries, "casestudy": cases}), imprint(project, whole)
    )
    article = read_article(project / "site", edition.address, edition.style)
    data = composer.compose(edition, {edition.address: article})
    made = run(Document("book.typ", data, {}, cache(project)))
    front = " ".join(PdfReader(made.path).pages[0].extract_text().split())

    assert "(shortened)" in front and "whole from page 2 on" in front
    assert "Date and signature" in front and "more in the cookbook" in front


def test_the_numbers_of_a_brief_lead_to_the_list_of_its_page(whole, singles):
    """One list of sources: a raised number on page 1 leads to the source that the case cites."""
    for case in whole.casestudies[::20]:
        keys = [key for key in re.findall(r"\[@([\w-]+)\]", case.built) if key != "ours"]
        path = singles[case.id].path
        found = {n: page for n, page in links(path, on={1}) if n.isdigit()}
        ends = {n: PdfReader(path).pages[page - 1].extract_text() for n, page in found.items()}
        assert set(found.values()) <= {2, 3, 4}
        for key in keys:
            title = letters(case.sources[key].title)
            assert any(title in letters(text) for text in ends.values()), (case.id, key)


def test_key_points_are_one_page_with_five_figures_that_have_receipts(whole, by_id):
    """Each figure with a raised number, each source below, decisions with boxes, questions."""
    assert {id_ for kind, id_ in by_id if kind == "key-points"} == {c.id for c in whole.chapters}
    for chapter in whole.chapters:
        paper = by_id["key-points", chapter.id]
        text, points = words_of(paper), chapter.key_points
        told = letters(text)
        assert paper.pages == 1
        assert len(points.figures) == 5
        for figure in points.figures:
            assert letters(figure.number) in told
            assert letters(without_citations(figure.what)) in told
            for key in set(re.findall(r"\[@([\w-]+)\]", figure.what)) - {"ours"}:
                assert letters(chapter.sources[key].title) in told, (chapter.id, key)
        for words in (*points.decisions, *points.questions):
            assert letters(without_citations(words)) in told


def test_key_points_come_first_in_the_chapters_paper(project, whole):
    """A mayor who gets the whole chapter reads one page of it."""
    press = Press(project, project / "site", whole)
    wanted = next(e for e in editions(whole) if e.kind == "chapter" and e.id == "measuring")
    (paper,) = carry_out(press, [press.order(wanted)])
    first, points = words_of(paper, 0), whole.get("chapter", "measuring").key_points

    assert "Key points for the mayor" in first
    for words in (*points.decisions, *points.questions):
        assert letters(without_citations(words)) in letters(first)
    leads = [page for words, page in links(paper.path, on={1}) if words.isdigit()]
    assert leads and min(leads) > 2


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


def test_no_letter_is_too_small_and_none_is_cut_off_by_a_printer(singles, by_id):
    """Seven and a half points at least, and ten millimetres from the edge."""
    for paper in (*by_id.values(), *list(singles.values())[::10]):
        for page in measured(paper.path):
            where = f"{paper.path.name}, page {page.number}"
            assert page.smallest.size >= 7.49, where
            assert page.edge >= 10, where


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


def test_a_mayor_gets_one_sheet_and_each_other_role_five_to_eight_pages(whole, by_id):
    """The tasks of the role and its chapters are there; those of others are not."""
    pages_for = {id_: paper for (kind, id_), paper in by_id.items() if kind == "role"}

    assert set(pages_for) == {
        "mayor", "project-lead", "buyer", "lawyer", "data-officer", "citizen-panel",
    }  # fmt: skip
    assert pages_for["mayor"].pages == 2
    assert all(5 <= paper.pages <= 8 for id_, paper in pages_for.items() if id_ != "mayor")
    for id_, role in (("buyer", "buyer"), ("mayor", "champion")):
        told = letters(words_of(pages_for[id_]))
        for chapter in whole.chapters:
            assert (letters(chapter.title) in told) == (role in chapter.roles)


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
