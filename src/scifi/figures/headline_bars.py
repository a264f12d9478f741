"""
The bars of a result: one for what it is compared with, one for what had been promised, one for what
came, each with its words.

A change in per cent is drawn as what is left of 100; all else in its own unit, from zero.
"""

from collections.abc import Callable
from typing import NamedTuple

from scifi.labels import label, quantity
from scifi.language import N_, _
from scifi.model.base import Comparison
from scifi.model.casestudy import Result, states_change

REFERENCE, PROMISED = "reference", "promised"
"""Looks of bars that are no result; that of a result is its kind of evidence."""

WHOLE = 100.0
"""Where a change in per cent starts: what there was before, or without the measure."""

PER_CENT_CHANGES = {"% less": -1, "% more": 1}
"""Units of which a number is drawn as what is left of 100, with the way they point."""

REFERENCES = {
    Comparison.BEFORE_AFTER: N_("Before"),
    Comparison.CONTROL_GROUP: N_("Control group"),
    Comparison.OTHER_FORM: N_("Other form"),
    Comparison.NONE: N_("Before or control"),
}
RESULTS = {
    Comparison.BEFORE_AFTER: N_("After, {kind}"),
    Comparison.CONTROL_GROUP: N_("Pilot, {kind}"),
    Comparison.OTHER_FORM: N_("This form, {kind}"),
    Comparison.NONE: N_("Reached, {kind}"),
}
"""What the bars are called."""


class Bar(NamedTuple):
    """
    A bar from zero to `end`; the other numbers are further ends of it, None if it has none.

    `to` is the end of a range that is further from zero, `low` and `high` are the ends of an
    interval of confidence; `look` is "reference", "promised" or a kind of evidence. The ends are
    in the unit of the result, then of what is left of 100, at last in per cent of the width.
    """

    look: str
    name: str
    text: str
    end: float
    to: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def ends(self) -> list[float]:
        """All points that have to be in the drawing."""
        return [end for end in (self.end, self.to, self.low, self.high) if end is not None]

    def moved(self, change: Callable[[float], float]) -> "Bar":
        """The same bar, each of its ends at another number."""

        def other(end: float | None) -> float | None:
            return None if end is None else change(end)

        end, to = change(self.end), other(self.to)
        if to is not None:
            end, to = sorted((end, to), key=abs)
        return self._replace(end=end, to=to, low=other(self.low), high=other(self.high))


def bars_of(result: Result) -> list[Bar]:
    """
    The bars of a result that has a number, from the top: compared with, promised, came.

    One alone stands for a change with an interval, which is held against no change. Empty where
    there is nothing to be compared with.
    """
    if is_share_of_before(result):
        return _as_left_of_whole(result)
    bars = [*_reference(result), *_promise(result), _reached(result)]
    has_interval = result.interval is not None and states_change(result.unit)
    return bars if len(bars) > 1 or has_interval else []


def is_share_of_before(result: Result) -> bool:
    """Whether it is a change in per cent of something known, and leaves something."""
    most = max(result.value or 0, result.value_to or 0)
    leaves_something = result.unit == "% more" or (result.unit == "% less" and most <= WHOLE)
    return leaves_something and result.comparison is not Comparison.NONE


def both_changed(result: Result) -> bool:
    """Whether it is a change in per cent beside another: that of a control group."""
    return is_share_of_before(result) and bool(_reference(result))


def _as_left_of_whole(result: Result) -> list[Bar]:
    """The bars of a change in per cent, each as what is left of 100."""
    sign = PER_CENT_CHANGES[result.unit]
    whole = Bar(REFERENCE, _(REFERENCES[result.comparison]), quantity(WHOLE, "%"), 0)
    bars = [*(_reference(result) or [whole]), *_promise(result), _reached(result)]
    return [bar.moved(lambda end: WHOLE + sign * end) for bar in bars]


def _reference(result: Result) -> list[Bar]:
    """
    What there was before, or without; where nothing is compared, a promise stands for it.

    A change compared with the time before has that in itself: a number beside it means nothing.
    """
    against = result.comparison
    if result.baseline is None or (against is Comparison.NONE and result.promised):
        return []
    if states_change(result.unit) and against is Comparison.BEFORE_AFTER:
        return []
    name = _(REFERENCES[result.comparison])
    return [Bar(REFERENCE, name, quantity(result.baseline, result.unit), result.baseline)]


def _promise(result: Result) -> list[Bar]:
    promised = result.promised
    if not promised:
        return []
    text = quantity(promised.value, result.unit, promised.value_to)
    return [Bar(PROMISED, _("Promised"), text, promised.value, promised.value_to)]


def _reached(result: Result) -> Bar:
    assert result.value is not None
    interval = result.interval
    return Bar(
        result.kind.value,
        _(RESULTS[result.comparison], kind=label(result.kind)),
        quantity(result.value, result.unit, result.value_to, result.qualifier),
        result.value,
        result.value_to,
        interval.low if interval else None,
        interval.high if interval else None,
    )
