"""
The maturity check: a question for each dimension, four levels, and where to begin.

All the script needs stands on the page, so it has no data of its own.
"""

from collections.abc import Iterator

from scifi import maturity
from scifi.language import N_, _
from scifi.model import Axis
from scifi.site.pages import Site
from scifi.site.views.render import call

CLASSES = {
    maturity.STARTING: N_("Starting from zero"),
    maturity.PILOTS: N_("First pilots"),
    maturity.RUNNING: N_("Running services"),
}
"""What the classes are called where the knowledge base has no axis of them."""


def block(site: Site, here: str) -> str:
    """The questions with their levels, the rule for the class, and the step for each dimension."""
    found = site.corpus.entries.get("axis", {}).get(maturity.AXIS)
    axis = found if isinstance(found, Axis) else None
    titles = {class_.id: class_.title for class_ in axis.classes} if axis else {}
    rules = [(id_, titles.get(id_) or _(CLASSES[id_]), _(when)) for id_, when in maturity.CLASSES]
    return call("maturity.html", "page", site.view(here), axis, rules)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """None."""
    yield from ()
