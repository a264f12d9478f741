"""
Cells of an ODS file: only their stored values, never a formula.

Source: OpenDocument 1.3, part 3, 9 (tables) and 19.385 (office:value).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from scifi.imports.bounded import part, xml
from scifi.imports.cells import MAX_COLUMNS, MAX_ROWS, Cell
from scifi.imports.errors import ImportFileError
from scifi.language import _

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def sheets(path: Path) -> Iterator[tuple[str, Iterator[Sequence[Cell]]]]:
    """
    Name and rows of each sheet.

    Raises:
        ImportFileError: The content is missing, too large or no XML.
    """
    data = part(path, "content.xml")
    if data is None:
        raise ImportFileError(_("It is no ODS spreadsheet; save it again as .ods or .csv."))
    for table in xml(data).iter(f"{_TABLE}table"):
        yield table.get(f"{_TABLE}name", ""), _rows(table)


def _rows(table: etree._Element) -> Iterator[Sequence[Cell]]:
    empty = 0
    for row in table.iter(f"{_TABLE}table-row"):
        cells: list[Cell] = []
        for cell in row:
            # A program writes one cell for all that are alike, to the end of the sheet too.
            times = min(_times(cell, "columns"), MAX_COLUMNS + 1 - len(cells))
            cells += [_cell(cell)] * max(times, 0)
        times = min(_times(row, "rows"), MAX_ROWS + 2)
        if not any(cell.text for cell in cells):
            empty += times
            continue
        # Those at the end of the sheet are never counted.
        for _empty in range(min(empty, MAX_ROWS + 2)):
            yield []
        empty = 0
        for _again in range(times):
            yield cells


def _times(element: etree._Element, what: str) -> int:
    text = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def _cell(cell: etree._Element) -> Cell:
    kind = cell.get(f"{_OFFICE}value-type", "string")
    if kind == "date":
        return Cell(cell.get(f"{_OFFICE}date-value", "")[:10], exact=True)
    if kind == "boolean":
        return Cell(cell.get(f"{_OFFICE}boolean-value", ""))
    if kind in ("float", "currency"):
        return Cell(cell.get(f"{_OFFICE}value", ""), exact=True)
    # Of a percentage what is shown counts: the stored value is a share of one.
    lines = ["".join(str(t) for t in p.itertext()) for p in cell.findall(f"{_TEXT}p")]
    return Cell("\n".join(lines))
