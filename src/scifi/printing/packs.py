"""Chapter packs: a zip with the papers of a chapter, its cases and solutions, and its charts."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from scifi.archive import archive
from scifi.language import _
from scifi.model import CaseStudy, Chapter
from scifi.papers import PaperFile
from scifi.printing.imprint import LICENCE_ADDRESS, Imprint, imprint_lines
from scifi.printing.papers.kept import Printed
from scifi.printing.papers.press import Press
from scifi.printing.reading.article import article_element
from scifi.printing.reading.inline import clean
from scifi.printing.words import pages_in_words

About = tuple[str, Path, str]
"""A file of a pack: its name there, where it comes from, and what it is in one line."""


def chapter_packs(
    press: Press, listed: Iterable[PaperFile], printed: Iterable[Printed]
) -> list[Printed]:
    """
    A pack for each chapter that the list has one for, from files that are printed.

    Raises:
        PrintError: A chapter's page is missing.
    """
    listed = list(listed)
    by_name = {file.path.name: file for file in printed}
    made = []
    for pack in (paper for paper in listed if paper.kind == "chapter-pack"):
        chapter = press.corpus.get("chapter", pack.id)
        assert isinstance(chapter, Chapter)
        cases = [press.corpus.get("casestudy", id_) for id_ in chapter.casestudies]
        tried = {
            t.solution for case in cases if isinstance(case, CaseStudy) for t in case.solutions
        }
        belonging = [
            paper
            for paper in listed
            if (paper.address == pack.address and paper != pack)
            or (paper.kind == "casestudy" and paper.id in chapter.casestudies)
            or (paper.kind == "solution" and paper.id in tried)
        ]
        held = [*_papers(belonging, by_name), *_charts(press.site, pack.address)]
        readme = _readme(chapter.title, pack.address, press.composer.imprint, held)
        path = press.site / pack.file
        path.write_bytes(_packed(path.stem, readme, held))
        edition = by_name[f"chapter-{pack.id}.pdf"].edition
        made.append(Printed(edition, path, 0, path.stat().st_size))
    return made


def _papers(listed: Iterable[PaperFile], by_name: dict[str, Printed]) -> Iterator[About]:
    for paper in listed:
        file = by_name[paper.name]
        about = _("{title}. {format}.", title=paper.title, format=paper.format)
        if file.pages:
            pages = pages_in_words(file.pages)
            about = _("{title}. PDF, {pages}.", title=paper.title, pages=pages)
        yield paper.name, file.path, about


def _charts(site: Path, address: str) -> Iterator[About]:
    """The table of each chart that a page shows."""
    element = article_element(site, address)[0]
    for figure in element.xpath(".//figure[@data-chart]"):
        name = figure.get("data-chart")
        path = site / "data" / "charts" / f"{name}.csv"
        # The name comes from a page, and a page must not name a file elsewhere.
        if re.fullmatch("[a-z0-9-]+", name) and path.is_file():
            title = " ".join(clean(figure.xpath("string(.//figcaption)")).split())
            about = _('Numbers of the chart "{title}". CSV, UTF-8.', title=title)
            yield f"charts/{name}.csv", path, about


def _packed(folder: str, readme: str, held: list[About]) -> bytes:
    files = [(f"{folder}/README.txt", readme.encode())]
    files += [(f"{folder}/{name}", path.read_bytes()) for name, path, _about in held]
    # What is compressed inside gets no smaller, and to try takes longer than all else.
    return archive(files, [name for name, _content in files if not name.endswith((".csv", ".txt"))])


def _readme(title: str, address: str, imprint: Imprint, held: list[About]) -> str:
    """What is in a pack, which version it is, what one may do with it, and how to cite it."""
    where = _("the SCIFI cookbook, {address}", address=address)
    if imprint.site_url:
        where = imprint.site_url + address
    paragraphs = [
        _("SCIFI cookbook: chapter pack"),
        title,
        "\n".join(imprint_lines(imprint)),
        LICENCE_ADDRESS,
        _("A copy grows old: check for a newer one at\n{address}", address=where),
        _("What is in this folder"),
        *(f"  {name}\n      {about}" for name, _path, about in held),
        _("How to cite"),
        _(
            "SCIFI cookbook contributors ({year}): {title}.\n"
            "In: SCIFI cookbook, version {version}, {address} (CC BY 4.0).",
            year=imprint.date[0],
            title=title,
            version=imprint.version,
            address=address,
        ),
    ]
    return "\n\n".join(paragraphs) + "\n"
