"""The press: an edition in one format is an order, known by a key before a page of it is read."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import distributions
from pathlib import Path
from typing import NamedTuple

import scifi
from scifi import language, urls
from scifi.corpus import Corpus
from scifi.figures.palette import ON_PAPER
from scifi.printing.documents import DocumentData
from scifi.printing.ebook.epub import epub
from scifi.printing.imprint import imprint
from scifi.printing.office.opendocument import as_odt
from scifi.printing.office.opendocument_contract import contract_as_odt
from scifi.printing.office.spreadsheet import as_xlsx
from scifi.printing.office.word import as_docx
from scifi.printing.office.word_contract import contract_as_docx
from scifi.printing.papers.compose import Composer
from scifi.printing.papers.editions import Edition
from scifi.printing.reading.article import read_article
from scifi.printing.setting.typeset import Document, run

BOOK_TEMPLATE, PAPERS_TEMPLATE = "book.typ", "papers.typ"

OFFICE: dict[str, dict[str, Callable[[DocumentData], bytes]]] = {
    "worksheet": {".docx": as_docx, ".odt": as_odt},
    "contract": {".docx": contract_as_docx, ".odt": contract_as_odt},
    "worked-contract": {".docx": contract_as_docx, ".odt": contract_as_odt},
    "worked-sheets": {".docx": as_docx, ".odt": as_odt},
    "worked-sums": {".xlsx": as_xlsx},
}
"""What writes a paper to be filled in on a computer, by its kind and the ending of the file."""


@dataclass(frozen=True)
class Order:
    """
    A file to be made: an edition in one format.

    Its key stands for all that it is made of. `data` is there for an edition that is made from the
    content alone, and holds no page of the site.
    """

    edition: Edition
    ending: str
    key: str
    data: DocumentData | None = None

    @property
    def file(self) -> str:
        """Its address below the site's root."""
        return self.edition.file(self.ending)


class Kept(NamedTuple):
    """A file in the cache: key of its order, name, pages (0 if it has none), what to tell."""

    key: str
    name: str
    pages: int
    told: list[str]


@dataclass(frozen=True)
class Press:
    """What prints the site built at `site`, of the project at `root`."""

    root: Path
    site: Path
    corpus: Corpus

    @cached_property
    def composer(self) -> Composer:
        """What makes data of its editions."""
        return Composer(self.corpus, imprint(self.root, self.corpus))

    def order(
        self, edition: Edition, ending: str = ".pdf", data: DocumentData | None = None
    ) -> Order:
        """An edition with the key of all that it is made of."""
        digest = hashlib.sha256(f"{self._basis} {ending} {edition!r}".encode())
        digest.update(json.dumps(data, sort_keys=True).encode())
        for address in edition.addresses:
            for content in _page(self.site, address):
                digest.update(content)
        digest.update(self._content_of(edition).encode())
        return Order(edition, ending, digest.hexdigest()[:32], data)

    @cached_property
    def _basis(self) -> str:
        """What every file is made of."""
        return f"{_tools()} {language.code()} {self.composer.imprint}"

    def _content_of(self, edition: Edition) -> str:
        """What an edition says beside its pages: on its own entry, or on any in indexes."""
        if not edition.short:
            return self._corpus
        if edition.kind in self.corpus.entries:
            return self.corpus.get(edition.kind, edition.id).model_dump_json()
        return ""

    @cached_property
    def _corpus(self) -> str:
        entries = (entry for kind in self.corpus.entries for entry in self.corpus.all(kind))
        return "".join(entry.model_dump_json() for entry in entries)

    def make(self, order: Order) -> Kept:
        """
        Make an order and keep it in the cache.

        Raises:
            PrintError: A page is missing, or something could not be set.
        """
        told: list[str] = []
        if order.data is None:
            data, drawings = self._composed(order.edition, told.append)
        else:
            data, drawings = order.data, {}
        if order.ending == ".pdf":
            template = BOOK_TEMPLATE if order.data is None else PAPERS_TEMPLATE
            if not order.edition.short:
                data["sections"].insert(0, {"type": "front", "slug": "front"})
            made = run(Document(template, data, drawings, cache(self.root)))
            return Kept(order.key, made.path.name, made.pages, told)
        if order.ending == ".epub":
            content = epub(data, self.composer.imprint, drawings)
        else:
            content = OFFICE[order.edition.kind][order.ending](data)
        path = cache(self.root) / f"{order.key}{order.ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return Kept(order.key, path.name, 0, told)

    def _composed(
        self, edition: Edition, tell: Callable[[str], None]
    ) -> tuple[DocumentData, dict[str, str]]:
        """An edition from the pages that it holds, and its drawings."""
        articles = {
            address: read_article(self.site, address, edition.style, tell)
            for address in edition.addresses
        }
        drawings = {
            name: svg for article in articles.values() for name, svg in article.drawings.items()
        }
        if code := self.composer.qr(edition):
            drawings["qr.svg"] = code
        for_shop = edition.kind == "press"
        book = replace(edition, kind="book") if for_shop else edition
        data = self.composer.compose(book, articles)
        if for_shop:
            data["sections"].append({"type": "back-cover", "slug": "back-cover"})
        return data, drawings


def cache(root: Path) -> Path:
    """Where files are kept until something that went into them changes; safe to delete."""
    return root / ".cache" / "print"


def _page(site: Path, address: str) -> Iterator[bytes]:
    """What print takes of a built page: all but its frame, and its charts as drawn for paper."""
    page = site / address / "index.html"
    main = page.read_bytes().partition(b"<main")[2] if page.is_file() else b""
    yield main.partition(b"</main>")[0]
    for chart in re.findall(rb'data-(?:chart|drawing)="([\w-]+)"', main):
        for canvas in ON_PAPER:
            drawing = site / urls.drawing(chart.decode(), canvas.name)
            yield drawing.read_bytes() if drawing.is_file() else b""


def _tools() -> str:
    """Our own code and all libraries: another of them may make another file of the same pages."""
    digest = hashlib.sha256()
    for library in sorted(f"{found.name} {found.version}" for found in distributions()):
        digest.update(library.encode())
    for file in sorted(Path(scifi.__file__).parent.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.read_bytes())
    return digest.hexdigest()
