"""
Colours, patterns and type of all charts.

Colours are stand-ins: the drawn SVG gets CSS variables in their place, the interactive chart
their values at that moment, so one drawing serves light, dark and print. Meaning never rests
on colour alone: each kind has a pattern or a symbol and a word of its own.
"""

from typing import Any

import plotly.graph_objects as go

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

PATTERN_BY_KIND = {"measured": "", "reported": "/", "estimated": ".", "planned": "x"}
"""Fill of a bar by the kind of its number; measured is solid."""

COLOUR_BY_KIND = {"measured": FIRST, "reported": SECOND, "estimated": THIRD, "planned": FOURTH}

WIDE, NARROW = 760, 400
"""Drawn widths, px: for a text column on a desk, and for a phone."""


def marker(colour: str, pattern: str = "") -> dict[str, Any]:
    """A bar's fill: solid, or a pattern in the colour on paper, with an outline."""
    if not pattern:
        return {"color": colour, "line": {"color": colour, "width": 1.5}}
    return {
        "color": PAPER,
        "line": {"color": colour, "width": 1.5},
        "pattern": {
            "shape": pattern,
            "fgcolor": colour,
            "bgcolor": PAPER,
            "size": 6,
            "solidity": 0.35,
        },
    }


def layout(figure: go.Figure, width: int, height: float, **more: Any) -> go.Figure:
    """Give a figure the common look at a width and height in px; the title stays outside."""
    axis = {
        "gridcolor": LINE,
        "linecolor": SOFT,
        "zerolinecolor": SOFT,
        "automargin": True,
        "title": {"font": {"color": SOFT}, "standoff": 8},
        "ticks": "",
    }
    figure.update_layout(
        template="none",
        width=width,
        height=height,
        margin={"l": 8, "r": 16, "t": 8, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={
            "family": "'Source Sans 3 Variable', 'Source Sans 3', sans-serif",
            "size": 14,
            "color": INK,
        },
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "xanchor": "left"},
        bargap=0.35,
    )
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    figure.update_layout(**more)
    return figure
