"""Results of case studies, how they were found, and how well they are founded."""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from scifi.corpus import Corpus, remembered
from scifi.figures.metrics.cases import places
from scifi.grade import GRADES, grade, on_aim
from scifi.model import CaseStudy
from scifi.model.base import Comparison, Direction, EvidenceKind, Status


class ResultRow(NamedTuple):
    """
    A result in its own unit; a number not reported is missing, a text not given is "".

    `casestudy`, `indicator` and `variant` are ids, `source` is an address. `low` and `high` are the
    ends of the interval of confidence at `level` per cent; all numbers are in `unit`.
    """

    casestudy: str
    city: str
    indicator: str
    indicator_title: str
    what: str
    qualifier: str
    value: float | None
    value_to: float | None
    baseline: float | None
    unit: str
    headline: bool
    direction: str
    low: float | None
    high: float | None
    level: float | None
    sample: str
    promised: float | None
    variant: str
    period: str
    kind: str
    measured_by: str
    comparison: str
    source: str
    note: str


@remembered
def results(corpus: Corpus) -> pd.DataFrame:
    """One row per result of a case study; nothing is converted."""
    rows = []
    for case in corpus.casestudies:
        cities = places(corpus, case)
        for result in case.results:
            rows.append(
                ResultRow(
                    casestudy=case.id,
                    city=cities,
                    indicator=result.indicator,
                    indicator_title=corpus.get("indicator", result.indicator).title,
                    what=result.what,
                    qualifier=result.qualifier.value if result.qualifier else "",
                    value=result.value,
                    value_to=result.value_to,
                    baseline=result.baseline,
                    unit=result.unit,
                    headline=result.headline,
                    direction=result.direction.value if result.direction else "",
                    low=result.interval.low if result.interval else None,
                    high=result.interval.high if result.interval else None,
                    level=result.interval.level if result.interval else None,
                    sample=result.sample or "",
                    promised=result.promised.value if result.promised else None,
                    variant=result.variant or "",
                    period=result.period or "",
                    kind=result.kind.value,
                    measured_by=result.measured_by.value,
                    comparison=result.comparison.value,
                    source=case.sources[result.source].url,
                    note=result.note or "",
                )
            )
    frame = pd.DataFrame(rows, columns=ResultRow._fields)
    numeric = ["value", "value_to", "baseline", "low", "high", "level", "promised"]
    return frame.astype(dict.fromkeys(numeric, float))


@remembered
def numbers(corpus: Corpus) -> pd.DataFrame:
    """The results that have a number."""
    frame = results(corpus)
    return frame[frame["value"].notna()]


def compared(numbers: pd.DataFrame) -> pd.DataFrame:
    """Those numbers that have a baseline or were compared with something."""
    has_baseline = numbers["baseline"].notna()
    return numbers[has_baseline | (numbers["comparison"] != Comparison.NONE)]


def numbers_by_indicator(corpus: Corpus) -> pd.DataFrame:
    """
    How many numbers each indicator has; most first, equal ones by title.

    Returns:
        title, all, compared, and a column for each kind of evidence.
    """
    frame = numbers(corpus)
    counted = pd.DataFrame(
        {
            "title": frame["indicator_title"],
            "all": 1,
            "compared": frame.index.isin(compared(frame).index).astype(int),
            **{kind.value: (frame["kind"] == kind).astype(int) for kind in EvidenceKind},
        }
    )
    summed = counted.groupby("title", as_index=False).sum()
    return summed.sort_values("all", ascending=False, kind="stable", ignore_index=True)


def in_commonest_unit(numbers: pd.DataFrame) -> pd.DataFrame:
    """The rows in the unit that most of them have, largest number first."""
    unit = str(numbers["unit"].mode().iloc[0])
    rows = numbers[numbers["unit"] == unit]
    return rows.sort_values("value", ascending=False, kind="stable")


class GradeCount(NamedTuple):
    """A grade, its name, and how many case studies have it."""

    grade: str
    name: str
    casestudies: int


def casestudies_by_grade(corpus: Corpus) -> pd.DataFrame:
    """How many case studies have each grade; best first, zeros kept."""
    given = Counter(grade(corpus, case).letter for case in corpus.casestudies)
    rows = [GradeCount(rule.grade, rule.name, given[rule.grade]) for rule in GRADES]
    return pd.DataFrame(rows, columns=GradeCount._fields)


class Proof(NamedTuple):
    """How many case studies measured their own aim, have the best grade, or speak against."""

    measured: int
    best: int
    against: int


def proof(corpus: Corpus) -> Proof:
    """
    How well the case studies prove anything, counted.

    `against` are those that failed, were stopped, or found no effect or a worse one on their aim.
    """
    letters = [grade(corpus, case).letter for case in corpus.casestudies]
    return Proof(
        measured=sum(letter in "ABC" for letter in letters),
        best=letters.count("A"),
        against=sum(_speaks_against(corpus, case) for case in corpus.casestudies),
    )


def _speaks_against(corpus: Corpus, case: CaseStudy) -> bool:
    found = {result.direction for result in on_aim(corpus, case)}
    ended = case.afterwards.status in (Status.FAILED, Status.STOPPED)
    return ended or bool(found & {Direction.NONE, Direction.WORSE})


def unmeasured(grades: pd.DataFrame) -> int:
    """How many case studies have no measured result: those with grade D or E."""
    return int(grades[grades["grade"].isin(["D", "E"])]["casestudies"].sum())
