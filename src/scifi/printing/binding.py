"""
A long edition, set in gatherings and bound into one file.

The typesetter's memory grows with the pages it holds, and one document is set on one core. So a
long edition is set in gatherings of some forty pages, several at once, as a printer does; then
they are bound (`joining`). Page numbers come from a first round that only finds out where
everything stands; further rounds follow until no number changes any more.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from math import ceil
from pathlib import Path
from typing import Any, TypeVar

from scifi.printing.errors import PrintError
from scifi.printing.joining import joined
from scifi.printing.nodes import Node, walk
from scifi.printing.typeset import Job, Layout, Place, Printout, keep
from scifi.printing.workers import Workers

SIZE = 120_000
"""Letters of data in a gathering, from which the next page of the site begins another one."""

ROUNDS = 6
"""A long edition settles after two or three."""

T = TypeVar("T")

LETTERS_OF_A_PAGE = 8_200
"""Letters of data on a page, roughly. The first round guesses page numbers from them: a number
takes as much room as any other with as many digits, so most guesses already break lines right."""

TEMPLATE = "book.typ"


@dataclass(frozen=True)
class Gathering:
    """Sections that are set together, and how many levels of headings stand before them."""

    sections: list[Node]
    shift: int = 0

    @cached_property
    def nodes(self) -> list[Node]:
        """Every node of its sections."""
        return [one for section in self.sections for one in walk(section.get("body", []))]

    @cached_property
    def labels(self) -> set[str]:
        """What it can be asked for: tops of sections, marks for the index, places in the text."""
        found = {f"{section['slug']}--top" for section in self.sections}
        found |= {one["id"] for one in self.nodes if "id" in one}
        found |= {one["index"] for one in self.nodes if "index" in one}
        return found | {entry["label"] for s in self.sections for entry in s.get("entries", [])}

    @cached_property
    def asks(self) -> set[str]:
        """Labels whose pages it names."""
        found = {f"{section['slug']}--top" for section in self.sections}
        found |= {one[key] for one in self.nodes for key in ("label", "far") if key in one}
        found |= {entry["index"] for s in self.sections for entry in s.get("entries", [])}
        return found | {entry["to"] for s in self.sections for entry in s.get("list", [])}

    def guesses(self) -> dict[str, int]:
        """The page of each label in this gathering, as it may be."""
        found: dict[str, int] = {}
        letters = 0
        for section in self.sections:
            page = 1 + letters // LETTERS_OF_A_PAGE
            found |= dict.fromkeys(Gathering([section]).labels, page)
            letters += _length(section)
        return found

    @property
    def drawings(self) -> set[str]:
        """Names of the drawings it shows."""
        return {one["src"] for one in self.nodes if "src" in one}


@dataclass(frozen=True)
class BookBlock:
    """All gatherings of one edition, with the data that they share."""

    common: dict[str, Any]
    gatherings: list[Gathering]
    drawings: dict[str, str]
    cache: Path

    def jobs(self, layouts: list[Layout] | None = None) -> list[Job]:
        """What to set, with the page numbers of these layouts; guessed ones, if there is none."""
        layouts = layouts or self._guessed()
        numbers = {label: [page for page, _, _ in at] for label, at in self.places(layouts).items()}
        pages = [layout.pages for layout in layouts]
        return [
            self._job(one, numbers, 1 + sum(pages[:at]), sum(pages))
            for at, one in enumerate(self.gatherings)
        ]

    def places(self, layouts: list[Layout]) -> dict[str, list[Place]]:
        """Where each label stands in the bound file."""
        found: dict[str, list[Place]] = defaultdict(list)
        before = 0
        for layout in layouts:
            for label, places in layout.places.items():
                found[label] += [(before + page, x, y) for page, x, y in places]
            before += layout.pages
        return found

    def closing(self, blank_pages: int) -> Job:
        """Empty pages and the back cover, for a print shop."""
        sections = [{"type": "blank", "slug": f"blank-{nth}"} for nth in range(blank_pages)]
        sections.append({"type": "back-cover", "slug": "back-cover"})
        return self._job(Gathering(sections), {}, 1, len(sections))

    def bind(self, made: list[Printout]) -> Printout:
        """One PDF of all gatherings, and of what may follow them, in this order."""
        shifts = [one.shift for one in self.gatherings]
        rest = [0] * (len(made) - len(shifts))
        layouts = [one.layout for one in made]
        made_from = " ".join([version("pikepdf"), *(one.path.stem for one in made)])
        key = hashlib.sha256(made_from.encode())
        return keep(
            self.cache / f"{key.hexdigest()[:32]}.pdf",
            lambda: joined([one.path for one in made], [*shifts, *rest], self.places(layouts)),
            sum(layout.pages for layout in layouts),
        )

    def _guessed(self) -> list[Layout]:
        """Layouts as they may be, from the lengths of all sections."""
        return [
            Layout(
                ceil(sum(map(_length, one.sections)) / LETTERS_OF_A_PAGE),
                {label: [(page, 0.0, 0.0)] for label, page in one.guesses().items()},
            )
            for one in self.gatherings
        ]

    def _job(self, one: Gathering, numbers: dict[str, list[int]], first: int, count: int) -> Job:
        data = {
            **self.common,
            "sections": one.sections,
            "labels": sorted(one.labels & self._asked),
            "seek": sorted(one.labels & self._asked),
            "places": {label: numbers[label] for label in sorted(one.asks) if label in numbers},
            "first-page": first,
            "page-count": count,
            "shift": one.shift,
        }
        shown = {name: svg for name, svg in self.drawings.items() if name in one.drawings}
        if one.sections[0]["type"] == "front" and "qr" in self.common:
            shown["qr.svg"] = self.drawings["qr.svg"]
        return Job(TEMPLATE, data, shown, self.cache)

    @cached_property
    def _asked(self) -> set[str]:
        return {label for one in self.gatherings for label in one.asks}


def book_block(data: Node, drawings: dict[str, str], cache: Path) -> BookBlock:
    """A composed edition in gatherings: title page and contents, then its sections."""
    contents = [
        {"title": s["title"], "level": s.get("level", 1), "to": f"{s['slug']}--top"}
        for s in data["sections"]
    ]
    front = {"type": "front", "slug": "front", "list": contents}
    made = [Gathering([front]), *_gathered(data["sections"])]
    for one in made:
        for ref in one.nodes:
            if "label" in ref and ref["label"] not in one.labels:
                ref["far"] = ref.pop("label")
    common = {key: value for key, value in data.items() if key not in ("sections", "labels")}
    return BookBlock(common, made, drawings, cache)


def _gathered(sections: list[Node]) -> Iterator[Gathering]:
    pile: list[Node] = []
    size = 0
    for section in sections:
        long = _length(section)
        top = section["type"] != "sheet"
        if pile and (top or size + long > SIZE):
            yield Gathering(pile, _shift(pile))
            pile, size = [], 0
        pile.append(section)
        size += long
    if pile:
        yield Gathering(pile, _shift(pile))


def _length(section: Node) -> int:
    return len(str(section))


def _shift(pile: list[Node]) -> int:
    """Its first heading is of level 1 in the gathering, and of its own level in the bound file."""
    return int(pile[0].get("level", 1)) - 1


def settle(blocks: list[BookBlock], workers: Workers) -> list[list[Printout]]:
    """
    Set long editions until every page number is right; gives the gatherings of each.

    Raises:
        PrintError: The numbers do not come to rest, or something could not be set.
    """
    jobs = [block.jobs() for block in blocks]
    layouts = _each(blocks, workers.lay_out([job for some in jobs for job in some])())
    for _ in range(ROUNDS):
        jobs = [block.jobs(found) for block, found in zip(blocks, layouts, strict=True)]
        made = _each(blocks, workers.run([job for some in jobs for job in some])())
        found = [[one.layout for one in some] for some in made]
        if found == layouts:
            return made
        layouts = found
    raise PrintError(
        "The page numbers of a long edition do not come to rest: a line that names a page moves "
        "the page it names. Change a word in one of its pages, or tell us."
    )


def _each(blocks: list[BookBlock], results: list[T]) -> list[list[T]]:
    """Results in the order of all gatherings, by block."""
    rest = iter(results)
    return [[next(rest) for _ in block.gatherings] for block in blocks]
