"""
Links from pages to their PDFs, filled in once the PDFs are there.

The frame holds one empty, hidden place on each page (`data-print-slot`), and the page `/print/` an
empty list (`data-print-list`). A site that is built without PDFs keeps both empty.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType

from scifi import urls
from scifi.kinds import KINDS
from scifi.printing.editions import Style
from scifi.printing.press import Printed

SLOT = re.compile(r"<p[^>]*\bdata-print-slot\b[^>]*></p>")
LIST = re.compile(r"<div[^>]*\bdata-print-list\b[^>]*>.*?</div>", re.DOTALL)

TITLE_BY_KIND = {
    "book": "The whole book",
    "part": "The four parts",
    "chapter": "Chapters of the cookbook",
    "large-print": "Chapters in large print (18 pt)",
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

NOTE_BY_KIND = {
    "worksheet": "To fill one in on a computer, take DOCX or ODT. The PDFs have lines to write on, "
    "and no form fields: the program that sets them cannot make any yet.",
    "checklist": "The one to fold: print on both sides, flip on the short edge, fold once. It "
    "takes 2 sheets of A4.",
}
"""What a reader of the list should know about a kind."""

PAPERS = ("brief", "worksheet", "checklist")
"""Kinds that go with a page and are not the page itself in print."""

LINKS_IN_A_LINE = 3
"""A page with more links than this has a line for each kind."""


def fill(
    site: Path,
    printed: Iterable[Printed],
    version: str,
    packs: Mapping[str, Path] = MappingProxyType({}),
) -> None:
    """Put the links into the pages of the built site; `packs` has zips by address of a page."""
    printed = list(printed)
    by_address: dict[str, list[Printed]] = {}
    for one in printed:
        by_address.setdefault(one.edition.address, []).append(one)
    for address, ones in by_address.items():
        if address == "print/":
            continue
        _replace(site / address / "index.html", SLOT, _slot(address, ones, packs.get(address)))
    _fill_sheets(site, printed)
    _replace(site / "print" / "index.html", LIST, _list(printed, version))


def _fill_sheets(site: Path, printed: list[Printed]) -> None:
    """The files of each worksheet, on the page that shows what each asks."""
    here = KINDS["worksheet"].index
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


def _slot(address: str, ones: list[Printed], pack: Path | None) -> str:
    kinds = [_pages(address, ones), _papers(address, ones), _pack(address, pack)]
    one_line = sum(map(len, kinds)) <= LINKS_IN_A_LINE
    break_ = " · " if one_line else "<br>"
    links = break_.join(" · ".join(kind) for kind in kinds if kind)
    return f'<p class="print-link" data-pagefind-ignore>{links}</p>'


def _pages(address: str, ones: list[Printed]) -> list[str]:
    """The page itself, in its usual style first."""
    pages = [one for one in ones if one.edition.kind not in PAPERS]
    pages.sort(key=lambda one: one.edition.style != Style())
    return [_link(address, one, _words(one)) for one in pages]


def _papers(address: str, ones: list[Printed]) -> list[str]:
    papers = [one for one in ones if one.edition.kind in PAPERS]
    # A chapter can have several worksheets: their files to edit stand on a page of their own.
    shown = [one for one in papers if one.path.suffix == ".pdf"]
    links = [_link(address, one, _words(one)) for one in shown]
    if len(shown) < len(papers):
        edit = urls.relative(address, KINDS["worksheet"].index)
        links.append(f'<a href="{escape(edit)}">Worksheets to fill in on a computer</a>')
    return links


def _pack(address: str, pack: Path | None) -> list[str]:
    if not pack:
        return []
    href = escape(urls.relative(address, f"print/{pack.name}"))
    words = f"Chapter pack (ZIP, {bytes_in_words(pack.stat().st_size)})"
    return [f'<a href="{href}" type="application/zip">{words}</a>']


def _words(one: Printed) -> str:
    style = one.edition.style
    name = "Large print" if style.large else "Saves ink" if style.ink_saver else "Print"
    if one.edition.kind in PAPERS:
        # The titles of papers begin with what they are.
        name, _, title = one.edition.title.partition(": ")
        name += f" “{title}”" if one.edition.kind == "worksheet" else ""
    return f"{name} ({_facts(one)})"


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
        ones = [one for one in printed if _listed_as(one) == kind]
        if ones:
            out.append(_table(title, kind, ones))
    return f'<div class="print-list">{"".join(out)}</div>'


def _listed_as(one: Printed) -> str:
    return "large-print" if one.edition.style.large else one.edition.kind


def _table(title: str, kind: str, ones: list[Printed]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_link("print/", one, _row_title(one))}</th>'
        f"<td>{one.pages or 'to edit'}</td><td>{bytes_in_words(one.size)}</td></tr>"
        for one in ones
    )
    return listing(kind, title, "Pages", rows, NOTE_BY_KIND.get(kind, ""))


def listing(kind: str, title: str, about: str, rows: str, note: str = "") -> str:
    """A heading with a table of files; `about` heads the column between name and size."""
    told = f"<p>{escape(note)}</p>" if note else ""
    return (
        f'<h2 id="{kind}">{escape(title)}</h2>{told}'
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
