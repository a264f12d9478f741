"""The print run: every edition read, composed and set, on as many cores as there are."""

import gc
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scifi.corpus import Corpus
from scifi.printing.binding import BOOK_TEMPLATE, BookBlock, book_block, settle
from scifi.printing.compose import Composer
from scifi.printing.documents import PrintDocument
from scifi.printing.editions import Edition, Style
from scifi.printing.imprint import imprint
from scifi.printing.tree import Sheet, sheet
from scifi.printing.typeset import ENDING, Job, Printout
from scifi.printing.workers import Workers


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
        """The version that stands in file names."""
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
        sheets: dict[Style, dict[str, Sheet]] = {}
        with Workers() as workers, _without_collector():
            # They fill the time in which long editions are read, wait for numbers, or are bound.
            short = (self._job(edition, sheets) for edition in wanted if edition.short)
            setting = [workers.run([job], spare=True) for job in short]
            long = [
                self.block(edition, self._sheets(edition, sheets))
                for edition in wanted
                if not edition.short
            ]
            both = zip(long, settle(long, workers), strict=True)
            binding = workers.bind([block.binding(made) for block, made in both])
            bound = binding()
            papers = [out for wait in setting for out in wait()]
        made = {True: iter(papers), False: iter(bound)}
        return [self._deliver(edition, next(made[edition.short])) for edition in wanted]

    def _sheets(self, edition: Edition, read: dict[Style, dict[str, Sheet]]) -> dict[str, Sheet]:
        """The pages that an edition holds, with others of its style; each is read once."""
        known = read.setdefault(edition.style, {})
        for address in edition.addresses:
            if address not in known:
                known[address] = sheet(self.site, address, edition.style, self.tell)
        return known

    def _job(self, edition: Edition, read: dict[Style, dict[str, Sheet]]) -> Job:
        """A short edition, ready to be set."""
        made_of = self._made_of(edition, self._sheets(edition, read))
        return Job(BOOK_TEMPLATE, *made_of, cache(self.root))

    def block(self, edition: Edition, sheets: dict[str, Sheet]) -> BookBlock:
        """A long edition, ready to be set, from all pages that it holds."""
        return book_block(*self._made_of(edition, sheets), cache(self.root))

    def _made_of(
        self, edition: Edition, sheets: dict[str, Sheet]
    ) -> tuple[PrintDocument, dict[str, str]]:
        drawings = {
            name: svg
            for address in edition.addresses
            for name, svg in sheets[address].drawings.items()
        }
        if code := self.composer.qr(edition):
            drawings["qr.svg"] = code
        return self.composer.compose(edition, sheets), drawings

    def _deliver(self, edition: Edition, out: Printout) -> Printed:
        folder = self.site / "print"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / edition.file_name(self.version)
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
