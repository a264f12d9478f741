"""
The outline of Europe, and of the world for places beyond it; and where on them a place stands.

The paths come from Natural Earth (public domain); `frontend/europe.mjs` makes `europe.json` from
them and draws the same for scripts. The projection is Lambert's azimuthal equal-area one, centred
on 52° N 10° E as the EU's own; its twin is `frontend/scripts/pure/projection.js`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import asinh, cos, pi, radians, sin, sqrt, tan
from typing import Any, NamedTuple

SIDE = 600.0
"""Width and height of the map, in its own units; one is about 7 km."""

MIDDLE = (10.0, 52.0)
ORIGIN = (270.0, 352.0)
SCALE = 930.0
"""Longitude and latitude of the middle, in degrees; its place on the map; the Earth's radius."""


class Point(NamedTuple):
    """A place on the map, in units of the map from its north-western corner."""

    x: float
    y: float

    @property
    def inside(self) -> bool:
        """Whether it lies on the map."""
        return 0 <= self.x <= SIDE and 0 <= self.y <= SIDE


class Box(NamedTuple):
    """A rectangle of the map: its western, northern, eastern and southern edge."""

    west: float
    north: float
    east: float
    south: float

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return Point((self.west + self.east) / 2, (self.north + self.south) / 2)

    @property
    def width(self) -> float:
        """From west to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """From north to south."""
        return self.south - self.north

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles have a part in common."""
        across = self.west <= other.east and other.west <= self.east
        return across and self.north <= other.south and other.north <= self.south


def around(points: list[Point]) -> Box:
    """The smallest rectangle that holds these points."""
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def project(longitude: float, latitude: float) -> Point:
    """Where a place stands on the map; both in degrees."""
    east, north, middle = radians(longitude - MIDDLE[0]), radians(latitude), radians(MIDDLE[1])
    near = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
    k = SCALE * sqrt(2 / (1 + near))
    up = cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east)
    return Point(ORIGIN[0] + k * cos(north) * sin(east), ORIGIN[1] - k * up)


def mercator(longitude: float, latitude: float) -> Point:
    """Where a place stands on the map of the world; both in degrees."""
    radius = WORLD.width / 2 / pi
    down = radius * asinh(tan(radians(latitude)))
    return Point(WORLD.width / 2 + radius * radians(longitude), WORLD.width / 2 - down)


WORLD = Box(0, 150, 1200, 850)
"""What is drawn of the world in Mercator's projection, without the poles."""


@cache
def _drawn() -> dict[str, Any]:
    text = (files("scifi.figures") / "europe.json").read_text(encoding="utf-8")
    drawn: dict[str, Any] = json.loads(text)
    return drawn


def countries() -> Mapping[str, str]:
    """The path of each country by its code, in units of the map; parts of others by their name."""
    paths: dict[str, str] = _drawn()["countries"]
    return paths


def world() -> Sequence[str]:
    """The path of each country of the world, in units of its map."""
    paths: list[str] = _drawn()["world"]
    return paths


_RING = re.compile(r"M([^Mlz]+)l([^Mlz]+)z")
_NUMBER = re.compile(r"-?\d+")


class Ring(NamedTuple):
    """A part of a country without a gap: its path, its corners, the rectangle around it."""

    path: str
    corners: list[Point]
    box: Box

    @property
    def area(self) -> float:
        """In square units of the map; negative if its corners run the other way round."""
        return sum(a.x * b.y - b.x * a.y for a, b in self.sides) / 2

    @property
    def sides(self) -> list[tuple[Point, Point]]:
        """Each corner with the next."""
        return list(zip(self.corners, [*self.corners[1:], self.corners[0]], strict=True))


@cache
def rings(path: str) -> list[Ring]:
    """The parts of a country by its path, the largest first."""
    found = [_ring(match) for match in _RING.finditer(path)]
    return sorted(found, key=lambda ring: -abs(ring.area))


def _ring(match: re.Match[str]) -> Ring:
    x, y = map(int, _NUMBER.findall(match[1]))
    steps = [int(number) for number in _NUMBER.findall(match[2])]
    corners = [Point(x, y)]
    for east, south in zip(steps[::2], steps[1::2], strict=True):
        corners.append(Point(corners[-1].x + east, corners[-1].y + south))
    return Ring(match[0], corners, around(corners))


def path_in(path: str, window: Box) -> str:
    """The path of a country without the parts that lie outside a window; empty if all do."""
    return "".join(ring.path for ring in rings(path) if ring.box.meets(window))


@cache
def centre(code: str) -> Point:
    """The middle of the largest part of a country, by area."""
    ring = rings(countries()[code])[0]
    x = y = 0.0
    for a, b in ring.sides:
        cross = a.x * b.y - b.x * a.y
        x, y = x + (a.x + b.x) * cross, y + (a.y + b.y) * cross
    return Point(x / (6 * ring.area), y / (6 * ring.area))
