"""
Which pathway fits a city: the rules of the pathway finder.

The points stand in `data/pathways/` (`fits` and `against`), the answers in `data/questions/`.
Here they are added up for the cities of the knowledge base; for a reader's own city the browser
does so (`frontend/scripts/pure/matching.js`), with the same numbers.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from scifi.model import City, Pathway, Question
from scifi.model.knowledge import Fit

FITS_FROM = 3
"""Points from which on a pathway is recommended: one trait that makes it, or several hints."""

HURTS = 1
"""Points for each obstacle that hurts and is typical of a pathway."""

Traits = Mapping[str, Collection[str]]
"""The classes a city has, by axis; an axis that is missing is unknown, never a no."""


def traits(city: City) -> Traits:
    """The classes that sources support for a city."""
    return {trait.axis: (trait.class_,) for trait in city.profile}


def prefilled(questions: Iterable[Question], city: City) -> dict[str, list[str]]:
    """
    The answers that a city's known classes give, by question id.

    An answer is given when all its classes are known; where none is, the only answer that some
    known class supports and none contradicts.
    """
    known = traits(city)
    found: dict[str, list[str]] = {}
    for question in questions:
        complete, possible = [], []
        for answer in question.answers:
            agree = [t.class_ in known[t.axis] for t in answer.traits if t.axis in known]
            if agree and all(agree):
                possible.append(answer.id)
                if len(agree) == len(answer.traits):
                    complete.append(answer.id)
        if complete or (len(possible) == 1 and not question.several):
            found[question.id] = complete or possible
    return found


def fitting(pathways: Sequence[Pathway], mine: Traits) -> list[Pathway]:
    """The pathways that known classes recommend, most points first; of equal ones the first."""
    recommended = [pathway for pathway in pathways if _points(pathway, mine) >= FITS_FROM]
    return sorted(recommended, key=lambda pathway: (-_points(pathway, mine), pathway.order))


def _points(pathway: Pathway, mine: Traits) -> int:
    """Those of each class that speaks for it, less those of each that speaks against it."""
    reasons, against = _agreeing(pathway.fits, mine), _agreeing(pathway.against, mine)
    return sum(fit.points for fit in reasons) - sum(fit.points for fit in against)


def _agreeing(fits: Iterable[Fit], mine: Traits) -> list[Fit]:
    return [fit for fit in fits if set(fit.classes) & set(mine.get(fit.axis, ()))]
