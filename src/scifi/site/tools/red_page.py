"""
The red page: first aid for what cannot wait, in thirty seconds, on a phone or on the wall.

It needs no script: each trouble is a `details` element that opens, and paper shows all of them.
"""

from collections.abc import Iterator

from scifi.model.base import Urgency
from scifi.site.pages import Site
from scifi.site.tools.triage import by_urgency
from scifi.site.views.render import call


def block(site: Site, here: str) -> str:
    """First aid for today with its receipts, then links to what can wait for this week."""
    found = by_urgency(site)
    today, this_week = found[Urgency.TODAY], found[Urgency.THIS_WEEK]
    return call("red_page.html", "page", site.view(here), today, this_week)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """None."""
    yield from ()
