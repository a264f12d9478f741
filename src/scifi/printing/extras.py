"""
What a print run makes beside the PDFs of pages, and where the page `/print/` lists it.

The page holds one empty place (`data-print-more`), the page `/print/press/` another one
(`data-print-press`); a site that is built without PDFs keeps both.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import MappingProxyType

from scifi.printing.editions import Style
from scifi.printing.links import bytes_in_words, listing
from scifi.printing.packs import Pack, chapter_packs
from scifi.printing.press import Press, Printed
from scifi.printing.volume import Volume
from scifi.printing.whole import Whole

MORE = re.compile(r"<div[^>]*\bdata-print-more\b[^>]*>\s*</div>")
PRESS = re.compile(r"<div[^>]*\bdata-print-press\b[^>]*>.*?</div>", re.DOTALL)

TITLE_BY_KIND = {
    "epub": "For e-readers and phones",
    "chapter-pack": "Chapter packs",
    "press": "For a print shop",
}
"""Headings of the list, in order."""


@dataclass(frozen=True)
class Extra:
    """A file beside the PDFs: kind, title, what it holds, its place, the page it belongs to."""

    kind: str
    title: str
    holds: str
    path: Path
    address: str = ""

    @property
    def size(self) -> int:
        """In bytes."""
        return self.path.stat().st_size


def make(
    press: Press,
    printed: Iterable[Printed],
    belonging: Mapping[str, Iterable[str]] = MappingProxyType({}),
) -> list[Extra]:
    """
    Write all of them into the site's folder `print` and list them on its page.

    `belonging` names the worksheets and briefs of each chapter, as in `packs.chapter_packs`.

    Raises:
        PrintError: A page is missing, or something could not be set.
    """
    printed = list(printed)
    whole = Whole(press)
    packs = chapter_packs(press.site, printed, whole.imprint, belonging)
    made = [_epub(whole), *(_pack(one) for one in packs)]
    for one in printed:
        if one.edition.kind == "book" and one.edition.style == Style():
            made.append(_press_book(whole, one))
    whole.tidy()
    fill(press.site, made)
    _fill_place(press.site / "print" / "press" / "index.html", PRESS, _figures(printed))
    return made


def _epub(whole: Whole) -> Extra:
    holds = "All chapters, steps, pathways and remedies, with contents, charts and receipts"
    return Extra("epub", "The whole book as EPUB", holds, whole.epub())


def _pack(one: Pack) -> Extra:
    charts = sum(held.name.startswith("charts/") for held in one.held)
    papers = sum(held.name.startswith("papers/") for held in one.held)
    words = ["The chapter as PDF"]
    words += [f"numbers of {charts} chart{'s' if charts != 1 else ''}"] if charts else []
    words += (
        [f"{papers} paper{'s' if papers != 1 else ''} to fill in or hand out"] if papers else []
    )
    # The list of PDFs has links with the bare titles; two links of one name lead to one place.
    title = f"Chapter pack: {one.edition.title}"
    return Extra("chapter-pack", title, ", ".join(words), one.path, one.edition.address)


def _press_book(whole: Whole, book: Printed) -> Extra:
    volume = Volume(book.pages)
    holds = f"{volume.full_pages} pages with a back cover, {volume.blank_pages} of them for notes"
    return Extra("press", "The whole book for the press", holds, whole.press_book(book))


def fill(site: Path, made: Iterable[Extra]) -> None:
    """Put the list into the page `/print/` of the built site."""
    made = list(made)
    tables = [
        _table(kind, title, ones)
        for kind, title in TITLE_BY_KIND.items()
        if (ones := [one for one in made if one.kind == kind])
    ]
    markup = f'<div class="print-list">{"".join(tables)}</div>'
    _fill_place(site / "print" / "index.html", MORE, markup)


def _fill_place(page: Path, place: re.Pattern[str], markup: str) -> None:
    if page.is_file():
        text = page.read_text(encoding="utf-8")
        page.write_text(place.sub(lambda match: markup, text, count=1), encoding="utf-8")


def _figures(printed: Iterable[Printed]) -> str:
    """Pages, sheets, thickness and weight of the book and of each part."""
    rows = "".join(
        _volume_row(one.edition.title, Volume(one.pages))
        for one in printed
        if one.edition.kind in ("book", "part") and one.edition.style == Style()
    )
    heads = (
        "What", "Pages", "Empty pages", "Sheets inside", "Back, mm",
        "One copy, kg", "100 copies, kg",
    )  # fmt: skip
    head = "".join(f'<th scope="col">{words}</th>' for words in heads)
    title = "The book and its parts on paper of 80 g/m²"
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{title}">'
        f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _volume_row(title: str, one: Volume) -> str:
    cells = (
        f"{one.full_pages}", f"{one.blank_pages}", f"{one.sheets}", f"{one.back:.0f}",
        f"{one.weight / 1000:.2f}", f"{one.weight / 10:.0f}",
    )  # fmt: skip
    row = "".join(f"<td>{words}</td>" for words in cells)
    return f'<tr><th scope="row">{escape(title)}</th>{row}</tr>'


def _table(kind: str, title: str, ones: list[Extra]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="{escape(one.path.name)}">{escape(one.title)}</a></th>'
        f"<td>{escape(one.holds)}</td><td>{bytes_in_words(one.size)}</td></tr>"
        for one in ones
    )
    return listing(kind, title, "What it holds", rows)
