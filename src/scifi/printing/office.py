"""
Worksheets as DOCX and ODT: the same blocks as in the PDF, to be filled in on a computer.

Both libraries write the time of day into their files; here every date is the one of the version,
so that the same content gives the same bytes.
"""

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
import odfdo
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from scifi.printing.nodes import Node

TICK = "☐ "


def as_docx(data: Node) -> bytes:
    """A worksheet for Word and its relatives."""
    made = docx.Document()
    _docx_frame(made, data)
    made.add_heading(data["heading"], 1)
    for words in (data["lead"], *data["notes"]):
        made.add_paragraph(words)
    for block in data["blocks"]:
        _DOCX[block["type"]](made, block)
    made.add_paragraph(data["footer"])
    out = io.BytesIO()
    made.save(out)
    return _same_bytes(out.getvalue(), data["date"])


def _docx_frame(made: Any, data: Node) -> None:
    day = datetime(*data["date"])
    about = made.core_properties
    about.title, about.author, about.language = data["title"], data["author"], data["lang"]
    about.subject, about.comments = data["description"], ""
    about.created = about.modified = about.last_printed = day
    about.last_modified_by = data["author"]
    style = made.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(11)
    _language(style.element.get_or_add_rPr())
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)


def _language(properties: Any) -> None:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    properties.append(language)


def _docx_text(made: Any, block: Node) -> None:
    made.add_paragraph(block["text"])


def _docx_line(made: Any) -> None:
    """An empty paragraph with a line below it."""
    properties = made.add_paragraph().paragraph_format.element.get_or_add_pPr()
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "595959")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties.append(borders)


def _docx_lines(made: Any, block: Node) -> None:
    made.add_heading(block["title"], 2)
    for _ in range(block["count"]):
        _docx_line(made)


def _docx_questions(made: Any, block: Node) -> None:
    made.add_heading(block["title"], 2)
    for number, words in enumerate(block["items"], 1):
        asked = made.add_paragraph(f"{number}. {words}")
        asked.paragraph_format.keep_with_next = True
        _docx_line(made)


def _docx_ticks(made: Any, block: Node) -> None:
    made.add_heading(block["title"], 2)
    for words in block["items"]:
        made.add_paragraph(TICK + words)


def _docx_table(made: Any, block: Node) -> None:
    wide = len(block["columns"]) >= 6
    if wide:
        _turn(made, WD_ORIENT.LANDSCAPE)
    made.add_heading(block["title"], 2)
    rows = _rows(block)
    table = made.add_table(len(rows), len(block["columns"]), style="Table Grid")
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, texts, strict=True):
            cell.text = words
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    if wide:
        _turn(made, WD_ORIENT.PORTRAIT)


def _turn(made: Any, way: Any) -> None:
    page = made.add_section()
    if page.orientation != way:
        page.orientation = way
        page.page_width, page.page_height = page.page_height, page.page_width


_DOCX = {
    "text": _docx_text,
    "lines": _docx_lines,
    "questions": _docx_questions,
    "ticks": _docx_ticks,
    "table": _docx_table,
}


def _rows(block: Node) -> list[list[str]]:
    """The rows of a table with its head, every row as long as the head."""
    width = len(block["columns"])
    filled = [[*row, *[""] * (width - len(row))] for row in block["rows"]]
    return [block["columns"], *filled, *([""] * width for _ in range(block["empty"]))]


def as_odt(data: Node) -> bytes:
    """A worksheet for LibreOffice and its relatives."""
    made = odfdo.Document("text")
    body = made.body
    body.clear()
    _odt_frame(made, data)
    body.append(odfdo.Header(1, data["heading"]))
    for words in (data["lead"], *data["notes"]):
        body.append(odfdo.Paragraph(words))
    for number, block in enumerate(data["blocks"], 1):
        _odt_block(body, block, number)
    body.append(odfdo.Paragraph(data["footer"]))
    out = io.BytesIO()
    made.save(out)
    return _same_bytes(out.getvalue(), data["date"])


def _odt_frame(made: Any, data: Node) -> None:
    day = datetime(*data["date"])
    about = made.meta
    about.title, about.creator, about.language = data["title"], data["author"], "en-GB"
    about.initial_creator = data["author"]
    about.description = data["description"]
    about.creation_date = about.date = day
    about.editing_cycles = 1
    about.set_generator("SCIFI cookbook")
    line = odfdo.Style("paragraph", name="Answer", parent_style="Standard")
    line.set_properties(
        {
            "fo:border-bottom": "0.5pt solid #595959",
            "fo:margin-top": "4mm",
        },
        area="paragraph",
    )
    made.insert_style(line)
    cell = odfdo.Style("table-cell", name="Boxed")
    cell.set_properties(
        {"fo:border": "0.5pt solid #595959", "fo:padding": "1.5mm"}, area="table-cell"
    )
    made.insert_style(cell, automatic=True)


def _odt_block(body: Any, block: Node, number: int) -> None:
    if block["type"] == "text":
        body.append(odfdo.Paragraph(block["text"]))
        return
    body.append(odfdo.Header(2, block["title"]))
    if block["type"] == "lines":
        for _ in range(block["count"]):
            body.append(odfdo.Paragraph("", style="Answer"))
    elif block["type"] == "questions":
        for at, words in enumerate(block["items"], 1):
            body.append(odfdo.Paragraph(f"{at}. {words}"))
            body.append(odfdo.Paragraph("", style="Answer"))
    elif block["type"] == "ticks":
        for words in block["items"]:
            body.append(odfdo.Paragraph(TICK + words))
    else:
        body.append(_odt_table(block, number))


def _odt_table(block: Node, number: int) -> Any:
    table = odfdo.Table(f"Table {number}")
    for texts in _rows(block):
        row = odfdo.Row()
        for words in texts:
            row.append_cell(odfdo.Cell(words, style="Boxed"), clone=False)
        table.append_row(row, clone=False)
    return table


def _same_bytes(made: bytes, date: list[int]) -> bytes:
    """The same file with the date of the version on every part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "mimetype", name)):
            part = zipfile.ZipInfo(name, (date[0], date[1], date[2], 0, 0, 0))
            # The first part of an ODT is read without unpacking.
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return out.getvalue()
