"""A spreadsheet as XLSX: formulas stay alive, and cells have the names that formulas call them."""

import io
import zipfile
from datetime import datetime
from typing import Any

import xlsxwriter

from scifi.archive import archive
from scifi.printing.documents import DocumentData, Sheet, SheetCell, SheetRow

WRAPPED = {"text_wrap": True, "valign": "top"}

LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15},
    "head": {**WRAPPED, "bold": True, "bottom": 2, "bg_color": "#E8E8E8"},
    "text": {},
    "line": {**WRAPPED, "bottom": 4},
    "total": {**WRAPPED, "bold": True, "top": 1},
}
"""How rows look: no colour says what words do not."""

LINE, LARGE = 15, 100
"""Height of a line in points; from this number on decimals are not shown, only kept."""


def as_xlsx(data: DocumentData) -> bytes:
    """The file; the same data give the same bytes."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        year, month, day = data["date"]
        book.set_properties(
            {
                "title": data["title"],
                "subject": data["description"],
                "author": data["author"],
                "created": datetime(year, month, day),
            }
        )
        book.set_size(1800, 1200)
        for sheet in data["sheets"]:
            _sheet(book, sheet)
    with zipfile.ZipFile(made) as file:
        return archive((name, file.read(name)) for name in file.namelist())


def _sheet(book: Any, sheet: Sheet) -> None:
    made = book.add_worksheet(sheet["title"])
    made.set_paper(9)
    made.set_landscape()
    made.fit_to_pages(1, 0)
    for column, width in enumerate(sheet["widths"]):
        made.set_column(column, column, width)
    for at, row in enumerate(sheet["rows"]):
        if "text_wrap" in LOOKS[row["look"]]:
            made.set_row(at, LINE * _lines(row, sheet["widths"]))
        for column, cell in enumerate(row["cells"]):
            look = book.add_format(LOOKS[row["look"]] | {"num_format": _digits(cell)})
            _cell(made, at, column, cell, look)
            if name := cell.get("name"):
                place = xlsxwriter.utility.xl_rowcol_to_cell(at, column, True, True)
                book.define_name(name, f"='{sheet['title']}'!{place}")


def _lines(row: SheetRow, widths: list[int]) -> int:
    """Lines of the longest text of a row: not every program makes room for it by itself."""
    texts = [cell.get("text", "") for cell in row["cells"]]
    return max(-(-len(text) // width) for text, width in zip(texts, widths, strict=False)) or 1


def _digits(cell: SheetCell) -> str:
    number = cell.get("number", 0.0)
    if float(number).is_integer() or number >= LARGE:
        return "#,##0"
    return "#,##0.0" if "formula" in cell else "#,##0.00"


def _cell(made: Any, at: int, column: int, cell: SheetCell, look: Any) -> None:
    if "formula" in cell:
        made.write_formula(at, column, cell["formula"], look, cell.get("number", ""))
    elif "number" in cell:
        made.write_number(at, column, cell["number"], look)
    else:
        made.write_string(at, column, cell.get("text", ""), look)
