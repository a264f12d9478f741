"""A worksheet as DOCX, for Word and its relatives."""

import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from scifi.printing.documents import DocumentData
from scifi.printing.office import pieces as office
from scifi.printing.office.pieces import Piece
from scifi.printing.words import spoken_language

DOCX_STYLES = {
    "title": "Heading 1",
    "heading": "Heading 2",
    "lead": "Normal",
    "text": "Normal",
    "note": "Note",
    "question": "Question",
    "tick": "Tick",
    "line": "Answer",
    "upper-line": "Answer above",
    "cell": "Cell",
    "head": "Cell head",
    "foot": "Footer",
}
"""The style that each kind of piece gets; whoever edits the file changes a style once."""

SPACING = {"title": (0, 6), "heading": (14, 5), "note": (0, 3), "question": (6, 0), "tick": (4, 4)}
"""Points above and below a paragraph."""


BOLD = ("title", "heading", "head")


def as_docx(data: DocumentData) -> bytes:
    """The file; the same data give the same bytes."""
    made = docx.Document()
    _about(made, data)
    _styles(made)
    for number, piece in enumerate(office.pieces(data)):
        _turn(made, piece.sideways, first=number == 0)
        _table(made, piece) if piece.kind == "table" else _paragraph(made, piece)
    _foot(made, data)
    out = io.BytesIO()
    made.save(out)
    return office.same_bytes(out.getvalue(), data["date"])


def _about(made: Any, data: DocumentData) -> None:
    about = made.core_properties
    about.title, about.author, about.language = data["title"], data["author"], spoken_language()
    about.subject, about.comments = data["description"], ""
    about.created = about.modified = about.last_printed = office.day(data)
    about.last_modified_by = data["author"]


def _styles(made: Any) -> None:
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), spoken_language())
    for kind, name in DOCX_STYLES.items():
        if name not in made.styles:
            made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles["Normal"]
        _dress(made.styles[name], kind)
    for kind in ("line", "upper-line"):
        _ruled(made.styles[DOCX_STYLES[kind]])


def _dress(style: Any, kind: str) -> None:
    letters, shape = style.font, style.paragraph_format
    letters.name, letters.size = office.FACE, Pt(office.SIZES.get(kind, office.TEXT_SIZE))
    # A heading of the library's template names its typeface by a theme, which would win.
    faces = style.element.rPr.rFonts
    for theme in [key for key in faces.attrib if key.endswith("Theme")]:
        del faces.attrib[theme]
    letters.bold = kind in BOLD
    letters.color.rgb = RGBColor.from_string(office.INK_BY_KIND.get(kind, office.TEXT_INK))
    above, below = SPACING.get(kind, (0, 0 if kind in ("cell", "head", "foot") else 6))
    shape.space_before, shape.space_after = Pt(above), Pt(below)
    shape.keep_with_next = kind in ("title", "heading", "question", "upper-line")
    if kind in ("question", "tick"):
        shape.left_indent, shape.first_line_indent = Mm(7), Mm(-7)


def _ruled(style: Any) -> None:
    """Lines to write on: each paragraph has one below it, and two that follow keep both."""
    shape = style.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.AT_LEAST, Mm(office.LINE_HEIGHT)
    shape.space_before = shape.space_after = Pt(0)
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        values = {"val": "single", "sz": "4", "space": "1", "color": office.PEN}
        borders.append(_element(side, **values))
    # The order of these elements is part of the format.
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def _element(name: str, **values: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _turn(made: Any, sideways: bool, first: bool) -> None:
    """A new sheet when the next piece needs another way up."""
    way = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    page = made.sections[-1]
    if not first and page.orientation == way:
        return
    page = page if first else made.add_section()
    width, height = reversed(office.PAGE_SIZE) if sideways else office.PAGE_SIZE
    page.orientation, page.page_width, page.page_height = way, Mm(width), Mm(height)
    page.left_margin = page.right_margin = Mm(office.SIDE)
    page.top_margin, page.bottom_margin = Mm(office.ABOVE_TEXT), Mm(office.BELOW_TEXT)
    page.footer_distance = Mm(office.FOOT)


def _paragraph(made: Any, piece: Piece) -> None:
    words = made.add_paragraph(style=DOCX_STYLES[piece.kind])
    if piece.mark:
        words.add_run(f"{piece.mark}\t")
    words.add_run(piece.text)


def _table(made: Any, piece: Piece) -> None:
    table = made.add_table(len(piece.rows), len(piece.shares), style="Table Grid")
    table.autofit = False
    properties = table._tbl.tblPr
    # The order of these elements is part of the format.
    indent = _element("tblInd", w=f"{Mm(office.PADDING).twips}", type="dxa")
    properties.insert_element_before(indent, "w:tblLayout", "w:tblLook")
    properties.insert_element_before(_padding(), "w:tblLook")
    properties.append(_element("tblCaption", val=piece.text))
    widths = [Mm(share * office.text_width(piece.sideways)) for share in piece.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, (row, texts) in enumerate(zip(table.rows, piece.rows, strict=True)):
        _row(row, texts, widths, is_head=number == 0)


def _padding() -> Any:
    made = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        twips = f"{Mm(office.PADDING).twips}"
        made.append(_element(side, w=twips, type="dxa"))
    return made


def _row(row: Any, texts: tuple[str, ...], widths: list[Any], is_head: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if not is_head:
        row.height, row.height_rule = Mm(office.ROW_HEIGHT), WD_ROW_HEIGHT_RULE.AT_LEAST
    else:
        properties.append(_element("tblHeader", val="true"))
    for cell, words, width in zip(row.cells, texts, widths, strict=True):
        cell.width, cell.text = width, words
        cell.paragraphs[0].style = DOCX_STYLES["head" if is_head else "cell"]
        if is_head:
            cell._tc.get_or_add_tcPr().append(
                _element("shd", val="clear", color="auto", fill=office.HEAD_GROUND)
            )


def _foot(made: Any, data: DocumentData) -> None:
    """Version, licence, address and page on every sheet."""
    foot = made.sections[0].footer.paragraphs[0]
    for piece in office.foot(data):
        if piece in (office.PAGE_FIELD, office.PAGES_FIELD):
            _field(foot, piece)
        else:
            foot.add_run(piece)


def _field(paragraph: Any, name: str) -> None:
    field = _element("fldSimple", instr=name)
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = "1"
    field.append(run)
    paragraph._p.append(field)
