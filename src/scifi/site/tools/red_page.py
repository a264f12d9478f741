"""
The red page: first aid for what cannot wait, in thirty seconds, on a phone or on the wall.

It needs no script: each trouble is a `details` element that opens, and paper shows all of them.
"""

from collections.abc import Iterator

from scifi.model.base import Urgency
from scifi.site.pages import Site
from scifi.site.views.render import call


def block(site: Site, here: str) -> str:
    """First aid for today with its receipts, then links to what can wait for this week."""
    by_urgency = {
        urgency: [remedy for remedy in site.corpus.remedies if remedy.urgency is urgency]
        for urgency in Urgency
    }
    return call(
        "red_page.html",
        "page",
        site.view(here),
        by_urgency[Urgency.TODAY],
        by_urgency[Urgency.THIS_WEEK],
    )


def files(site: Site) -> Iterator[tuple[str, str]]:
    """None."""
    yield from ()
