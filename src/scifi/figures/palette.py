"""
Colours, patterns and type of all charts, and the canvases they are drawn on.

Colours are stand-ins: the drawn SVG gets CSS variables in their place, the interactive chart
their values at that moment, so one drawing serves light, dark and print. Meaning never rests
on colour alone: each kind of evidence has a pattern or a symbol and a word of its own.
"""

from typing import Any, NamedTuple

from scifi.model.base import EvidenceKind

CSS_BY_COLOUR = {
    "#101418": "--chart-ink",
    "#5b6470": "--chart-soft",
    "#c9ced6": "--chart-line",
    "#fdfdfe": "--chart-paper",
    "#0b6e8f": "--chart-1",
    "#b5502b": "--chart-2",
    "#4e7a3a": "--chart-3",
    "#8a3b62": "--chart-4",
}
"""Stand-in colour to CSS variable; each stand-in is used for nothing else."""

INK, SOFT, LINE, PAPER, FIRST, SECOND, THIRD, FOURTH = CSS_BY_COLOUR

CLEAR = "rgba(0,0,0,0)"
"""No colour: the page shows through."""


class Look(NamedTuple):
    """A colour and a pattern, "" for solid."""

    colour: str
    pattern: str


LOOK_BY_EVIDENCE = {
    EvidenceKind.MEASURED: Look(FIRST, ""),
    EvidenceKind.REPORTED: Look(SECOND, "/"),
    EvidenceKind.ESTIMATED: Look(THIRD, "."),
    EvidenceKind.PLANNED: Look(FOURTH, "x"),
}
"""How the bar of a number looks by its kind of evidence; measured is solid."""


class Canvas(NamedTuple):
    """
    What a chart is drawn on, in px; on paper, `printed` is its true width in points.

    `letters` go into a line of a label, which stands beside its bar or, `above`, over it. `most`
    rows are drawn, as far as all fits into the height `room`; `value` is the size of numbers.
    """

    name: str
    width: int
    letters: int
    above: bool = False
    value: int = 13
    most: int = 1_000_000
    room: int = 1_000_000
    printed: int = 0

    @property
    def narrow(self) -> bool:
        """True where few words stand side by side."""
        return self.width <= 400


LETTER = 14
"""Size of the letters on every canvas, px."""

WIDE = Canvas("wide", 760, 38)
NARROW = Canvas("narrow", 400, 20)
"""For a text column on a desk, and for a phone."""

PRINT = Canvas("print", 640, 34, value=LETTER, most=12, room=740, printed=400)
LARGE_PRINT = Canvas("large-print", 372, 46, True, LETTER, most=12, room=430, printed=480)
"""For a printed page, with letters of 8.75 points; and for large print, with letters of 18."""

ON_PAPER = (PRINT, LARGE_PRINT)
"""The canvases of charts that pages of a paper may ask for; the others are on the screen only."""


def marker(look: Look) -> dict[str, Any]:
    """A bar's fill: solid, or a pattern in the colour on paper, with an outline."""
    line = {"color": look.colour, "width": 1.5}
    if not look.pattern:
        return {"color": look.colour, "line": line}
    pattern = {
        "shape": look.pattern,
        "fgcolor": look.colour,
        "bgcolor": PAPER,
        "size": 6,
        "solidity": 0.35,
    }
    return {"color": PAPER, "line": line, "pattern": pattern}


def axis(title: str | None = None, **more: Any) -> dict[str, Any]:
    """An axis in the common look, with a title where there is one."""
    named = {} if title is None else {"text": title}
    return {
        "gridcolor": LINE,
        "linecolor": SOFT,
        "zerolinecolor": SOFT,
        "automargin": True,
        "title": {"font": {"color": SOFT}, "standoff": 8, **named},
        "ticks": "",
        **more,
    }


def layout(canvas: Canvas, height: float, **more: Any) -> dict[str, Any]:
    """The common look at a height in px, as Plotly takes it; the title stays outside."""
    return {
        "width": canvas.width,
        "height": height,
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {
            "family": "'Source Sans 3 Variable', 'Source Sans 3', sans-serif",
            "size": LETTER,
            "color": INK,
        },
        "legend": {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "xanchor": "left"},
        "bargap": 0.35,
        **more,
    }
