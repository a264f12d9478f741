"""
When a case study took place, as values: how many months its pilot ran, and its dates on a line of
time. `site/templates/case_drawings.html` writes the line as SVG.

A date that names only a year or a month may be any day of it: it is drawn as long as that, and no
month is counted that nobody reported.
"""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from scifi.model import CaseStudy
from scifi.model.base import Status
from scifi.model.casestudy import Period

DAYS_A_MONTH = 365.25 / 12
"""Mean length of a month, days."""

MOST_YEARS = 6
"""So many years are named on a line at most, so that they fit on a phone."""

DOT = 4.0
"""Stretches shorter than this are drawn as a dot, per cent of the width."""

STEPS = (1, 2, 5, 10, 20, 50)
"""How many years there may be between two that are named."""


def first_day(text: str) -> date:
    """The earliest day that a partial date can mean: `2019-06` is 1 June 2019."""
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """The latest day that a partial date can mean: `2019` is 31 December 2019."""
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def months(period: Period) -> int | None:
    """
    How many months a pilot ran from its start to its end, rounded, at least one.

    A month that is named counts whole: January to June are six. None if a year alone is known of
    start or end, or one is not reported.
    """
    ends = (period.start, period.end)
    if not all(end and "-" in end for end in ends):
        return None
    days = (last_day(str(period.end)) - first_day(str(period.start))).days + 1
    return max(1, round(days / DAYS_A_MONTH))


class Span(NamedTuple):
    """A stretch of the line, from left to right, in per cent of its width."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start

    @property
    def is_dot(self) -> bool:
        """Whether it is too short to be drawn as more than a dot."""
        return self.length < DOT

    @property
    def middle(self) -> float:
        """Its middle, where a dot stands for it."""
        return (self.start + self.end) / 2


class Year(NamedTuple):
    """A year that is named: where it begins, and on which side its number has room."""

    place: float
    anchor: str
    text: str


class Timeline(NamedTuple):
    """
    The dates of a case study on a line, in per cent of its width.

    `ran` is when the pilot ran for certain, `may` when it may have run, as far as its start and
    end are reported; None if neither is. `events` are its milestones, `confirmed` the time for
    which what became of it is known.
    """

    years: list[Year]
    ran: Span | None
    may: Span | None
    events: list[Span]
    confirmed: Span | None

    @property
    def is_exact(self) -> bool:
        """Whether all that the pilot may have run is all that it ran for certain, but for days."""
        return bool(self.ran and self.may and self.may.length - self.ran.length < DOT)


def timeline(case: CaseStudy) -> Timeline | None:
    """The line of a case study with a milestone and at least one other date; else None."""
    events = list(dict.fromkeys(milestone.date for milestone in case.milestones))
    period, confirmed = case.period, case.afterwards.confirmed
    dates = [*events, *filter(None, (period.start, period.end, confirmed))]
    if not events or len(set(dates)) < 2:
        return None
    line = _Line(min(map(first_day, dates)).year, max(map(last_day, dates)).year)
    ran, may = _pilot(case, line)
    return Timeline(
        line.years(),
        ran,
        may,
        [line.span(event) for event in events],
        line.span(confirmed) if confirmed else None,
    )


def _pilot(case: CaseStudy, line: "_Line") -> tuple[Span | None, Span | None]:
    """When the pilot ran for certain, and when it may have run; one that runs on ran until then."""
    start, end = case.period.start, case.period.end
    if not end and case.afterwards.status is Status.RUNNING:
        end = case.afterwards.confirmed
    if not start and not end:
        return None, None
    may = Span(
        line.place(first_day(start)) if start else 0, line.place(last_day(end)) if end else 100
    )
    if not start or not end or last_day(start) >= first_day(end):
        return None, may
    return Span(line.place(last_day(start)), line.place(first_day(end))), may


class _Line(NamedTuple):
    """Whole years in a row."""

    first: int
    last: int

    def place(self, day: date) -> float:
        """Where a day stands, in per cent of the width."""
        start, end = date(self.first, 1, 1), date(self.last, 12, 31)
        return 100 * (day - start).days / (end - start).days

    def span(self, text: str) -> Span:
        """The stretch that a partial date can mean."""
        return Span(self.place(first_day(text)), self.place(last_day(text)))

    def years(self) -> list[Year]:
        """The years that are named, round ones where not all have room."""
        count = self.last - self.first + 1
        step = next((step for step in STEPS if count <= step * MOST_YEARS), STEPS[-1])
        named = [year for year in range(self.first, self.last + 1) if year % step == 0]
        return [self._year(year) for year in named]

    def _year(self, year: int) -> Year:
        place = self.place(date(year, 1, 1))
        return Year(place, "end" if place > 88 else "start", str(year))
