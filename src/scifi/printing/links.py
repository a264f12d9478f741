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
from scifi.language import N_, _, number
from scifi.printing.papers.press import Printed
from scifi.printing.style import Style
from scifi.printing.words import bytes_in_words, pages_in_words

SLOT = re.compile(r"<p[^>]*\bdata-print-slot\b[^>]*></p>")
LIST = re.compile(r"<div[^>]*\bdata-print-list\b[^>]*>.*?</div>", re.DOTALL)

PDF_HEADINGS = {
    "book": N_("The whole book"),
    "part": N_("The four parts"),
    "chapter": N_("Chapters of the cookbook"),
    "large-print": N_("Chapters in large print (18 pt)"),
    "step": N_("Steps of the survival guide"),
    "pathway": N_("Pathways"),
    "remedy": N_("Remedies of the aid kit"),
    "casestudy": N_("Case studies"),
    "worksheet": N_("Worksheets to fill in"),
    "checklist": N_("Checklist of the seven steps"),
    "role": N_("Pages for one role"),
    "brief": N_("Council briefs on one page"),
}
"""Headings of the list, in order."""

PDF_NOTES = {
    "worksheet": N_(
        "To fill one in on a computer, take DOCX or ODT. The PDFs have lines to write on, "
        "and no form fields: the program that sets them cannot make any yet."
    ),
    "checklist": N_(
        "The one to fold: print on both sides, flip on the short edge, fold once. It "
        "takes 2 sheets of A4."
    ),
}
"""What a reader of the list should know about a kind."""

KINDS_BESIDE_PAGE = ("brief", "worksheet", "checklist")
"""Kinds that go with a page and are not the page itself in print."""

LINKS_IN_A_LINE = 3
"""A page with more links than this has a line for each kind."""


def fill_links(
    site: Path,
    printed: Iterable[Printed],
    version: str,
    packs: Mapping[str, Path] = MappingProxyType({}),
) -> None:
    """Put the links into the pages of the built site; `packs` has zips by address of a page."""
    printed = list(printed)
    by_address: dict[str, list[Printed]] = {}
    for file in printed:
        by_address.setdefault(file.edition.address, []).append(file)
    for address, files in by_address.items():
        if address == "print/":
            continue
        _replace(site / address / "index.html", SLOT, _slot(address, files, packs.get(address)))
    _fill_sheets(site, printed)
    _replace(site / "print" / "index.html", LIST, _list(printed, version))


def _fill_sheets(site: Path, printed: list[Printed]) -> None:
    """The files of each worksheet, on the page that shows what each asks."""
    here = KINDS["worksheet"].index
    by_sheet: dict[str, list[Printed]] = {}
    for file in printed:
        if file.edition.kind == "worksheet":
            by_sheet.setdefault(file.edition.id, []).append(file)
    for id_, files in by_sheet.items():
        place = re.compile(rf'<p data-sheet-files="{re.escape(id_)}"[^>]*></p>')
        markup = ", ".join(_link(here, file, _facts(file)) for file in files)
        _replace(site / here / "index.html", place, f"<p>{markup}</p>")


def _replace(page: Path, place: re.Pattern[str], markup: str) -> None:
    if not page.is_file():
        return
    text = page.read_text(encoding="utf-8")
    filled = place.sub(lambda match: markup, text, count=1)
    if filled != text:
        page.write_text(filled, encoding="utf-8")


def _slot(address: str, files: list[Printed], pack: Path | None) -> str:
    kinds = [_pages(address, files), _papers(address, files), _pack(address, pack)]
    one_line = sum(map(len, kinds)) <= LINKS_IN_A_LINE
    break_ = " · " if one_line else "<br>"
    links = break_.join(" · ".join(kind) for kind in kinds if kind)
    return f'<p class="print-link" data-pagefind-ignore>{links}</p>'


def _pages(address: str, files: list[Printed]) -> list[str]:
    """The page itself, in its usual style first."""
    pages = [file for file in files if file.edition.kind not in KINDS_BESIDE_PAGE]
    pages.sort(key=lambda file: file.edition.style != Style())
    return [_link(address, file, _page_name(file)) for file in pages]


def _papers(address: str, files: list[Printed]) -> list[str]:
    papers = [file for file in files if file.edition.kind in KINDS_BESIDE_PAGE]
    # A chapter can have several worksheets: their files to edit stand on a page of their own.
    shown = [file for file in papers if file.path.suffix == ".pdf"]
    links = [_link(address, file, _paper_name(file)) for file in shown]
    if len(shown) < len(papers):
        edit = escape(urls.relative(address, KINDS["worksheet"].index))
        links.append(f'<a href="{edit}">{escape(_("Worksheets to fill in on a computer"))}</a>')
    return links


def _pack(address: str, pack: Path | None) -> list[str]:
    if not pack:
        return []
    href = escape(urls.relative(address, f"print/{pack.name}"))
    name = _("Chapter pack (ZIP, {size})", size=bytes_in_words(pack.stat().st_size))
    return [f'<a href="{href}" type="application/zip">{escape(name)}</a>']


def _page_name(file: Printed) -> str:
    style = file.edition.style
    if style.large:
        return _("Large print ({facts})", facts=_facts(file))
    if style.ink_saver:
        return _("Saves ink ({facts})", facts=_facts(file))
    return _("Print ({facts})", facts=_facts(file))


def _paper_name(file: Printed) -> str:
    if file.edition.kind == "brief":
        return _("One-page brief ({facts})", facts=_facts(file))
    # The titles of the others begin with what they are.
    name, _colon, title = file.edition.title.partition(": ")
    if file.edition.kind == "worksheet":
        return _("Worksheet “{title}” ({facts})", title=title, facts=_facts(file))
    return _("{name} ({facts})", name=name, facts=_facts(file))


FORMAT_BY_SUFFIX = {
    ".pdf": ("PDF", "application/pdf"),
    ".docx": (
        "DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ".odt": ("ODT", "application/vnd.oasis.opendocument.text"),
}
"""Name and media type of a file, by its ending."""


def _facts(file: Printed) -> str:
    """Pages and size as people read them: `PDF, 7 pages, 210 KB`."""
    format_, size = FORMAT_BY_SUFFIX[file.path.suffix][0], bytes_in_words(file.size)
    if not file.pages:
        return _("{format}, {size}", format=format_, size=size)
    pages = pages_in_words(file.pages)
    return _("{format}, {pages}, {size}", format=format_, pages=pages, size=size)


def _link(here: str, file: Printed, name: str) -> str:
    href = urls.relative(here, f"print/{file.path.name}")
    media = FORMAT_BY_SUFFIX[file.path.suffix][1]
    return f'<a href="{escape(href)}" type="{media}">{escape(name)}</a>'


def _list(printed: list[Printed], version: str) -> str:
    told = _("All files belong to version {version}.", version=version)
    out = [f"<p>{escape(told)}</p>"]
    for kind, title in PDF_HEADINGS.items():
        files = [file for file in printed if _listed_as(file) == kind]
        if files:
            out.append(_table(_(title), kind, files))
    return f'<div class="print-list">{"".join(out)}</div>'


def _listed_as(file: Printed) -> str:
    return "large-print" if file.edition.style.large else file.edition.kind


def _table(title: str, kind: str, files: list[Printed]) -> str:
    rows = "".join(
        file_row(_link("print/", file, _row_title(file)), _length(file), file.size)
        for file in files
    )
    note = _(PDF_NOTES[kind]) if kind in PDF_NOTES else ""
    return file_table(kind, title, _("Pages"), rows, note)


def _length(file: Printed) -> str:
    return number(file.pages) if file.pages else _("to edit")


def file_row(link: str, about: str, size: int) -> str:
    """A row of such a table: the file, something about it, and its size."""
    return (
        f'<tr><th scope="row">{link}</th>'
        f"<td>{escape(about)}</td><td>{escape(bytes_in_words(size))}</td></tr>"
    )


def file_table(kind: str, title: str, about: str, rows: str, note: str = "") -> str:
    """A heading with a table of files; `about` heads the column between name and size."""
    told = f"<p>{escape(note)}</p>" if note else ""
    return (
        f'<h2 id="{kind}">{escape(title)}</h2>{told}'
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{escape(title)}">'
        f"<table><thead><tr>{_column(_('File'))}{_column(about)}{_column(_('Size'))}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _column(title: str) -> str:
    return f'<th scope="col">{escape(title)}</th>'


def _row_title(file: Printed) -> str:
    style, title = file.edition.style, file.edition.title
    if file.path.suffix != ".pdf":
        return _("{title} ({format})", title=title, format=FORMAT_BY_SUFFIX[file.path.suffix][0])
    if style.large:
        return _("{title}, large print (18 pt)", title=title)
    if style.ink_saver:
        return _("{title}, saves ink", title=title)
    return title
