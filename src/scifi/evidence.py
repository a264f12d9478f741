"""
What case studies say about a solution: its effect, its fate, what had been promised.

Which case tried which solution stands in the case (`solutions`), and so does the direction of each
result. What counts for an effect is a result on an outcome the solution is for (`outcomes`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scifi.corpus import Corpus, remembered
from scifi.effects import PER_CENT, span
from scifi.grade import shows_change
from scifi.model import CaseStudy, Solution
from scifi.model.base import Comparison, Direction, EvidenceKind, MeasuredBy, Status, Tendency
from scifi.model.casestudy import Result, SolutionTried
from scifi.model.solution import Outcome, Variant


@dataclass(frozen=True)
class Evidence:
    """
    What one case study says on one outcome of a solution, or of one of its variants.

    `compared` means measured against a control group or the time before; `independent` and
    `control_group` speak of compared results. `condition` is whether the solution's condition was
    met, None if that is not known.
    """

    tendency: Tendency
    compared: bool = True
    independent: bool = False
    control_group: bool = False
    places: frozenset[str] = frozenset()
    condition: bool | None = None
    case: CaseStudy | None = None
    variant: str | None = None
    results: tuple[Result, ...] = ()

    @property
    def no_harm(self) -> bool:
        """For an outcome that must not get worse: whether it did not."""
        return self.tendency in (Tendency.BETTER, Tendency.SMALL, Tendency.NONE)


@remembered
def tried(corpus: Corpus, solution: Solution) -> list[tuple[CaseStudy, SolutionTried]]:
    """Every case study that tried a solution, once for each variant it tried."""
    return [
        (case, attempt)
        for case in corpus.casestudies
        for attempt in case.solutions
        if attempt.solution == solution.id
    ]


def evidence_on(
    corpus: Corpus, solution: Solution, outcome: Outcome, variant: Variant | None = None
) -> list[Evidence]:
    """
    What each case study says on one outcome, best founded first.

    A case that tried two variants counts once for each. Of its results on the outcome those with
    a direction count; the headline alone where one of them is, the compared alone where one is.
    """
    found = [
        evidence
        for case, attempt in tried(corpus, solution)
        if variant is None or attempt.variant == variant.id
        if (evidence := _evidence(corpus, case, attempt, outcome))
    ]
    return sorted(
        found,
        key=lambda e: (not e.compared, not e.independent, not e.control_group, str(e.tendency)),
    )


def _evidence(
    corpus: Corpus, case: CaseStudy, attempt: SolutionTried, outcome: Outcome
) -> Evidence | None:
    results = [
        result
        for result in case.results
        if result.indicator == outcome.indicator
        and result.direction
        and result.kind is not EvidenceKind.PLANNED
        and result.comparison is not Comparison.OTHER_FORM
        and result.variant in (None, attempt.variant)
    ]
    if not results:
        return None
    results = [result for result in results if result.headline] or results
    compared = [result for result in results if is_compared(result)]
    counted = compared or results
    return Evidence(
        tendency=_tendency(corpus, counted, outcome),
        compared=bool(compared),
        independent=any(r.measured_by is MeasuredBy.INDEPENDENT for r in compared),
        control_group=any(r.comparison is Comparison.CONTROL_GROUP for r in compared),
        places=frozenset([*case.cities, *case.countries]),
        condition=attempt.condition,
        case=case,
        variant=attempt.variant,
        results=tuple(counted),
    )


def is_compared(result: Result) -> bool:
    """Whether a result was measured, and against a control group or the time before."""
    against = (Comparison.CONTROL_GROUP, Comparison.BEFORE_AFTER)
    return result.kind is EvidenceKind.MEASURED and result.comparison in against


def _tendency(corpus: Corpus, results: Sequence[Result], outcome: Outcome) -> Tendency:
    """All results of a case together; one that is unclear beside a better one tells of fading."""
    directions = {result.direction for result in results if result.direction}
    if len(directions) > 1:
        return Tendency.MIXED
    if directions == {Direction.BETTER}:
        return Tendency.SMALL if _too_small(corpus, results, outcome) else Tendency.BETTER
    return Tendency(str(next(iter(directions))))


def _too_small(corpus: Corpus, results: Sequence[Result], outcome: Outcome) -> bool:
    """Whether every change in per cent stays below the smallest one worth having."""
    spans = [span(corpus, result) for result in results]
    changes = [found.change for found in spans if found and found.unit == PER_CENT]
    least = outcome.worth_having
    return least is not None and bool(changes) and max(changes) < least


@dataclass(frozen=True)
class Fates:
    """What became of the case studies that tried a solution: how many are known, how many ended."""

    known: int
    stopped: int

    @property
    def often_stopped(self) -> bool:
        """Half or more of at least three known fates; it never changes the verdict."""
        return self.known >= 3 and 2 * self.stopped >= self.known


@remembered
def fates(corpus: Corpus, solution: Solution) -> Fates:
    """How many case studies of a known fate were stopped or failed; an end as planned is none."""
    status = Counter(case.afterwards.status for case in cases(corpus, solution))
    known = sum(status.values()) - status[Status.UNKNOWN]
    return Fates(known, status[Status.STOPPED] + status[Status.FAILED])


@remembered
def cases(corpus: Corpus, solution: Solution) -> list[CaseStudy]:
    """The case studies that tried a solution, each once."""
    return list({case.id: case for case, _attempt in tried(corpus, solution)}.values())


def harm_tests(corpus: Corpus, solution: Solution) -> list[tuple[Outcome, list[Evidence]]]:
    """What case studies found on each outcome that must not get worse; for these, none is good."""
    found = [(outcome, evidence_on(corpus, solution, outcome)) for outcome in solution.harms]
    return [(outcome, evidence) for outcome, evidence in found if evidence]


def promises(corpus: Corpus, solution: Solution) -> list[tuple[CaseStudy, Result]]:
    """
    Every result of a solution's case studies beside which a promise is known.

    What was merely done, such as homes renovated, is left to the page of the case.
    """
    return [
        (case, result)
        for case in cases(corpus, solution)
        for result in case.results
        if result.promised and (result.headline or shows_change(corpus, result))
    ]
