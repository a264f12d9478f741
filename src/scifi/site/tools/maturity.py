"""
The maturity check: a question for each dimension, four levels, and where to begin.

All the script needs stands on the page, so it has no data of its own.
"""

from collections.abc import Iterator

from scifi import maturity
from scifi.language import _
from scifi.model import Axis
from scifi.site.pages import Site
from scifi.site.views.render import call


def block(site: Site, here: str) -> str:
    """The questions with their levels, the rule for the class, and the step for each dimension."""
    found = site.corpus.entries.get("axis", {}).get(maturity.AXIS)
    axis = found if isinstance(found, Axis) else None
    titles = {class_.id: class_.title for class_ in axis.classes} if axis else {}
    rules = [(id_, titles.get(id_, id_), _(when)) for id_, when in maturity.RULES]
    return call("maturity.html", "page", site.view(here), axis, rules)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """None."""
    yield from ()
