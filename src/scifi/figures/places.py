"""
The places of the case studies on the map: towns, regions, whole countries.

A place without coordinates stands in the middle of its country; one beyond the map at its edge.
What would touch is one mark with a number, so that each can be hit and opens what it shows.
"""

from collections.abc import Iterable
from functools import lru_cache
from math import dist
from typing import NamedTuple

from scifi.corpus import Corpus
from scifi.figures.outline import SIDE, Point, centre, countries, project
from scifi.language import _, country
from scifi.model import City
from scifi.model.knowledge import Location

SEVERAL = Point(46, 250)
"""Where places of several countries stand: in the Atlantic, beside the map's western edge."""

EDGE = 18.0
"""How far from the edge of the map a place beyond it is marked, in units of the map."""


LONGEST_CAPTION = 24
"""Letters of a name that stands on the map; longer ones say more than they show."""


class Place(NamedTuple):
    """
    A place on the map.

    `kind` and `id` name its entry, a city; for a whole country they are "country" and its code.
    `area` is true for what is no single town: its middle is marked.
    """

    kind: str
    id: str
    title: str
    country: str
    point: Point
    cases: int
    area: bool

    @property
    def is_beyond(self) -> bool:
        """Whether its country is not on the map."""
        return self.country not in countries()

    @property
    def name(self) -> str:
        """Its name in a sentence: with its country, or as a whole."""
        if self.kind == "country":
            return _("{country} as a whole", country=self.title)
        return _("{city}, {country}", city=self.title, country=country(self.country))


def places(corpus: Corpus) -> list[Place]:
    """Every city and every country that case studies are about; the one with most cases first."""
    found = [_town(corpus, city) for city in corpus.cities]
    found += [_nation(corpus, code) for code in _nations(corpus)]
    return sorted(found, key=lambda place: (-place.cases, place.title, place.id))


def _town(corpus: Corpus, city: City) -> Place:
    cases = len(corpus.naming("city", city.id, "casestudy"))
    return Place("city", city.id, city.title, city.country, where(city), cases, not city.is_town)


def _nations(corpus: Corpus) -> list[str]:
    codes = [code for case in corpus.casestudies for code in case.countries]
    return list(dict.fromkeys(codes))


def _nation(corpus: Corpus, code: str) -> Place:
    cases = sum(code in case.countries for case in corpus.casestudies)
    return Place("country", code, country(code), code, _middle(code), cases, area=True)


def where(city: City) -> Point:
    """Where a city stands on the map: at its coordinates, else in the middle of its country."""
    if not city.location:
        return _middle(city.country)
    return at_edge(_projected(city.location))


def is_inside(city: City) -> bool:
    """Whether its coordinates lie on the map: those of the Canary Islands do not."""
    return city.location is not None and _projected(city.location).inside


def _projected(location: Location) -> Point:
    return project(location.longitude, location.latitude)


def _middle(code: str) -> Point:
    return centre(code) if code in countries() else SEVERAL


def at_edge(point: Point) -> Point:
    """A point of the map as it is; for one beyond it the place at the edge on the way there."""
    half = SIDE / 2
    away = max(abs(point.x - half), abs(point.y - half))
    if away <= half:
        return point
    share = (half - EDGE) / away
    return Point(half + (point.x - half) * share, half + (point.y - half) * share)


class Mark(NamedTuple):
    """A sign on the map: where it is, and the places that it stands for, most cases first."""

    point: Point
    places: tuple[Place, ...]

    @property
    def cases(self) -> int:
        """How many case studies its places have; one of two places counts twice."""
        return sum(place.cases for place in self.places)

    @property
    def lead(self) -> Place:
        """The place that gives it its name."""
        return self.places[0]

    @property
    def caption(self) -> str:
        """What can stand beside it: its one place, or its countries if all are beyond the map."""
        if len(self.places) == 1:
            text = self.lead.title
        elif all(place.is_beyond for place in self.places):
            text = ", ".join(dict.fromkeys(country(place.country) for place in self.places))
        else:
            text = ""
        return text if len(text) <= LONGEST_CAPTION else ""

    @property
    def area(self) -> bool:
        """Whether it stands for regions or countries only."""
        return all(place.area for place in self.places)


@lru_cache(maxsize=8)
def marks(all_places: tuple[Place, ...], apart: float) -> list[Mark]:
    """
    The fewest merged marks of which no two are nearer than `apart`, in units of the map.

    Those that are nearest to each other become one first, in the middle of their places.
    """
    found = [Mark(place.point, (place,)) for place in all_places]
    while pair := _nearest(found, apart):
        one, other = (found[at] for at in pair)
        found = [mark for at, mark in enumerate(found) if at not in pair]
        found.append(_merged(one, other))
    return sorted(found, key=lambda mark: (-mark.cases, mark.lead.title))


def _nearest(found: list[Mark], apart: float) -> tuple[int, int] | None:
    nearest, pair = apart, None
    for at, mark in enumerate(found):
        for other in range(at + 1, len(found)):
            if (away := dist(mark.point, found[other].point)) < nearest:
                nearest, pair = away, (at, other)
    return pair


def _merged(one: Mark, other: Mark) -> Mark:
    held = sorted((*one.places, *other.places), key=lambda place: (-place.cases, place.title))
    return Mark(_mean(place.point for place in held), tuple(held))


def _mean(points: Iterable[Point]) -> Point:
    xs, ys = zip(*points, strict=True)
    return Point(sum(xs) / len(xs), sum(ys) / len(ys))
