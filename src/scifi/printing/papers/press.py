"""The print run: every edition read, composed and set, on as many cores as there are."""

import gc
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scifi.corpus import Corpus
from scifi.printing.documents import BookSection, DocumentData
from scifi.printing.imprint import imprint
from scifi.printing.papers.compose import Composer
from scifi.printing.papers.editions import Edition
from scifi.printing.reading.article import Article, read_article
from scifi.printing.setting.pool import run_all
from scifi.printing.setting.typeset import ENDING, Document, Printout
from scifi.printing.style import Style

BOOK_TEMPLATE = "book.typ"


@dataclass(frozen=True)
class Printed:
    """An edition with its file, its pages and its size in bytes."""

    edition: Edition
    path: Path
    pages: int
    size: int


@dataclass(frozen=True)
class Press:
    """A print run for the site built at `site`, of the project at `root`."""

    root: Path
    site: Path
    corpus: Corpus
    tell: Callable[[str], None] = lambda line: None

    @property
    def version(self) -> str:
        """The version that stands in files."""
        return self.composer.imprint.version

    @cached_property
    def composer(self) -> Composer:
        """What makes data of its editions."""
        return Composer(self.corpus, imprint(self.root, self.corpus))

    def print(self, wanted: Iterable[Edition]) -> list[Printed]:
        """
        Set these editions and put them into the site's folder `print`.

        Raises:
            PrintError: A page is missing, or something could not be set.
        """
        wanted = list(wanted)
        read: dict[Style, dict[str, Article]] = {}
        with _without_collector():
            documents = [
                self.document(edition, self._articles(edition, read)) for edition in wanted
            ]
        made = run_all(documents)
        return [self._deliver(*pair) for pair in zip(wanted, made, strict=True)]

    def _articles(
        self, edition: Edition, read: dict[Style, dict[str, Article]]
    ) -> dict[str, Article]:
        """The pages that an edition holds, with others of its style; each is read once."""
        known = read.setdefault(edition.style, {})
        for address in edition.addresses:
            if address not in known:
                known[address] = read_article(self.site, address, edition.style, self.tell)
        return known

    def document(
        self, edition: Edition, articles: dict[str, Article], closing: Iterable[BookSection] = ()
    ) -> Document:
        """An edition from all pages that it holds, ready to be set; `closing` follows its text."""
        document, drawings = self._made_of(edition, articles)
        front: list[BookSection] = [] if edition.short else [{"type": "front", "slug": "front"}]
        document["sections"] = [*front, *document["sections"], *closing]
        return Document(BOOK_TEMPLATE, document, drawings, cache(self.root))

    def _made_of(
        self, edition: Edition, articles: dict[str, Article]
    ) -> tuple[DocumentData, dict[str, str]]:
        drawings = {
            name: svg
            for address in edition.addresses
            for name, svg in articles[address].drawings.items()
        }
        if code := self.composer.qr(edition):
            drawings["qr.svg"] = code
        return self.composer.compose(edition, articles), drawings

    def _deliver(self, edition: Edition, out: Printout) -> Printed:
        path = self.site / edition.file()
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(out.path, path)
        return Printed(edition, path, out.pages, path.stat().st_size)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pages as trees hold no circles; to look for some takes a fifth of the time to read them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def cache(root: Path) -> Path:
    """Where PDFs are kept until something that went into them changes; safe to delete."""
    return root / ".cache" / "print"


def tidy(root: Path, since: float) -> None:
    """Remove what nothing has used since a moment, in seconds as `time.time()` counts them."""
    for path in cache(root).iterdir():
        if path.suffix in (".pdf", ENDING, ".part") and path.stat().st_mtime < since:
            path.unlink()
