"""A worksheet as ODT, for LibreOffice and its relatives."""

import io
from typing import Any

import odfdo

from scifi.printing.documents import DocumentData
from scifi.printing.office import pieces as office
from scifi.printing.office.pieces import Piece
from scifi.printing.words import cookbook, spoken_language

ODT_STYLES = {
    "title": "Heading_20_1",
    "heading": "Heading_20_2",
    "lead": "Text_20_body",
    "text": "Text_20_body",
    "note": "Note",
    "question": "Question",
    "tick": "Tick",
    "line": "Answer",
    "upper-line": "Answer_20_above",
    "cell": "Table_20_Contents",
    "head": "Table_20_Heading",
    "foot": "Footer",
}
"""The style that each kind of piece gets; whoever edits the file changes a style once."""

PARENTS = {"title": "Heading", "heading": "Heading"}
OUTLINE = {"title": 1, "heading": 2}

SHAPES = {
    "title": 'fo:margin-bottom="6pt" fo:keep-with-next="always"',
    "heading": 'fo:margin-top="14pt" fo:margin-bottom="5pt" fo:keep-with-next="always"',
    "note": 'fo:margin-bottom="3pt"',
    "question": 'fo:margin-top="6pt" fo:margin-left="7mm" fo:text-indent="-7mm" '
    'fo:keep-with-next="always"',
    "tick": 'fo:margin-top="4pt" fo:margin-bottom="4pt" fo:margin-left="7mm" fo:text-indent="-7mm"',
    "cell": "",
    "head": "",
    "foot": "",
}
"""What makes a kind of paragraph differ from plain text; a line to write on has its own."""

RULED = (
    f'style:line-height-at-least="{office.LINE_HEIGHT}mm" fo:padding-bottom="1pt" '
    f'fo:border-bottom="0.5pt solid #{office.PEN}" style:join-border="false"'
)

MASTERS = {False: "Standard", True: "Sideways"}
"""Pages that stand upright, and pages that lie across."""


def as_odt(data: DocumentData) -> bytes:
    """The file; the same data give the same bytes."""
    made = odfdo.Document("text")
    made.body.clear()
    _about(made, data)
    _styles(made, data)
    way = None
    for number, piece in enumerate(office.pieces(data)):
        turned, way = piece.sideways != way, piece.sideways
        _add(made, piece, number, turned)
    out = io.BytesIO()
    made.save(out)
    return office.same_bytes(out.getvalue(), data["date"])


def _about(made: Any, data: DocumentData) -> None:
    made.language = spoken_language()
    about = made.meta
    about.title = data["title"]
    about.creator = about.initial_creator = data["author"]
    about.description = data["description"]
    about.creation_date = about.date = office.day(data)
    about.editing_cycles = 1
    about.set_generator(cookbook())


def _styles(made: Any, data: DocumentData) -> None:
    # The library's template numbers its headings.
    made.styles.get_element("//text:outline-style").delete()
    for kind in ODT_STYLES:
        made.insert_style(_style(ODT_STYLES[kind], kind))
    for kind in ("title", "heading"):
        for sideways, page in MASTERS.items():
            name = _turned(kind, sideways)
            made.insert_style(_automatic(name, ODT_STYLES[kind], page), automatic=True)
    for sideways, page in MASTERS.items():
        made.insert_style(_layout(page, sideways))
        made.insert_style(_master(page, data))
    _table_styles(made)


def _style(name: str, kind: str) -> str:
    display = name.replace("_20_", " ")
    ruled = RULED + (' fo:keep-with-next="always"' if kind == "upper-line" else "")
    plain = 'fo:margin-bottom="6pt"'
    shape = ruled if "line" in kind else SHAPES.get(kind, plain)
    bold = ' fo:font-weight="bold"' if kind in ("title", "heading", "head") else ""
    ink = office.INK_BY_KIND.get(kind, office.TEXT_INK)
    level = f' style:default-outline-level="{OUTLINE[kind]}"' if kind in OUTLINE else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{display}" '
        f'style:family="paragraph" style:parent-style-name="{PARENTS.get(kind, "Standard")}"'
        f"{level}><style:paragraph-properties {shape}/><style:text-properties "
        f'fo:font-family="{office.FACE}" fo:color="#{ink}" '
        f'fo:font-size="{office.SIZES.get(kind, office.TEXT_SIZE)}pt"{bold}/></style:style>'
    )


def _turned(kind: str, sideways: bool) -> str:
    """The style of a paragraph that opens a sheet."""
    return f"{kind}-{'sideways' if sideways else 'upright'}"


def _automatic(name: str, parent: str, page: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" '
        f'style:parent-style-name="{parent}" style:master-page-name="{page}"/>'
    )


def _layout(name: str, sideways: bool) -> str:
    width, height = reversed(office.PAGE_SIZE) if sideways else office.PAGE_SIZE
    way = "landscape" if sideways else "portrait"
    return (
        f'<style:page-layout style:name="Page{name}"><style:page-layout-properties '
        f'fo:page-width="{width}mm" fo:page-height="{height}mm" '
        f'style:print-orientation="{way}" fo:margin-left="{office.SIDE}mm" '
        f'fo:margin-right="{office.SIDE}mm" fo:margin-top="{office.ABOVE_TEXT}mm" '
        f'fo:margin-bottom="{office.FOOT}mm"/><style:footer-style>'
        f'<style:header-footer-properties fo:min-height="{office.BELOW_TEXT - office.FOOT}mm" '
        'fo:margin-top="4mm"/>'
        "</style:footer-style></style:page-layout>"
    )


def _master(name: str, data: DocumentData) -> Any:
    """A kind of page, with version, licence, address and page number at its foot."""
    foot = odfdo.Paragraph("", style=ODT_STYLES["foot"])
    fields = {office.PAGE_FIELD: odfdo.VarPageNumber, office.PAGES_FIELD: odfdo.VarPageCount}
    for piece in office.foot(data):
        if piece in fields:
            foot.append(fields[piece]())
        else:
            foot.append_plain_text(piece)
    master = odfdo.StyleMasterPage(name, page_layout=f"Page{name}")
    master.set_page_footer(foot)
    return master


def _table_styles(made: Any) -> None:
    border = f'fo:border="0.5pt solid #{office.PEN}" fo:padding="{office.PADDING}mm"'
    ground = f' fo:background-color="#{office.HEAD_GROUND}"'
    for name, more in (("Boxed", ""), ("BoxedHead", ground)):
        made.insert_style(
            f'<style:style style:name="{name}" style:family="table-cell">'
            f"<style:table-cell-properties {border}{more}/></style:style>",
            automatic=True,
        )
    for name, height in (("Row", office.ROW_HEIGHT), ("HeadRow", 0)):
        made.insert_style(
            f'<style:style style:name="{name}" style:family="table-row">'
            f'<style:table-row-properties style:min-row-height="{height}mm" '
            'fo:keep-together="always"/></style:style>',
            automatic=True,
        )


def _add(made: Any, piece: Piece, number: int, turned: bool) -> None:
    if piece.kind == "table":
        made.body.append(_table(made, piece, f"Table {number}"))
        return
    style = _turned(piece.kind, piece.sideways) if turned else ODT_STYLES[piece.kind]
    if piece.kind in OUTLINE:
        header = odfdo.Header(OUTLINE[piece.kind], piece.text)
        header.style = style
        made.body.append(header)
    else:
        mark = f"{piece.mark}\t" if piece.mark else ""
        made.body.append(odfdo.Paragraph(mark + piece.text, style=style))


def _table(made: Any, piece: Piece, name: str) -> Any:
    table = odfdo.Table(name)
    for number, share in enumerate(piece.shares):
        column = f"{name.replace(' ', '')}.{number}"
        width = f"{share * office.text_width(piece.sideways):.2f}mm"
        made.insert_style(
            f'<style:style style:name="{column}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width}"/></style:style>',
            automatic=True,
        )
        table.append(odfdo.Element.from_tag(f'<table:table-column table:style-name="{column}"/>'))
    head = odfdo.HeaderRows()
    head.append(_row(piece.rows[0], "head"))
    table.append(head)
    for texts in piece.rows[1:]:
        table.append(_row(texts, "cell"))
    return table


def _row(texts: tuple[str, ...], kind: str) -> Any:
    row = odfdo.Row(style="HeadRow" if kind == "head" else "Row")
    for words in texts:
        cell = odfdo.Cell(style="BoxedHead" if kind == "head" else "Boxed")
        cell.append(odfdo.Paragraph(words, style=ODT_STYLES[kind]))
        row.append(cell)
    return row
