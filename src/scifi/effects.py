"""
How large an effect is: the change a result states, in per cent or in its own unit.

Pure functions. Positive means for the better, whichever way the indicator counts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from scifi.corpus import Corpus
from scifi.model import CaseStudy, Indicator
from scifi.model.base import Better, EvidenceKind
from scifi.model.casestudy import Result, states_change

PER_CENT = "%"
"""The unit of a change against what was there before."""


@dataclass(frozen=True)
class Effect:
    """A result that states a change: in per cent, positive when it is one for the better."""

    result: Result
    change: float


@dataclass(frozen=True)
class Span:
    """
    A change for the better in a unit, `to` the other end of a range.

    `low` and `high` are the ends of its interval of confidence.
    """

    unit: str
    change: float
    to: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def nearest(self) -> float:
        """The end that claims least: that nearer to no change, or further to the worse."""
        return min(self.change, self.change if self.to is None else self.to)


def effects(corpus: Corpus, case: CaseStudy) -> list[Effect]:
    """
    The largest change of each indicator that a case study reports, largest first.

    Only measured or reported results count, of indicators that know which way is better. The
    change is what the unit states, or the difference to a baseline other than zero. Of a range
    the end nearer to no change is taken. Shares are left out: their difference is in points.
    """
    best: dict[str, Effect] = {}
    for result in case.results:
        found = span(corpus, result)
        if found is None or found.unit != PER_CENT:
            continue
        if result.kind not in (EvidenceKind.MEASURED, EvidenceKind.REPORTED):
            continue
        known = best.get(result.indicator)
        if known is None or found.nearest > known.change:
            best[result.indicator] = Effect(result, found.nearest)
    return sorted(best.values(), key=lambda effect: (-effect.change, effect.result.indicator))


def span(corpus: Corpus, result: Result) -> Span | None:
    """
    The change a result states, for the better; None if it states none.

    In per cent where the unit says so ("% less") or a baseline allows to work it out, in points
    where two shares are compared, else in the unit without its last word ("dB" of "dB less").
    """
    indicator = corpus.get("indicator", result.indicator)
    assert isinstance(indicator, Indicator)
    if result.value is None or indicator.better is Better.NEITHER:
        return None
    more = grows(indicator)
    if states_change(result.unit):
        unit, _space, word = result.unit.rpartition(" ")
        sign = {"more": 1 if more else -1, "less": -1 if more else 1}.get(word, 1)
        return _span(unit or PER_CENT, result, lambda end: sign * end)
    if result.baseline is None:
        return None
    base = result.baseline
    sign = 1 if more else -1
    if result.unit.startswith(PER_CENT):
        return _span("points", result, lambda end: sign * (end - base))
    if not base:
        return None
    return _span(PER_CENT, result, lambda end: 100 * sign * (end - base) / abs(base))


def grows(indicator: Indicator) -> bool:
    """
    Whether more of what is counted is for the better.

    An indicator of a saving, whose preferred unit is such as "% less", counts what is left: its
    levels fall when things get better.
    """
    saving = indicator.units[0].split()[-1] == "less"
    return indicator.better is Better.HIGHER and not saving


def _span(unit: str, result: Result, for_the_better: Callable[[float], float]) -> Span:
    """The ends of a result and of its interval, each turned into a change for the better."""
    assert result.value is not None
    ends = [for_the_better(end) for end in (result.value, result.value_to) if end is not None]
    interval = result.interval
    sides = sorted(map(for_the_better, (interval.low, interval.high))) if interval else [None, None]
    return Span(unit, ends[0], ends[1] if len(ends) > 1 else None, *sides)
