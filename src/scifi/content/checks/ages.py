"""A rule about time: `checked-lately`. Law and money change, so their entries grow old."""

import calendar
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document
from scifi.content.problem import Problem
from scifi.language import _, partial_date

TOO_OLD = timedelta(days=365)
"""Older than this, an entry is refused: most dates and sums of law change within a year or two."""

OLD = timedelta(days=274)
"""Older than this, nine months, a remark asks to check the entry; three months are left for it."""


def today() -> date:
    """
    The day on which content is judged.

    Whoever builds an old state again sets `SOURCE_DATE_EPOCH`, seconds since 1970, as for other
    programs (https://reproducible-builds.org/docs/source-date-epoch/).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return now.date()


def last_day(text: object) -> date | None:
    """The last day of a year, a month or a day as it stands in a file; None if it is no date."""
    try:
        year, month, day = [*(int(part) for part in str(text).split("-")), 0, 0][:3]
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except (ValueError, OverflowError):
        return None


class CheckedLately(Rule):
    """
    A law or a funding line was checked within the last year.

    After nine months `scifi check` says so in a remark, which stops nothing; after a year the
    entry is refused. A call that is called open although its last day is over gets a remark too.

    Why: thresholds change, calls close, laws get new dates. A town that trusts an old line loses
    a tender or a grant.

    Fix: look at the act or the call again, correct the entry, and set `checked` to this month.
    """

    name = "checked-lately"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """An entry that is too old, and a call that is over."""
        if document.file.kind not in ("law", "funding", "clause"):
            return
        checked = last_day(document.data.get("checked"))
        if checked and library.today - checked > OLD:
            yield self.problem(
                document,
                ("checked",),
                _(
                    "last checked in {date}",
                    date=partial_date(f"{checked:%Y-%m}"),
                ),
                _("Law and money change; who trusts an old line loses a tender or a grant."),
                _("Check it against the act or the call, and set `checked` to this month."),
                remark=library.today - checked <= TOO_OLD,
            )
        closes = last_day(document.data.get("closes"))
        said_open = document.data.get("status") in ("open", "announced")
        if closes and said_open and closes < library.today:
            yield self.problem(
                document,
                ("closes",),
                _("the call is called open, and its last day is over"),
                _("A town would plan with money that it cannot get any more."),
                _("Set `status` to closed, or `closes` to the next last day."),
                remark=True,
            )
