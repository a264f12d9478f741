"""An edition as data for the template: its articles, its links resolved, its indexes."""

import io
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import segno

from scifi import urls
from scifi.corpus import Corpus
from scifi.grade import grade
from scifi.kinds import KINDS, part_title
from scifi.language import _, and_list, code
from scifi.model.texts import without_citations
from scifi.printing.documents import BookSection, Design, DocumentData, IndexEntry, NamedPage
from scifi.printing.imprint import LEGEND, Imprint, foot_line, imprint_lines
from scifi.printing.papers.editions import Edition, Leaf, Section
from scifi.printing.reading.addresses import label_of, readable
from scifi.printing.reading.article import Article
from scifi.printing.reading.nodes import Node, inner, text_of, walk
from scifi.printing.style import Style
from scifi.printing.words import contributors, cookbook, template_words

CASE_INDEX = "index-of-cases"
TERM_INDEX = "index-of-terms"


@dataclass(frozen=True)
class Composer:
    """What all editions share: the content, the articles by style and address, the imprint."""

    corpus: Corpus
    imprint: Imprint

    def compose(self, edition: Edition, articles: dict[str, Article]) -> DocumentData:
        """All that the template needs to set an edition; the articles stay as they are."""
        sections = list(self._sections(edition, articles))
        ids = _labels(sections)
        indexed = edition.kind == "book"
        web = self.imprint.site_url
        for section in sections:
            if section["type"] != "index":
                _resolve(section, ids, indexed, web)
            if edition.short:
                section["named"] = self._named(section)
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
            "legend": _legend(sections),
            "imprint": imprint_lines(self.imprint),
            "design": _design(edition.style),
            "words": template_words(),
            "sections": sections,
            "labels": sorted(_used(sections) & ids),
            **({"qr": "qr.svg"} if web else {}),
        }

    def _where(self, edition: Edition) -> str:
        """Where a newer one would be; without an address of the site, what it is called."""
        if self.imprint.site_url:
            return readable(self.imprint.site_url + edition.address)
        return edition.title.partition(": ")[0] if edition.address else _("the whole book")

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The title of each page of an entry by its address."""
        every = [
            (kind, entry) for kind, found in self.corpus.entries.items() for entry in found.values()
        ]
        return {urls.url(kind, entry.id): entry.title for kind, entry in every}

    def _named(self, section: BookSection) -> list[NamedPage]:
        """The pages that a section names and its file does not hold."""
        found: dict[str, NamedPage] = {}
        web = self.imprint.site_url
        for node in walk(section["body"]):
            if node["t"] == "ref" and "label" not in node and "term" not in node:
                page = node["to"].partition("#")[0]
                title = self._titles.get(page) or text_of(node).strip()
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
        for section in edition.sections:
            level = 1
            if edition.kind == "book":
                level = 2
                yield _divider(section, articles[f"{section.part}/"])
            elif edition.kind == "part":
                opening = articles[f"{section.part}/"]
                about = Leaf(opening.address, section.part, _("About this part"))
                yield _section(about, opening, 1)
            for leaf in section.leaves:
                yield _section(
                    leaf,
                    articles[leaf.address],
                    level,
                    _has_contents(edition, articles[leaf.address]),
                )
        if edition.kind == "book":
            yield self._cases()
            yield self._terms()

    def _cases(self) -> BookSection:
        entries: list[IndexEntry] = [
            {
                "title": case.title,
                "grade": grade(case).letter,
                "where": _(
                    "{cities}. {address}.",
                    cities=and_list([self.corpus.get("city", id_).title for id_ in case.cities]),
                    address=urls.url("casestudy", case.id),
                ),
                "text": "",
                "label": f"{CASE_INDEX}--{case.id}",
                "index": f"{CASE_INDEX}-at--{case.id}",
            }
            for case in sorted(self.corpus.casestudies, key=lambda case: case.title.casefold())
        ]
        lead = _(
            "Every case study by its finding, with its evidence grade, its place, its address in "
            "the cookbook, and the pages of this book that tell of it."
        )
        return _index(CASE_INDEX, _("Index of case studies"), lead, entries)

    def _terms(self) -> BookSection:
        entries: list[IndexEntry] = [
            {
                "title": term.title,
                "grade": "",
                "where": "",
                "text": without_citations(term.definition),
                "label": f"{TERM_INDEX}--{term.id}",
                "index": f"{TERM_INDEX}-at--{term.id}",
            }
            for term in sorted(self.corpus.terms, key=lambda term: term.title.casefold())
        ]
        lead = _("Words of the trade in plain English, and the pages that use them first.")
        return _index(TERM_INDEX, _("Index of terms"), lead, entries)


def _section(leaf: Leaf, article: Article, level: int, contents: bool = False) -> BookSection:
    return {
        "type": "sheet",
        "slug": article.slug,
        "part": leaf.part,
        "kicker": leaf.kicker,
        "running": article.title,
        "title": article.title,
        "lead": article.lead,
        "level": level,
        "contents": contents,
        "body": deepcopy(article.body),
        "links": [],
        "named": [],
    }


def _divider(section: Section, opening: Article) -> BookSection:
    return {
        "type": "part",
        "slug": opening.slug,
        "part": section.part,
        "title": section.title,
        "lead": opening.lead,
        "body": deepcopy(opening.body),
        "links": [],
        "named": [],
    }


def _index(slug: str, title: str, lead: str, entries: list[IndexEntry]) -> BookSection:
    return {"type": "index", "slug": slug, "title": title, "lead": lead, "entries": entries}


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
    return found | {node["to"] for node in nodes if node["t"] in ("note", "mark") and "to" in node}


def _resolve(section: BookSection, ids: set[str], indexed: bool, web: str) -> None:
    """Give each link its label in the file, its number in the list, or its address on the web."""
    nodes = walk(section["body"])
    receipts = [node for node in nodes if node["t"] == "receipts"]
    listed = {id(node) for each in receipts for node in walk(inner(each))}
    numbers: dict[str, int] = {}
    for node in nodes:
        if node["t"] == "url" and id(node) not in listed:
            node["n"] = numbers.setdefault(node["to"], len(numbers) + 1)
        elif node["t"] == "ref":
            _resolve_ref(node, ids, indexed, web)
    section["links"] = [{"to": to, "shown": readable(to)} for to in numbers]


def _resolve_ref(node: Node, ids: set[str], indexed: bool, web: str) -> None:
    target = node["to"]
    label = label_of(target)
    if indexed:
        label = _in_index(node, target) or label
    if label not in ids:
        label = label_of(target.partition("#")[0])
    if label in ids:
        node["label"] = label
    elif web:
        node["web"] = web + target


def _in_index(node: Node, target: str) -> str | None:
    """The entry of an index that a link to a case study or a term leads to in the book."""
    page, _sign, anchor = target.partition("#")
    if page.startswith("casestudies/") and page != "casestudies/":
        slug, name = CASE_INDEX, page.split("/")[1]
    elif page == KINDS["term"].index and anchor:
        slug, name = TERM_INDEX, anchor
    else:
        return None
    node["index"] = f"{slug}-at--{name}"
    return f"{slug}--{name}"


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
