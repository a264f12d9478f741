"""An edition as data for the template: its sheets, its links resolved, its indexes."""

import io
from dataclasses import dataclass
from typing import Any

import segno

from scifi.corpus import Corpus
from scifi.grade import grade
from scifi.kinds import KINDS, part_title
from scifi.model.texts import without_citations
from scifi.printing.addresses import label_of, readable
from scifi.printing.editions import Edition, Leaf, Section, Style
from scifi.printing.imprint import LEGEND, Imprint, lines
from scifi.printing.nodes import Content, Node, text_of, walk
from scifi.printing.tree import Sheet

WORDS = {
    "page": "Page",
    "of": "of",
    "p": "p.",
    "contents": "Contents",
    "links": "Outside links",
    "named": "Named here, told elsewhere in the cookbook",
    "named-how": "Each title with the address of its page.",
    "pages": "Pages:",
    "same-as-table": "The same as a table",
    "qr": "QR code of the address",
    "the-cookbook": "the SCIFI cookbook",
    "notes": "Notes",
}
"""Every fixed word of the template."""

CASE_INDEX = "index-of-cases"
TERM_INDEX = "index-of-terms"


@dataclass(frozen=True)
class Composer:
    """What all editions share: the content, the sheets by style and address, the imprint."""

    corpus: Corpus
    imprint: Imprint

    def compose(self, edition: Edition, sheets: dict[str, Sheet]) -> Node:
        """All that the template needs to set an edition; the sheets stay as they are."""
        sections = list(self._sections(edition, sheets))
        ids = _labels(sections)
        indexed = edition.kind == "book"
        web = self.imprint.site_url
        for section in sections:
            if section["type"] != "index":
                _resolve(section, ids, indexed, web, edition.short)
        used = _used(sections)
        legend = _legend(sections)
        return {
            "kind": "sheet" if edition.short else edition.kind,
            "title": edition.title,
            "description": without_citations(edition.description),
            "author": "SCIFI cookbook contributors",
            "keywords": ["smart city", part_title(edition.part)],
            "part": edition.part,
            "lang": "en",
            "date": list(self.imprint.date),
            "site": web,
            "address": edition.address,
            "header": "SCIFI cookbook",
            "footer": f"SCIFI cookbook {self.imprint.version} · CC BY 4.0 · "
            + (f"{_bare(web)}{edition.address}" if web else edition.address or "the whole book"),
            "version-line": self.imprint.version_line,
            "licence-line": self.imprint.licence_line,
            "legend": legend,
            "imprint": lines(self.imprint),
            "design": _design(edition.style),
            "words": WORDS,
            "sections": sections,
            "labels": sorted(used & ids),
            **({"qr": "qr.svg"} if web else {}),
        }

    def qr(self, edition: Edition) -> str | None:
        """The QR code of an edition's page as SVG; None while the site has no address."""
        if not self.imprint.site_url:
            return None
        out = io.BytesIO()
        code = segno.make(self.imprint.site_url + edition.address, error="m")
        code.save(out, kind="svg", scale=4, border=1, xmldecl=False)
        return out.getvalue().decode()

    def _sections(self, edition: Edition, sheets: dict[str, Sheet]) -> Any:
        for section in edition.sections:
            level = 1
            if edition.kind == "book":
                level = 2
                yield _divider(section, sheets[f"{section.part}/"])
            elif edition.kind == "part":
                opening = sheets[f"{section.part}/"]
                yield _section(Leaf(opening.address, section.part, "About this part"), opening, 1)
            for leaf in section.leaves:
                yield _section(
                    leaf, sheets[leaf.address], level, _has_contents(edition, sheets[leaf.address])
                )
        if edition.kind == "book":
            yield self._cases()
            yield self._terms()

    def _cases(self) -> Node:
        entries = [
            {
                "title": case.title,
                "grade": grade(case).letter,
                "where": "; ".join(self.corpus.get("city", city).title for city in case.cities)
                + f". casestudies/{case.id}/.",
                "text": "",
                "label": f"{CASE_INDEX}--{case.id}",
                "index": f"{CASE_INDEX}-at--{case.id}",
            }
            for case in sorted(self.corpus.casestudies, key=lambda case: case.title.casefold())
        ]
        lead = (
            "Every case study by its finding, with its evidence grade, its place, its address in "
            "the cookbook, and the pages of this book that tell of it."
        )
        return _index(CASE_INDEX, "Index of case studies", lead, entries)

    def _terms(self) -> Node:
        entries = [
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
        lead = "Words of the trade in plain English, and the pages that use them first."
        return _index(TERM_INDEX, "Index of terms", lead, entries)


def _section(leaf: Leaf, sheet: Sheet, level: int, contents: bool = False) -> Node:
    return {
        "type": "sheet",
        "slug": sheet.slug,
        "part": leaf.part,
        "kicker": leaf.kicker,
        "running": sheet.title,
        "title": sheet.title,
        "lead": sheet.lead,
        "level": level,
        "contents": contents,
        "body": _copy(sheet.body),
        "links": [],
        "named": [],
    }


def _divider(section: Section, opening: Sheet) -> Node:
    return {
        "type": "part",
        "slug": opening.slug,
        "part": section.part,
        "title": section.title,
        "lead": opening.lead,
        "body": _copy(opening.body),
        "links": [],
        "named": [],
    }


def _index(slug: str, title: str, lead: str, entries: list[dict[str, str]]) -> Node:
    return {"type": "index", "slug": slug, "title": title, "lead": lead, "entries": entries}


def _copy(content: Any) -> Any:
    if isinstance(content, list):
        return [_copy(one) for one in content]
    if isinstance(content, dict):
        return {key: _copy(value) for key, value in content.items()}
    return content


def _has_contents(edition: Edition, sheet: Sheet) -> bool:
    headings = any(one["t"] == "h" and one["l"] == 2 for one in walk(sheet.body))
    return edition.kind in ("chapter", "step") and headings


def _design(style: Style) -> dict[str, Any]:
    return {"paper": style.paper, "ink_saver": style.ink_saver, "large": style.large}


def _bare(address: str) -> str:
    return address.partition("://")[2]


def _labels(sections: list[Node]) -> set[str]:
    """Every label that the edition holds."""
    found = {f"{section['slug']}--top" for section in sections}
    for section in sections:
        found |= {one["id"] for one in walk(section.get("body", [])) if one.get("id")}
        found |= {entry["label"] for entry in section.get("entries", [])}
    return found


def _used(sections: list[Node]) -> set[str]:
    found = {one["label"] for s in sections for one in walk(s.get("body", [])) if "label" in one}
    found |= {
        one["to"]
        for s in sections
        for one in walk(s.get("body", []))
        if one["t"] in ("note", "mark") and "to" in one
    }
    return found


def _resolve(section: Node, ids: set[str], indexed: bool, web: str, short: bool) -> None:
    """Give each link its label in the file, its number in the list, or its address on the web."""
    body: Content = section["body"]
    listed = {id(one) for r in walk(body) if r["t"] == "receipts" for one in walk(r["c"])}
    numbers: dict[str, int] = {}
    named: dict[str, Node] = {}
    for one in walk(body):
        if one["t"] == "url" and id(one) not in listed:
            one["n"] = numbers.setdefault(one["to"], len(numbers) + 1)
        elif one["t"] == "ref":
            _resolve_ref(one, ids, indexed, web)
            if short and "label" not in one and "term" not in one:
                page = one["to"].partition("#")[0]
                entry = {"title": text_of(one).strip(), "address": page}
                named.setdefault(page, {**entry, **({"web": web + page} if web else {})})
    section["links"] = [{"to": to, "shown": readable(to)} for to in numbers]
    section["named"] = sorted(named.values(), key=lambda entry: entry["title"].casefold())


def _resolve_ref(one: Node, ids: set[str], indexed: bool, web: str) -> None:
    target = one["to"]
    label = label_of(target)
    if indexed:
        label = _in_index(one, target) or label
    if label not in ids:
        label = label_of(target.partition("#")[0])
    if label in ids:
        one["label"] = label
    elif web:
        one["web"] = web + target


def _in_index(one: Node, target: str) -> str | None:
    """The entry of an index that a link to a case study or a term leads to in the book."""
    page, _, anchor = target.partition("#")
    if page.startswith("casestudies/") and page != "casestudies/":
        slug, name = CASE_INDEX, page.split("/")[1]
    elif page == KINDS["term"].index and anchor:
        slug, name = TERM_INDEX, anchor
    else:
        return None
    one["index"] = f"{slug}-at--{name}"
    return f"{slug}--{name}"


def _legend(sections: list[Node]) -> list[str]:
    """The signs that occur, explained."""
    found = set()
    for section in sections:
        for one in walk(section.get("body", [])):
            if one["t"] == "badge":
                found.add(one["kind"].split("-")[0])
            elif one["t"] == "note":
                found.add("receipt")
    return [words for sign, words in LEGEND.items() if sign in found]
