"""A chart as a value: its finding, its figure on each canvas, its data and where they come from."""

import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from math import isnan, nan
from typing import Any

import pandas as pd

from scifi import labels
from scifi.figures.palette import Canvas
from scifi.language import _
from scifi.model.base import Qualifier

PlotlyFigure = dict[str, Any]
"""`data` and `layout` as plain values, in the form that Plotly.js and Kaleido take."""


@dataclass(frozen=True)
class Chart:
    """
    One chart, ready to be drawn, listed and downloaded.

    `finding` is its title, a sentence; `describe` the text alternative; `basis` says how many
    entries it counts and how. `draw` makes the figure for a canvas. `table` has the
    columns people read, in their words; `data` the same with ids, for the CSV file.
    """

    id: str
    finding: str
    describe: str
    basis: str
    draw: Callable[[Canvas], PlotlyFigure]
    table: pd.DataFrame
    data: pd.DataFrame
    printed: bool = False
    """Whether the paper of an entry shows it; charts with a name may always be printed."""
    single: bool = False
    """Whether there would be one bar, because the other numbers have other units."""

    @property
    def empty(self) -> bool:
        """True where there is nothing to draw."""
        return self.data.empty


def labelled(group: str, item: str) -> str:
    """What a row of a chart is called: the group it belongs to, then its own name."""
    return _("{group}: {item}", group=group, item=item)


def amount(value: float, value_to: float = nan, qualifier: str = "") -> str:
    """A number of a frame as people read it, in which what is missing is no number."""
    return labels.amount(
        None if isnan(value) else value,
        None if isnan(value_to) else value_to,
        Qualifier(qualifier) if qualifier else None,
    )


def wrap(text: str, width: int) -> str:
    """A label broken into lines of at most `width` characters, at most three lines."""
    lines = textwrap.wrap(text, width) or [""]
    if len(lines) > 3:
        lines = [*lines[:2], textwrap.shorten(" ".join(lines[2:]), width, placeholder=" …")]
    return "<br>".join(lines)


def distinct(labels: list[str]) -> list[str]:
    """Labels that Plotly keeps apart: a repeated one gets spaces at its end."""
    seen: Counter[str] = Counter()
    out = []
    for label in labels:
        out.append(label + " " * seen[label])
        seen[label] += 1
    return out
