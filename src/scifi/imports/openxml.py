"""
Cells of an XLSX file: only their stored values, never a formula.

Source: ECMA-376, part 1, 18.3 (worksheets) and 18.4 (shared strings).
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from lxml import etree

from scifi.imports.bounded import part, xml
from scifi.imports.cells import MAX_COLUMNS, MAX_ROWS, Cell
from scifi.imports.errors import ImportFileError
from scifi.language import _

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheets(path: Path) -> Iterator[tuple[str, Iterator[Sequence[Cell]]]]:
    """
    Name and rows of each sheet.

    Raises:
        ImportFileError: A part is missing, too large or no XML.
    """
    book, links = part(path, "xl/workbook.xml"), part(path, "xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        raise ImportFileError(_("It is no XLSX workbook; save it again as .xlsx or .csv."))
    goals = {link.get("Id"): link.get("Target", "") for link in xml(links)}
    words = _shared(part(path, "xl/sharedStrings.xml"))
    styles = _styles(part(path, "xl/styles.xml"))
    start = _first_day(xml(book))
    for sheet in xml(book).iter(f"{_MAIN}sheet"):
        goal = goals.get(sheet.get(_LINK), "")
        name = goal.lstrip("/") if goal.startswith("/") else posixpath.normpath(f"xl/{goal}")
        data = part(path, name)
        if data is not None:
            yield sheet.get("name", ""), _rows(xml(data), _Book(words, styles, start))


@dataclass(frozen=True)
class _Book:
    """What cells refer to: texts, kinds of their styles, and the day before day 1."""

    words: list[str]
    styles: list[str]
    start: date


def _first_day(book: etree._Element) -> date:
    """The day 0 of a workbook (18.17.4.1); that of 1900 counts a day that never was."""
    of_1904 = any(p.get("date1904") in ("1", "true") for p in book.iter(f"{_MAIN}workbookPr"))
    return date(1904, 1, 1) if of_1904 else date(1899, 12, 30)


def _styles(data: bytes | None) -> list[str]:
    """Of each style of cells "date", "percent" or nothing, by its format (18.8.30)."""
    if data is None:
        return []
    root = xml(data)
    own = {f.get("numFmtId"): f.get("formatCode", "") for f in root.iter(f"{_MAIN}numFmt")}
    found = []
    for style in root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf"):
        number = style.get("numFmtId", "0")
        code = re.sub(r'"[^"]*"|\\[\s\S]|\[[^\]]*\]', "", own.get(number, "")).casefold()
        if number in _DATES or re.search("[dy]", code):
            found.append("date")
        else:
            found.append("percent" if number in ("9", "10") or "%" in code else "")
    return found


_DATES = ("14", "15", "16", "17", "22")


def _shared(data: bytes | None) -> list[str]:
    return [] if data is None else [_text(item) for item in xml(data).iter(f"{_MAIN}si")]


def _text(item: etree._Element) -> str:
    """The text of a string, also of one in several styles; hints of pronunciation left out."""
    pieces = [
        piece.text or ""
        for piece in item.iter(f"{_MAIN}t")
        if (above := piece.getparent()) is not None and above.tag != f"{_MAIN}rPh"
    ]
    return "".join(pieces)


def _rows(sheet: etree._Element, book: _Book) -> Iterator[Sequence[Cell]]:
    last = 0
    for row in sheet.iter(f"{_MAIN}row"):
        line = _whole(row.get("r"), last + 1)
        # Rows that hold nothing are not stored; lines are counted as people see them.
        for _empty in range(min(line, MAX_ROWS + 2) - last - 1):
            yield []
        last = line
        cells: dict[int, Cell] = {}
        for at, cell in enumerate(row.iter(f"{_MAIN}c")):
            column = _column(cell.get("r", ""), at)
            if column <= MAX_COLUMNS:
                cells[column] = _cell(cell, book)
        yield [cells.get(at, Cell("")) for at in range(max(cells, default=-1) + 1)]


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise


def _column(place: str, otherwise: int) -> int:
    """The column of `AB12`, counted from 0."""
    match = re.match(r"[A-Z]{1,3}", place)
    if not match:
        return otherwise
    column = 0
    for letter in match.group():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _cell(cell: etree._Element, book: _Book) -> Cell:
    kind = cell.get("t", "n")
    value = cell.findtext(f"{_MAIN}v") or ""
    if kind == "inlineStr":
        return Cell(_text(cell))
    if kind == "s":
        at = _whole(value, len(book.words))
        return Cell(book.words[at] if at < len(book.words) else "")
    if kind == "b":
        return Cell({"1": "true", "0": "false"}.get(value, ""))
    style = _whole(cell.get("s"), len(book.styles))
    form = book.styles[style] if style < len(book.styles) else ""
    return _formed(value, form, book.start) if kind == "n" and value else Cell(value)


def _formed(value: str, form: str, start: date) -> Cell:
    """A number; a day that is stored as one, and a share as people see it, in per cent."""
    try:
        number = float(value)
        if form == "date":
            return Cell((start + timedelta(days=int(number))).isoformat(), exact=True)
    except (ValueError, OverflowError):
        return Cell(value)
    return Cell(f"{number * 100:g} %") if form == "percent" else Cell(value, exact=True)
