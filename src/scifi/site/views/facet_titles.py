"""Facets of case studies in words: titles of their values, and the pages that list them."""

from scifi import urls
from scifi.corpus import Corpus
from scifi.facets import NONE, NOT_REPORTED, OTHER_CURRENCY, SIZE_AXIS, Facet
from scifi.grade import GRADES
from scifi.labels import label
from scifi.language import N_, _, capitalised, country
from scifi.model.base import Status, Theme

MONEY = {
    "to-50-000": N_("up to 50,000 EUR"),
    "to-200-000": N_("above 50,000, up to 200,000 EUR"),
    "to-1-million": N_("above 200,000, up to 1 million EUR"),
    "to-10-million": N_("above 1, up to 10 million EUR"),
    "above-10-million": N_("above 10 million EUR"),
    OTHER_CURRENCY: N_("in another currency"),
    NOT_REPORTED: N_("not reported"),
}
"""Each money band in words."""

NOTHING = {
    "solution": N_("No solution listed here"),
    "pathway": N_("No pathway fits what is known"),
    "obstacle": N_("None reported"),
    "indicator": N_("No result"),
    "programme": N_("No programme named"),
}
"""What it means that a case study names nothing on a facet."""


def title(corpus: Corpus, facet: Facet, value: str) -> str:
    """A value of a facet in words."""
    if value == NONE:
        return _(NOTHING.get(facet.id, N_("None")))
    if facet.kind:
        return corpus.get(facet.kind, value).title
    return {
        "theme": lambda: capitalised(label(Theme(value))),
        "country": lambda: country(value),
        "size": lambda: _size(corpus, value),
        "status": lambda: capitalised(label(Status(value))),
        "grade": lambda: _grade(value),
        "money": lambda: capitalised(_(MONEY[value])),
    }[facet.id]()


def _size(corpus: Corpus, value: str) -> str:
    axes = [axis for axis in corpus.axes if axis.id == SIZE_AXIS]
    titles = {class_.id: class_.title for axis in axes for class_ in axis.classes}
    return titles.get(value) or _("Not known")


def _grade(letter: str) -> str:
    name = next(_(rule.name) for rule in GRADES if rule.grade == letter)
    return f"{letter} ({name[:1].lower()}{name[1:]})"


def address(facet: Facet, value: str) -> str:
    """The page that lists the case studies of a value: its own, or one made for it."""
    if facet.kind and value != NONE:
        return urls.url(facet.kind, value)
    return f"casestudies/by/{facet.id}/{value.lower()}/"
