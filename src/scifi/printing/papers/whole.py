"""
The whole book once more: for e-readers and for the press.

Kept under a key made from the built pages themselves, so that an unchanged book is not even read.
"""

import hashlib
import shutil
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from scifi import language, urls
from scifi.printing.documents import BookSection, DocumentData
from scifi.printing.ebook.epub import epub
from scifi.printing.imprint import Imprint
from scifi.printing.papers.editions import Edition, editions
from scifi.printing.papers.press import Press, Printed, cache
from scifi.printing.papers.volume import Volume
from scifi.printing.reading.article import Article, read_article
from scifi.printing.setting.typeset import run


@dataclass(frozen=True)
class Whole:
    """The book of a print run."""

    press: Press

    @cached_property
    def edition(self) -> Edition:
        """The book among the editions."""
        return next(item for item in editions(self.press.corpus) if item.kind == "book")

    @cached_property
    def imprint(self) -> Imprint:
        """Version, date, licence."""
        return self.press.composer.imprint

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Its pages; what could not be kept was told when the PDF was set."""
        style = self.edition.style
        return {page: read_article(self.press.site, page, style) for page in self.edition.addresses}

    @property
    def drawings(self) -> dict[str, str]:
        """The drawings of all its charts by name."""
        return {name: svg for page in self.articles.values() for name, svg in page.drawings.items()}

    def data(self) -> DocumentData:
        """The composed book."""
        return self.press.composer.compose(self.edition, self.articles)

    @cached_property
    def key(self) -> str:
        """A name made from all that the book is made of: pages, indexes, imprint, our code."""
        digest = hashlib.sha256(
            f"{self.imprint} {language.code()} typst={version('typst')}".encode()
        )
        for kind in ("casestudy", "city", "term"):
            digest.update(repr(self.press.corpus.all(kind)).encode())
        for address in self.edition.addresses:
            page = self.press.site / address / "index.html"
            digest.update(page.read_bytes() if page.is_file() else b"")
        for content in _code(files("scifi.printing")):
            digest.update(content)
        return digest.hexdigest()[:32]

    def epub(self) -> Path:
        """
        The book as EPUB in the site's folder `print`.

        Raises:
            PrintError: A page is missing.
        """
        kept = cache(self.press.root) / f"{self.key}.epub"
        if not kept.is_file():
            made = epub(self.data(), self.imprint, self.drawings)
            kept.parent.mkdir(parents=True, exist_ok=True)
            part = kept.with_suffix(".part")
            part.write_bytes(made)
            part.replace(kept)
        path = self.press.site / self.edition.file(".epub")
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, path)
        return path

    def press_book(self, book: Printed) -> Path:
        """
        The book with its back cover, and empty pages up to a whole folded sheet, beside the book.

        Raises:
            PrintError: A page is missing, or the book could not be set.
        """
        path = self.press.site / urls.paper("whole-book-for-press")
        shutil.copyfile(self._set(Volume(book.pages).blank_pages), path)
        return path

    def tidy(self) -> None:
        """Remove what is kept of older books."""
        for kind in ("epub", "press"):
            for path in cache(self.press.root).glob(f"*.{kind}"):
                if not path.name.startswith(self.key):
                    path.unlink()

    def _set(self, blank_pages: int) -> Path:
        kept = cache(self.press.root) / f"{self.key}-{blank_pages}.press"
        if not kept.is_file():
            closing: list[BookSection] = [
                {"type": "blank", "slug": f"blank-{nth}"} for nth in range(blank_pages)
            ]
            closing.append({"type": "back-cover", "slug": "back-cover"})
            made = run(self.press.document(self.edition, self.articles, closing))
            # Under a name of its own, by which it is found again without reading a page.
            shutil.copyfile(made.path, kept)
        return kept


def _code(folder: Traversable) -> list[bytes]:
    """The package's own files: changed code may write another book from the same pages."""
    found = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            found += _code(file)
        elif file.name.endswith((".py", ".css", ".typ")):
            found.append(file.read_bytes())
    return found
