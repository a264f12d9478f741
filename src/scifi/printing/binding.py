"""
A long edition, set in gatherings and bound into one file.

The typesetter's memory grows with the pages it holds, and one document is set on one core. So a
long edition is set in gatherings of some thirty pages, several at once, as a printer does; then
they are bound (`joining`). Page numbers come from a first round that only finds out where
everything stands; further rounds follow until no number changes any more.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from scifi.printing.drawings import empty
from scifi.printing.errors import PrintError
from scifi.printing.glyphs import ready
from scifi.printing.joining import Binding
from scifi.printing.nodes import Node, walk
from scifi.printing.typeset import Job, Layout, Place, Printout
from scifi.printing.workers import Workers

SIZE = 300_000
"""Letters of data in a gathering, from which the next page of the site begins another one."""

ROUNDS = 6
"""A long edition settles after two or three."""

T = TypeVar("T")

LETTERS_OF_A_PAGE = 8_200
"""Letters of data on a page, roughly."""

GUESSES = (5, 55, 255)
"""Page numbers of one, two and three digits. The first round only needs to know how many digits a
number has: all of one length are of one width, so that most lines already break where they will.
And a gathering whose words did not change is not laid out again because those before it did."""

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
        found |= {one["far"] for one in self.nodes if "far" in one}
        found |= {entry["index"] for s in self.sections for entry in s.get("entries", [])}
        return found | {entry["to"] for s in self.sections for entry in s.get("list", [])}

    @property
    def receipts(self) -> set[str]:
        """Labels of the receipts to which its raised numbers lead."""
        return {one["to"] for one in self.nodes if one["t"] in ("note", "mark") and "to" in one}

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

    def first_jobs(self) -> list[Job]:
        """What to lay out to learn where everything stands, with guessed page numbers."""
        numbers: dict[str, list[int]] = defaultdict(list)
        letters = 0
        for section in (section for one in self.gatherings for section in one.sections):
            for label in Gathering([section]).labels:
                # An index names many pages: all of them different.
                numbers[label].append(_guess(letters) + len(numbers[label]))
            letters += _length(section)
        most = GUESSES[-1]
        return [self._job(one, numbers, most, most, draft=True) for one in self.gatherings]

    def jobs(self, layouts: list[Layout]) -> list[Job]:
        """What to set, with the page numbers of these layouts."""
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

    def binding(self, made: list[Printout]) -> Binding:
        """All gatherings, and what may follow them, to be bound in this order."""
        shifts = [one.shift for one in self.gatherings]
        layouts = [one.layout for one in made]
        return Binding(
            [one.path for one in made],
            shifts + [0] * (len(made) - len(shifts)),
            self.places(layouts),
            sum(layout.pages for layout in layouts),
        )

    def _job(
        self,
        one: Gathering,
        numbers: dict[str, list[int]],
        first: int,
        count: int,
        draft: bool = False,
    ) -> Job:
        """A gathering from its first page on; a draft is only to be laid out."""
        seek = one.labels & self._asked
        data = {
            **self.common,
            "sections": one.sections,
            "labels": sorted(seek | one.labels & one.receipts),
            "seek": sorted(seek),
            "draft": draft,
            "places": {label: numbers[label] for label in sorted(one.asks) if label in numbers},
            "first-page": first,
            "page-count": count,
            "shift": one.shift,
        }
        shown = {name: svg for name, svg in self.drawings.items() if name in one.drawings}
        if one.sections[0]["type"] == "front" and "qr" in self.common:
            shown["qr.svg"] = self.drawings["qr.svg"]
        if draft:
            shown = {name: empty(svg) for name, svg in shown.items()}
        return Job(TEMPLATE, data, shown, self.cache)

    @cached_property
    def _asked(self) -> set[str]:
        return {label for one in self.gatherings for label in one.asks}


def book_block(data: Node, drawings: dict[str, str], cache: Path) -> BookBlock:
    """A composed edition in gatherings: title page and contents, then its sections."""
    data = ready(data)
    contents = [
        {"title": s["title"], "level": s.get("level", 1), "to": f"{s['slug']}--top"}
        for s in data["sections"]
    ]
    front = {"type": "front", "slug": "front", "list": contents}
    made = [Gathering([front]), *_gathered(data["sections"])]
    for one in made:
        for ref in one.nodes:
            if "label" in ref:
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


def _guess(letters: int) -> int:
    """A page number with as many digits as that of a page after so many letters."""
    return GUESSES[min(len(str(1 + letters // LETTERS_OF_A_PAGE)), len(GUESSES)) - 1]


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
    jobs = [block.first_jobs() for block in blocks]
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
