"""What `scifi build` and `scifi print` ask for: all PDFs with their links, or some of them."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from scifi.corpus import Corpus
from scifi.printing import extras, links
from scifi.printing.editions import Edition, Style, editions, styled
from scifi.printing.errors import PrintError
from scifi.printing.papers import papers
from scifi.printing.press import Press, Printed, tidy

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
    packs = {one.address: one.path for one in made if one.kind == "chapter-pack"}
    links.fill(site, printed, press.version, packs)
    tidy(root, began)
    return printed


def belonging(corpus: Corpus) -> dict[str, list[str]]:
    """Worksheets and briefs of case studies by the chapter they go with, as files name them."""
    return {
        chapter.id: [
            *(f"worksheet-{one.id}" for one in corpus.worksheets if one.chapter == chapter.id),
            *(f"brief-case-study-{id_}" for id_ in chapter.casestudies),
        ]
        for chapter in corpus.chapters
    }


def usual(corpus: Corpus) -> list[Edition]:
    """What every build prints: everything as usual, and each chapter in large print too."""
    known = editions(corpus)
    return known + [styled(one, Style(large=True)) for one in known if one.kind == "chapter"]


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
        raise PrintError("There is no built site to print from: run make site first.")
    return Press(root, site, corpus, tell).print(
        styled(edition, style) for edition in _named(editions(corpus), list(ids))
    )


def _named(known: list[Edition], ids: list[str]) -> list[Edition]:
    if not ids:
        return known
    for id_ in ids:
        if not any(id_ in (edition.id, edition.address.rstrip("/")) for edition in known):
            raise PrintError(
                f'Nothing to print is called "{id_}". Give the id of a chapter, step, pathway, '
                'remedy or case study, the name of a part such as "aid-kit", or "book".'
            )
    return [e for e in known if e.id in ids or e.address.rstrip("/") in ids]
