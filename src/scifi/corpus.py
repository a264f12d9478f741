"""The whole knowledge base in memory: every entry by kind and id, and who names whom."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from scifi.folding import fold
from scifi.kinds import KIND_BY_FIELD
from scifi.model import (
    Axis,
    CaseStudy,
    Change,
    Chapter,
    City,
    Clause,
    Dimension,
    Entry,
    Funding,
    Indicator,
    Law,
    Obstacle,
    Pathway,
    Programme,
    Question,
    Remedy,
    Solution,
    Step,
    Term,
    Window,
    WorkedPilot,
    Worksheet,
)
from scifi.model.base import FundingStatus, LawGroup, Reach
from scifi.redirects import Redirect

EntryT = TypeVar("EntryT", bound=Entry)
ValueT = TypeVar("ValueT")
Others = ParamSpec("Others")


def references(
    data: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Every (path, kind, id) by which plain data names another entry."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            kind = KIND_BY_FIELD.get(key)
            if kind and isinstance(value, str):
                yield (*path, key), kind, value
            elif kind and isinstance(value, list):
                for i, item in enumerate(value):
                    if isinstance(item, str):
                        yield (*path, key, i), kind, item
                    else:
                        yield from references(item, (*path, key, i))
            else:
                yield from references(value, (*path, key))
    elif isinstance(data, (list, tuple)):
        for i, item in enumerate(data):
            yield from references(item, (*path, i))


@dataclass(frozen=True)
class Corpus:
    """
    Entries by kind and id, plus the Markdown of chapters by id, and what became of former entries.

    Immutable once built; every derived index is computed on first use and kept.
    """

    entries: Mapping[str, Mapping[str, Entry]]
    bodies: Mapping[str, str] = field(default_factory=dict)
    redirects: tuple[Redirect, ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """What goes to another process: the entries; it derives from them what it needs."""
        return {part.name: getattr(self, part.name) for part in fields(self)}

    def all(self, kind: str) -> list[Entry]:
        """
        The entries of a kind: by their `order` where they have one, else by id.

        Drafts are left out: what is counted, drawn, searched or printed comes from here.
        """
        entries = [e for e in self.entries.get(kind, {}).values() if not getattr(e, "draft", False)]
        return sorted(entries, key=lambda e: (getattr(e, "order", 0), e.id))

    def _typed(self, kind: str, model: type[EntryT]) -> list[EntryT]:
        return [entry for entry in self.all(kind) if isinstance(entry, model)]

    @cached_property
    def _remembered(self) -> dict[object, tuple[object, Any]]:
        """What functions marked as `remembered` gave, with the entries they were asked about."""
        return {}

    @cached_property
    def casestudies(self) -> list[CaseStudy]:
        """All case studies, without drafts."""
        return self._typed("casestudy", CaseStudy)

    @cached_property
    def drafts(self) -> list[CaseStudy]:
        """Case studies that are not complete, by title: shown apart, counted nowhere."""
        entries = self.entries.get("casestudy", {}).values()
        found = [e for e in entries if isinstance(e, CaseStudy) and e.draft]
        return sorted(found, key=lambda case: fold(case.title))

    @cached_property
    def changes(self) -> list[Change]:
        """What is different on which pages, newest first."""
        found = self._typed("change", Change)
        return sorted(found, key=lambda change: change.date, reverse=True)

    @cached_property
    def chapters(self) -> list[Chapter]:
        """All cookbook chapters, in order."""
        return self._typed("chapter", Chapter)

    @cached_property
    def cities(self) -> list[City]:
        """All cities, by name."""
        return sorted(self._typed("city", City), key=lambda city: city.title)

    @cached_property
    def programmes(self) -> list[Programme]:
        """All programmes."""
        return self._typed("programme", Programme)

    @cached_property
    def pathways(self) -> list[Pathway]:
        """All pathways, in order."""
        return self._typed("pathway", Pathway)

    @cached_property
    def axes(self) -> list[Axis]:
        """All axes, in order."""
        return self._typed("axis", Axis)

    @cached_property
    def questions(self) -> list[Question]:
        """The questions of the pathway finder, in order."""
        return self._typed("question", Question)

    @cached_property
    def dimensions(self) -> list[Dimension]:
        """The dimensions of the maturity check, in order."""
        return self._typed("dimension", Dimension)

    @cached_property
    def solutions(self) -> list[Solution]:
        """All solutions, by title."""
        return sorted(self._typed("solution", Solution), key=lambda solution: solution.title)

    @cached_property
    def steps(self) -> list[Step]:
        """The seven steps, in order."""
        return self._typed("step", Step)

    @cached_property
    def obstacles(self) -> list[Obstacle]:
        """All obstacles."""
        return self._typed("obstacle", Obstacle)

    @cached_property
    def remedies(self) -> list[Remedy]:
        """All remedies."""
        return self._typed("remedy", Remedy)

    @cached_property
    def terms(self) -> list[Term]:
        """All terms of the glossary, by title."""
        return sorted(self._typed("term", Term), key=lambda term: fold(term.title))

    @cached_property
    def term_pattern(self) -> tuple[re.Pattern[str], Mapping[str, Term]] | None:
        """A pattern that finds any form of any term, and the term by form; None without terms."""
        by_form = {form: term for term in self.terms for form in term.forms}
        if not by_form:
            return None
        longest_first = sorted(by_form, key=len, reverse=True)
        return re.compile(
            rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])"
        ), by_form

    @cached_property
    def indicators(self) -> list[Indicator]:
        """All indicators."""
        return self._typed("indicator", Indicator)

    @cached_property
    def laws(self) -> list[Law]:
        """All laws: by what they are about, then by how many pilots they touch, then by title."""
        groups, reaches = list(LawGroup), list(Reach)
        laws = sorted(self._typed("law", Law), key=lambda law: fold(law.title))
        return sorted(laws, key=lambda law: (groups.index(law.group), reaches.index(law.touches)))

    @cached_property
    def clauses(self) -> list[Clause]:
        """All clauses, in the order of a contract."""
        return sorted(self._typed("clause", Clause), key=lambda clause: clause.order)

    @cached_property
    def worked_pilots(self) -> list[WorkedPilot]:
        """All worked pilots, in order."""
        return self._typed("worked-pilot", WorkedPilot)

    @cached_property
    def windows(self) -> list[Window]:
        """All windows of opportunity."""
        return self._typed("window", Window)

    @cached_property
    def worksheets(self) -> list[Worksheet]:
        """All worksheets, in order."""
        return self._typed("worksheet", Worksheet)

    @cached_property
    def funding(self) -> list[Funding]:
        """All funding lines, by status; open ones that close soonest and last closed ones first."""
        order = list(FundingStatus)
        lines = sorted(self._typed("funding", Funding), key=lambda line: fold(line.title))
        lines.sort(key=lambda line: line.closes or "", reverse=True)
        lines.sort(
            key=lambda line: "" if line.status is FundingStatus.CLOSED else line.closes or "9999"
        )
        return sorted(lines, key=lambda line: order.index(line.status))

    def get(self, kind: str, id_: str) -> Entry:
        """One entry; KeyError where there is none (`scifi check` reports it first)."""
        return self.entries[kind][id_]

    @cached_property
    def _named_by(self) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
        named: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for kind in self.entries:
            for entry in self.all(kind):
                data = entry.model_dump(mode="json", by_alias=True, exclude={"sources"})
                for target in {(to_kind, to_id) for _, to_kind, to_id in references(data)}:
                    named[target].append((kind, entry.id))
        return named

    def naming(self, kind: str, id_: str, by: str) -> list[str]:
        """Ids of the entries of kind `by` that name this entry anywhere: the links backwards."""
        return [who for by_kind, who in self._named_by.get((kind, id_), []) if by_kind == by]


def remembered(
    compute: Callable[Concatenate[Corpus, Others], ValueT],
) -> Callable[Concatenate[Corpus, Others], ValueT]:
    """
    Let a function of a corpus, and of entries of it, work out each value once.

    The corpus keeps the value as long as it lives; whoever gets it must not change it.
    """

    @wraps(compute)
    def known(corpus: Corpus, /, *entries: Others.args, **named: Others.kwargs) -> ValueT:
        asked = (*entries, *named.values())
        # By identity: two entries may be equal and yet not the same, and none can be hashed.
        key = (compute, tuple(named), *map(id, asked))
        if key not in corpus._remembered:
            corpus._remembered[key] = asked, compute(corpus, *entries, **named)
        value: ValueT = corpus._remembered[key][1]
        return value

    return known
