"""Tables of a spreadsheet: CSV with commas, semicolons or tabs, XLSX, ODS."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from scifi.content import characters
from scifi.imports import opendocument, openxml
from scifi.imports.bounded import read
from scifi.imports.cells import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Cell
from scifi.imports.errors import ImportFileError
from scifi.language import _, number
from scifi.site.downloads import FORMULA_STARTS


@dataclass(frozen=True)
class Row:
    """A row by the names of its columns, with its line in the sheet; `refused` says why not."""

    line: int
    cells: dict[str, Cell]
    refused: str = ""


@dataclass(frozen=True)
class Table:
    """One sheet: its name, its columns in order, its rows that hold anything."""

    name: str
    columns: list[str]
    rows: list[Row]


def tables(path: Path) -> list[Table]:
    """
    Every sheet of a file that holds anything; the first row names the columns.

    Raises:
        ImportFileError: The file cannot be read, is too large, or names a column twice.
    """
    readers = {".csv": _csv, ".xlsx": openxml.sheets, ".ods": opendocument.sheets}
    found = []
    for name, rows in readers[path.suffix.lower()](path):
        kept = list(islice(rows, MAX_ROWS + 2))
        if len(kept) > MAX_ROWS + 1:
            raise ImportFileError(
                _("It has more than {n} rows; take a part of it.", n=number(MAX_ROWS))
            )
        if any(cell.text.strip() for row in kept for cell in row):
            found.append(_table(name, kept))
    return found


def _table(name: str, rows: list[Sequence[Cell]]) -> Table:
    columns = [cell.text.strip().casefold().replace(" ", "_") for cell in rows[0]]
    while columns and not columns[-1]:
        columns.pop()
    if len(columns) > MAX_COLUMNS:
        raise ImportFileError(_("It has more than {n} columns.", n=MAX_COLUMNS))
    twice = next((c for at, c in enumerate(columns) if c and c in columns[:at]), "")
    if twice:
        raise ImportFileError(_('It has two columns called "{name}".', name=twice))
    made = [_row(line, columns, cells) for line, cells in enumerate(rows[1:], 2)]
    return Table(name, columns, [row for row in made if row.cells])


def _row(line: int, columns: list[str], cells: Sequence[Cell]) -> Row:
    named = zip(columns, cells, strict=False)
    held = {c: _plain(cell) for c, cell in named if c and cell.text.strip()}
    for column, cell in held.items():
        if wrong := characters.refused(cell.text, allowed="\n\t"):
            return Row(line, held, _("{column}: {what}", column=column, what=wrong[1]))
        if len(cell.text) > MAX_TEXT:
            return Row(line, held, _("{column}: the text is too long", column=column))
    more = any(cell.text.strip() for cell in cells[len(columns) :])
    return Row(line, held, _("it has more cells than the first row has names") if more else "")


def _plain(cell: Cell) -> Cell:
    """Our own tables lead in a formula by an apostrophe, which is taken off again."""
    text = cell.text.strip()
    led_in = text[:1] == "'" and text[1:2] in FORMULA_STARTS and len(text) > 1
    return Cell(text[1:] if led_in else text, cell.exact)


def _csv(path: Path) -> Iterator[tuple[str, Iterator[Sequence[Cell]]]]:
    try:
        text = read(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportFileError(
            _("It is not UTF-8 text; save it as “CSV UTF-8”, so that é and ß are not lost.")
        ) from None
    first = text.partition("\n")[0]
    sign = max(",;\t", key=first.count)
    yield path.stem, _csv_rows(text, sign)


def _csv_rows(text: str, sign: str) -> Iterator[Sequence[Cell]]:
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True):
            yield [Cell(value) for value in row]
    except csv.Error as error:
        raise ImportFileError(_("It is no CSV: {reason}.", reason=error)) from None
