"""The print run: every edition read, composed and set, on as many cores as there are."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from scifi.corpus import Corpus
from scifi.printing.binding import TEMPLATE, BookBlock, book_block, settle
from scifi.printing.compose import Composer
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
        sheets = self._sheets(wanted)
        long = [self.block(one, sheets[one.style]) for one in wanted if not one.short]
        with Workers() as workers:
            gatherings = settle(long, workers)
            both = zip(long, gatherings, strict=True)
            binding = workers.bind([block.binding(made) for block, made in both])
            setting = workers.run(self._jobs(wanted, sheets))
            bound, papers = binding(), setting()
        made = {True: iter(papers), False: iter(bound)}
        return [self._deliver(one, next(made[one.short])) for one in wanted]

    def _sheets(self, wanted: list[Edition]) -> dict[Style, dict[str, Sheet]]:
        """Every page that these editions hold, read once for each style."""
        found: dict[Style, dict[str, Sheet]] = {}
        for edition in wanted:
            known = found.setdefault(edition.style, {})
            for address in edition.addresses:
                if address not in known:
                    known[address] = sheet(self.site, address, edition.style, self.tell)
        return found

    def _jobs(self, wanted: list[Edition], sheets: dict[Style, dict[str, Sheet]]) -> list[Job]:
        """The short editions among those wanted."""
        return [
            Job(TEMPLATE, *self._made_of(one, sheets[one.style]), cache(self.root))
            for one in wanted
            if one.short
        ]

    def block(self, edition: Edition, sheets: dict[str, Sheet]) -> BookBlock:
        """A long edition, ready to be set, from all pages that it holds."""
        return book_block(*self._made_of(edition, sheets), cache(self.root))

    def _made_of(
        self, edition: Edition, sheets: dict[str, Sheet]
    ) -> tuple[dict[str, Any], dict[str, str]]:
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


def cache(root: Path) -> Path:
    """Where PDFs are kept until something that went into them changes; safe to delete."""
    return root / ".cache" / "print"


def tidy(root: Path, since: float) -> None:
    """Remove what nothing has used since a moment, in seconds as `time.time()` counts them."""
    for path in cache(root).iterdir():
        if path.suffix in (".pdf", ENDING, ".part") and path.stat().st_mtime < since:
            path.unlink()
