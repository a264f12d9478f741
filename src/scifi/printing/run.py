"""What `scifi build` and `scifi print` ask for: all PDFs with their links, or some of them."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from scifi.corpus import Corpus
from scifi.language import _
from scifi.printing import extras, links
from scifi.printing.errors import PrintError
from scifi.printing.papers.collection import papers
from scifi.printing.papers.editions import Edition, editions, styled
from scifi.printing.papers.press import Press, Printed, tidy
from scifi.printing.style import Style

__all__ = ["PrintError", "Printed", "print_all", "print_some"]


def print_all(root: Path, site: Path, corpus: Corpus, tell: Callable[[str], None]) -> list[Printed]:
    """
    Every PDF of the site built at `site`, with the links to them filled in.

    Raises:
        PrintError: A page is missing, or something could not be set.
    """
    # A file system may count time in steps of two seconds.
    began = time.time() - 2
    press = Press(root, site, corpus, tell)
    pages = press.print(usual(corpus))
    printed = pages + papers(root, site, corpus)
    made = extras.make(press, pages, belonging(corpus))
    packs = {extra.address: extra.path for extra in made if extra.kind == "chapter-pack"}
    links.fill_links(site, printed, press.version, packs)
    tidy(root, began)
    return printed


def belonging(corpus: Corpus) -> dict[str, list[str]]:
    """Worksheets and briefs of case studies by the chapter they go with, as files name them."""
    sheets: dict[str, list[str]] = defaultdict(list)
    for sheet in corpus.worksheets:
        sheets[sheet.chapter].append(sheet.id)
    return {
        chapter.id: [
            *(f"worksheet-{id_}" for id_ in sheets[chapter.id]),
            *(f"brief-case-study-{id_}" for id_ in chapter.casestudies),
        ]
        for chapter in corpus.chapters
    }


def usual(corpus: Corpus) -> list[Edition]:
    """What every build prints: everything as usual, and each chapter in large print too."""
    known = editions(corpus)
    chapters = [edition for edition in known if edition.kind == "chapter"]
    return known + [styled(chapter, Style(large=True)) for chapter in chapters]


def print_some(
    root: Path, corpus: Corpus, ids: Iterable[str], style: Style, tell: Callable[[str], None]
) -> list[Printed]:
    """
    The PDFs with these ids (all, if there are none) in one style, for the site built in `site/`.

    Raises:
        PrintError: Nothing has such an id, there is no built site, or something could not be set.
    """
    site = root / "site"
    if not (site / "index.html").is_file():
        raise PrintError(_("There is no built site to print from: run make site first."))
    return Press(root, site, corpus, tell).print(
        styled(edition, style) for edition in _named(editions(corpus), list(ids))
    )


def _named(known: list[Edition], ids: list[str]) -> list[Edition]:
    if not ids:
        return known
    for id_ in ids:
        if not any(id_ in (edition.id, edition.address.rstrip("/")) for edition in known):
            raise PrintError(
                _(
                    'Nothing to print is called "{name}". Give the id of a chapter, step, pathway, '
                    'remedy or case study, the name of a part such as "aid-kit", or "book".',
                    name=id_,
                )
            )
    return [item for item in known if item.id in ids or item.address.rstrip("/") in ids]
