"""What `scifi build` and `scifi print` ask for: all printed files, or some of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from scifi.corpus import Corpus
from scifi.language import _
from scifi.papers import ALL, papers
from scifi.printing import workbooks
from scifi.printing.counts import fill_counts
from scifi.printing.errors import PrintError
from scifi.printing.folders import worked_folders
from scifi.printing.hand_over import hand_over, in_letters
from scifi.printing.packs import chapter_packs
from scifi.printing.papers.collection import paper_orders
from scifi.printing.papers.editions import Edition, editions, styled
from scifi.printing.papers.kept import Printed, carry_out
from scifi.printing.papers.press import Order, Press
from scifi.printing.style import Style

__all__ = ["PrintError", "Printed", "print_all", "print_some"]


def print_all(
    root: Path, site: Path, corpus: Corpus, tell: Callable[[str], None], which: str = ALL
) -> list[Printed]:
    """
    Every file on the list of papers, for the site built at `site` with the same list.

    Raises:
        PrintError: A page is missing, or something could not be set.
    """
    listed = papers(corpus, which)
    names = {paper.file for paper in listed}
    press = Press(root, site, corpus)
    wanted = (order for order in every_order(press) if order.file in names)
    printed = carry_out(press, wanted, tell, only_these=which == ALL)
    printed += chapter_packs(press, listed, printed)
    worked_folders(press, listed, printed)
    _hand_over(site, printed)
    workbooks.hand_over_all(site)
    fill_counts(site, printed)
    return printed


def _hand_over(site: Path, printed: Iterable[Printed]) -> None:
    """Give the files of the contract to its assembler."""
    files = {
        file.path.suffix[1:]: in_letters(file.path.read_bytes())
        for file in printed
        if file.edition.kind == "contract" and file.path.suffix != ".pdf"
    }
    if files:
        hand_over(site, "contract-files", files)


def every_order(press: Press) -> Iterator[Order]:
    """All that a build can print: everything as usual, and each chapter in large print too."""
    for edition in editions(press.corpus):
        yield press.order(edition)
        if edition.kind == "book":
            yield press.order(edition, ".epub")
            yield press.order(replace(edition, kind="press"))
        elif edition.kind == "chapter":
            yield press.order(styled(edition, Style(large=True)))
    yield from paper_orders(press)


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
    press = Press(root, site, corpus)
    wanted = _named(editions(corpus), list(ids))
    return carry_out(press, (press.order(styled(edition, style)) for edition in wanted), tell)


def _named(known: list[Edition], ids: list[str]) -> list[Edition]:
    if not ids:
        return known
    for id_ in ids:
        if not any(id_ in (edition.id, edition.address.rstrip("/")) for edition in known):
            raise PrintError(
                _(
                    'Nothing to print is called "{name}". Give the id of a chapter, step, '
                    "solution, pathway, remedy or case study, the name of a part such as "
                    '"aid-kit", or "book".',
                    name=id_,
                )
            )
    return [item for item in known if item.id in ids or item.address.rstrip("/") in ids]
