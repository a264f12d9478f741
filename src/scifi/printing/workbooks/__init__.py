"""
Spreadsheets of the calculators: made at build with live formulas, filled in by the browser.

Each is handed over as the file in letters, and where in it each number goes.
"""

from pathlib import Path

from scifi.printing.hand_over import hand_over, in_letters
from scifi.printing.workbooks import how_many, pay_back
from scifi.printing.workbooks.frame import Book

BOOKS = {"how-many-sheet": how_many.book, "pay-back-sheet": pay_back.book}
"""What makes each spreadsheet, by the name under which its calculator finds it."""


def hand_over_all(site: Path) -> None:
    """Write every spreadsheet where its calculator looks for it, below the built site."""
    for name, make in BOOKS.items():
        hand_over(site, name, told(make()))


def told(book: Book) -> dict[str, object]:
    """A spreadsheet as its calculator reads it."""
    return {"file": in_letters(book.content), "cells": book.cells, "copied": book.copied}
