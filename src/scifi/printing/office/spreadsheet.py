"""A spreadsheet as XLSX: formulas stay alive, and cells have the names that formulas call them."""

import io
import zipfile
from datetime import datetime
from typing import Any

import xlsxwriter

from scifi.printing.archive import archive
from scifi.printing.documents import DocumentData, Sheet, SheetCell

WRAPPED = {"text_wrap": True, "valign": "top"}

LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15},
    "head": {**WRAPPED, "bold": True, "bottom": 2, "bg_color": "#E8E8E8"},
    "text": {},
    "line": {**WRAPPED, "bottom": 4, "num_format": "#,##0.##"},
    "total": {**WRAPPED, "bold": True, "top": 1, "num_format": "#,##0.##"},
}
"""How rows look: no colour says what words do not."""


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
        looks = {name: book.add_format(look) for name, look in LOOKS.items()}
        for sheet in data["sheets"]:
            _sheet(book, sheet, looks)
    with zipfile.ZipFile(made) as file:
        return archive((name, file.read(name)) for name in file.namelist())


def _sheet(book: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    made = book.add_worksheet(sheet["title"])
    made.set_paper(9)
    made.set_landscape()
    made.fit_to_pages(1, 0)
    for column, width in enumerate(sheet["widths"]):
        made.set_column(column, column, width)
    for at, row in enumerate(sheet["rows"]):
        for column, cell in enumerate(row["cells"]):
            _cell(made, at, column, cell, looks[row["look"]])
            if name := cell.get("name"):
                place = xlsxwriter.utility.xl_rowcol_to_cell(at, column, True, True)
                book.define_name(name, f"='{sheet['title']}'!{place}")


def _cell(made: Any, at: int, column: int, cell: SheetCell, look: Any) -> None:
    if "formula" in cell:
        made.write_formula(at, column, cell["formula"], look, cell.get("number", ""))
    elif "number" in cell:
        made.write_number(at, column, cell["number"], look)
    else:
        made.write_string(at, column, cell.get("text", ""), look)
