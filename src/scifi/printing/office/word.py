"""A worksheet as DOCX, for Word and its relatives."""

from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from scifi.printing.documents import DocumentData
from scifi.printing.office.pieces import PLACE, Piece, pieces, saved, shares
from scifi.printing.words import spoken_language

TEMPLATE = Path(__file__).with_name("worksheet.docx")

END = "End of sheet"
"""The style of the paragraph that Word wants behind the last table of a sheet; it takes no room."""

LONGEST_NAME = 64
"""Letters that Word takes as the name of a control or a table, for a screen reader."""

BLANK = "\u2002" * 5
"""What stands in an answer until somebody types: room to click on, and nothing that prints."""


def as_docx(data: DocumentData) -> bytes:
    """The file; the same data give the same bytes."""
    made, samples = begun(TEMPLATE, data)
    body = made.element.body
    for piece in pieces(data):
        if piece.sheet:
            _turn(made, piece.sheet)
        copied = deepcopy(samples[piece.kind])
        body[-1].addprevious(copied)
        name_parts(copied, piece.text)
        if piece.kind == "table":
            fill_table(copied, piece, made.sections[-1])
        elif piece.kind == "answer":
            _lines(copied.tr_lst[0], piece.lines)
        else:
            put(copied, piece.text)
    made.add_paragraph(style=END)
    return saved(made)


def begun(template: Path, data: DocumentData) -> tuple[Any, dict[str, Any]]:
    """A document without content, and the samples of its template by what goes into them."""
    made = docx.Document(str(template))
    about(made, data)
    put(made.sections[0].footer._element, data["footer"])
    body = made.element.body[:-1]
    samples = {kind: s for s in body for kind in PLACE.findall(s.xpath("string()"))[:1]}
    made._body.clear_content()
    return made, samples


def about(made: Any, data: DocumentData) -> None:
    """Write into the file what it is called, by whom, from when and in which language."""
    named = made.core_properties
    named._element.clear()
    named.title, named.author, named.language = data["title"], data["author"], spoken_language()
    named.subject, named.last_modified_by = data["description"], data["author"]
    year, month, day = data["date"]
    named.created = named.modified = datetime(year, month, day)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), spoken_language())


def name_parts(element: Any, words: str) -> None:
    """Name the controls and tables of a sample for a screen reader."""
    for name in element.iter(qn("w:alias"), qn("w:tblCaption")):
        name.set(qn("w:val"), words[:LONGEST_NAME])


def put(element: Any, words: str) -> None:
    """Words in the places of a sample."""
    for text in element.iter(qn("w:t")):
        text.text = PLACE.sub(lambda _: words, text.text or "")


def _turn(made: Any, sheet: str) -> None:
    """What follows stands on a sheet that lies the other way."""
    if made.paragraphs:
        made.add_section()
        made.paragraphs[-1].style = END
    page = made.sections[-1]
    page.page_width, page.page_height = page.page_height, page.page_width
    page.orientation = WD_ORIENT.PORTRAIT if sheet == "Standard" else WD_ORIENT.LANDSCAPE


def _lines(row: Any, count: int) -> None:
    """Lines in a row that does not grow: a long answer takes the place of lines still empty."""
    row.trHeight_val = row.trHeight_val * count
    (cell,) = row.tc_lst
    put(cell, BLANK)
    for _ in range(count - 1):
        cell.add_p().style = cell.p_lst[0].style


def fill_table(table: Any, piece: Piece, page: Any) -> None:
    """Rows in the place of the two that a sample has, together as wide as the page."""
    room = page.page_width - page.left_margin - page.right_margin
    widths = [round(room * share) for share in shares(piece)]
    table.tblGrid[:] = []
    for width in widths:
        table.tblGrid.add_gridCol().w = width
    head, below = table.tr_lst
    for number, texts in enumerate(piece.rows):
        row = deepcopy(below if number else head)
        (cell,) = row.tc_lst
        row.remove(cell)
        for words, width in zip(texts, widths, strict=True):
            row.append(deepcopy(cell))
            row[-1].width = width
            put(row[-1], words)
        table.append(row)
    table.remove(head)
    table.remove(below)
