"""
What a kind of town looks like: a small drawing made of the landmarks that its pathway names.

Landmarks stand side by side, in the order of the file. Hills and the sun lie behind them; land,
water, fields, pipes or rails below. A new landmark is its word in `model.Landmark` and its
function here.
"""

from collections.abc import Callable, Sequence

from scifi.figures.sketch import (
    HEIGHT,
    WIDTH,
    Piece,
    Shape,
    Sketch,
    box,
    dark,
    disc,
    grid,
    light,
    line,
    outline,
    pale,
    strokes,
)
from scifi.model.base import Landmark

GROUND = 54
"""How far below the upper edge of the drawing landmarks stand."""

MARGIN, GAP = 4, 2
"""Room beside the first and the last landmark, and between two."""

Drawn = tuple[float, list[Shape]]
"""The width of a landmark, and its shapes; it stands on the line y = 0, from x = 0 to the right."""


def _house(x: float, width: float, eaves: float, ridge: float) -> str:
    middle = x + width / 2
    return outline((x, 0), (x, -eaves), (middle, -ridge), (x + width, -eaves), (x + width, 0))


def _houses() -> Drawn:
    windows = grid((3, 8), (-8,), 2.5, 3)
    return 30, [
        light(_house(13, 16, 10, 18), box(19.5, -6, 3, 6)),
        dark(_house(0, 14, 11, 20), windows),
    ]


def _old_houses() -> Drawn:
    stepped = "M0 0V-26h2v-4h2v-4h4v4h2v4h2V0z"
    return 30, [
        light(_house(12, 9, 22, 31), grid((14, 17.5), (-20, -13, -6), 1.6, 3.4)),
        dark(stepped, grid((2.4, 7.4), (-24, -17, -10), 2, 4)),
        dark(_house(21, 9, 19, 29), grid((23, 26.5), (-17, -10), 1.6, 3.4)),
    ]


def _church() -> Drawn:
    tower = outline((0, 0), (0, -26), (5, -44), (10, -26), (10, 0))
    return 22, [
        light(_house(8, 14, 10, 19), box(14, -8, 3, 5)),
        dark(tower, disc(5, -23, 1.8), box(3.6, -14, 2.8, 6)),
    ]


def _town_gate() -> Drawn:
    wall = "M0 0V-24h3v3h3v-3h3v3h3v-3h3v3h3v-3h3V0h-6v-8a4.5 4.5 0 0 0-9 0v8z"
    return 30, [light("M21 0v-14h3v3h3v-3h3V0z"), dark(wall)]


def _campus() -> Drawn:
    columns = grid((4, 10, 16, 22, 28), (-13,), 3, 10)
    dome = "M10 -23a7.5 8 0 0 1 15 0z"
    return 35, [
        light(dome, box(16.5, -34, 2, 4)),
        light(columns),
        dark(outline((1, -15), (17.5, -23), (34, -15)), box(0, -3, 35, 3)),
    ]


def _hall() -> Drawn:
    windows = grid((4, 9, 22, 27), (-15, -8), 2.6, 4)
    tower = outline((13.5, -18), (13.5, -30), (17, -37), (20.5, -30), (20.5, -18))
    return 34, [
        light(box(0, -19, 34, 19), windows, box(15, -8, 4, 8)),
        dark(tower, disc(17, -27, 1.9)),
        dark(box(0, -21, 34, 2.5)),
    ]


def _flats() -> Drawn:
    return 26, [
        light(box(12, -22, 14, 22), grid((15, 20.5), (-19, -13, -7), 2.6, 3)),
        dark(box(0, -34, 12, 34), grid((2.5, 7), (-31, -25, -19, -13, -7), 2.6, 3)),
    ]


def _high_rises() -> Drawn:
    return 26, [
        light(box(0, -28, 8, 28), box(18, -24, 8, 24)),
        dark(outline((8, 0), (8, -42), (17, -38), (17, 0)), grid((10, 13.4), _STOREYS, 1.6, 2.6)),
    ]


_STOREYS = (-34, -28, -22, -16, -10)


def _factory() -> Drawn:
    roof = "M0 0V-20l9 6v-6l9 6v-6l9 6V0z"
    return 27, [dark(roof, grid((3, 11, 19), (-9,), 5, 4))]


def _chimney() -> Drawn:
    return 10, [dark(outline((1, 0), (2.8, -42), (7.2, -42), (9, 0)), box(2.7, -37, 4.6, 3))]


def _empty_house() -> Drawn:
    boards = strokes((5, -9), (10, -4)) + strokes((10, -9), (5, -4))
    return 16, [line(_house(1, 13, 10, 18), boards)]


def _building_crane() -> Drawn:
    return 30, [
        light(box(15, -16, 14, 16), grid((17.5, 23), (-13, -7), 3, 3.4)),
        dark(box(9, -40, 2, 40), box(0, -42, 30, 2), outline((10, -48), (14, -42), (6, -42))),
        dark(box(1, -40, 5, 4), box(24.2, -40, 1.2, 10), box(22, -30, 5.6, 4)),
    ]


def _harbour_crane() -> Drawn:
    left = outline((4, 0), (7, -26), (10, -26), (9, 0))
    right = outline((19, 0), (17, -26), (20, -26), (24, 0))
    return 34, [
        light(box(8.5, -13, 11, 2.5)),
        dark(left, right, box(0, -29.4, 34, 3.4), outline((11, -29.4), (14, -42), (17, -29.4))),
        line(strokes((2, -29), (14, -41), (33, -29)), strokes((29, -26), (29, -18))),
    ]


def _containers() -> Drawn:
    return 26, [
        light(box(0, -7, 12.5, 6.4), box(7, -14.4, 12.5, 6.4)),
        dark(box(13.5, -7, 12.5, 6.4)),
    ]


def _farm() -> Drawn:
    barn = outline((0, 0), (0, -11), (4, -18), (11, -22), (18, -18), (22, -11), (22, 0))
    return 31, [
        light("M24 0v-25a3.5 4 0 0 1 7 0V0z"),
        dark(barn, box(7.5, -9, 7, 9), box(9.5, -16, 3, 3)),
    ]


def _trees() -> Drawn:
    return 19, [
        light(disc(13, -13, 6), box(12, -7, 2, 7)),
        dark(disc(6, -18, 6), box(5, -12, 2, 12)),
    ]


def _parasol() -> Drawn:
    return 22, [
        dark("M0 -20a11 11 0 0 1 22 0z", box(10.2, -20, 1.6, 20)),
        light(outline((13, 0), (13, -3), (20, -3), (22, -8), (23, -7), (21, 0))),
    ]


def _lighthouse() -> Drawn:
    tower = outline((1, 0), (3, -32), (9, -32), (11, 0))
    return 12, [
        dark(tower, box(2.4, -24, 7.2, 5), box(1.8, -12, 8.4, 5)),
        light(box(3.6, -37, 4.8, 5)),
        dark(outline((2.5, -37), (6, -41), (9.5, -37))),
    ]


def _heat_store() -> Drawn:
    return 30, [
        light("M0 0v-26a9 4 0 0 1 18 0V0z"),
        dark(outline((22, 0), (23, -36), (27, -36), (28, 0))),
        line("M4 -20c3 -3 3 3 5 0s3 3 5 0M4 -13c3 -3 3 3 5 0s3 3 5 0"),
    ]


def _mast() -> Drawn:
    near = "M8.5 -34a4 4 0 0 1 0 -7M15.5 -34a4 4 0 0 0 0 -7"
    far = "M5 -31a8.5 8.5 0 0 1 0 -13M19 -31a8.5 8.5 0 0 0 0 -13"
    return 24, [
        dark(outline((9, 0), (11.2, -35), (12.8, -35), (15, 0)), disc(12, -37.5, 2.5)),
        line(near, far),
    ]


def _train() -> Drawn:
    return 34, [
        dark(
            "M0 -1v-11q0 -3 3 -3h23q4 0 6 5l2 6v3z",
            grid((3, 10, 17), (-12,), 5, 4.5),
            outline((25, -12), (28.5, -12), (31, -7.5), (25, -7.5)),
        )
    ]


STANDING: dict[Landmark, Callable[[], Drawn]] = {
    Landmark.HOUSES: _houses,
    Landmark.OLD_HOUSES: _old_houses,
    Landmark.CHURCH: _church,
    Landmark.TOWN_GATE: _town_gate,
    Landmark.CAMPUS: _campus,
    Landmark.HALL: _hall,
    Landmark.FLATS: _flats,
    Landmark.HIGH_RISES: _high_rises,
    Landmark.FACTORY: _factory,
    Landmark.CHIMNEY: _chimney,
    Landmark.EMPTY_HOUSE: _empty_house,
    Landmark.BUILDING_CRANE: _building_crane,
    Landmark.HARBOUR_CRANE: _harbour_crane,
    Landmark.CONTAINERS: _containers,
    Landmark.FARM: _farm,
    Landmark.TREES: _trees,
    Landmark.PARASOL: _parasol,
    Landmark.LIGHTHOUSE: _lighthouse,
    Landmark.HEAT_STORE: _heat_store,
    Landmark.MAST: _mast,
    Landmark.TRAIN: _train,
}
"""What stands on the ground."""

SOIL = pale(box(0, GROUND, WIDTH, HEIGHT - GROUND))
LAND = dark(box(0, GROUND, WIDTH, 1.6))

BEHIND: dict[Landmark, list[Shape]] = {
    Landmark.HILLS: [pale("M0 54V42q18 -20 40 -2q20 -18 56 0v14z")],
    Landmark.SUN: [light(disc(57, 13, 7))],
}
"""What lies behind all others, in units of the whole drawing."""

_WAVE = "q4 -3 8 0" + "t8 0" * 11

BELOW: dict[Landmark, list[Shape]] = {
    Landmark.WATER: [SOIL, line(f"M0 57.5{_WAVE}M0 62{_WAVE}")],
    Landmark.FIELDS: [
        SOIL,
        line(*(strokes((48 + x, 55), (48 + 2 * x, 64)) for x in range(-24, 25, 8))),
    ],
    Landmark.PIPES: [
        LAND,
        dark(box(0, 58, WIDTH, 2), box(18, 55.6, 2, 2.4), box(74, 55.6, 2, 2.4)),
        light(box(0, 61.6, WIDTH, 2)),
    ],
    Landmark.RAILS: [LAND, light(grid(range(1, WIDTH, 8), (57,), 4.5, 3))],
}
"""What they stand on, in units of the whole drawing; without one of these it is land."""


PLAIN = (Landmark.HOUSES, Landmark.FLATS)
"""What a town shows whose pathway names nothing."""


def town_shape(landmarks: Sequence[Landmark]) -> Sketch:
    """
    The drawing of a town with these landmarks, the first at the left.

    They become smaller where they would need more than its width.
    """
    landmarks = landmarks or PLAIN
    behind = [Piece(BEHIND[landmark]) for landmark in landmarks if landmark in BEHIND]
    below = [Piece(BELOW[landmark]) for landmark in landmarks if landmark in BELOW]
    standing = [STANDING[landmark]() for landmark in landmarks if landmark in STANDING]
    return Sketch(WIDTH, HEIGHT, [*behind, *(below or [Piece([LAND])]), *_side_by_side(standing)])


def _side_by_side(standing: list[Drawn]) -> list[Piece]:
    room = WIDTH - 2 * MARGIN - GAP * (len(standing) - 1)
    needed = sum(width for width, _shapes in standing) or 1
    scale = round(min(1, room / needed), 2)
    x = (WIDTH - needed * scale - GAP * (len(standing) - 1)) / 2
    pieces = []
    for width, shapes in standing:
        pieces.append(Piece(shapes, round(x, 1), GROUND, scale))
        x += width * scale + GAP
    return pieces
