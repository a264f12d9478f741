"""Rules about numbers and dates: `fitting-unit`, `dates-in-order`, `range-in-order`."""

from collections.abc import Iterator, Mapping
from typing import Any

from scifi.content.checks.ages import last_day
from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, nearest
from scifi.language import _
from scifi.model import Indicator


class FittingUnit(Rule):
    """
    A result is in one of the units its indicator knows.

    Why: results of one indicator are drawn on one axis. Kilowatt-hours a month beside
    kilowatt-hours a year would make one city look twelve times better.

    Fix: convert to a unit of the indicator, or add the unit to `units` in
    `data/indicators/<id>.yml` if it is a fair one.
    """

    name = "fitting-unit"
    of_judgement = True

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every result in a unit its indicator does not know."""
        results = document.data.get("results")
        if document.file.kind != "casestudy" or not isinstance(results, list):
            return
        for i, result in enumerate(results):
            if not isinstance(result, Mapping):
                continue
            indicator = library.entries.get("indicator", {}).get(str(result.get("indicator")))
            unit = result.get("unit")
            if isinstance(indicator, Indicator) and unit not in indicator.units:
                yield self.problem(
                    document,
                    ("results", i, "unit"),
                    _(
                        '"{indicator}" is not counted in "{unit}"',
                        indicator=indicator.id,
                        unit=unit,
                    ),
                    _("Results of one indicator share one axis."),
                    nearest(unit, list(indicator.units)),
                )


class DatesInOrder(Rule):
    """
    A period ends after it begins.

    Why: the timeline draws a bar from start to end.

    Fix: check both dates against the source; they may be swapped.
    """

    name = "dates-in-order"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every end before its start."""
        for path, group in document.groups:
            start, end = str(group.get("start") or ""), str(group.get("end") or "")
            # Dates of different precision compare on what both say: 2019 and 2019-06 agree.
            common = min(len(start), len(end))
            whole = {len(start), len(end)} <= {4, 7, 10} and last_day(start) and last_day(end)
            if whole and end[:common] < start[:common]:
                yield self.problem(
                    document,
                    (*path, "end"),
                    _("the end {end} lies before the start {start}", end=end, start=start),
                    _("Nothing can end before it begins."),
                    _("Check both dates against the source."),
                )


class RangeInOrder(Rule):
    """
    Where a number is a range, `value_to` is larger than `value`; an interval holds its result.

    Why: charts draw ranges and intervals from their lower to their upper end.

    Fix: write the smaller number as `value` and the larger as `value_to`; leave
    `value_to` out for a single number. `low` of an interval is the end nearer to minus
    infinity, in the unit of the result: "4 % less, from 3 % more to 11 % less" is -3 to 11.
    """

    name = "range-in-order"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every range whose upper end is not above its lower end, and every interval beside."""
        for path, group in document.groups:
            yield from self._beside(document, path, group)
            low, high = group.get("value"), group.get("value_to")
            if high is None or not _is_number(high):
                continue
            if not _is_number(low) or _as_float(high) <= _as_float(low):
                yield self._swapped(document, path, low, high)

    def _beside(
        self, document: Document, path: Path, result: Mapping[str, object]
    ) -> Iterator[Problem]:
        """An interval of a result that does not hold its value."""
        interval, value = result.get("interval"), result.get("value")
        if not isinstance(interval, Mapping) or not _is_number(value):
            return
        low, high = interval.get("low"), interval.get("high")
        if _is_number(low) and _is_number(high) and not _holds(low, value, high):
            yield self.problem(
                document,
                (*path, "interval"),
                _(
                    "the interval from {low} to {high} does not hold {value}",
                    low=low,
                    high=high,
                    value=value,
                ),
                _("An interval of confidence lies around its result."),
                _("Check signs and unit: both ends are in the unit of the result."),
            )

    def _swapped(self, document: Document, path: Path, low: Any, high: Any) -> Problem:
        return self.problem(
            document,
            (*path, "value_to"),
            _("the range from {low} to {high} does not rise", low=low, high=high),
            _("A range has a lower end, `value`, and an upper end, `value_to`."),
            _("Swap the two, or leave `value_to` out."),
        )


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _as_float(value: Any) -> float:
    return float(value)


def _holds(low: Any, value: Any, high: Any) -> bool:
    return _as_float(low) <= _as_float(value) <= _as_float(high)
