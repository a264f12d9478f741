"""An edition as data for the template: its articles, its links resolved, its indexes."""

import io
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import cast

import segno

from scifi import urls
from scifi.corpus import Corpus
from scifi.kinds import part_title
from scifi.language import _, code
from scifi.model.texts import without_citations
from scifi.printing.documents import BookSection, Design, DocumentData, NamedPage
from scifi.printing.imprint import LEGEND, Imprint, foot_line, imprint_lines
from scifi.printing.papers.book import book_sections
from scifi.printing.papers.editions import Edition
from scifi.printing.papers.frontpages import cover
from scifi.printing.papers.sections import sheet
from scifi.printing.papers.singles import with_first_page
from scifi.printing.reading.addresses import label_of, readable
from scifi.printing.reading.article import Article
from scifi.printing.reading.nodes import Node, inner, text_of, walk
from scifi.printing.words import contributors, cookbook, in_short, template_words


@dataclass(frozen=True)
class Composer:
    """What all editions share: the content, the articles by style and address, the imprint."""

    corpus: Corpus
    imprint: Imprint

    def compose(self, edition: Edition, articles: dict[str, Article]) -> DocumentData:
        """All that the template needs to set an edition; the articles stay as they are."""
        sections = list(self._sections(edition, articles))
        ids = _labels(sections)
        web = self.imprint.site_url
        for section in sections:
            if "body" in section:
                _resolve(section, ids, web)
            own = edition.short and "body" in section
            section["named"] = self._named(section) if own else []
        return {
            "kind": "sheet" if edition.short else edition.kind,
            "title": edition.title,
            "description": without_citations(edition.description),
            "author": contributors(),
            "keywords": [_("smart city"), part_title(edition.part)],
            "part": edition.part,
            "lang": code(),
            "date": list(self.imprint.date),
            "site": web,
            "address": edition.address,
            "header": cookbook(),
            "footer": foot_line(self.imprint, self._where(edition)),
            "version_line": self.imprint.version_line,
            "licence_line": self.imprint.licence_line,
            # A book explains its signs on a page of its own.
            "legend": [] if edition.kind == "book" else _legend(sections),
            "imprint": imprint_lines(self.imprint),
            "design": _design(edition),
            "words": template_words(),
            "sections": sections,
            "labels": sorted(_used(sections) & ids),
            **({"qr": "qr.svg"} if web else {}),
            **({"cover": cover(self.corpus)} if edition.kind == "book" else {}),
        }

    def _where(self, edition: Edition) -> str:
        """Where a newer one would be; without an address of the site, what it is called."""
        if self.imprint.site_url:
            return readable(self.imprint.site_url + edition.address)
        return in_short(edition.title, 50) if edition.address else _("the whole book")

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The title of each page of an entry by its address."""
        every = [
            (kind, entry) for kind, found in self.corpus.entries.items() for entry in found.values()
        ]
        return {urls.url(kind, entry.id): entry.title for kind, entry in every}

    def _named(self, section: BookSection) -> list[NamedPage]:
        """
        The pages that a section names and its file does not hold.

        Without an address to tell, those whose title the text has already are left out.
        """
        found: dict[str, NamedPage] = {}
        web = self.imprint.site_url
        for node in walk(section["body"]):
            if node["t"] == "ref" and "label" not in node and "term" not in node:
                page = node["to"].partition("#")[0]
                words = text_of(node).strip()
                title = self._titles.get(page) or words
                if title == words and not web:
                    continue
                where = {"web": web + page, "address": readable(web + page)} if web else {}
                found.setdefault(page, cast(NamedPage, {"title": title, **where}))
        return sorted(found.values(), key=lambda entry: entry["title"].casefold())

    def qr(self, edition: Edition) -> str | None:
        """The QR code of an edition's page as SVG; None while the site has no address."""
        if not self.imprint.site_url:
            return None
        out = io.BytesIO()
        code = segno.make(self.imprint.site_url + edition.address, error="m")
        code.save(out, kind="svg", scale=4, border=1, xmldecl=False)
        return out.getvalue().decode()

    def _sections(self, edition: Edition, articles: dict[str, Article]) -> Iterator[BookSection]:
        if not edition.short:
            yield from book_sections(self.corpus, edition, articles)
        for leaf in edition.leaves if edition.short else ():
            article = articles[leaf.address]
            page = sheet(leaf, article, 1)
            page["contents"] = _has_contents(edition, article)
            yield from with_first_page(self.corpus, edition, article, page)


def _has_contents(edition: Edition, article: Article) -> bool:
    headings = any(node["t"] == "h" and node["l"] == 2 for node in walk(article.body))
    return edition.kind in ("chapter", "step") and headings


def _design(edition: Edition) -> Design:
    compact = edition.kind in ("casestudy", "remedy")
    return cast(Design, {**asdict(edition.style), "compact": compact})


def _labels(sections: list[BookSection]) -> set[str]:
    """Every label that the edition holds."""
    found = {f"{section['slug']}--top" for section in sections}
    for section in sections:
        found |= {node["id"] for node in walk(section.get("body", [])) if node.get("id")}
        found |= {entry["label"] for entry in section.get("entries", [])}
    return found


def _used(sections: list[BookSection]) -> set[str]:
    nodes = [node for section in sections for node in walk(section.get("body", []))]
    found = {node["label"] for node in nodes if "label" in node}
    found |= {entry["to"] for s in sections for entry in s.get("entries", [])}
    return found | {node["to"] for node in nodes if node["t"] in ("note", "mark") and "to" in node}


def _resolve(section: BookSection, ids: set[str], web: str) -> None:
    """Give each link its label in the file, its number in the list, or its address on the web."""
    nodes = walk(section["body"])
    receipts = [node for node in nodes if node["t"] == "receipts"]
    listed = {id(node) for each in receipts for node in walk(inner(each))}
    numbers: dict[str, int] = {}
    for node in nodes:
        if node["t"] == "url" and id(node) not in listed:
            node["n"] = numbers.setdefault(node["to"], len(numbers) + 1)
        elif node["t"] == "ref":
            _resolve_ref(node, ids, web)
    section["links"] = [{"to": to, "shown": readable(to)} for to in numbers]


def _resolve_ref(node: Node, ids: set[str], web: str) -> None:
    target = node["to"]
    label = label_of(target)
    if label not in ids:
        label = label_of(target.partition("#")[0])
    if label in ids:
        node["label"] = label
    elif web:
        node["web"] = web + target


def _legend(sections: list[BookSection]) -> list[str]:
    """The signs that occur, explained."""
    nodes = [node for section in sections for node in walk(section.get("body", []))]
    found = {node["kind"].split("-")[0] if node["t"] == "badge" else node["t"] for node in nodes}
    return [_(text) for sign, text in LEGEND.items() if sign in found]
