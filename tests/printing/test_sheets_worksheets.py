"""Worksheets: one source, three files that ask the same, and room for a hand to write."""

import re
from itertools import pairwise

import pytest
from pypdf import PdfReader

from scifi.content.checks import check_all
from scifi.printing.imprint import imprint
from scifi.printing.papers.collection import paper_orders
from scifi.printing.papers.kept import carry_out
from scifi.printing.papers.press import Press
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
    """Paths by (id, ending) of all worksheets."""
    press = Press(project, tmp_path_factory.mktemp("site"), whole)
    made = carry_out(press, paper_orders(press))
    return {
        (file.edition.id, file.path.suffix): file.path
        for file in made
        if file.edition.kind == "worksheet"
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


def test_each_worksheet_has_three_formats(whole, files):
    """What cities fill in most, as PDF, DOCX and ODT."""
    ids = [sheet.id for sheet in whole.worksheets]

    assert {(id_, end) for id_ in ids for end in (".pdf", ".docx", ".odt")} == set(files)


def test_a_worksheet_has_two_pages(whole, files):
    """One sheet of paper, printed on both sides; two ask for more, three for less."""
    pages = {sheet.id: len(PdfReader(files[sheet.id, ".pdf"]).pages) for sheet in whole.worksheets}
    others = {"contract-checklist": 3, "consultation-questions": 3}
    others |= dict.fromkeys(["friday-sheet", "annex-people", "annex-secrets"], 1)

    assert pages == {id_: others.get(id_, 2) for id_ in pages}


def test_lines_are_far_enough_apart_for_a_hand(whole, files):
    """At least nine millimetres from line to line."""
    seen = 0
    for (id_, ending), path in files.items():
        if ending != ".pdf":
            continue
        for page in PdfReader(path).pages:
            heights = lines_of(page)
            seen += len(heights)
            gaps = [above - below for above, below in pairwise(heights)]
            assert all(gap >= 9 * POINTS_PER_MM for gap in gaps), (id_, gaps)
    assert seen > 150


def test_a_paper_holds_the_headings_of_its_worksheet(project, whole, files):
    """Every part of a worksheet stands on the paper, in the order of its file."""
    for paper in worksheets(whole, imprint(project, whole)):
        titles = [paper.data["heading"]]
        titles += [block["title"] for block in paper.data["blocks"] if block["type"] != "text"]
        assert headings_of_pdf(files[paper.edition.id, ".pdf"], paper.data) == titles


def test_what_a_chapter_asks_stands_on_its_worksheets(whole):
    """On paper a chapter only names its sheets: nothing that it asks on the screen may be lost."""
    for chapter, body in whole.bodies.items():
        section = body.split("\n## Worksheet\n")[1].split("\n## ")[0]
        blocks = [b for sheet in whole.worksheets if sheet.chapter == chapter for b in sheet.blocks]
        sheets = plain(" ".join(words for block in blocks for words in words_of(block)))
        numbered = re.findall(r"^\d+\. (.+(?:\n   .+)*)", section, re.MULTILINE)
        rows = re.findall(r"^\|(.*)\|$", section, re.MULTILINE)
        asked = [*numbered, *(cell for row in rows for cell in row.split("|"))]

        assert len(numbered) >= 3
        assert [words for words in asked if plain(words) not in sheets] == [], chapter


def words_of(block):
    """All that a part of a worksheet asks, in order."""
    cells = [cell for row in getattr(block, "rows", []) for cell in row]
    return [*getattr(block, "columns", []), *cells, *getattr(block, "items", [])]


def plain(words):
    """Without receipts and signs, so that a question is the same with a colon and without."""
    return re.sub(r"\W+", " ", re.sub(r"\[@[^]]+\]", "", words)).strip().lower()
