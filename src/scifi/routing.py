"""
A city's route: roads, steps with what to do, obstacles with remedies, alike cities, money, numbers.

The finder's script does the same in the browser (`frontend/scripts/route.js`); both are tested
with the routes written down in `tests/examples/routes/`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from scifi import matching
from scifi.corpus import Corpus
from scifi.matching import Comparison, Match, Traits
from scifi.model import City, Funding, Obstacle
from scifi.model.base import Level

ROADS = 3
"""Pathways shown at most: one reads two or three, not ten."""

OBSTACLES = 6
"""Obstacles shown at most."""

REMEDIES = 3
"""Remedies shown for one obstacle at most."""

ALIKE = 5
"""Similar cities shown at most."""

INDICATORS = 6
"""Indicators to measure from day one at most."""

NAMED_BY_YOU = 4
"""What an obstacle counts that the city named itself: more than one typical of the best road."""


@dataclass(frozen=True)
class Alike:
    """A city of the knowledge base, compared axis by axis."""

    city: City
    rows: tuple[Comparison, ...]
    casestudies: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """All a set of answers leads to; ids, best first."""

    ranking: tuple[Match, ...]
    roads: tuple[Match, ...]
    """The pathways to follow; the closest one where none is recommended, none without answers."""
    obstacles: tuple[str, ...]
    remedies: Mapping[str, tuple[str, ...]]
    """Remedies by obstacle."""
    alike: tuple[Alike, ...]
    funding: tuple[str, ...]
    closed: tuple[str, ...]
    """Funding of these roads that is closed."""
    indicators: tuple[str, ...]


def route(corpus: Corpus, answers: Mapping[str, Collection[str]], start: str = "") -> Route:
    """
    The route for answers (ids by question id).

    `start` is the city the answers were taken from; it is left out of the similar ones.
    """
    mine, hurting = matching.answered(corpus.questions, answers)
    ranking = matching.rank(corpus.pathways, mine, hurting)
    roads = _roads(ranking)
    obstacles = _obstacles(corpus, roads, hurting)
    funding = _funding(corpus, roads, mine)
    return Route(
        ranking=tuple(ranking),
        roads=tuple(roads),
        obstacles=tuple(obstacles),
        remedies={o: tuple(remedies_of(corpus, o)[:REMEDIES]) for o in obstacles},
        alike=tuple(_alike(corpus, mine, start)),
        funding=tuple(f.id for f in funding if f.current is not False),
        closed=tuple(f.id for f in funding if f.current is False),
        indicators=tuple(_indicators(corpus, roads)),
    )


def _roads(ranking: list[Match]) -> list[Match]:
    recommended = [match for match in ranking if match.fits][:ROADS]
    closest = [match for match in ranking if match.reasons and match.points > 0][:1]
    return recommended or closest


def _obstacles(corpus: Corpus, roads: list[Match], hurting: list[str]) -> list[str]:
    points = {
        o.id: NAMED_BY_YOU * (o.id in hurting)
        + sum(ROADS - place for place, match in enumerate(roads) if o.id in match.pathway.obstacles)
        for o in corpus.obstacles
    }
    met = {o: len(corpus.naming("obstacle", o, "casestudy")) for o in points}
    ordered = sorted((o for o in points if points[o]), key=lambda o: (-points[o], -met[o], o))
    return ordered[:OBSTACLES]


def remedies_of(corpus: Corpus, obstacle: str) -> list[str]:
    """Remedies that an obstacle names, then those that name it; each once."""
    named = cast(Obstacle, corpus.get("obstacle", obstacle)).remedies
    return list(dict.fromkeys([*named, *corpus.naming("obstacle", obstacle, "remedy")]))


def _alike(corpus: Corpus, mine: Traits, start: str) -> list[Alike]:
    axes = [axis.id for axis in corpus.axes]
    found = []
    for city in corpus.cities:
        cases = tuple(corpus.naming("city", city.id, "casestudy"))
        rows = matching.compare(axes, mine, matching.traits(city))
        if cases and city.id != start and matching.likeness(rows) > 0:
            found.append(Alike(city, tuple(rows), cases))
    found.sort(key=lambda a: (-matching.likeness(a.rows), -len(a.casestudies), a.city.id))
    return found[:ALIKE]


def limits(funding: Funding, mine: Traits) -> list[str]:
    """What a city with these classes must know before it applies."""
    return [
        limit.text for limit in funding.limits if set(limit.classes) & set(mine.get(limit.axis, ()))
    ]


def _funding(corpus: Corpus, roads: list[Match], mine: Traits) -> list[Funding]:
    ids = dict.fromkeys(f for match in roads for f in match.pathway.funding)
    found = [cast(Funding, corpus.get("funding", f)) for f in ids]
    # Open lines first, unclear ones next; what is hard to get goes last among its like.
    return sorted(found, key=lambda f: (f.current is not True, bool(limits(f, mine))))


def _indicators(corpus: Corpus, roads: list[Match]) -> list[str]:
    used = {i.id: len(corpus.naming("indicator", i.id, "casestudy")) for i in corpus.indicators}
    found: list[str] = []
    for theme in dict.fromkeys(t for match in roads for t in match.pathway.themes):
        fitting = [
            i.id
            for i in corpus.indicators
            if theme in i.themes and i.level != Level.OUTPUT and used[i.id] and i.id not in found
        ]
        found += sorted(fitting, key=lambda i: (-used[i], i))[:1]
    return found[:INDICATORS]
