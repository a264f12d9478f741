"""
Chapter packs: one zip with a chapter, the numbers of its charts, and what belongs to it.

They are written afresh each time: packing thirteen chapters takes less time than comparing them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scifi import urls
from scifi.language import _
from scifi.printing.archive import archive
from scifi.printing.imprint import LICENCE_ADDRESS, Imprint
from scifi.printing.papers.editions import Edition
from scifi.printing.papers.press import Printed
from scifi.printing.reading.article import article_element
from scifi.printing.reading.inline import clean
from scifi.printing.words import independence, pages_in_words


@dataclass(frozen=True)
class Held:
    """One file of a pack: its name there, where it comes from, and what it is in one line."""

    name: str
    path: Path
    about: str


@dataclass(frozen=True)
class Pack:
    """A chapter's zip, and the files that it holds beside its README."""

    edition: Edition
    path: Path
    held: tuple[Held, ...]


def chapter_packs(
    site: Path,
    printed: Iterable[Printed],
    imprint: Imprint,
    belonging: Mapping[str, Iterable[str]],
) -> list[Pack]:
    """
    A pack for each chapter among `printed`, in the site's folder `print`.

    `belonging` names by chapter the worksheets and briefs that go with it, by what stands in a
    file name: `worksheet-risk-register`. What does not exist is left out.

    Raises:
        PrintError: A chapter's page is missing.
    """
    by_chapter: dict[str, list[Printed]] = {}
    for pdf in printed:
        if pdf.edition.kind == "chapter":
            by_chapter.setdefault(pdf.edition.id, []).append(pdf)
    return [_pack(site, pdfs, imprint, belonging.get(id_, ())) for id_, pdfs in by_chapter.items()]


def _pack(site: Path, pdfs: list[Printed], imprint: Imprint, belonging: Iterable[str]) -> Pack:
    edition = pdfs[0].edition
    held = (
        *(_chapter(pdf) for pdf in pdfs),
        *_charts(site, edition.address),
        *_papers(site / "print", belonging),
    )
    path = site / urls.paper("chapter-pack", edition.id, ending=".zip")
    files = [("README.txt", readme(edition, imprint, held).encode())]
    files += [(file.name, file.path.read_bytes()) for file in held]
    path.write_bytes(archive((f"{path.stem}/{name}", content) for name, content in files))
    return Pack(edition, path, held)


def _chapter(pdf: Printed) -> Held:
    about = _("The chapter, {pages}. PDF, also for screen readers.")
    if pdf.edition.style.large:
        about = _("The chapter, {pages}, large print. PDF, also for screen readers.")
    elif pdf.edition.style.ink_saver:
        about = _("The chapter, {pages}, saves ink. PDF, also for screen readers.")
    return Held(pdf.path.name, pdf.path, about.format(pages=pages_in_words(pdf.pages)))


def _charts(site: Path, address: str) -> Iterator[Held]:
    """The table of each chart that a page shows."""
    element = article_element(site, address)[0]
    for figure in element.xpath(".//figure[@data-chart]"):
        name = figure.get("data-chart")
        title = " ".join(clean(figure.xpath("string(.//figcaption)")).split())
        path = site / "data" / "charts" / f"{name}.csv"
        # The name comes from a page, and a page must not name a file elsewhere.
        if re.fullmatch("[a-z0-9-]+", name) and path.is_file():
            about = _('Numbers of the chart "{title}". CSV, UTF-8.', title=title)
            yield Held(f"charts/{name}.csv", path, about)


def _papers(folder: Path, belonging: Iterable[str]) -> Iterator[Held]:
    """Worksheets and briefs in each format that exists."""
    for name in belonging:
        for path in sorted(folder.glob(f"{name}.*")):
            format_ = path.suffix[1:].upper()
            about = _("Worksheet to fill in. {format}.", format=format_)
            if name.startswith("brief-"):
                about = _("Brief. {format}.", format=format_)
            yield Held(f"papers/{path.name}", path, about)


def readme(edition: Edition, imprint: Imprint, held: Iterable[Held]) -> str:
    """What is in a pack, which version it is, what one may do with it, and how to cite it."""
    where = _("the SCIFI cookbook, {address}", address=edition.address)
    if imprint.site_url:
        where = imprint.site_url + edition.address
    files = "\n".join(f"  {file.name}\n      {file.about}" for file in held)
    newer = _("A copy grows old: check for a newer one at\n{address}", address=where)
    licence = _("{licence}.\n{address}", licence=imprint.licence_line, address=LICENCE_ADDRESS)
    citation = _(
        "SCIFI cookbook contributors ({year}): {title}.\n"
        "In: SCIFI cookbook, version {version}, {address} (CC BY 4.0).",
        year=imprint.date[0],
        title=edition.title,
        version=imprint.version,
        address=edition.address,
    )
    return f"""{_("SCIFI cookbook: chapter pack")}

{edition.title}

{imprint.version_sentence}
{newer}


{_("What is in this folder")}

{files}


{_("Licence")}

{licence}
{independence()}


{_("How to cite")}

{citation}
"""
