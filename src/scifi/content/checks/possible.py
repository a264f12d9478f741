"""Rules about what cannot be: `possible-date` and `possible-number`."""

from collections.abc import Iterator, Mapping
from datetime import date

from scifi.content.checks.ages import last_day
from scifi.content.checks.base import Library, Rule
from scifi.content.checks.expected import DATES
from scifi.content.load import Document, Path
from scifi.content.problem import Problem
from scifi.language import _
from scifi.model.casestudy import CHANGE_WORDS

_OVER = ("read", "confirmed", "checked")
"""Dates of something that somebody did: they cannot lie in the future."""

YARDSTICKS = ("budget", "capacity", "demand", "forecast", "plan", "price", "promise", "target")
"""What a number may be more than 100 per cent of."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class PossibleDate(Rule):
    """
    A date lies between 1900 and 2100, and what somebody has done lies in the past.

    Nobody can have read a page, confirmed a status, checked a law or changed a page on a day to
    come, and a page was published before it was read.

    Why: a slip in a year moves a pilot into another century, and a source that was read next year
    was not read.

    Fix: look the date up again.
    """

    name = "possible-date"
    of_judgement = True

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every date that cannot be; what is no date of the calendar fails in `fields`."""
        for path, group in document.groups:
            for name in DATES:
                day = last_day(group.get(name)) if group.get(name) is not None else None
                over = name in _OVER or document.file.kind == "change"
                what = self._fault(over, str(group.get(name)), day, library.today)
                if what:
                    yield self._impossible(document, (*path, name), what)
            published, read = _first_day(group.get("date")), last_day(group.get("read"))
            if published and read and read < published and published.year <= _LAST_YEAR:
                yield self._impossible(
                    document, (*path, "read"), _("it was read before it was published")
                )

    def _fault(self, over: bool, text: str, day: date | None, today: date) -> str:
        if day is None:
            return ""
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return _("the year {year} cannot be meant", year=day.year)
        if over and text[:10] > today.isoformat()[: len(text)]:
            return _("{date} is still to come", date=text)
        return ""

    def _impossible(self, document: Document, path: Path, what: str) -> Problem:
        return self.problem(
            document,
            path,
            what,
            _("A date that cannot be makes readers doubt all others."),
            _("Look the date up again: year, month, day."),
        )


def _first_day(text: object) -> date | None:
    try:
        return date(*[*(int(part) for part in str(text).split("-")), 1, 1][:3])
    except (TypeError, ValueError, OverflowError):
        return None


class PossibleNumber(Rule):
    """
    Sums and counts of people are not negative, and no part is larger than its whole.

    A unit that begins with "% of" is a share, from 0 to 100; nothing can become more than 100
    per cent less.

    Why: such a number is a slip, and a chart would show it all the same.

    Fix: check sign and unit against the source. What grew by half is "% more", not "% of".
    """

    name = "possible-number"
    of_judgement = True

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every number outside what its field or unit allows."""
        for path, group in document.groups:
            unit = str(group.get("unit") or "")
            share, less = _is_share(unit), unit.startswith("%") and unit.split()[1:2] == ["less"]
            for name in ("value", "value_to", "baseline"):
                value = group.get(name)
                if not isinstance(value, (int, float)) or isinstance(value, bool):
                    continue
                if (share and not 0 <= value <= 100) or (less and value > 100):
                    yield self._impossible(
                        document,
                        (*path, name),
                        _("{value} {unit} cannot be", value=value, unit=unit),
                    )
            yield from self._negative(document, path, group)

    def _negative(
        self, document: Document, path: Path, group: Mapping[str, object]
    ) -> Iterator[Problem]:
        """A sum or a number of people below zero."""
        counted = path[-1:] == ("population",) or "currency" in group
        for name in ("amount", "value"):
            value = group.get(name)
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if counted and is_number and float(str(value)) < 0:
                yield self._impossible(
                    document, (*path, name), _("{value} is less than nothing", value=value)
                )

    def _impossible(self, document: Document, path: Path, what: str) -> Problem:
        return self.problem(
            document,
            path,
            what,
            _("It is a slip, and a chart would show it all the same."),
            _("Check sign and unit against the source."),
        )


def _is_share(unit: str) -> bool:
    """Whether a unit is a part of a whole: "% of homes" is, "% of promise" is not."""
    return unit.startswith("% of ") and unit.split()[-1] not in (*CHANGE_WORDS, *YARDSTICKS)
