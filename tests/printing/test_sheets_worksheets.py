"""Worksheets: one source, three files that ask the same, and room for a hand to write."""

import io
import re
from itertools import pairwise

import docx
import odfdo
import pytest
from pypdf import PdfReader

from scifi.content.checks import check_all
from scifi.printing.imprint import imprint
from scifi.printing.office.opendocument import as_odt
from scifi.printing.office.pieces import LINE_HEIGHT, SIDE
from scifi.printing.office.word import as_docx
from scifi.printing.papers.collection import papers
from scifi.printing.papers.worksheets import worksheets

POINTS_PER_MM = 72 / 25.4
PEN = 0.7
"""Thickness of a line to write on, points; nothing else has it."""


@pytest.fixture(scope="module")
def whole(project):
    """The knowledge base of the project."""
    return check_all(project).corpus


@pytest.fixture(scope="module")
def files(project, whole, tmp_path_factory):
    """Paths by (id, ending) of all worksheets, and of two briefs."""
    made = papers(project, tmp_path_factory.mktemp("site"), whole)
    return {
        (file.edition.id, file.path.suffix): file.path
        for file in made
        if file.edition.kind in ("worksheet", "brief")
    }


def lines_of(page):
    """Heights of the horizontal writing lines of a page, points from its foot."""
    found, width, start = [], [1.0], []

    def visit(operator, operands, matrix, text_matrix):
        if operator == b"w":
            width[0] = float(operands[0])
        elif operator == b"m":
            start[:] = [float(value) for value in operands]
        elif operator == b"l" and abs(width[0] - PEN) < 0.01:
            x, y = (float(value) for value in operands)
            if abs(y - start[1]) < 0.01 and abs(x - start[0]) > 40:
                found.append(matrix[3] * y + matrix[5])

    page.extract_text(visitor_operand_before=visit)
    return sorted({round(height, 1) for height in found}, reverse=True)


def headings_of_pdf(path, data):
    """The headings of a PDF, found as lines of its text, in order."""
    text = re.sub(r"\s+", " ", " ".join(p.extract_text() for p in PdfReader(path).pages))
    titles = [data["heading"], *(b["title"] for b in data["blocks"] if b["type"] != "text")]
    return sorted((title for title in titles if title in text), key=text.index)


def test_there_are_ten_worksheets_in_three_formats(whole, files):
    """What cities fill in most, as PDF, DOCX and ODT."""
    ids = [sheet.id for sheet in whole.worksheets]

    assert len(ids) == 10
    assert {(id_, end) for id_ in ids for end in (".pdf", ".docx", ".odt")} <= set(files)


def test_lines_are_far_enough_apart_for_a_hand(whole, files):
    """At least nine millimetres from line to line, in worksheets and in briefs."""
    seen = 0
    for (id_, ending), path in files.items():
        if ending != ".pdf" or (id_.startswith("case-study-") and id_[11] not in "as"):
            continue
        for page in PdfReader(path).pages:
            heights = lines_of(page)
            seen += len(heights)
            gaps = [above - below for above, below in pairwise(heights)]
            assert all(gap >= 9 * POINTS_PER_MM for gap in gaps), (id_, gaps)
    assert seen > 200


def test_docx_and_odt_hold_the_headings_of_the_pdf(project, whole, files):
    """Whoever fills it in on a computer answers the same questions in the same order."""
    for paper in worksheets(whole, imprint(project, whole)):
        id_ = paper.edition.id
        word = docx.Document(str(files[id_, ".docx"]))
        text = odfdo.Document(str(files[id_, ".odt"]))
        in_word = [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]
        in_text = [header.inner_text for header in text.body.headers]

        assert in_word == in_text == headings_of_pdf(files[id_, ".pdf"], paper.data)
        tables = [block for block in paper.data["blocks"] if block["type"] == "table"]
        assert [len(t.columns) for t in word.tables] == [len(b["columns"]) for b in tables]
        assert [t.height for t in text.body.tables] == [len(t.rows) for t in word.tables]


def wide(block):
    """True for a table that needs a sheet lying across."""
    return block["type"] == "table" and len(block["columns"]) >= 6


def lines_asked(data):
    """How many lines there are to write on."""
    return sum(
        block["count"] if block["type"] == "lines" else block["lines"] * len(block["items"])
        for block in data["blocks"]
        if block["type"] in ("lines", "questions")
    )


def test_a_docx_has_its_lines_and_lays_wide_tables_across(project, whole, files):
    """Lines far enough apart for a hand, and on each sheet columns that end inside its margins."""
    for paper in worksheets(whole, imprint(project, whole)):
        word = docx.Document(str(files[paper.edition.id, ".docx"]))
        lines = [p for p in word.paragraphs if p.style.name.startswith("Answer")]
        across = [section.page_width > section.page_height for section in word.sections]

        assert len(lines) == lines_asked(paper.data)
        assert all(p.style.paragraph_format.line_spacing.mm >= 9 for p in lines)
        assert sum(across) == sum(wide(block) for block in paper.data["blocks"])
        for table, block in zip(
            word.tables, (b for b in paper.data["blocks"] if b["type"] == "table"), strict=True
        ):
            room = (297 if wide(block) else 210) - 2 * SIDE
            assert sum(column.width.mm for column in table.columns) == pytest.approx(room, abs=0.5)
        assert all(paragraph.text for paragraph in word.sections[-1].footer.paragraphs)


def test_an_odt_has_its_lines_and_lays_wide_tables_across(project, whole, files):
    """As the DOCX, each page break made by the heading that opens the sheet."""
    for paper in worksheets(whole, imprint(project, whole)):
        text = odfdo.Document(str(files[paper.edition.id, ".odt"]))
        used = [p.style for p in text.body.paragraphs if (p.style or "").startswith("Answer")]
        across = [h.inner_text for h in text.body.headers if "sideways" in (h.style or "")]
        first = paper.data["blocks"][0 if paper.data["blocks"][0]["type"] != "text" else 1]
        titles = [b["title"] for b in paper.data["blocks"] if wide(b)]

        assert len(used) == lines_asked(paper.data)
        assert (
            text.get_style("paragraph", "Answer").get_properties()["style:line-height-at-least"]
            == f"{LINE_HEIGHT}mm"
            and LINE_HEIGHT >= 9
        )
        # A wide table that comes first takes the title along.
        assert across == [paper.data["heading"] if t == first["title"] else t for t in titles]


def test_files_to_edit_can_be_read_aloud(project, whole, files):
    """English by name, and each table with a head that is marked as one and comes on each page."""
    for paper in worksheets(whole, imprint(project, whole)):
        word = docx.Document(str(files[paper.edition.id, ".docx"]))
        text = odfdo.Document(str(files[paper.edition.id, ".odt"]))
        tables = [block for block in paper.data["blocks"] if block["type"] == "table"]

        assert text.language == "en-GB" == word.core_properties.language
        assert set(word.styles.element.xpath("//w:lang/@w:val")) == {"en-GB"}
        heads = [row.xpath("string(.)") for row in word.element.xpath("//w:tr[.//w:tblHeader]")]
        assert heads == ["".join(block["columns"]) for block in tables]
        marked = text.body.get_elements("//table:table-header-rows")
        assert [head.inner_text.replace("\n", "") for head in marked] == heads
        assert word.element.xpath("//w:tblCaption/@w:val") == [block["title"] for block in tables]
        assert text.styles.get_element("//text:outline-style") is None


def test_a_worksheet_asks_what_its_chapter_asks(whole):
    """Chapter and sheet do not drift apart: every question and table head of one of its parts."""
    for sheet in whole.worksheets:
        section = whole.bodies[sheet.chapter].split("## Worksheet")[1].split("\n## ")[0]
        plain = re.sub(r"\W+", " ", section).lower()
        asked = [
            words
            for block in sheet.blocks
            for words in (*getattr(block, "items", []), *getattr(block, "columns", []))
        ]
        shared = [words for words in asked if re.sub(r"\W+", " ", words).lower().strip() in plain]
        if sheet.id in ("risk-register", "handover-list"):
            continue  # Their chapters ask for them in one line each.
        assert len(shared) >= len(asked) * 0.6, (sheet.id, set(asked) - set(shared))


def test_a_file_to_edit_has_the_same_bytes_each_time(project, whole, files):
    """No time of day inside, and title and language for a screen reader."""
    paper = next(worksheets(whole, imprint(project, whole)))
    id_ = paper.edition.id

    assert as_docx(paper.data) == files[id_, ".docx"].read_bytes()
    assert as_odt(paper.data) == files[id_, ".odt"].read_bytes()
    assert (
        docx.Document(io.BytesIO(as_docx(paper.data))).core_properties.title == paper.data["title"]
    )
    assert odfdo.Document(io.BytesIO(as_odt(paper.data))).meta.title == paper.data["title"]
