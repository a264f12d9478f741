"""
Pictograms for signs in the street: what a device measures, what happens with it, whom to ask.

Black on white and nothing else, so that any printer and any pair of eyes can tell them apart.
`site/templates/pictograms.html` writes them as SVG, always with their words.
"""

from collections.abc import Callable

from scifi.figures.sketch import Piece, Shape, Sketch, box, dark, disc, line, outline, pale, strokes
from scifi.model.base import Pictogram

SIZE = 64
"""Width and height of a pictogram, in its own units; a line is four of them wide."""

_FRAME = "M8 2h48q6 0 6 6v48q0 6-6 6H8q-6 0-6-6V8q0-6 6-6z"


def _person(x: float, y: float) -> str:
    """Head and shoulders, by the middle of the head."""
    return disc(x, y, 4.5) + f"M{x - 7:g} {y + 20:g}v-7a7 7 0 0 1 14 0v7z"


def _camera(x: float, y: float, size: float) -> str:
    """A camera that looks to the right, by its upper left corner."""
    right, middle = x + 3 * size, y + size
    lens = (
        (right + 0.25 * size, middle - 0.4 * size),
        (right + 1.1 * size, y),
        (right + 1.1 * size, y + 2 * size),
        (right + 0.25 * size, middle + 0.4 * size),
    )
    return box(x, y, 3 * size, 2 * size) + outline(*lens)


def _counts_people() -> list[Shape]:
    """Three people, and below them the strokes of somebody who counts."""
    tally = [strokes((x, 42), (x, 55)) for x in (21, 28, 35, 42)]
    return [
        dark(*(_person(x, 14) for x in (15, 32, 49))),
        line(*tally, strokes((16, 53), (47, 44))),
    ]


def _no_camera() -> list[Shape]:
    """A camera, crossed out."""
    return [
        dark(_camera(10, 21, 10.5)),
        pale(outline((4, 53), (53, 4), (60, 11), (11, 60))),
        dark(outline((9, 52), (52, 9), (55, 12), (12, 55))),
    ]


def _camera_blurs() -> list[Shape]:
    """A camera, and somebody of whose head only coarse squares are left."""
    squares = [(x, y) for x in range(4) for y in range(4) if (x + y) % 2 == 0]
    return [
        dark(_camera(8, 8, 6)),
        dark(*(box(31 + 5 * x, 21 + 5 * y, 5, 5) for x, y in squares)),
        dark("M26 57v-2a15 13 0 0 1 30 0v2z"),
    ]


def _sound_level() -> list[Shape]:
    """Waves that come to bars of a level."""
    return [
        dark(disc(11, 32, 4)),
        line("M19 24a11 11 0 0 1 0 16M26 17a21 21 0 0 1 0 30"),
        dark(box(37, 40, 5, 12), box(44.5, 30, 5, 22), box(52, 18, 5, 34)),
    ]


def _air() -> list[Shape]:
    """Wind with specks in it."""
    wind = "M8 24h28a7 7 0 1 0-7-7M8 34h40a7 7 0 1 1-7 7M8 44h18a6 6 0 1 1-6 6"
    return [line(wind), dark(disc(48, 19, 3), disc(56, 25, 3), disc(38, 52, 3))]


def _fill_level() -> list[Shape]:
    """A litter bin, half full."""
    return [
        line(outline((15, 19), (49, 19), (45, 55), (19, 55))),
        dark(outline((20, 37), (44, 37), (42.5, 52), (21.5, 52)), box(10, 11, 44, 5)),
        dark(box(28, 7, 8, 5)),
    ]


def _soil() -> list[Shape]:
    """A plant, and a probe in the ground beside a drop."""
    return [
        line(strokes((8, 28), (56, 28)), "M20 28V17", strokes((45, 20), (45, 54))),
        dark("M20 22c-9 0-11-5-11-11c8 0 11 4 11 11zM20 19c0-6 3-9 10-9c0 6-4 9-10 9z"),
        dark(box(39, 11, 12, 10)),
        dark("M22 35c6 7 8 10 8 13a8 8 0 0 1-16 0c0-3 2-6 8-13z"),
    ]


def _data_stay() -> list[Shape]:
    """A closed lock in a device."""
    return [
        line(box(11, 11, 42, 42)),
        line("M25 32v-5a7 7 0 0 1 14 0v5"),
        dark(box(21, 31, 22, 15)),
    ]


def _data_leave() -> list[Shape]:
    """An arrow that leads out of a device."""
    return [
        line("M34 20V12H9v40h25v-8"),
        dark(outline((18, 29), (40, 29), (40, 21), (56, 32), (40, 43), (40, 35), (18, 35))),
    ]


def _questions() -> list[Shape]:
    """A speech bubble with a question mark."""
    return [
        line("M9 11h46v32H32L20 54V43H9z"),
        line("M26.5 22a5.5 5.5 0 1 1 8.5 4.6q-3 1.9-3 5"),
        dark(disc(32, 36.6, 2.3)),
    ]


_SHAPES: dict[Pictogram, Callable[[], list[Shape]]] = {
    Pictogram.COUNTS_PEOPLE: _counts_people,
    Pictogram.FILL_LEVEL: _fill_level,
    Pictogram.SOIL: _soil,
    Pictogram.AIR: _air,
    Pictogram.SOUND_LEVEL: _sound_level,
    Pictogram.NO_CAMERA: _no_camera,
    Pictogram.CAMERA_BLURS: _camera_blurs,
    Pictogram.DATA_STAY: _data_stay,
    Pictogram.DATA_LEAVE: _data_leave,
    Pictogram.QUESTIONS: _questions,
}


def _framed(shapes: list[Shape]) -> Sketch:
    """White, in a black frame: what it hangs on does not matter."""
    return Sketch(SIZE, SIZE, [Piece([pale(_FRAME), line(_FRAME), *shapes])])


DRAWINGS = {which: _framed(made()) for which, made in _SHAPES.items()}
"""Each pictogram as a drawing."""
