"""
Which pathway fits a city: the rules of the pathway finder.

The points stand in `data/pathways/` (`fits` and `against`), the answers in `data/questions/`.
Here they are added up for the cities of the knowledge base; for a reader's own city the browser
does so (`frontend/scripts/pure/matching.js`), with the same numbers.

Only what a city is gives points. What hurts it gives none: that decides which obstacles it reads
first (`scifi.routing`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from scifi.model import City, Pathway, Question
from scifi.model.knowledge import Answer, Fit

FITS_FROM = 3
"""Points from which on a pathway is recommended: one trait that makes it, or several hints."""

Traits = Mapping[str, Collection[str]]
"""The classes a city has, by axis; an axis that is missing is unknown, never a no."""


def traits(city: City) -> Traits:
    """The classes that sources support for a city."""
    return {trait.axis: (trait.class_,) for trait in city.profile}


def prefilled(questions: Iterable[Question], city: City) -> dict[str, list[str]]:
    """
    The answers that a city's country and known classes give, by question id.

    An answer is given when all its classes are known; where none is, the only answer that some
    known class supports and none contradicts. Where one answer is asked for and several stand for
    the same classes, the number of inhabitants decides; where it is not known, nothing is given.
    """
    found = {question.id: _given(question, city) for question in questions}
    return {question: answers for question, answers in found.items() if answers}


def _given(question: Question, city: City) -> list[str]:
    if any(answer.country for answer in question.answers):
        return [answer.id for answer in question.answers if answer.country == city.country]
    known = traits(city)
    complete: list[Answer] = []
    possible: list[Answer] = []
    for answer in question.answers:
        agree = [t.class_ in known[t.axis] for t in answer.traits if t.axis in known]
        if agree and all(agree):
            possible.append(answer)
            if len(agree) == len(answer.traits):
                complete.append(answer)
    if question.several:
        return [answer.id for answer in complete]
    left = complete or possible
    if len(left) > 1:
        left = _large_enough(complete, city)[:1]
    return [answer.id for answer in left]


def _large_enough(answers: list[Answer], city: City) -> list[Answer]:
    """The answers that are not for smaller cities; none if that cannot be told."""
    if city.population is None:
        return []
    people = city.population.value
    return [answer for answer in answers if answer.up_to is None or people <= answer.up_to]


def fitting(pathways: Sequence[Pathway], mine: Traits) -> list[Pathway]:
    """
    The pathways that known classes recommend, most points first.

    Of equal ones that with the strongest single reason comes first, then the first listed.
    """
    recommended = [pathway for pathway in pathways if _points(pathway, mine) >= FITS_FROM]
    return sorted(
        recommended,
        key=lambda pathway: (-_points(pathway, mine), -_strongest(pathway, mine), pathway.order),
    )


def _strongest(pathway: Pathway, mine: Traits) -> int:
    """The points of the class that speaks loudest for it."""
    return max((fit.points for fit in _agreeing(pathway.fits, mine)), default=0)


def _points(pathway: Pathway, mine: Traits) -> int:
    """Those of each class that speaks for it, less those of each that speaks against it."""
    reasons, against = _agreeing(pathway.fits, mine), _agreeing(pathway.against, mine)
    return sum(fit.points for fit in reasons) - sum(fit.points for fit in against)


def _agreeing(fits: Iterable[Fit], mine: Traits) -> list[Fit]:
    return [fit for fit in fits if set(fit.classes) & set(mine.get(fit.axis, ()))]
