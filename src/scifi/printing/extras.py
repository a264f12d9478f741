"""
What a print run makes beside the PDFs of pages, and where the page `/print/` lists it.

The page holds one empty place (`data-print-more`); a site that is built without PDFs keeps it so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from scifi.printing.links import bytes_in_words
from scifi.printing.press import Press, Printed
from scifi.printing.whole import Whole

MORE = re.compile(r"<div[^>]*\bdata-print-more\b[^>]*>\s*</div>")

TITLE_BY_KIND = {"epub": "For e-readers and phones"}
"""Headings of the list, in order."""


@dataclass(frozen=True)
class Extra:
    """A file beside the PDFs: its kind, title, what it holds in words, and its place."""

    kind: str
    title: str
    holds: str
    path: Path

    @property
    def size(self) -> int:
        """In bytes."""
        return self.path.stat().st_size


def make(press: Press, printed: Iterable[Printed]) -> list[Extra]:
    """
    Write all of them into the site's folder `print` and list them on its page.

    Raises:
        PrintError: A page is missing.
    """
    made = [_epub(Whole(press))]
    fill(press.site, made)
    return made


def _epub(whole: Whole) -> Extra:
    path = whole.epub()
    holds = "All chapters, steps, pathways and remedies, with contents, charts and receipts"
    return Extra("epub", "The whole book as EPUB", holds, path)


def fill(site: Path, made: Iterable[Extra]) -> None:
    """Put the list into the page `/print/` of the built site."""
    page = site / "print" / "index.html"
    if not page.is_file():
        return
    made = list(made)
    tables = [
        _table(kind, title, [one for one in made if one.kind == kind])
        for kind, title in TITLE_BY_KIND.items()
    ]
    text = page.read_text(encoding="utf-8")
    filled = MORE.sub(lambda match: f'<div class="print-list">{"".join(tables)}</div>', text, 1)
    page.write_text(filled, encoding="utf-8")


def _table(kind: str, title: str, ones: list[Extra]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="{escape(one.path.name)}">{escape(one.title)}</a></th>'
        f"<td>{escape(one.holds)}</td><td>{bytes_in_words(one.size)}</td></tr>"
        for one in ones
    )
    return (
        f'<h2 id="{kind}">{escape(title)}</h2>'
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{escape(title)}">'
        '<table><thead><tr><th scope="col">File</th><th scope="col">What it holds</th>'
        f'<th scope="col">Size</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )
