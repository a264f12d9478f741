"""Which PDFs there are: what each holds, what it is called, and what its file is called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scifi import papers, urls
from scifi.corpus import Corpus
from scifi.kinds import KINDS, part_title
from scifi.language import N_, _
from scifi.model import Entry
from scifi.printing.style import USUAL, Style
from scifi.printing.words import cookbook


@dataclass(frozen=True)
class Leaf:
    """
    One page of the site inside an edition; its number is that in the book, if it has one.

    `entries` are the pages of single entries that stand below their list, on the same sheet.
    """

    address: str
    part: str
    kicker: str
    number: str = ""
    entries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part inside an edition: the page that opens it, and its leaves."""

    part: str
    title: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True)
class Edition:
    """
    One PDF. `address` is the page it belongs to, from where it is linked.

    A short document has one section with one leaf; a part one section; the book all of them.
    """

    kind: str
    id: str
    title: str
    description: str
    part: str
    address: str
    sections: tuple[Section, ...]
    style: Style = USUAL

    def file(self, ending: str = ".pdf") -> str:
        """Its address below the site's root, in one format."""
        id_ = "" if self.kind in ("book", "press") else self.id
        return papers.file(self.kind, id_, self.style.suffix, ending)

    @property
    def addresses(self) -> list[str]:
        """The pages of the site that it holds, in order."""
        found = []
        for section in self.sections:
            # A part opens with its own page.
            found += [] if self.short else [f"{section.part}/"]
            for leaf in section.leaves:
                found += [leaf.address, *leaf.entries]
        return found

    @property
    def leaves(self) -> list[Leaf]:
        """The pages of all its sections, without those that open a part."""
        return [leaf for section in self.sections for leaf in section.leaves]

    @property
    def short(self) -> bool:
        """True for one page of the site, which needs no title page."""
        return self.kind not in ("part", "book", "press")


def editions(corpus: Corpus) -> list[Edition]:
    """Every PDF in its usual style: the book, the parts, then one for each entry."""
    parts = _sections(corpus)
    made = [_book(parts)]
    made += [_part(section) for section in parts]
    for kind in (
        *("chapter", "worked-pilot", "step", "solution", "pathway", "remedy", "casestudy"),
    ):
        made += [_single(corpus, kind, entry.id, entry.title) for entry in corpus.all(kind)]
    return made


def styled(edition: Edition, style: Style) -> Edition:
    """The same edition in another style."""
    return replace(edition, style=style)


def _leaf(kind: str, id_: str) -> Leaf:
    return Leaf(urls.url(kind, id_), KINDS[kind].part, _(KINDS[kind].kicker))


NUMBERED = {
    "pathway": N_("Pathway {n}"),
    "chapter": N_("Chapter {n}"),
    "step": N_("Step {n}"),
    "remedy": N_("Remedy {n}"),
}
"""Kinds that are numbered in the book and its parts, and what stands above their titles there."""


def _leaves(corpus: Corpus, *kinds: str) -> Iterator[Leaf]:
    for kind in kinds:
        for number, entry in enumerate(corpus.all(kind), 1):
            leaf = _leaf(kind, entry.id)
            if kind in NUMBERED:
                kicker = _(NUMBERED[kind], n=number)
                leaf = replace(leaf, kicker=kicker, number=str(number))
            yield leaf


def _shared(corpus: Corpus, *kinds: str) -> Iterator[Leaf]:
    """Pages that hold all entries of a kind, for kinds that have entries."""
    for kind in kinds:
        if corpus.all(kind):
            part = KINDS[kind].part
            yield Leaf(KINDS[kind].index, part, part_title(part))


def _listed(kind: str, entries: Sequence[Entry]) -> Iterator[Leaf]:
    """The list of a kind with all its entries: each alone would leave most of a sheet empty."""
    if entries:
        part, index = KINDS[kind].part, KINDS[kind].index
        pages = tuple(urls.url(kind, entry.id) for entry in entries)
        yield Leaf(index, part, part_title(part), entries=pages)


def _sections(corpus: Corpus) -> list[Section]:
    guide = (
        *_leaves(corpus, "step", "obstacle"),
        *_listed("law", corpus.laws),
        *_shared(corpus, "window"),
        *_listed("funding", corpus.funding),
    )
    leaves = {
        "solutions": tuple(_leaves(corpus, "solution")),
        "pathways": (*_shared(corpus, "axis"), *_leaves(corpus, "pathway")),
        "cookbook": tuple(_leaves(corpus, "chapter")),
        "survival-guide": guide,
        "aid-kit": tuple(_leaves(corpus, "remedy")),
    }
    return [Section(part, part_title(part), found) for part, found in leaves.items()]


PART_PURPOSES = {
    "solutions": N_("What works, what it costs, how sure that is, and who failed."),
    "pathways": N_("What kind of city are we, and which road do cities like us take?"),
    "cookbook": N_("Recipes for a strategy, a challenge, a tender, a contract, a pilot."),
    "survival-guide": N_("Seven steps, where cities get stuck, laws, good moments and money."),
    "aid-kit": N_("It went wrong today: what to do now, what cures it, who survived it."),
    "casestudies": N_("What other cities did, what it cost, what came of it."),
}
"""What each part of the book is for, in order; the last one has no PDF of its own."""

ROMAN = ("I", "II", "III", "IV", "V", "VI")


def part_number(part: str) -> str:
    """The number of a part in the book, with its word."""
    return _("Part {number}", number=ROMAN[[*PART_PURPOSES].index(part)])


def _part(section: Section) -> Edition:
    purpose = _(PART_PURPOSES[section.part])
    address = f"{section.part}/"
    return Edition("part", section.part, section.title, purpose, section.part, address, (section,))


def _book(parts: list[Section]) -> Edition:
    promise = _("From smart-city plan to working service, with a receipt under every number.")
    # Of solutions, laws and money the book has the lists; the parts have every page of them.
    told = [
        replace(part, leaves=tuple(replace(leaf, entries=()) for leaf in part.leaves))
        for part in (replace(p, leaves=()) if p.part == "solutions" else p for p in parts)
    ]
    return Edition("book", "book", cookbook(), promise, "cookbook", "", tuple(told))


def _single(corpus: Corpus, kind: str, id_: str, title: str) -> Edition:
    leaf = _leaf(kind, id_)
    summary = str(getattr(corpus.get(kind, id_), "summary", "") or title)
    section = Section(leaf.part, part_title(leaf.part), (leaf,))
    return Edition(kind, id_, title, summary, leaf.part, leaf.address, (section,))
