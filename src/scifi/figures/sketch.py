"""
Small drawings made of a few plain shapes: what all of them share.

A sketch is a decoration beside words that say the same. `site/templates/sketches.html` writes it
as SVG. Its shapes have four tones, which the style sheet turns into colours of the palette.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

WIDTH, HEIGHT = 96, 64
"""Size of every sketch, in its own units: those of towns and of tools stand side by side."""


class Tone(StrEnum):
    """How a shape is drawn: filled dark, light or pale, or as a line."""

    DARK = "dark"
    LIGHT = "light"
    PALE = "pale"
    LINE = "line"


class Shape(NamedTuple):
    """A path of SVG and its tone. Where parts of one path overlap, there is a hole."""

    tone: Tone
    path: str


class Piece(NamedTuple):
    """Shapes that stand together, and where: their own zero is at `x` and `y`, `scale` as large."""

    shapes: list[Shape]
    x: float = 0
    y: float = 0
    scale: float = 1


class Sketch(NamedTuple):
    """A drawing in units of its own: `width`, `height`, and its pieces from back to front."""

    width: int
    height: int
    pieces: list[Piece]


def dark(*paths: str) -> Shape:
    """A shape filled with the colour of its part of the site."""
    return Shape(Tone.DARK, "".join(paths))


def light(*paths: str) -> Shape:
    """A shape filled with a light tone of that colour."""
    return Shape(Tone.LIGHT, "".join(paths))


def pale(*paths: str) -> Shape:
    """A shape filled with the palest tone of that colour: what lies behind or below."""
    return Shape(Tone.PALE, "".join(paths))


def line(*paths: str) -> Shape:
    """A line of that colour, not filled."""
    return Shape(Tone.LINE, "".join(paths))


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle by its upper left corner."""
    return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z"


def disc(x: float, y: float, radius: float) -> str:
    """A circle by its middle."""
    half = f"{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}a{half} {2 * radius:g} 0a{half} {-2 * radius:g} 0z"


def outline(*points: tuple[float, float]) -> str:
    """A closed shape by its corners."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "z"


def strokes(*points: tuple[float, float]) -> str:
    """An open line through points."""
    return outline(*points)[:-1]


def grid(xs: Iterable[float], ys: Iterable[float], width: float, height: float) -> str:
    """Rectangles of one size whose upper left corners stand in columns and rows."""
    rows = list(ys)
    return "".join(box(x, y, width, height) for x in xs for y in rows)
