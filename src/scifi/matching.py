"""
Which road fits a city, and which cities are alike: the rules of the pathway finder.

The points stand in `data/pathways/` (`fits` and `against`), the answers in `data/questions/`;
this module only adds them up. `frontend/scripts/matching.js` does the same in the browser, and
both are tested with the examples in `tests/examples/routes/`.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from scifi.model import City, Pathway, Question
from scifi.model.knowledge import Fit

FITS_FROM = 3
"""Points from which on a pathway is recommended: one trait that makes it, or several hints."""

HURTS = 1
"""Points for each obstacle that hurts and is typical of a pathway."""

Traits = Mapping[str, Collection[str]]
"""The classes a city has, by axis; an axis that is missing is unknown, never a no."""


@dataclass(frozen=True)
class Match:
    """How well a pathway fits: its points and where they come from."""

    pathway: Pathway
    points: int
    reasons: tuple[Fit, ...]
    against: tuple[Fit, ...]
    obstacles: tuple[str, ...]
    """Obstacles that hurt and are typical of this pathway."""

    @property
    def fits(self) -> bool:
        """Whether the pathway is recommended."""
        return bool(self.reasons) and self.points >= FITS_FROM


@dataclass(frozen=True)
class Comparison:
    """Two cities on one axis; `verdict` is "same", "differs" or "unknown"."""

    axis: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    verdict: str


def traits(city: City) -> Traits:
    """The classes that sources support for a city."""
    return {trait.axis: (trait.class_,) for trait in city.profile}


def answered(
    questions: Iterable[Question], answers: Mapping[str, Collection[str]]
) -> tuple[Traits, list[str]]:
    """The classes and the obstacles that answers stand for; answers are ids by question id."""
    classes: dict[str, list[str]] = {}
    obstacles: dict[str, None] = {}
    for question in questions:
        for answer in question.answers:
            if answer.id in answers.get(question.id, ()):
                for trait in answer.traits:
                    classes.setdefault(trait.axis, []).append(trait.class_)
                obstacles.update(dict.fromkeys(answer.obstacles))
    return classes, list(obstacles)


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


def _agree(fit: Fit, mine: Traits) -> bool:
    return bool(set(fit.classes) & set(mine.get(fit.axis, ())))


def rank(pathways: Iterable[Pathway], mine: Traits, obstacles: Collection[str] = ()) -> list[Match]:
    """
    Every pathway with its points, most first; of equal ones the first listed.

    Points: those of each class that speaks for it, less those of each that speaks against it,
    and `HURTS` for each obstacle that hurts and is typical of it.
    """
    found = []
    for pathway in pathways:
        reasons = tuple(fit for fit in pathway.fits if _agree(fit, mine))
        against = tuple(fit for fit in pathway.against if _agree(fit, mine))
        hurting = tuple(o for o in pathway.obstacles if o in obstacles)
        points = (
            sum(fit.points for fit in reasons)
            - sum(fit.points for fit in against)
            + HURTS * len(hurting)
        )
        found.append(Match(pathway, points, reasons, against, hurting))
    return sorted(found, key=lambda match: (-match.points, match.pathway.order))


def fitting(pathways: Iterable[Pathway], mine: Traits) -> list[Pathway]:
    """The pathways that known classes recommend, best first."""
    return [match.pathway for match in rank(pathways, mine) if match.fits]


def compare(axes: Iterable[str], mine: Traits, theirs: Traits) -> list[Comparison]:
    """Two cities, axis by axis; what one of them does not know is unknown, not different."""
    rows = []
    for axis in axes:
        ours, other = tuple(mine.get(axis, ())), tuple(theirs.get(axis, ()))
        if not ours or not other:
            verdict = "unknown"
        else:
            verdict = "same" if set(ours) & set(other) else "differs"
        rows.append(Comparison(axis, ours, other, verdict))
    return rows


def similarity(rows: Iterable[Comparison]) -> tuple[int, int]:
    """(axes on which two cities are the same, axes known of both)."""
    verdicts = [row.verdict for row in rows]
    return verdicts.count("same"), len(verdicts) - verdicts.count("unknown")


def likeness(rows: Iterable[Comparison]) -> int:
    """The order of similar cities: axes that are the same, less those that differ."""
    same, known = similarity(list(rows))
    return same - (known - same)
