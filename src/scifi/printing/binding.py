"""
A long edition, set in gatherings and bound into one file.

The typesetter's memory grows with the pages it holds, and one document is set on one core. So a
long edition is set in gatherings of some thirty pages, several at once, as a printer does; then
they are bound (`joining`). A gathering does not know on which pages it or others will stand: it
leaves room for page numbers, which are printed in when it is bound (`numbering`). Only contents
and indexes, which are hardly more than page numbers, are set when those are known.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from scifi.printing import numbering
from scifi.printing.documents import BookSection, ContentsLine, PrintDocument
from scifi.printing.errors import PrintError
from scifi.printing.glyphs import ready
from scifi.printing.joining import Binding, Part
from scifi.printing.nodes import Node, walk
from scifi.printing.typeset import LAST_PAGE, Job, Layout, PlaceOnPage, Printout
from scifi.printing.workers import Workers

SIZE = 300_000
"""Letters of data in a gathering, from which the next page of the site begins another one."""

ROUNDS = 6
"""A long edition settles after two, or three if a number has not room enough at first."""

Pages = dict[str, list[int]]
"""Pages from 1 by the label that stands on them."""

T = TypeVar("T")

LETTERS_OF_A_PAGE = 8_200
"""Letters of data on a page, roughly."""

CAUTION = 1.1
FRONT = 7
"""Guessed page numbers are rather too high: each shows how much room to leave for the right one.
So much is added to them, for pages with little on them and for the contents at the front."""

BOOK_TEMPLATE = "book.typ"


@dataclass(frozen=True)
class Gathering:
    """Sections that are set together, and how many letters of data each has."""

    sections: list[BookSection]
    letters: list[int]

    @property
    def shift(self) -> int:
        """How many levels of headings stand before them."""
        # Its first heading is of level 1 in the gathering, and of its own level in the bound file.
        return int(self.sections[0].get("level", 1)) - 1

    @cached_property
    def bodies(self) -> list[list[Node]]:
        """Every node of each section."""
        return [walk(section.get("body", [])) for section in self.sections]

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node of its sections."""
        return (node for body in self.bodies for node in body)

    @cached_property
    def marks(self) -> list[list[str]]:
        """What each section can be asked for: its top, places in it, marks for the index."""
        return [
            [
                f"{section['slug']}--top",
                *(node[key] for node in body for key in ("id", "index") if key in node),
                *(entry["label"] for entry in section.get("entries", [])),
            ]
            for section, body in zip(self.sections, self.bodies, strict=True)
        ]

    @cached_property
    def labels(self) -> set[str]:
        """The marks of all sections."""
        return {label for marks in self.marks for label in marks}

    @cached_property
    def refers(self) -> list[str]:
        """Labels whose pages its text names, in order: their place in it is their number."""
        return sorted({node["far"] for node in self.nodes if "far" in node})

    @cached_property
    def lists(self) -> set[str]:
        """Labels whose pages its contents or index lists."""
        found = {entry["index"] for s in self.sections for entry in s.get("entries", [])}
        return found | {entry["to"] for s in self.sections for entry in s.get("list", [])}

    @property
    def last_page(self) -> str:
        """The name under which its last page is told."""
        return f"{self.sections[0]['slug']}--last"

    @property
    def numbers(self) -> list[str]:
        """Labels whose page numbers are printed later."""
        return [*self.refers, self.last_page]

    @property
    def receipts(self) -> set[str]:
        """Labels of the receipts to which its raised numbers lead."""
        return {node["to"] for node in self.nodes if node["t"] in ("note", "mark") and "to" in node}

    @property
    def drawings(self) -> set[str]:
        """Names of the drawings it shows."""
        return {node["src"] for node in self.nodes if "src" in node}


@dataclass(frozen=True)
class BookBlock:
    """All gatherings of one edition, with the data that they share."""

    common: dict[str, Any]
    gatherings: list[Gathering]
    drawings: dict[str, str]
    cache: Path

    @cached_property
    def guesses(self) -> Pages:
        """On which pages each label may stand, or a little before."""
        found: Pages = defaultdict(list)
        page: float = FRONT
        for gathering in self.gatherings:
            for marks, letters in zip(gathering.marks, gathering.letters, strict=True):
                long = letters * CAUTION / LETTERS_OF_A_PAGE
                for nth, label in enumerate(marks):
                    # An index names many pages: all of them different.
                    found[label].append(int(page + long * nth / len(marks)) + len(found[label]))
                page += long
            found[gathering.last_page] = found[LAST_PAGE] = [int(page)]
        return found

    def digits(self, pages: Pages) -> dict[str, int]:
        """How many digits its page numbers have by label; those of its first page."""
        labels = {
            LAST_PAGE,
            *(label for gathering in self.gatherings for label in gathering.numbers),
        }
        return {label: len(str(pages[label][0])) for label in labels if label in pages}

    def texts(self, digits: dict[str, int]) -> list[Job]:
        """What has to be set only once, if there is room enough for all page numbers."""
        return [
            self._job(gathering, digits) for gathering in self.gatherings if not gathering.lists
        ]

    def lists(self, digits: dict[str, int], pages: Pages) -> list[Job]:
        """Contents and indexes, with these pages."""
        return [
            self._job(gathering, digits, pages) for gathering in self.gatherings if gathering.lists
        ]

    def in_order(self, texts: Iterator[T], lists: Iterator[T]) -> list[T]:
        """The next of each for every gathering, as they follow each other."""
        return [next(lists if gathering.lists else texts) for gathering in self.gatherings]

    def places(self, layouts: list[Layout]) -> dict[str, list[PlaceOnPage]]:
        """Where each label stands in the bound file."""
        found: dict[str, list[PlaceOnPage]] = defaultdict(list)
        before = 0
        for layout in layouts:
            for label, places in layout.places.items():
                found[label] += [(before + page, x, y) for page, x, y in places]
            before += layout.pages
        return found

    def pages(self, layouts: list[Layout]) -> Pages:
        """On which pages each label stands in the bound file, and where each gathering ends."""
        found = {label: [page for page, _, _ in at] for label, at in self.places(layouts).items()}
        before = 0
        for gathering, layout in zip(self.gatherings, layouts, strict=True):
            before += layout.pages
            found[gathering.last_page] = found[LAST_PAGE] = [before]
        return found

    def closing(self, blank_pages: int) -> Job:
        """Empty pages and the back cover, for a print shop."""
        sections: list[BookSection] = [
            {"type": "blank", "slug": f"blank-{nth}"} for nth in range(blank_pages)
        ]
        sections.append({"type": "back-cover", "slug": "back-cover"})
        return self._job(Gathering(sections, [0] * len(sections)), {})

    @property
    def type_case(self) -> Job:
        """What its page numbers are printed with."""
        return numbering.type_case(self.cache)

    def binding(self, made: list[Printout]) -> Binding:
        """All gatherings, and what may follow them, to be bound in this order."""
        parts = [
            Part(out.path, out.pages, gathering.shift, gathering.refers)
            for out, gathering in zip(made, self.gatherings, strict=False)
        ]
        more = [Part(out.path, out.pages, 0, []) for out in made[len(parts) :]]
        layouts = [printout.layout for printout in made]
        count = sum(part.pages for part in parts)
        return Binding([*parts, *more], self.places(layouts), count, self.type_case)

    def _job(self, gathering: Gathering, digits: dict[str, int], pages: Pages | None = None) -> Job:
        """A gathering with room for its page numbers, and with those that it lists."""
        seek = gathering.labels & self._asked
        data = {
            **self.common,
            "sections": gathering.sections,
            "labels": sorted(seek | gathering.labels & gathering.receipts),
            "seek": sorted(seek),
            "shift": gathering.shift,
            "places": {
                label: at for label, at in (pages or {}).items() if label in gathering.lists
            },
            "room": {
                label: numbering.room(number, digits[label])
                for number, label in enumerate(gathering.refers, 1)
                if label in digits
            },
            "foot": {
                "first": numbering.first_sign(1 + len(gathering.refers)),
                "step": numbering.DIGITS,
                "digits": digits.get(gathering.last_page, 1),
                "count": numbering.room(0, digits.get(LAST_PAGE, 1)),
            },
        }
        shown = {name: svg for name, svg in self.drawings.items() if name in gathering.drawings}
        if gathering.sections[0]["type"] == "front" and "qr" in self.common:
            shown["qr.svg"] = self.drawings["qr.svg"]
        return Job(BOOK_TEMPLATE, data, shown, self.cache)

    @cached_property
    def _asked(self) -> set[str]:
        return {
            label
            for gathering in self.gatherings
            for label in [*gathering.refers, *gathering.lists]
        }


def book_block(data: PrintDocument, drawings: dict[str, str], cache: Path) -> BookBlock:
    """A composed edition in gatherings: title page and contents, then its sections."""
    data = ready(data)
    contents: list[ContentsLine] = [
        {"title": s["title"], "level": s.get("level", 1), "to": f"{s['slug']}--top"}
        for s in data["sections"]
    ]
    front: BookSection = {"type": "front", "slug": "front", "list": contents}
    made = [Gathering([front], [0]), *_gathered(data["sections"])]
    for gathering in made:
        for ref in gathering.nodes:
            if "label" in ref:
                ref["far"] = ref.pop("label")
    common = {key: value for key, value in data.items() if key not in ("sections", "labels")}
    return BookBlock(common, made, drawings, cache)


def _gathered(sections: list[BookSection]) -> Iterator[Gathering]:
    pile: list[BookSection] = []
    letters: list[int] = []
    for section in sections:
        long = len(str(section))
        top = section["type"] != "sheet"
        if pile and (top or sum(letters) + long > SIZE):
            yield Gathering(pile, letters)
            pile, letters = [], []
        pile.append(section)
        letters.append(long)
    if pile:
        yield Gathering(pile, letters)


def settle(blocks: list[BookBlock], workers: Workers) -> list[list[Printout]]:
    """
    Set long editions until every page number is right and has room; gives the gatherings of each.

    Raises:
        PrintError: The numbers do not come to rest, or something could not be set.
    """
    pages = [block.guesses for block in blocks]
    digits = [block.digits(numbers) for block, numbers in zip(blocks, pages, strict=True)]
    texts = _texts(blocks, digits)
    # The same for all; bound files ask for it again.
    workers.run([block.type_case for block in blocks[:1]])
    for _ in range(ROUNDS):
        # Texts that were set in the round before are found in the cache.
        setting = workers.run([job for some in texts for job in some])
        lists = [
            block.lists(room, at) for block, room, at in zip(blocks, digits, pages, strict=True)
        ]
        listing = workers.run([job for some in lists for job in some])
        text_out, list_out = iter(setting()), iter(listing())
        made = [block.in_order(text_out, list_out) for block in blocks]
        found = [
            block.pages([printout.layout for printout in some])
            for block, some in zip(blocks, made, strict=True)
        ]
        if found == pages:
            return made
        pages = found
        wider = [
            {label: max(had[label], needed) for label, needed in block.digits(at).items()}
            for block, at, had in zip(blocks, found, digits, strict=True)
        ]
        if wider != digits:
            digits, texts = wider, _texts(blocks, wider)
    raise PrintError(
        "The page numbers of a long edition do not come to rest: a line that names a page moves "
        "the page it names. Change a word in one of its pages, or tell us."
    )


def _texts(blocks: list[BookBlock], digits: list[dict[str, int]]) -> list[list[Job]]:
    return [block.texts(room) for block, room in zip(blocks, digits, strict=True)]
