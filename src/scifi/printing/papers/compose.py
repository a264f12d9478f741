"""An edition as data for the template: its articles, its links resolved, its indexes."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import segno

from scifi.corpus import Corpus
from scifi.kinds import part_title
from scifi.language import _, code
from scifi.model.texts import without_citations
from scifi.printing.documents import BookSection, Design, DocumentData, NamedPage
from scifi.printing.imprint import LEGEND, Imprint, foot_line, imprint_lines
from scifi.printing.papers.book import book_sections
from scifi.printing.papers.cover import cover_map
from scifi.printing.papers.editions import Edition
from scifi.printing.papers.sections import sheet
from scifi.printing.reading.addresses import label_of, readable
from scifi.printing.reading.article import Article
from scifi.printing.reading.nodes import Node, inner, text_of, walk
from scifi.printing.style import Style
from scifi.printing.words import contributors, cookbook, template_words


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
                _resolve(section, ids, web, edition.short)
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
            "design": _design(edition.style),
            "words": template_words(),
            "sections": sections,
            "labels": sorted(_used(sections) & ids),
            **({"qr": "qr.svg"} if web else {}),
            **({"cover": cover_map(self.corpus)} if edition.kind == "book" else {}),
        }

    def _where(self, edition: Edition) -> str:
        """Where a newer one would be, as short as the foot of a page needs it."""
        web = self.imprint.site_url
        if web:
            return f"{_bare(web)}{edition.address}"
        return edition.address or _("the whole book")

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
            yield {**sheet(leaf, article, 1), "contents": _has_contents(edition, article)}


def _has_contents(edition: Edition, article: Article) -> bool:
    headings = any(node["t"] == "h" and node["l"] == 2 for node in walk(article.body))
    return edition.kind in ("chapter", "step") and headings


def _design(style: Style) -> Design:
    return {"paper": style.paper, "ink_saver": style.ink_saver, "large": style.large}


def _bare(address: str) -> str:
    return address.partition("://")[2]


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


def _resolve(section: BookSection, ids: set[str], web: str, short: bool) -> None:
    """Give each link its label in the file, its number in the list, or its address on the web."""
    nodes = walk(section["body"])
    receipts = [node for node in nodes if node["t"] == "receipts"]
    listed = {id(node) for each in receipts for node in walk(inner(each))}
    numbers: dict[str, int] = {}
    named: dict[str, NamedPage] = {}
    for node in nodes:
        if node["t"] == "url" and id(node) not in listed:
            node["n"] = numbers.setdefault(node["to"], len(numbers) + 1)
        elif node["t"] == "ref":
            _resolve_ref(node, ids, web)
            if short and "label" not in node and "term" not in node:
                page = node["to"].partition("#")[0]
                named.setdefault(page, _named(page, text_of(node).strip(), web))
    section["links"] = [{"to": to, "shown": readable(to)} for to in numbers]
    section["named"] = sorted(named.values(), key=lambda entry: entry["title"].casefold())


def _named(page: str, title: str, web: str) -> NamedPage:
    entry: NamedPage = {"title": title, "address": page}
    if web:
        entry["web"] = web + page
    return entry


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
    found = set()
    for section in sections:
        for node in walk(section.get("body", [])):
            if node["t"] == "badge":
                found.add(node["kind"].split("-")[0])
            elif node["t"] == "note":
                found.add("receipt")
    return [_(text) for sign, text in LEGEND.items() if sign in found]
