"""All tables as one XLSX file: a sheet each, numbers as numbers, ids and texts as texts."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from scifi.archive import archive
from scifi.exports.edition import Edition
from scifi.exports.tables import explaining
from scifi.exports.tables.table import Cell, Table

_STALE = re.compile(rb"(</f>)<v>0</v>")
"""The number that XlsxWriter writes beside a formula, which it does not reckon out."""


def as_xlsx(tables: Sequence[Table], about: Edition) -> bytes:
    """
    The file; the same tables give the same bytes.

    Each sheet is a table of Excel by its name, so that a formula may say `results[value]`.
    """
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        day = about.day
        book.set_properties(
            {
                "title": explaining.lines(about)[0],
                "author": "SCIFI cookbook",
                "created": datetime(day.year, day.month, day.day),
            }
        )
        _about(book, tables, about)
        names = explaining.sheet_names(tables)
        for table in tables:
            add_sheet(book, names[table.name], table)
    with zipfile.ZipFile(made) as file:
        parts = [(name, _STALE.sub(rb"\1", file.read(name))) for name in file.namelist()]
    return archive(parts)


def _about(book: Any, tables: Sequence[Table], about: Edition) -> None:
    sheet = book.add_worksheet(explaining.about_name())
    bold = book.add_format({"bold": True})
    title, *lines = explaining.lines(about)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 15}))
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, 0, line)
    start = len(lines) + 2
    for column, (head, width) in enumerate(zip(explaining.heads(), (34, 36, 80, 8), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(start, column, head, bold)
    for row, (name, *said, count) in enumerate(explaining.listed(tables), start=start + 1):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
        for column, words in enumerate(said, start=1):
            sheet.write_string(row, column, str(words))
        sheet.write_number(row, 3, count)


def add_sheet(book: Any, name: str, table: Table) -> None:
    """A sheet of this name with a table, whose columns formulas may call by their names."""
    sheet, bold = book.add_worksheet(name), book.add_format({"bold": True})
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, explaining.width(table, place))
        sheet.write_string(0, place, column.name, bold)
    for at, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            _cell(sheet, at, place, cell)
    sheet.freeze_panes(1, 1)
    if table.rows:
        heads = [{"header": column.name, "header_format": bold} for column in table.columns]
        named = {"name": table.sql_name, "columns": heads, "style": None}
        sheet.add_table(0, 0, len(table.rows), len(heads) - 1, named)


def _cell(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif cell is not None:
        sheet.write_number(row, column, cell)
