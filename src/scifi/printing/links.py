"""
Links from pages to their PDFs, filled in once the PDFs are there.

The frame holds one empty, hidden place on each page (`data-print-slot`), and the page `/print/` an
empty list (`data-print-list`). A site that is built without PDFs keeps both empty.
"""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from scifi import urls
from scifi.printing.press import Printed

SLOT = re.compile(r"<p[^>]*\bdata-print-slot\b[^>]*></p>")
LIST = re.compile(r"<div[^>]*\bdata-print-list\b[^>]*>.*?</div>", re.DOTALL)

TITLE_BY_KIND = {
    "book": "The whole book",
    "part": "The four parts",
    "chapter": "Chapters of the cookbook",
    "step": "Steps of the survival guide",
    "pathway": "Pathways",
    "remedy": "Remedies of the aid kit",
    "casestudy": "Case studies",
    "worksheet": "Worksheets to fill in",
    "checklist": "Checklist of the seven steps",
    "role": "Pages for one role",
    "brief": "Council briefs on one page",
}
"""Headings of the list, in order."""


def fill(site: Path, printed: Iterable[Printed], version: str) -> None:
    """Put the links into the pages of the built site."""
    printed = list(printed)
    by_address: dict[str, list[Printed]] = {}
    for one in printed:
        by_address.setdefault(one.edition.address, []).append(one)
    for address, ones in by_address.items():
        if address == "print/":
            continue
        _replace(site / address / "index.html", SLOT, _slot(address, ones))
    _fill_sheets(site, printed)
    _replace(site / "print" / "index.html", LIST, _list(printed, version))


def _fill_sheets(site: Path, printed: list[Printed]) -> None:
    """The files of each worksheet, on the page that shows what each asks."""
    here = urls.INDEX_BY_KIND["worksheet"]
    for id_ in {one.edition.id for one in printed if one.edition.kind == "worksheet"}:
        ones = [one for one in printed if (one.edition.kind, one.edition.id) == ("worksheet", id_)]
        place = re.compile(rf'<p data-sheet-files="{re.escape(id_)}"[^>]*></p>')
        markup = ", ".join(_link(here, one, _facts(one)) for one in ones)
        _replace(site / here / "index.html", place, f"<p>{markup}</p>")


def _replace(page: Path, place: re.Pattern[str], markup: str) -> None:
    if not page.is_file():
        return
    text = page.read_text(encoding="utf-8")
    filled = place.sub(lambda match: markup, text, count=1)
    if filled != text:
        page.write_text(filled, encoding="utf-8")


def _slot(address: str, ones: list[Printed]) -> str:
    # A chapter can have several worksheets: their files to edit stand on a page of their own.
    shown = [one for one in ones if one.path.suffix == ".pdf"]
    links = ", ".join(_link(address, one, _words(one)) for one in shown)
    if len(shown) < len(ones):
        edit = urls.relative(address, urls.INDEX_BY_KIND["worksheet"])
        links += f', <a href="{escape(edit)}">worksheets to fill in on a computer</a>'
    return f'<p class="print-link" data-pagefind-ignore>{links}</p>'


def _words(one: Printed) -> str:
    style = one.edition.style
    name = "Large print" if style.large else "Saves ink" if style.ink_saver else "Print"
    name = NAME_BY_KIND.get(one.edition.kind, name)
    if one.edition.kind == "worksheet":
        name += f" “{one.edition.title.removeprefix('Worksheet: ')}”"
    return f"{name} ({_facts(one)})"


NAME_BY_KIND = {"brief": "One-page brief", "worksheet": "Worksheet", "checklist": "Checklist"}
"""What a link calls a paper that is not its page in print."""

FORMAT_BY_SUFFIX = {
    ".pdf": ("PDF", "application/pdf"),
    ".docx": (
        "DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ".odt": ("ODT", "application/vnd.oasis.opendocument.text"),
}
"""Name and media type of a file, by its ending."""


def _facts(one: Printed) -> str:
    if one.path.suffix == ".pdf":
        return facts(one.pages, one.size)
    return f"{FORMAT_BY_SUFFIX[one.path.suffix][0]}, {bytes_in_words(one.size)}"


def facts(pages: int, size: int) -> str:
    """Pages and size as people read them: `PDF, 7 pages, 210 KB`."""
    return f"PDF, {pages} page{'s' if pages != 1 else ''}, {bytes_in_words(size)}"


def bytes_in_words(size: int) -> str:
    """A size in KB or MB."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} KB"


def _link(here: str, one: Printed, words: str) -> str:
    href = urls.relative(here, f"print/{one.path.name}")
    media = FORMAT_BY_SUFFIX[one.path.suffix][1]
    return f'<a href="{escape(href)}" type="{media}">{escape(words)}</a>'


def _list(printed: list[Printed], version: str) -> str:
    out = [f"<p>All files belong to version {escape(version)}.</p>"]
    for kind, title in TITLE_BY_KIND.items():
        ones = [one for one in printed if one.edition.kind == kind]
        if ones:
            out.append(_table(title, kind, ones))
    return f'<div class="print-list">{"".join(out)}</div>'


def _table(title: str, kind: str, ones: list[Printed]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_link("print/", one, _row_title(one))}</th>'
        f"<td>{one.pages or 'to edit'}</td><td>{bytes_in_words(one.size)}</td></tr>"
        for one in ones
    )
    return listing(kind, title, "Pages", rows)


def listing(kind: str, title: str, about: str, rows: str) -> str:
    """A heading with a table of files; `about` heads the column between name and size."""
    return (
        f'<h2 id="{kind}">{escape(title)}</h2>'
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{escape(title)}">'
        f'<table><thead><tr><th scope="col">File</th><th scope="col">{about}</th>'
        f'<th scope="col">Size</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row_title(one: Printed) -> str:
    style = one.edition.style
    more = ", large print (18 pt)" if style.large else ", saves ink" if style.ink_saver else ""
    if one.path.suffix != ".pdf":
        more = f" ({FORMAT_BY_SUFFIX[one.path.suffix][0]})"
    return one.edition.title + more
