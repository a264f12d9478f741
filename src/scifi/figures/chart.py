"""A chart as a value: its finding, its figure in two widths, its data and where they come from."""

import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from math import isnan, nan
from typing import Any

import pandas as pd

from scifi.language import N_, _, number
from scifi.model.base import Qualifier

PlotlyFigure = dict[str, Any]
"""`data` and `layout` as plain values, in the form that Plotly.js and Kaleido take."""


@dataclass(frozen=True)
class Chart:
    """
    One chart, ready to be drawn, listed and downloaded.

    `finding` is its title, a sentence; `describe` the text alternative; `basis` says how many
    entries it counts and how. `draw` makes the figure for a width in px. `table` has the
    columns people read, in their words; `data` the same with ids, for the CSV file.
    """

    id: str
    finding: str
    describe: str
    basis: str
    draw: Callable[[int], PlotlyFigure]
    table: pd.DataFrame
    data: pd.DataFrame

    @property
    def empty(self) -> bool:
        """True where there is nothing to draw."""
        return self.data.empty


def labelled(group: str, item: str) -> str:
    """What a row of a chart is called: the group it belongs to, then its own name."""
    return _("{group}: {item}", group=group, item=item)


QUALIFIED = {
    "": "{value}",
    Qualifier.ABOUT: N_("about {value}"),
    Qualifier.AT_LEAST: N_("at least {value}"),
    Qualifier.AT_MOST: N_("at most {value}"),
}


def amount(value: float, value_to: float = nan, qualifier: str = "") -> str:
    """A number as people read it: qualifier, digits grouped, range; or that it is not known."""
    if isnan(value):
        return _("not reported")
    read = number(value)
    if not isnan(value_to):
        read = _("{value} to {value_to}", value=read, value_to=number(value_to))
    return _(QUALIFIED[qualifier], value=read)


def wrap(text: str, width: int) -> str:
    """A label broken into lines of at most `width` characters, at most three lines."""
    lines = textwrap.wrap(text, width) or [""]
    if len(lines) > 3:
        lines = [*lines[:2], textwrap.shorten(" ".join(lines[2:]), width, placeholder=" …")]
    return "<br>".join(lines)


def distinct(labels: list[str]) -> list[str]:
    """Labels that Plotly keeps apart: a repeated one gets invisible characters at its end."""
    seen: Counter[str] = Counter()
    out = []
    for label in labels:
        out.append(label + "\u200b" * seen[label])
        seen[label] += 1
    return out
