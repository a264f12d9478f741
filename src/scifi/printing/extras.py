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

from scifi.language import N_, _, ngettext, number
from scifi.printing.links import file_row, file_table
from scifi.printing.packs import Pack, chapter_packs
from scifi.printing.papers.press import Press, Printed
from scifi.printing.papers.volume import Volume
from scifi.printing.papers.whole import Whole
from scifi.printing.style import Style

MORE = re.compile(r"<div[^>]*\bdata-print-more\b[^>]*>\s*</div>")
PRESS = re.compile(r"<div[^>]*\bdata-print-press\b[^>]*>.*?</div>", re.DOTALL)

EXTRA_HEADINGS = {
    "epub": N_("For e-readers and phones"),
    "chapter-pack": N_("Chapter packs"),
    "press": N_("For a print shop"),
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
    made = [_epub(whole), *(_pack(pack) for pack in packs)]
    for file in printed:
        if file.edition.kind == "book" and file.edition.style == Style():
            made.append(_press_book(whole, file))
    whole.tidy()
    list_extras(press.site, made)
    _fill_place(press.site / "print" / "press" / "index.html", PRESS, _figures(printed))
    return made


def _epub(whole: Whole) -> Extra:
    holds = _("All chapters, steps, pathways and remedies, with contents, charts and receipts")
    return Extra("epub", _("The whole book as EPUB"), holds, whole.epub())


def _pack(pack: Pack) -> Extra:
    charts = sum(file.name.startswith("charts/") for file in pack.held)
    papers = sum(file.name.startswith("papers/") for file in pack.held)
    holds = [_("The chapter as PDF")]
    if charts:
        holds.append(ngettext("numbers of {n} chart", "numbers of {n} charts", charts))
    if papers:
        holds.append(
            ngettext(
                "{n} paper to fill in or hand out", "{n} papers to fill in or hand out", papers
            )
        )
    # The list of PDFs has links with the bare titles; two links of one name lead to one place.
    title = _("Chapter pack: {title}", title=pack.edition.title)
    return Extra("chapter-pack", title, ", ".join(holds), pack.path, pack.edition.address)


def _press_book(whole: Whole, book: Printed) -> Extra:
    volume = Volume(book.pages)
    holds = ngettext(
        "{n} page with a back cover, {blank} of them for notes",
        "{n} pages with a back cover, {blank} of them for notes",
        volume.full_pages,
        blank=number(volume.blank_pages),
    )
    return Extra("press", _("The whole book for the press"), holds, whole.press_book(book))


def list_extras(site: Path, made: Iterable[Extra]) -> None:
    """Put the list into the page `/print/` of the built site."""
    made = list(made)
    tables = [
        _table(kind, _(title), extras)
        for kind, title in EXTRA_HEADINGS.items()
        if (extras := [extra for extra in made if extra.kind == kind])
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
        _volume_row(file.edition.title, Volume(file.pages))
        for file in printed
        if file.edition.kind in ("book", "part") and file.edition.style == Style()
    )
    heads = (
        _("What"), _("Pages"), _("Empty pages"), _("Sheets inside"), _("Back, mm"),
        _("One copy, kg"), _("100 copies, kg"),
    )  # fmt: skip
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in heads)
    title = escape(_("The book and its parts on paper of 80 g/m²"))
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{title}">'
        f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _volume_row(title: str, volume: Volume) -> str:
    cells = (
        number(volume.full_pages), number(volume.blank_pages), number(volume.sheets),
        number(volume.back, 0), number(volume.weight / 1000, 2), number(volume.weight / 10, 0),
    )  # fmt: skip
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(title)}</th>{row}</tr>'


def _table(kind: str, title: str, extras: list[Extra]) -> str:
    rows = "".join(
        file_row(
            f'<a href="{escape(extra.path.name)}">{escape(extra.title)}</a>',
            extra.holds,
            extra.size,
        )
        for extra in extras
    )
    return file_table(kind, title, _("What it holds"), rows)
