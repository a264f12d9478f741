"""A worksheet as ODT, for LibreOffice and its relatives."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import odfdo

from scifi.printing.documents import DocumentData
from scifi.printing.office.pieces import PLACE, Piece, pieces, saved, shares
from scifi.printing.words import cookbook, spoken_language

TEMPLATE = Path(__file__).with_name("worksheet.odt")


def as_odt(data: DocumentData) -> bytes:
    """The file; the same data give the same bytes."""
    made, samples = begun(TEMPLATE, data)
    for number, piece in enumerate(pieces(data)):
        copied = samples[piece.kind].clone
        if piece.kind in ("table", "answer"):
            # A screen reader says the name of a table; no two may have the same.
            copied.set_attribute("table:name", f"{number} {piece.text}")
            (fill_table if piece.rows else _lines)(made, copied, piece)
        else:
            put(copied, piece.text)
        if piece.kind == "question" and not piece.first:
            copied.set_attribute("text:continue-numbering", "true")
        if piece.sheet:
            name, usual = f"{copied.style}-{piece.sheet}", copied.style
            style = odfdo.Style("paragraph", name, parent_style=usual, master_page=piece.sheet)
            copied.style = made.insert_style(style, automatic=True)
        made.body.append(copied)
    return saved(made)


def begun(template: Path, data: DocumentData) -> tuple[Any, dict[str, Any]]:
    """A document without content, and the samples of its template by what goes into them."""
    made = odfdo.Document(template)
    about(made, data)
    for foot in made.styles.get_elements("//style:footer"):
        put(foot, data["footer"])
    body: Any = made.body
    samples = {kind: s for s in body.children for kind in PLACE.findall(s.inner_text)[:1]}
    body.clear()
    return made, samples


def about(made: Any, data: DocumentData) -> None:
    """Write into the file what it is called, by whom, from when and in which language."""
    named = made.meta
    named.meta_body.clear()
    named.title, named.description = data["title"], data["description"]
    named.creator = named.initial_creator = data["author"]
    named.creation_date = named.date = date(*data["date"])
    named.set_generator(cookbook())
    made.language = spoken_language()


def put(element: Any, words: str) -> None:
    """Words in the places of a sample."""
    element.replace(PLACE.pattern, words.replace("\\", r"\\"))


def _lines(made: Any, table: Any, piece: Piece) -> None:
    """Lines in a row that does not grow: a long answer takes the place of lines still empty."""
    put(table, "")
    row = table.get_element("table:table-row")
    (cell,) = row.children
    for _ in range(piece.lines - 1):
        cell.append(cell.children[0].clone)
    height = made.get_style("table-row", row.style).get_properties()["style:row-height"]
    higher = re.sub(r"[\d.]+", lambda found: f"{float(found[0]) * piece.lines:.4f}", height)
    _restyle(made, row, piece.lines, {"style:row-height": higher})


def fill_table(made: Any, table: Any, piece: Piece) -> None:
    """Rows in the place of the two that a sample has, together as wide as the page."""
    places = ("column", "header-rows/table:table-row", "row")
    column, head, below = (table.get_element(f"table:table-{place}") for place in places)
    for share in shares(piece):
        copied = column.clone
        parts = round(share * 10_000)
        _restyle(made, copied, parts, {"style:rel-column-width": f"{parts}*"})
        column.insert(copied, odfdo.PREV_SIBLING)
    column.delete()
    for number, texts in enumerate(piece.rows):
        sample = below if number else head
        row = sample.clone
        (cell,) = row.children
        for words in texts:
            copied = cell.clone
            put(copied, words)
            cell.insert(copied, odfdo.PREV_SIBLING)
        cell.delete()
        sample.insert(row, odfdo.PREV_SIBLING)
    head.delete()
    below.delete()


def _restyle(made: Any, element: Any, number: int, properties: dict[str, str]) -> None:
    """The element's style, but with these properties, which the number tells from others."""
    style = made.get_style(element.tag.removeprefix("table:"), element.style).clone
    style.name = f"{element.style}-{number}"
    style.set_properties(properties)
    element.style = made.insert_style(style, automatic=True)
