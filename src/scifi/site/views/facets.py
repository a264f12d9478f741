"""Facets of case studies in words: titles of their values, and the pages that list them."""

from scifi import facets, urls
from scifi.corpus import Corpus
from scifi.facets import NONE, NOT_REPORTED, OTHER_CURRENCY, Facet
from scifi.grade import RULES
from scifi.site.views.render import STATUSES, country, words

MONEY = {
    "to-50-000": "up to 50,000 EUR",
    "to-200-000": "above 50,000, up to 200,000 EUR",
    "to-1-million": "above 200,000, up to 1 million EUR",
    "to-10-million": "above 1, up to 10 million EUR",
    "above-10-million": "above 10 million EUR",
    OTHER_CURRENCY: "in another currency",
    NOT_REPORTED: "not reported",
}
"""Each money band in words."""

NOTHING = {
    "pathway": "no pathway fits what is known",
    "obstacle": "none reported",
    "indicator": "no result",
    "programme": "no programme named",
}
"""What it means that a case study names nothing on a facet."""


def title(corpus: Corpus, facet: Facet, value: str) -> str:
    """A value of a facet in words."""
    if value == NONE:
        return _sentence(NOTHING.get(facet.id, "none"))
    if facet.kind:
        return corpus.get(facet.kind, value).title
    if facet.id == "country":
        return country(value)
    if facet.id == "size":
        return _size(corpus, value)
    if facet.id == "grade":
        return next(f"{rule.grade} ({rule.name.lower()})" for rule in RULES if rule.grade == value)
    if facet.id == "status":
        return _sentence(STATUSES[value])
    return _sentence(MONEY[value] if facet.id == "money" else words(value))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _size(corpus: Corpus, value: str) -> str:
    classes = {c.id: c.title for a in corpus.axes if a.id == facets.SIZE_AXIS for c in a.classes}
    return classes.get(value, "Not known")


def address(facet: Facet, value: str) -> str:
    """The page that lists the case studies of a value: its own, or one made for it."""
    if facet.kind and value != NONE:
        return urls.url(facet.kind, value)
    return f"casestudies/by/{facet.id}/{value.lower()}/"
