"""
Pages and sizes, which nobody knows before all is set: the empty cells of two built pages.

The page `/print/` has a row for each file, `/print/press/` one for the book and each part. A row
has the name of its file as its id.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import lxml.html

from scifi.language import number
from scifi.printing.papers.kept import Printed
from scifi.printing.papers.volume import Volume
from scifi.printing.words import bytes_in_words


def fill_counts(site: Path, printed: Iterable[Printed]) -> None:
    """Fill the cells for these files."""
    printed = list(printed)
    _fill(site / "print" / "index.html", {one.path.name: _length(one) for one in printed})
    books = (one for one in printed if one.edition.kind in ("book", "part") and one.pages)
    sheets = {one.path.name: _for_shop(Volume(one.pages)) for one in books}
    _fill(site / "print" / "press" / "index.html", sheets)


def _length(one: Printed) -> list[str]:
    return [*([number(one.pages)] if one.pages else []), bytes_in_words(one.size)]


def _for_shop(book: Volume) -> list[str]:
    return [
        number(book.full_pages), number(book.blank_pages), number(book.sheets),
        number(book.back, 0), number(book.weight / 1000, 2), number(book.weight / 10, 0),
    ]  # fmt: skip


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
