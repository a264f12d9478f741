"""
What to ask a city first: the questions whose answers would change most.

Each answer is tried out: the best that could be told is put into the case study, and its grade and
the verdicts on its solutions are computed anew.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from scifi.corpus import Corpus
from scifi.gaps import Gap, gaps
from scifi.grade import grade
from scifi.model import CaseStudy, City, Entry, Solution
from scifi.model.base import Comparison, EvidenceKind, MeasuredBy
from scifi.verdict import judge


class Worth(IntEnum):
    """What an answer would change; the most comes first."""

    GRADE_OR_VERDICT = 1
    MONEY_OR_FATE = 2
    DETAIL = 3


@dataclass(frozen=True)
class Asked:
    """Something to ask about an entry: one gap, or all those of one of its numbers together."""

    entry: Entry
    gaps: tuple[Gap, ...]
    worth: Worth


_BEST: Mapping[str, Mapping[str, Any]] = {
    "results[].value": {"value": 1.0},
    "results[].baseline": {"baseline": 1.0, "comparison": Comparison.BEFORE_AFTER},
    "results[].period": {"kind": EvidenceKind.MEASURED},
    "results[].measured_by": {
        "kind": EvidenceKind.MEASURED,
        "measured_by": MeasuredBy.INDEPENDENT,
    },
}
"""What the best answer to a question about a result makes of it."""

_MONEY_OR_FATE = ("money", "afterwards", "afterwards.confirmed")


def asked(corpus: Corpus, city: City) -> list[Asked]:
    """Every gap of a city and its case studies once, the answers worth most first."""
    cases = [case for case in corpus.casestudies if city.id in case.cities]
    rows = [
        Asked(entry, row, _worth(corpus, entry, row))
        for entry in (*cases, city)
        for row in _together(gaps(entry))
    ]
    return sorted(rows, key=lambda row: row.worth)


def _together(found: Sequence[Gap]) -> Iterator[tuple[Gap, ...]]:
    """Gaps of one number in a row; each other alone, before them."""
    yield from ((gap,) for gap in found if not gap.about)
    for about in dict.fromkeys(gap.about for gap in found if gap.about):
        yield tuple(gap for gap in found if gap.about == about)


def _worth(corpus: Corpus, entry: Entry, row: tuple[Gap, ...]) -> Worth:
    if isinstance(entry, CaseStudy) and _changes_judgement(corpus, entry, row):
        return Worth.GRADE_OR_VERDICT
    if row[0].question.field in _MONEY_OR_FATE:
        return Worth.MONEY_OR_FATE
    return Worth.DETAIL


def _changes_judgement(corpus: Corpus, case: CaseStudy, row: tuple[Gap, ...]) -> bool:
    """Whether the best answers would give another grade, or another verdict on a solution."""
    if any(gap.question.field == "results" for gap in row):
        return True
    better = _answered(case, row)
    if better == case:
        return False
    cases = {**corpus.entries["casestudy"], case.id: better}
    other = Corpus({**corpus.entries, "casestudy": cases}, corpus.bodies)
    return grade(other, better).letter != grade(corpus, case).letter or any(
        judge(other, solution).verdict.id != judge(corpus, solution).verdict.id
        for solution in _tried(corpus, case)
    )


def _answered(case: CaseStudy, row: tuple[Gap, ...]) -> CaseStudy:
    """The case study with the best answers to these questions about its results."""
    results = list(case.results)
    for gap in row:
        best = _BEST.get(gap.question.field)
        place = re.search(r"\d+", gap.field)
        if best and place:
            at = int(place.group())
            results[at] = results[at].model_copy(update=dict(best))
    return case.model_copy(update={"results": results})


def _tried(corpus: Corpus, case: CaseStudy) -> list[Solution]:
    ids = {attempt.solution for attempt in case.solutions}
    return [solution for solution in corpus.solutions if solution.id in ids]
