"""
Two calendars to subscribe to (RFC 5545): last days to know, and entries that are due for a check.

`dates.ics` has the last days of funding calls and the coming dates of laws; only where a day is
known, as a month is no day. `reviews.ics` has the days on which `scifi check` begins to ask that
laws, funding lines and clauses are checked again.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scifi.content.checks.ages import OLD, TOO_OLD, last_day
from scifi.corpus import Corpus
from scifi.kinds import KINDS
from scifi.language import N_, _, ngettext, partial_date
from scifi.model import Entry
from scifi.model.base import FundingStatus
from scifi.model.texts import without_citations
from scifi.site.pages import Site

DATES, REVIEWS = "dates.ics", "reviews.ics"
"""Where they lie below the site's root."""

MOST_OCTETS = 75
"""Octets of a line, without its end (RFC 5545, section 3.1)."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Event:
    """A day: its lasting name, what it is, more in words, address of the page, when it was said."""

    name: str
    day: date
    title: str
    more: str
    address: str
    said: date


def dates(site: Site) -> str:
    """The calendar of last days to apply and of dates of laws."""
    events = [*_calls(site.corpus), *_laws(site.corpus)]
    return _calendar(_("SCIFI cookbook: funding and law"), events, site.published)


def reviews(site: Site) -> str:
    """The calendar of checks that are due, one day for all entries checked in the same month."""
    events = _reviews(site.corpus)
    return _calendar(_("SCIFI cookbook: checks due"), [*events], site.published)


def _calls(corpus: Corpus) -> Iterator[Event]:
    """The last day of each call that was not closed when it was checked."""
    for funding in corpus.funding:
        closes = funding.closes or ""
        if _DAY.fullmatch(closes) and funding.status is not FundingStatus.CLOSED:
            yield Event(
                f"funding-{funding.id}-closes",
                date.fromisoformat(closes),
                _("Last day to apply: {title}", title=funding.title),
                _(
                    "{what}. Checked {date}: check before use.",
                    what=funding.pays_for,
                    date=partial_date(funding.checked),
                ),
                KINDS["funding"].url(funding.id),
                _month(funding.checked),
            )


def _laws(corpus: Corpus) -> Iterator[Event]:
    """The days of laws that were to come when the law was checked."""
    for law in corpus.laws:
        texts: dict[str, list[str]] = defaultdict(list)
        for milestone in law.coming:
            texts[milestone.date].append(without_citations(milestone.text))
        for day, said in texts.items():
            if _DAY.fullmatch(day):
                yield Event(
                    f"law-{law.id}-{day}",
                    date.fromisoformat(day),
                    _("Law: {title}", title=law.title),
                    "\n".join(said),
                    KINDS["law"].url(law.id),
                    _month(law.checked),
                )


REVIEWED = {
    "law": (N_("Check {n} law again"), N_("Check {n} laws again")),
    "funding": (N_("Check {n} funding line again"), N_("Check {n} funding lines again")),
    "clause": (N_("Check {n} clause again"), N_("Check {n} clauses again")),
}
"""Kinds that grow old (`scifi rule checked-lately`), and what is to be done with how many."""


def _reviews(corpus: Corpus) -> Iterator[Event]:
    for kind, (one, many) in REVIEWED.items():
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in corpus.all(kind):
            groups[str(getattr(entry, "checked"))].append(entry)  # noqa: B009
        for checked, entries in sorted(groups.items()):
            day = last_day(checked)
            if day:
                yield Event(
                    f"review-{kind}-{checked}",
                    # Older than this is said on the day after.
                    day + OLD + timedelta(days=1),
                    ngettext(one, many, len(entries)),
                    _due(checked, day + TOO_OLD, entries),
                    KINDS[kind].index,
                    _month(checked),
                )


def _due(checked: str, last: date, entries: Sequence[Entry]) -> str:
    said = _(
        "Last checked {checked}. After {last} the content check refuses them: look at the act or "
        "the call again, correct the entry and set `checked`.",
        checked=partial_date(checked),
        last=partial_date(last.isoformat()),
    )
    return "\n".join([said, *(f"- {entry.title} ({entry.id})" for entry in entries)])


def _calendar(name: str, events: list[Event], base: str) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//SCIFI cookbook//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for event in sorted(events, key=lambda event: (event.day, event.name)):
        lines += _lines(event, base)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _lines(event: Event, base: str) -> list[str]:
    """An event that takes a whole day and blocks no time; its stamp is not the clock's."""
    return [
        "BEGIN:VEVENT",
        f"UID:{event.name}@scifi-cookbook",
        f"DTSTAMP:{event.said:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.title)}",
        f"DESCRIPTION:{_escaped(event.more)}",
        *([f"URL:{base}{event.address}"] if base else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """A text as RFC 5545 writes it (section 3.3.11), without other control characters."""
    text = re.sub(r"([\\;,])", r"\\\1", text.replace("\r\n", "\n")).replace("\n", "\\n")
    return re.sub(r"[\x00-\x1f\x7f]", " ", text)


def folded(line: str) -> str:
    """A line of the file in pieces of at most 75 octets; no letter is cut."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > MOST_OCTETS:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])


def _month(checked: str) -> date:
    """The first day that a date means."""
    year, month, day = [*map(int, checked.split("-")), 1, 1][:3]
    return date(year, month, day)
