"""Small drawings of what each tool on the home page does, by the tool's name."""

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


def _forked_road() -> list[Shape]:
    """One road becomes three; one of them leads to a place."""
    return [
        light("M45 64V44C45 28 20 32 20 12h7C27 26 51 26 51 44V64z"),
        light(box(45, 8, 6, 40)),
        dark("M45 64V46C45 30 70 32 70 18h7C77 38 51 36 51 46V64z"),
        dark("M73.5 17l-5.5 -8a6.5 6.5 0 1 1 11 0z", disc(73.5, 6, 2.2)),
    ]


def _filtered_dots() -> list[Shape]:
    """Many dots above a funnel, three below it."""
    many = [(22, 6), (34, 10), (46, 5), (58, 10), (70, 6), (28, 17), (52, 17), (64, 17), (40, 18)]
    wanted = [(34, 10), (58, 10), (40, 18)]
    return [
        light(*(disc(x, y, 3) for x, y in many if (x, y) not in wanted)),
        dark(*(disc(x, y, 3) for x, y in wanted)),
        pale(outline((14, 25), (82, 25), (54, 42), (54, 49), (42, 49), (42, 42))),
        line(strokes((14, 25), (42, 42), (42, 49)), strokes((82, 25), (54, 42), (54, 49))),
        dark(disc(38, 57, 3), disc(48, 57, 3), disc(58, 57, 3)),
    ]


def _two_columns() -> list[Shape]:
    """Two sheets with the same rows, side by side."""
    rows = (18, 29, 40, 51)
    one, other = (26, 14, 22, 9), (15, 24, 10, 27)
    return [
        pale(box(10, 4, 35, 56), box(51, 4, 35, 56)),
        dark(box(10, 4, 35, 7), *(box(14, y, w, 5) for y, w in zip(rows, one, strict=True))),
        light(box(51, 4, 35, 7), *(box(55, y, w, 5) for y, w in zip(rows, other, strict=True))),
    ]


def _six_bars() -> list[Shape]:
    """Six bars, each higher than the one before; three of them are reached."""
    bars = [box(9 + 13.5 * n, 52 - 8 * n, 10.5, 8 + 8 * n) for n in range(6)]
    return [dark(*bars[:3]), light(*bars[3:]), line(strokes((6, 62), (91, 62)))]


def _weeks_on_a_ruler() -> list[Shape]:
    """A measure before and one after, above a ruler of weeks."""
    return [
        pale(box(8, 40, 80, 18)),
        line(box(8, 40, 80, 18)),
        dark(grid(range(16, 88, 16), (40,), 1.6, 9), grid(range(24, 88, 16), (40,), 1.6, 5.5)),
        light(box(24, 20, 48, 5)),
        dark(disc(24, 22.5, 6), disc(72, 22.5, 6)),
        line(strokes((24, 30), (24, 37)), strokes((72, 30), (72, 37))),
    ]


def _area_and_twin() -> list[Shape]:
    """Many units of one area above as many of its twin."""
    across = range(8, 85, 12)
    return [
        dark(grid(across, (4, 17), 8, 8)),
        line(strokes((4, 32), (92, 32))),
        light(grid(across, (39, 52), 8, 8)),
    ]


def _money_back() -> list[Shape]:
    """Money spent at the start comes back, sooner or later: a fan that crosses the line of zero."""
    return [
        pale(outline((12, 56), (86, 4), (86, 40))),
        line(strokes((12, 56), (86, 4)), strokes((12, 56), (86, 40)), strokes((8, 34), (90, 34))),
        dark("M12 57.5L86 21v-3L12 54.5z"),
        dark(disc(12, 56, 5), disc(56, 34, 4)),
    ]


def _sheets() -> list[Shape]:
    """A sheet of paper with a folded corner, before another."""
    return [
        light(box(40, 4, 36, 48)),
        pale("M22 10h28l10 10v42H22z"),
        line("M22 10h28l10 10v42H22zM50 10v10h10"),
        dark(box(28, 22, 18, 4)),
        light(grid((28,), (32, 39, 46, 53), 26, 2.6)),
    ]


def _phone_with_cross() -> list[Shape]:
    """A phone that shows the cross of first aid."""
    return [
        dark(
            "M33 2h30q4 0 4 4v52q0 4 -4 4H33q-4 0 -4 -4V6q0 -4 4 -4z",
            box(33, 8, 30, 44),
            disc(48, 57, 1.8),
        ),
        pale(box(33, 8, 30, 44)),
        dark("M44 19h8v7h7v8h-7v7h-8v-7h-7v-8h7z"),
    ]


_SHAPES = {
    "finder": _forked_road,
    "explorer": _filtered_dots,
    "compare": _two_columns,
    "maturity": _six_bars,
    "picker": _weeks_on_a_ruler,
    "how-many": _area_and_twin,
    "pay-back": _money_back,
    "prints": _sheets,
    "first-aid": _phone_with_cross,
}

DRAWINGS = {name: Sketch(WIDTH, HEIGHT, [Piece(made())]) for name, made in _SHAPES.items()}
"""A drawing by the name of its tool."""
