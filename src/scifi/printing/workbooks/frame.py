"""The frame of a spreadsheet: its look, its cells for input by name, its formulas left open."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from scifi.archive import archive

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""When every spreadsheet says that it was made: the clock would change its bytes."""

_STALE = re.compile(rb"(</f>)<v>0</v>")
"""The number that XlsxWriter writes beside a formula, which it does not reckon out."""


@dataclass(frozen=True)
class Book:
    """
    A finished file, and for each number its part of the file and its cell: B5.

    `copied` says of which parts row 2 is to be copied down, and how many rows there are then.
    """

    content: bytes
    cells: dict[str, tuple[str, str]]
    copied: dict[str, int]


@dataclass
class Frame:
    """A spreadsheet in the making."""

    title: str
    cells: dict[str, tuple[str, str]] = field(default_factory=dict)
    copied: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._out = io.BytesIO()
        self.book = Workbook(self._out, {"in_memory": True})
        self.book.set_properties({"title": self.title, "created": LONG_AGO})
        self.book.set_calc_mode("auto")
        wrapped = {"text_wrap": True, "valign": "top"}
        self.looks = {
            "title": self.book.add_format({"bold": True, "font_size": 15}),
            "head": self.book.add_format({"bold": True, "font_size": 12, "top": 1}),
            "text": self.book.add_format(wrapped),
            "column": self.book.add_format(wrapped | {"bold": True, "bottom": 1}),
            "input": self.book.add_format({"bg_color": "#FFF4CC", "border": 1, "valign": "top"}),
            "result": self.book.add_format({"bold": True, "num_format": "0.0", "valign": "top"}),
            "whole": self.book.add_format({"bold": True, "num_format": "#,##0", "valign": "top"}),
            "share": self.book.add_format({"bold": True, "num_format": "0.0%", "valign": "top"}),
        }

    def sheet(self, name: str, widths: Sequence[float]) -> Any:
        """A new sheet with columns of these widths, on paper as wide as the paper."""
        made = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        return made

    def input(
        self, sheet: Any, row: int, column: int, name: str, value: float | str | None = None
    ) -> None:
        """A cell that the browser, or a person, fills in; `name` is that of its number."""
        look = self.looks["input"]
        if value is None:
            sheet.write_blank(row, column, None, look)
        else:
            sheet.write(row, column, value, look)
        self.cells[name] = (self._part(sheet), xl_rowcol_to_cell(row, column))

    def copy_down(self, sheet: Any, rows: int) -> None:
        """Let the browser copy row 2 of a sheet down, so often that there are so many."""
        self.copied[self._part(sheet)] = rows

    @staticmethod
    def _part(sheet: Any) -> str:
        return f"xl/worksheets/sheet{sheet.index + 1}.xml"

    def define(self, name: str, sheet: Any, row: int, column: int, last: int | None = None) -> None:
        """A name for a cell, or for its column down to the row `last`, to be used in formulas."""
        area = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        if last is not None:
            area += ":" + xl_rowcol_to_cell(last, column, row_abs=True, col_abs=True)
        self.book.define_name(name, f"='{sheet.get_name()}'!{area}")

    def finish(self) -> Book:
        """The file; without a number beside a formula, every program reckons it out on opening."""
        self.book.close()
        with zipfile.ZipFile(self._out) as made:
            parts = [(name, _STALE.sub(rb"\1", made.read(name))) for name in made.namelist()]
        return Book(archive(parts), self.cells, self.copied)
