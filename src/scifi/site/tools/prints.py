"""
The list of everything printed: by sort, with a search and a filter.

Without JavaScript it is whole. Pages and sizes are known when all is set; a print run fills the
cells of the rows, which it finds by the name of the file.
"""

from collections.abc import Iterator
from importlib.metadata import version

from scifi.papers import grouped
from scifi.site.pages import Site
from scifi.site.views.render import call


def block(site: Site, here: str) -> str:
    """All files under the headings of their sorts, or a line that says there are none."""
    release = version("scifi-cookbook")
    return call("prints.html", "page", site.view(here), grouped(site.papers), release)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """None: the script reads the page itself."""
    yield from ()
