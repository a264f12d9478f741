"""
Chapter packs: one zip with a chapter, the numbers of its charts, and what belongs to it.

They are written afresh each time: packing thirteen chapters takes less time than comparing them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scifi.printing.archive import archive
from scifi.printing.editions import Edition
from scifi.printing.imprint import Imprint
from scifi.printing.inline import clean
from scifi.printing.press import Printed
from scifi.printing.tree import article

LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Held:
    """One file of a pack: its name there, where it comes from, and what it is in one line."""

    name: str
    path: Path
    words: str


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
    file name after `scifi-cookbook-`: `worksheet-risk-register`. What does not exist is left out.

    Raises:
        PrintError: A chapter's page is missing.
    """
    by_chapter: dict[str, list[Printed]] = {}
    for one in printed:
        if one.edition.kind == "chapter":
            by_chapter.setdefault(one.edition.id, []).append(one)
    return [_pack(site, ones, imprint, belonging.get(id_, ())) for id_, ones in by_chapter.items()]


def _pack(site: Path, ones: list[Printed], imprint: Imprint, belonging: Iterable[str]) -> Pack:
    edition = ones[0].edition
    held = (
        *(_chapter(one) for one in ones),
        *_charts(site, edition.address),
        *_papers(site / "print", belonging, imprint.version),
    )
    folder = f"scifi-cookbook-chapter-pack-{edition.id}-{imprint.version}-en"
    files = [("README.txt", readme(edition, imprint, held).encode())]
    files += [(one.name, one.path.read_bytes()) for one in held]
    path = site / "print" / f"{folder}.zip"
    path.write_bytes(archive((f"{folder}/{name}", content) for name, content in files))
    return Pack(edition, path, held)


def _chapter(one: Printed) -> Held:
    style = one.edition.style
    how = ", large print" if style.large else ", saves ink" if style.ink_saver else ""
    words = f"The chapter, {one.pages} pages{how}. PDF, also for screen readers."
    return Held(one.path.name, one.path, words)


def _charts(site: Path, address: str) -> Iterator[Held]:
    """The table of each chart that a page shows."""
    element, _, _ = article(site, address)
    for figure in element.xpath(".//figure[@data-chart]"):
        name = figure.get("data-chart")
        title = " ".join(clean(figure.xpath("string(.//figcaption)")).split())
        path = site / "data" / "charts" / f"{name}.csv"
        # The name comes from a page, and a page must not name a file elsewhere.
        if re.fullmatch("[a-z0-9-]+", name) and path.is_file():
            yield Held(f"charts/{name}.csv", path, f'Numbers of the chart "{title}". CSV, UTF-8.')


def _papers(folder: Path, belonging: Iterable[str], version: str) -> Iterator[Held]:
    """Worksheets and briefs in each format that exists."""
    for name in belonging:
        for path in sorted(folder.glob(f"scifi-cookbook-{name}-{version}-en.*")):
            kind = "Brief" if "brief" in name else "Worksheet to fill in"
            yield Held(f"papers/{path.name}", path, f"{kind}. {path.suffix[1:].upper()}.")


def readme(edition: Edition, imprint: Imprint, held: Iterable[Held]) -> str:
    """What is in a pack, which version it is, what one may do with it, and how to cite it."""
    where = f"{imprint.site_url or 'the SCIFI cookbook, '}{edition.address}"
    files = "\n".join(f"  {one.name}\n      {one.words}" for one in held)
    return f"""SCIFI cookbook: chapter pack

{edition.title}

{imprint.version_line}.
A copy grows old: check for a newer one at
{where}


What is in this folder

{files}


Licence

{imprint.licence_line}.
{LICENCE_ADDRESS}
Independent: not a publication of the European Union or of any city named here.


How to cite

SCIFI cookbook contributors ({imprint.date[0]}): {edition.title}.
In: SCIFI cookbook, version {imprint.version}, {edition.address} (CC BY 4.0).
"""
