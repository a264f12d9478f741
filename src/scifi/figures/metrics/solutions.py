"""Solutions in rows: the effects, costs and promises of the case studies that tried them."""

from typing import NamedTuple

import pandas as pd

from scifi.corpus import Corpus, remembered
from scifi.effects import span
from scifi.evidence import cases, fates, promises, tried
from scifi.figures.metrics.cases import places
from scifi.model import CaseStudy, Solution
from scifi.model.base import EvidenceKind, Tendency
from scifi.model.casestudy import Money, Result
from scifi.verdict import judge

FEWEST_FOR_MEAN = 5
"""No mean or median is told of fewer numbers than these."""


class SolutionRow(NamedTuple):
    """
    A solution with its verdict, the outcome it is on, and how many case studies say what.

    `compared` are measured and compared; `better` to `unclear` divide them; `told` say a direction
    without that. `known` and `stopped` count what became of the case studies.
    """

    id: str
    title: str
    themes: str
    verdict: str
    outcome: str
    compared: int
    better: int
    small: int
    none: int
    worse: int
    mixed: int
    unclear: int
    independent: int
    told: int
    casestudies: int
    known: int
    stopped: int


def solutions(corpus: Corpus) -> pd.DataFrame:
    """One row per solution."""
    rows = [_solution(corpus, solution) for solution in corpus.solutions]
    return pd.DataFrame(rows, columns=SolutionRow._fields)


def _solution(corpus: Corpus, solution: Solution) -> SolutionRow:
    whole, ends = judge(corpus, solution), fates(corpus, solution)
    found = dict(whole.counts)
    return SolutionRow(
        id=solution.id,
        title=solution.title,
        themes=";".join(solution.themes),
        verdict=whole.verdict.id,
        outcome=whole.outcome.indicator,
        compared=whole.compared,
        **{tendency.value: found.get(tendency, 0) for tendency in Tendency},
        independent=whole.independent,
        told=whole.told,
        casestudies=len(cases(corpus, solution)),
        known=ends.known,
        stopped=ends.stopped,
    )


class EffectRow(NamedTuple):
    """
    A published result on an outcome of a solution, as a change for the better in `unit`.

    `change` and `to` are its value or range, `low` and `high` the ends of its interval, `promised`
    what had been promised, all for the better. `casestudy`, `indicator` and `variant` are ids.
    """

    casestudy: str
    city: str
    indicator: str
    what: str
    variant: str
    unit: str
    change: float
    to: float | None
    low: float | None
    high: float | None
    promised: float | None
    direction: str
    kind: str
    measured_by: str
    comparison: str
    period: str
    sample: str
    source: str


@remembered
def effects_of(corpus: Corpus, solution: Solution) -> pd.DataFrame:
    """
    One row per published result on an outcome that states a change, largest first.

    A case study may have tried another solution as well: a result on a variant of that one is
    left out, as it is in the verdict.
    """
    outcomes = [outcome.indicator for outcome in solution.outcomes]
    own = {(case.id, attempt.variant) for case, attempt in tried(corpus, solution)}
    rows = [
        row
        for case in cases(corpus, solution)
        for result in case.results
        if result.indicator in outcomes and result.kind is not EvidenceKind.PLANNED
        if result.variant is None or (case.id, result.variant) in own
        if (row := _effect(corpus, case, result))
    ]
    frame = pd.DataFrame(rows, columns=EffectRow._fields)
    numeric = dict.fromkeys(["change", "to", "low", "high", "promised"], float)
    return frame.astype(numeric).sort_values(
        ["change", "casestudy"], ascending=[False, True], kind="stable", ignore_index=True
    )


def _effect(corpus: Corpus, case: CaseStudy, result: Result) -> EffectRow | None:
    found = span(corpus, result)
    if found is None:
        return None
    return EffectRow(
        casestudy=case.id,
        city=places(corpus, case),
        indicator=result.indicator,
        what=result.what,
        variant=result.variant or "",
        unit=found.unit,
        change=found.change,
        to=found.to,
        low=found.low,
        high=found.high,
        promised=_promised(corpus, result),
        direction=result.direction.value if result.direction else "",
        kind=result.kind.value,
        measured_by=result.measured_by.value,
        comparison=result.comparison.value,
        period=result.period or "",
        sample=result.sample or "",
        source=case.sources[result.source].url,
    )


def _promised(corpus: Corpus, result: Result) -> float | None:
    """What had been promised, as a change for the better like the result itself."""
    if result.promised is None:
        return None
    likewise = {"value": result.promised.value, "value_to": None, "interval": None}
    found = span(corpus, result.model_copy(update=likewise))
    return found.change if found else None


class CostRow(NamedTuple):
    """A sum of a case study divided by what it paid for; `of_one` is in `currency` per `unit`."""

    casestudy: str
    city: str
    what: str
    of_one: float
    currency: str
    unit: str
    amount: float
    things: float
    kind: str
    source: str


@remembered
def costs_of(corpus: Corpus, solution: Solution) -> pd.DataFrame:
    """
    One row per sum of which a source says how many things it paid for, dearest first.

    Only things in the units of the solution (`cost_units`) count; no currency is converted.
    """
    rows = [
        _cost(corpus, case, money)
        for case in cases(corpus, solution)
        for money in case.money
        if money.paid_for and money.paid_for.unit in solution.cost_units
    ]
    frame = pd.DataFrame(rows, columns=CostRow._fields)
    return frame.astype({"of_one": float}).sort_values(
        ["unit", "currency", "of_one"], ascending=[True, True, False], ignore_index=True
    )


def _cost(corpus: Corpus, case: CaseStudy, money: Money) -> CostRow:
    assert money.paid_for
    return CostRow(
        casestudy=case.id,
        city=places(corpus, case),
        what=money.what,
        of_one=money.amount / money.paid_for.count,
        currency=money.currency,
        unit=money.paid_for.unit,
        amount=money.amount,
        things=money.paid_for.count,
        kind=money.kind.value,
        source=case.sources[money.source].url,
    )


class PromiseRow(NamedTuple):
    """A promise beside what was delivered, in the unit of the result; missing if not published."""

    casestudy: str
    city: str
    indicator: str
    what: str
    promised: float
    promised_to: float | None
    delivered: float | None
    delivered_to: float | None
    unit: str
    kind: str
    direction: str
    source: str
    promise_source: str


def promises_of(corpus: Corpus, solution: Solution) -> pd.DataFrame:
    """One row per result of a solution's case studies beside which a promise is known."""
    rows = [_promise(corpus, case, result) for case, result in promises(corpus, solution)]
    frame = pd.DataFrame(rows, columns=PromiseRow._fields)
    numeric = ["promised", "promised_to", "delivered", "delivered_to"]
    return frame.astype(dict.fromkeys(numeric, float))


def _promise(corpus: Corpus, case: CaseStudy, result: Result) -> PromiseRow:
    assert result.promised
    return PromiseRow(
        casestudy=case.id,
        city=places(corpus, case),
        indicator=result.indicator,
        what=result.what,
        promised=result.promised.value,
        promised_to=result.promised.value_to,
        delivered=result.value,
        delivered_to=result.value_to,
        unit=result.unit,
        kind=result.kind.value,
        direction=result.direction.value if result.direction else "",
        source=case.sources[result.source].url,
        promise_source=case.sources[result.promised.source].url,
    )
