"""
Maps as values: what is drawn where. `site/templates/maps.html` writes them as SVG.

Two kinds: the map of Europe with a mark for each place, whose marks are links; and the locator,
a small piece of it around the places of one entry.
"""

from collections.abc import Sequence
from typing import NamedTuple

from scifi.corpus import Corpus
from scifi.figures.outline import (
    SIDE,
    WORLD,
    Box,
    Point,
    around,
    centre,
    countries,
    mercator,
    path_in,
    rings,
    world,
)
from scifi.figures.places import Mark, is_inside, marks, places, where
from scifi.language import _, and_list, country
from scifi.model import City

WHOLE = Box(0, 0, SIDE, SIDE)
"""All of the map."""


class Shape(NamedTuple):
    """A country: its path in units of the map, and whether the map is about it."""

    path: str
    here: bool


class Label(NamedTuple):
    """A name: the point at its `anchor` ("start", "middle" or "end"), and its text."""

    point: Point
    anchor: str
    text: str


class Layer(NamedTuple):
    """
    Sizes of the marks for one width of the page, in units of the map.

    `apart` is the least distance of two marks, `touch` the radius that a finger can hit, `single`
    that of a mark without a number, `least` and `most` those of marks with one.
    """

    name: str
    apart: float
    touch: float
    single: float
    least: float
    most: float
    letters: float

    def radius(self, mark: Mark) -> float:
        """How large a mark is drawn: the more case studies, the larger."""
        if not self.numbered(mark):
            return self.single
        return min(self.least + mark.cases / 8, self.most)

    @staticmethod
    def numbered(mark: Mark) -> bool:
        """Whether it says how many case studies it stands for."""
        return mark.cases > 1 or len(mark.places) > 1


WIDE = Layer("wide", apart=26, touch=13, single=6, least=10, most=13, letters=13)
NARROW = Layer("narrow", apart=54, touch=26, single=12, least=21, most=26, letters=24)
"""For a map of 560 px and more; and for a phone, on which 54 units are 24 px at the least."""


class EuropeMap(NamedTuple):
    """Europe with a mark for each place: the same places in a layer for each width."""

    shapes: list[Shape]
    layers: list[tuple[Layer, list[Mark], list[Label]]]
    places: int
    """How many places have a case study."""


def europe(corpus: Corpus, layers: Sequence[Layer] = (WIDE, NARROW)) -> EuropeMap:
    """
    The map of all places; countries that case studies are about as a whole are shaded.

    Only on the wide layer there is room for names.
    """
    found = tuple(places(corpus))
    whole = {place.id for place in found if place.kind == "country"}
    shapes = [Shape(path, code in whole) for code, path in countries().items()]
    drawn = []
    for layer in layers:
        here = marks(found, layer.apart)
        drawn.append((layer, here, _labels(here) if layer is WIDE else []))
    return EuropeMap(shapes, drawn, sum(place.cases > 0 for place in found))


def _labels(found: Sequence[Mark]) -> list[Label]:
    """Names of marks, where they are short and cover no mark and no other name."""
    taken = [_square(mark.point, WIDE.radius(mark)) for mark in found]
    made = []
    for mark in found:
        if not mark.caption or not mark.cases:
            continue
        tried = _beside(mark.point, mark.caption, WIDE.radius(mark), WIDE.letters)
        made += _first_fitting(tried, WHOLE, taken)
    return made


def _first_fitting(tried: list[tuple[Label, Box]], window: Box, taken: list[Box]) -> list[Label]:
    """The first name that lies in the window and covers nothing; its room is taken from then."""
    for label, room in tried:
        inside = window.west <= room.west and room.east <= window.east
        if inside and not any(room.meets(other) for other in taken):
            taken.append(room)
            return [label]
    return []


def _square(point: Point, radius: float) -> Box:
    return Box(point.x - radius, point.y - radius, point.x + radius, point.y + radius)


def _beside(point: Point, text: str, radius: float, letters: float) -> list[tuple[Label, Box]]:
    """A name on the right and on the left of a mark, with the room that it takes."""
    width, height = 0.55 * letters * len(text), 0.5 * letters
    right, left = point.x + radius + 4, point.x - radius - 4
    return [
        (
            Label(Point(start, point.y), anchor, text),
            Box(west, point.y - height, west + width, point.y + height),
        )
        for start, anchor, west in ((right, "start", right), (left, "end", left - width))
    ]


LETTERS_ACROSS = 17
"""How many times the size of its letters a locator is wide."""

ACROSS, DOWN = 208.0, 156.0
"""How much of the map a locator shows at the least: about 1,450 km by 1,100 km."""

ROOM = 1.4
"""How many times as wide and high as its places a locator is at the least."""


class Dot(NamedTuple):
    """A place of the entry: where it stands, and whether its middle is meant."""

    point: Point
    area: bool


class Locator(NamedTuple):
    """A piece of the map around the places of an entry, and what it shows in words."""

    window: Box
    shapes: list[Shape]
    dots: list[Dot]
    labels: list[Label]
    words: str

    @property
    def letters(self) -> float:
        """The size of its names, in units of the map."""
        return self.window.width / LETTERS_ACROSS


def locator(cities: Sequence[City], codes: Sequence[str]) -> Locator | None:
    """
    Where cities and whole countries are; None where nothing of them can be shown.

    A place without coordinates is shown by its country alone, one beyond Europe on a map of the
    world.
    """
    shaded = dict.fromkeys([*(city.country for city in cities), *codes])
    known = [code for code in shaded if code in countries()]
    if not known:
        return _locator_of_the_world(cities)
    located = [(city, where(city)) for city in cities if is_inside(city)]
    window = _window([point for _city, point in located] or _corners(known), WHOLE)
    shapes = [Shape(path_in(path, window), code in known) for code, path in countries().items()]
    names = [Label(centre(code), "middle", country(code)) for code in known]
    return _drawn(window, shapes, located, _names(located, window) or names, _words(cities, codes))


def _locator_of_the_world(cities: Sequence[City]) -> Locator | None:
    located = [
        (city, mercator(city.location.longitude, city.location.latitude))
        for city in cities
        if city.location
    ]
    if not located:
        return None
    window = _window([point for _city, point in located], WORLD)
    shapes = [Shape(path_in(path, window), False) for path in world()]
    return _drawn(window, shapes, located, _names(located, window), _words(cities, []))


Located = Sequence[tuple[City, Point]]
"""Cities with their points on the map that is shown."""


def _drawn(
    window: Box, shapes: list[Shape], located: Located, names: list[Label], words: str
) -> Locator:
    seen = [shape for shape in shapes if shape.path]
    dots = [Dot(point, not city.is_town) for city, point in located]
    return Locator(window, seen, dots, names, words)


def _corners(codes: Sequence[str]) -> list[Point]:
    """The corners of the largest part of each country."""
    boxes = [rings(countries()[code])[0].box for code in codes]
    return [p for box in boxes for p in (Point(box.west, box.north), Point(box.east, box.south))]


def _window(points: list[Point], whole: Box) -> Box:
    """The piece of a map around these points, wider than high, and never beyond the map."""
    held = around(points)
    across = max(ACROSS, ROOM * held.width, ROOM * held.height * ACROSS / DOWN)
    across = min(across, whole.width)
    down = across * DOWN / ACROSS
    west = min(max(held.middle.x - across / 2, whole.west), whole.east - across)
    north = min(max(held.middle.y - down / 2, whole.north), whole.south - down)
    return Box(west, north, west + across, north + down)


def _names(located: Located, window: Box) -> list[Label]:
    """The names of the places, as far as they cover no other."""
    size = window.width / LETTERS_ACROSS
    taken = [_square(point, size / 2) for _city, point in located]
    tried = [_beside(point, city.title, size / 2, size) for city, point in located]
    return [label for pair in tried for label in _first_fitting(pair, window, taken)]


def _words(cities: Sequence[City], codes: Sequence[str]) -> str:
    """What a locator shows, for who cannot see it."""
    named = [_("{city}, {country}", city=c.title, country=country(c.country)) for c in cities]
    named += [_("{country} as a whole", country=country(code)) for code in codes]
    return _("Map of where it is: {places}.", places=and_list(named))
