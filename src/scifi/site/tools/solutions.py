"""
The table of all solutions, best proven first, with filters and an order of the reader's choice.

Without JavaScript it is whole; the script reads the page itself.
"""

from collections.abc import Iterator

from scifi import facets
from scifi.labels import label
from scifi.language import capitalised
from scifi.model.base import Theme
from scifi.site.finished_html import finished
from scifi.site.pages import Site
from scifi.site.views import facet_titles, solutions
from scifi.site.views.render import call
from scifi.site.views.solutions import SolutionRow


def block(site: Site, here: str) -> str:
    """All solutions as a table."""
    rows = solutions.rows(site.corpus)
    known = {"themes": _themes(rows), "sizes": _sizes(site, rows)}
    return finished(call("verdicts.html", "table", site.view(here), rows, known))


def _themes(rows: list[SolutionRow]) -> list[tuple[str, str]]:
    """The services that some solution is about, with their titles."""
    used = {theme for row in rows for theme in row.solution.themes}
    return [(theme.value, capitalised(label(theme))) for theme in Theme if theme in used]


def _sizes(site: Site, rows: list[SolutionRow]) -> list[tuple[str, str]]:
    """The sizes of city in which some solution was tried, with their titles."""
    facet = next(facet for facet in facets.FACETS if facet.id == facets.SIZE_AXIS)
    used = {size for row in rows for size in row.sizes}
    return [
        (str(size), facet_titles.title(site.corpus, facet, str(size)))
        for size in facet.options(site.corpus)
        if size in used
    ]


def files(site: Site) -> Iterator[tuple[str, str]]:
    """None: the script reads the page itself."""
    yield from ()
