"""
Reading without a network: a box that the browser fills with what it keeps and can keep.

Without JavaScript, or from a folder, it says what it takes; the page names papers to take along.
"""

from collections.abc import Iterator

from scifi.site.pages import Site
from scifi.site.views.render import call


def block(site: Site, here: str) -> str:
    """The box."""
    return call("offline.html", "page")


def files(site: Site) -> Iterator[tuple[str, str]]:
    """None: the script asks the browser."""
    yield from ()
