"""
Spreadsheets of the calculators: made at build with live formulas, filled in by the browser.

A page that is opened from a folder may not read files, so each is handed over as a script of data:
the file in letters, and where in it each number goes.
"""

from base64 import b64encode
from pathlib import Path

from scifi.printing.workbooks import how_many, pay_back
from scifi.printing.workbooks.frame import Book
from scifi.site.scripts import script

BOOKS = {"how-many-sheet": how_many.book, "pay-back-sheet": pay_back.book}
"""What makes each spreadsheet, by the name under which its calculator finds it."""


def hand_over(site: Path) -> None:
    """Write every spreadsheet where its calculator looks for it, below the built site."""
    for name, make in BOOKS.items():
        path = site / f"assets/data/{name}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script(name, told(make())), encoding="utf-8")


def told(book: Book) -> dict[str, object]:
    """A spreadsheet as its calculator reads it."""
    file = b64encode(book.content).decode()
    return {"file": file, "cells": book.cells, "copied": book.copied}
