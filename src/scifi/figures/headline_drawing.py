"""
The headline result of a case study as a drawing made of values: bars that can be compared.
`site/templates/case_drawings.html` writes it as SVG.

Where nothing can be compared, nothing is drawn.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scifi.corpus import Corpus
from scifi.effects import grows
from scifi.figures.headline_bars import (
    REFERENCE,
    WHOLE,
    Bar,
    bars_of,
    both_changed,
    is_share_of_before,
)
from scifi.grade import headline, on_aim
from scifi.labels import label, quantity
from scifi.language import _, capitalised, number
from scifi.model import CaseStudy, Indicator
from scifi.model.base import Better, Direction, EvidenceKind
from scifi.model.casestudy import Interval, Result, states_change


class Scale(NamedTuple):
    """What the left and right edge of a drawing stand for; zero is always between them."""

    least: float
    most: float

    def place(self, value: float) -> float:
        """Where a number stands, in per cent of the width."""
        return 100 * (value - self.least) / (self.most - self.least)


class Level(NamedTuple):
    """The end of a bar, marked on all bars below the `row`-th (from 0): one sees the gap."""

    place: float
    row: int
    look: str


class Drawing(NamedTuple):
    """The bars of one result, in per cent of the width, with what the reader has to know."""

    result: Result
    bars: list[Bar]
    levels: list[Level]
    zero: float
    notes: str

    @property
    def words(self) -> str:
        """What the bars show, for who cannot see them."""
        told = [_("{name}: {value}", name=bar.name, value=bar.text) for bar in self.bars]
        return "; ".join(told)


def headline_drawings(corpus: Corpus, case: CaseStudy) -> list[Drawing]:
    """
    The headline result, and beside it the first other one on the aim that points another way.

    Empty where the headline result cannot be compared with anything.
    """
    chosen = headline(corpus, case)
    first = chosen and _drawing(corpus, chosen)
    if not chosen or not first:
        return []
    others = (_drawing(corpus, result) for result in _contrary(corpus, case, chosen))
    second = next(filter(None, others), None)
    return [first, second] if second else [first]


def _contrary(corpus: Corpus, case: CaseStudy, chosen: Result) -> Iterator[Result]:
    for result in on_aim(corpus, case):
        known = result.direction and result.kind is not EvidenceKind.PLANNED
        if known and chosen.direction and result.direction is not chosen.direction:
            yield result


def _drawing(corpus: Corpus, result: Result) -> Drawing | None:
    """The bars of a result; None if it has no number, or nothing to be compared with."""
    bars = [] if result.value is None else bars_of(result)
    if not bars:
        return None
    ends = [end for bar in bars for end in bar.ends]
    scale = Scale(min(0.0, *ends), max(0.0, *ends))
    if scale.least == scale.most:
        return None
    moved = [bar.moved(scale.place) for bar in bars]
    levels = [Level(bar.end, row, bar.look) for row, bar in enumerate(moved[:-1])]
    if both_changed(result):
        levels[0] = Level(scale.place(WHOLE), -1, REFERENCE)
    notes = capitalised("; ".join(_notes(corpus, result)))
    return Drawing(result, moved, levels, scale.place(0), notes)


def _notes(corpus: Corpus, result: Result) -> Iterator[str]:
    """What was found where it is not better, which way is, when, how far chance may move it."""
    if result.direction and result.direction is not Direction.BETTER:
        yield label(result.direction)
    yield from _which_is_better(corpus, result)
    if both_changed(result):
        yield _("the upright line is the level before")
    if result.period:
        yield result.period
    if ends := result.interval:
        span = _span_in_words(ends, result.unit)
        yield _("thin line: interval of {level} %, {span}", level=number(ends.level), span=span)


def _which_is_better(corpus: Corpus, result: Result) -> Iterator[str]:
    """Which bar is better; a change drawn from zero may be long for the better or for the worse."""
    indicator = corpus.get("indicator", result.indicator)
    assert isinstance(indicator, Indicator)
    if indicator.better is Better.NEITHER:
        return
    longer = grows(indicator)
    if states_change(result.unit) and not is_share_of_before(result):
        longer = {"more": longer, "less": not longer}.get(result.unit.split()[-1], True)
    yield _("a longer bar is better") if longer else _("a shorter bar is better")


def _span_in_words(ends: Interval, unit: str) -> str:
    """The ends of an interval; on both sides of no change, each end says on which it is."""
    if ends.low < 0 < ends.high:
        low, high = quantity(ends.low, unit), quantity(ends.high, unit)
        return _("{low} to {high}", low=low, high=high)
    return quantity(ends.low, unit, ends.high)
