"""Indexes of the whole book: its places, suppliers and subjects, and where each case is told."""

import re
from collections.abc import Iterable, Iterator
from typing import cast

from scifi.corpus import Corpus
from scifi.folding import fold
from scifi.grade import grade
from scifi.kinds import KINDS
from scifi.labels import label
from scifi.language import _, capitalised, country
from scifi.model.texts import without_citations
from scifi.printing.documents import BookSection, IndexEntry
from scifi.printing.reading.addresses import label_of, slug
from scifi.printing.reading.nodes import Content, Node, new_node, walk

CASES, PLACES = "index-of-cases", "index-of-places"
SUPPLIERS, SUBJECTS = "index-of-suppliers", "index-of-subjects"

NOT_INDEXED = {"h", "note", "mark", "receipts", "code", "pre", "url", "ref", "chart"}
"""Nodes in which no name is marked; the title of another page tells nothing of what it names."""

EUROPE = "EU"
"""The country of a place that lies in several."""


def indexes(corpus: Corpus, sections: Iterable[BookSection]) -> list[BookSection]:
    """Mark in the sections what the indexes list, and make the indexes."""
    names = {city.title: at(PLACES, city.id) for city in corpus.cities}
    names |= {name: at(SUPPLIERS, slug(name)) for name in _suppliers(corpus)}
    marked = re.compile(
        rf"(?<!\w)({'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?!\w)"
    )
    for section in sections:
        for part in section.get("body", []):
            _mark(part, marked, names)
    return [_cases(corpus), _places(corpus), _supplied(corpus), _subjects(corpus)]


def at(index: str, id_: str) -> str:
    """The name of all places that an entry of an index lists."""
    return f"{index}-at--{id_}"


def _suppliers(corpus: Corpus) -> Iterator[str]:
    """Their names, without what the case studies add in brackets."""
    for case in corpus.casestudies:
        yield from (provider.name.partition(" (")[0] for provider in case.providers)


def _mark(block: str | Node, marked: re.Pattern[str], names: dict[str, str]) -> None:
    """Mark each name that a block holds where it stands first, and every link to an entry."""
    nodes, seen = walk(block), set[str]()
    skipped = {id(node) for outer in nodes if outer["t"] in NOT_INDEXED for node in walk(outer)}
    for node in nodes:
        if node["t"] == "ref":
            _mark_reference(node)
        elif isinstance(content := node.get("c"), list) and id(node) not in skipped:
            node["c"] = list(_with_names(content, marked, names, seen))


def _mark_reference(node: Node) -> None:
    page, _sign, anchor = node["to"].partition("#")
    id_ = page.rstrip("/").rpartition("/")[2]
    if page == KINDS["term"].index and anchor:
        # The book has the glossary in its index of subjects.
        node["index"] = at(SUBJECTS, f"term-{anchor}")
        node["to"] = f"{SUBJECTS}#term-{anchor}"
    elif page == KINDS["casestudy"].url(id_):
        node["index"] = at(CASES, id_)
    elif page == KINDS["obstacle"].url(id_):
        node["index"] = at(SUBJECTS, f"obstacle-{id_}")


def _with_names(
    content: Content, marked: re.Pattern[str], names: dict[str, str], seen: set[str]
) -> Iterator[str | Node]:
    for part in content:
        for piece in marked.split(part) if isinstance(part, str) else [part]:
            if isinstance(piece, str) and piece in names and piece not in seen:
                seen.add(piece)
                yield new_node("named", [piece], index=names[piece])
            elif piece:
                yield piece


def _cases(corpus: Corpus) -> BookSection:
    entries = [
        _entry(
            CASES,
            case.id,
            case.title,
            about=KINDS["casestudy"].url(case.id),
            label=f"{CASES}--{city.id}-{case.id}",
            grade=grade(corpus, case).letter,
            where=place(city.title, city.country),
        )
        for city in sorted(corpus.cities, key=lambda city: _in_order(city.title))
        for case in sorted(corpus.casestudies, key=lambda case: _in_order(case.title))
        if city.id in case.cities
    ]
    lead = _(
        "Every case study under its places, with its evidence grade. In bold: the page of its "
        "short form; then the pages that tell of it."
    )
    return _index(CASES, _("Index of case studies by place"), lead, entries)


def _places(corpus: Corpus) -> BookSection:
    cities = sorted(corpus.cities, key=lambda city: _in_order(city.title))
    entries = [_entry(PLACES, city.id, place(city.title, city.country)) for city in cities]
    return _index(PLACES, _("Index of places"), _("The pages that name a place."), entries)


def _supplied(corpus: Corpus) -> BookSection:
    names = sorted(set(_suppliers(corpus)), key=_in_order)
    entries = [_entry(SUPPLIERS, slug(name), name) for name in names]
    lead = _("Firms and institutes that supplied a case study, and the pages that name them.")
    return _index(SUPPLIERS, _("Index of suppliers"), lead, entries)


def _subjects(corpus: Corpus) -> BookSection:
    entries = [
        _entry(SUBJECTS, f"term-{term.id}", term.title, text=without_citations(term.definition))
        for term in corpus.terms
    ]
    for obstacle in corpus.obstacles:
        about = KINDS["obstacle"].url(obstacle.id)
        entries.append(_entry(SUBJECTS, f"obstacle-{obstacle.id}", obstacle.title, about=about))
    for theme in dict.fromkeys(case.themes[0] for case in corpus.casestudies):
        about = id_ = f"theme-{theme}"
        entries.append(_entry(SUBJECTS, id_, capitalised(label(theme)), about=about))
    entries.sort(key=lambda entry: _in_order(entry["title"]))
    lead = _(
        "Themes of the case studies, obstacles, and words of the trade in plain English. In bold: "
        "the page that is about it."
    )
    return _index(SUBJECTS, _("Index of subjects"), lead, entries)


def _in_order(title: str) -> str:
    """A title without accents and capitals: Águilas stands among the other words with A."""
    return fold(title)


def _entry(index: str, id_: str, title: str, *, about: str = "", **more: str) -> IndexEntry:
    """A line of an index; `about` is the address of what is about it."""
    entry: IndexEntry = {
        "title": title,
        "grade": "",
        "where": "",
        "text": "",
        "label": f"{index}--{id_}",
        "index": at(index, id_),
        "to": label_of(about) if about else "",
    }
    return cast(IndexEntry, {**entry, **more})


def _index(name: str, title: str, lead: str, entries: list[IndexEntry]) -> BookSection:
    return {"type": "index", "slug": name, "title": title, "lead": lead, "entries": entries}


def place(title: str, country_code: str) -> str:
    """A place with its country, unless its title says where it lies."""
    name = country(country_code)
    if country_code == EUROPE or name in title:
        return title
    return _("{place}, {country}", place=title, country=name)
