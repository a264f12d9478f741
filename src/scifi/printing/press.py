"""The print run: every edition read, composed and set, on as many cores as there are."""

import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from scifi.corpus import Corpus
from scifi.printing.compose import Composer
from scifi.printing.editions import Edition, Style
from scifi.printing.imprint import imprint
from scifi.printing.tree import Sheet, sheet
from scifi.printing.typeset import Job, Printout, run

WORTH_A_POOL = 4
"""Fewer jobs than this are done sooner than a second process has started."""


@dataclass(frozen=True)
class Printed:
    """An edition with its file, its pages, its size in bytes, and its name in the cache."""

    edition: Edition
    path: Path
    pages: int
    size: int
    kept: str


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
        return imprint(self.root, self.corpus).version

    def print(self, wanted: Iterable[Edition]) -> list[Printed]:
        """
        Set these editions and put them into the site's folder `print`.

        Raises:
            PrintError: A page is missing, or something could not be set.
        """
        wanted = list(wanted)
        composer = Composer(self.corpus, imprint(self.root, self.corpus))
        sheets = self._sheets(wanted)
        jobs = [self._job(composer, edition, sheets[edition.style]) for edition in wanted]
        made = run_all(jobs)
        return [
            self._deliver(edition, out, edition.file_name(composer.imprint.version))
            for edition, out in zip(wanted, made, strict=True)
        ]

    def _sheets(self, wanted: list[Edition]) -> dict[Style, dict[str, Sheet]]:
        """Every page that these editions hold, read once for each style."""
        found: dict[Style, dict[str, Sheet]] = {}
        for edition in wanted:
            known = found.setdefault(edition.style, {})
            for address in edition.addresses:
                if address not in known:
                    known[address] = sheet(self.site, address, edition.style, self.tell)
        return found

    def _job(self, composer: Composer, edition: Edition, sheets: dict[str, Sheet]) -> Job:
        drawings = {
            name: svg
            for address in edition.addresses
            for name, svg in sheets[address].drawings.items()
        }
        if code := composer.qr(edition):
            drawings["qr.svg"] = code
        return Job("book.typ", composer.compose(edition, sheets), drawings, cache(self.root))

    def _deliver(self, edition: Edition, out: Printout, name: str) -> Printed:
        folder = self.site / "print"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        shutil.copyfile(out.path, path)
        return Printed(edition, path, out.pages, path.stat().st_size, out.path.stem)


def cache(root: Path) -> Path:
    """Where PDFs are kept until something that went into them changes; safe to delete."""
    return root / ".cache" / "print"


def run_all(jobs: list[Job]) -> list[Printout]:
    """Set all jobs, the longest first, so that no core waits for it at the end."""
    missing = [job for job in jobs if not job.done]
    if len(missing) < WORTH_A_POOL:
        return [run(job) for job in jobs]
    missing[0].prepare()
    longest_first = sorted(missing, key=lambda job: -job.weight)
    # Started afresh, not forked: the parent may have threads. Renewed now and then, because the
    # typesetter remembers all that it has set.
    context = multiprocessing.get_context("spawn")
    with context.Pool(min(len(missing), os.cpu_count() or 1), maxtasksperchild=12) as pool:
        pool.map(run, longest_first, chunksize=1)
    return [run(job) for job in jobs]


def tidy(root: Path, used: set[str]) -> None:
    """Remove kept PDFs that nothing has used in a full run."""
    for path in cache(root).glob("*.pdf"):
        if path.stem not in used:
            path.unlink()
            path.with_suffix(".pages").unlink(missing_ok=True)
