"""One programme in numbers: from challenge to purchase, and its phases and pilots in time."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures.metrics.cases import places
from scifi.language import and_list


class StageCount(NamedTuple):
    """A count from challenge to purchase, with its source's address; no `cycle` means all."""

    cycle: int | None
    what: str
    value: float | None
    unit: str
    kind: str
    publisher: str
    source: str
    note: str


def funnel(corpus: Corpus, programme: str) -> pd.DataFrame:
    """Counts from challenge to purchase of one programme, in the order given."""
    rows = []
    stages = [(p, stage) for p in corpus.programmes if p.id == programme for stage in p.funnel]
    for entry, stage in stages:
        figure, source = stage.figure, entry.sources[stage.figure.source]
        rows.append(
            StageCount(
                cycle=stage.cycle,
                what=figure.what,
                value=figure.value,
                unit=figure.unit,
                kind=figure.kind.value,
                publisher=source.publisher,
                source=source.url,
                note=figure.note or "",
            )
        )
    return pd.DataFrame(rows, columns=StageCount._fields)


def solutions_bought(stages: pd.DataFrame) -> float | None:
    """The last count of a funnel that speaks of buying; None where none does or it is missing."""
    bought = stages[stages["what"].str.contains("bought|procured", case=False)]
    if bought.empty or pd.isna(bought["value"].iloc[-1]):
        return None
    return float(bought["value"].iloc[-1])


class TimelineRow(NamedTuple):
    """
    A phase of a programme, or a pilot in it (`group`).

    `start` and `end` are partial dates, `end` may be ""; `id` is that of the case study, or "".
    """

    what: str
    group: str
    start: str
    end: str
    id: str


def periods(corpus: Corpus, programme: str) -> pd.DataFrame:
    """Phases of a programme and its pilots with a start; one row each, phases first."""
    phases = [phase for p in corpus.programmes if p.id == programme for phase in p.phases]
    rows = [TimelineRow(phase.title, "phase", phase.start, phase.end or "", "") for phase in phases]
    for case in corpus.casestudies:
        period = case.period
        if case.programme == programme and period.start:
            providers = and_list([provider.name for provider in case.providers])
            what = ", ".join(filter(None, [providers, places(corpus, case)]))
            rows.append(TimelineRow(what, "pilot", period.start, period.end or "", case.id))
    return pd.DataFrame(rows, columns=TimelineRow._fields)


def with_days(periods: pd.DataFrame) -> pd.DataFrame:
    """
    The same rows with `first`, the first day (YYYY-MM-DD), and `days` to the last day.

    A year or month stands for all of its days; a missing end for the last day of the start.
    """
    starts, ends = periods["start"], periods["end"].where(periods["end"] != "", periods["start"])
    first = [first_day(start) for start in starts]
    last = [last_day(end) for end in ends]
    days = [(end - start).days for start, end in zip(first, last, strict=True)]
    return periods.assign(first=[day.isoformat() for day in first], days=days)


def first_day(partial_date: str) -> date:
    """The first day of a year, month or day."""
    year, month, day = [*map(int, partial_date.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(partial_date: str) -> date:
    """The last day of a year, month or day."""
    year, *rest = map(int, partial_date.split("-"))
    month = rest[0] if rest else 12
    day = rest[1] if len(rest) > 1 else monthrange(year, month)[1]
    return date(year, month, day)
