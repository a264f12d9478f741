"""
Pages and sizes, which nobody knows before all is set: the empty cells of two built pages.

The page `/print/` has a row for each file, `/print/press/` one for the book and each part. A row
has the name of its file as its id.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from scifi.language import number
from scifi.printing.papers.kept import Printed
from scifi.printing.words import bytes_in_words

FOLD, COVER_PAGES = 4, 4
"""Pages of a folded sheet; pages on card: front and back with their insides."""

INNER_PAPER, CARD = 80.0, 250.0
"""Usual office and book paper, and the cover, g/m²."""

SHEET_AREA, SHEET_THICKNESS = 0.210 * 0.297, 0.1
"""A4, m²; uncoated paper of that weight, mm."""


@dataclass(frozen=True)
class Volume:
    """
    A book of this many pages, to which a print shop needs a back cover and full sheets.

    All of it is our own advice; the page `/print/press/` says so and shows the assumptions.
    """

    pages: int

    @property
    def blank_pages(self) -> int:
        """Empty pages before the back cover; at least one, the inside of the cover."""
        return -(self.pages + 2) % FOLD + 1

    @property
    def full_pages(self) -> int:
        """Pages with the empty ones and the back cover."""
        return self.pages + self.blank_pages + 1

    @property
    def sheets(self) -> int:
        """Sheets of A4, printed on both sides, between the two of the cover."""
        return (self.full_pages - COVER_PAGES) // 2

    @property
    def weight(self) -> float:
        """One copy with its cover, front and back, in g."""
        return SHEET_AREA * (self.sheets * INNER_PAPER + 2 * CARD)

    @property
    def back(self) -> float:
        """Width of the back without the cover, mm."""
        return self.sheets * SHEET_THICKNESS

    @property
    def row(self) -> list[str]:
        """All of it in words, with the weight of one copy and of a hundred in kg."""
        return [
            number(self.full_pages), number(self.blank_pages), number(self.sheets),
            number(self.back, 0), number(self.weight / 1000, 2), number(self.weight / 10, 0),
        ]  # fmt: skip


def fill_counts(site: Path, printed: Iterable[Printed]) -> None:
    """Fill the cells for these files."""
    printed = list(printed)
    _fill(site / "print" / "index.html", {file.path.name: _length(file) for file in printed})
    books = (file for file in printed if file.edition.kind in ("book", "part") and file.pages)
    sheets = {file.path.name: Volume(file.pages).row for file in books}
    _fill(site / "print" / "press" / "index.html", sheets)


def _length(file: Printed) -> list[str]:
    return [*([number(file.pages)] if file.pages else []), bytes_in_words(file.size)]


def _fill(path: Path, cells: Mapping[str, list[str]]) -> None:
    """Write texts into the last cells of rows."""
    if not (path.is_file() and cells):
        return
    page = lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8"))
    rows = {row.get("id"): row for row in page.iter("tr")}
    for name, texts in cells.items():
        for cell, text in zip(rows[name].findall("td")[-len(texts) :], texts, strict=True):
            cell.text = text
    path.write_bytes(lxml.html.tostring(page, encoding="utf-8", doctype="<!doctype html>"))
