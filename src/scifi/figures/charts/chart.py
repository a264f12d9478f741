"""A chart as a value: its finding, its figure in two widths, its data and where they come from."""

import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go


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
    draw: Callable[[int], go.Figure]
    table: pd.DataFrame
    data: pd.DataFrame

    @property
    def empty(self) -> bool:
        """True where there is nothing to draw."""
        return self.data.empty


def wrap(text: str, width: int) -> str:
    """A label broken into lines of at most `width` characters, at most three lines."""
    lines = textwrap.wrap(text, width) or [""]
    if len(lines) > 3:
        lines = [*lines[:2], textwrap.shorten(" ".join(lines[2:]), width, placeholder=" …")]
    return "<br>".join(lines)


def distinct(labels: list[str]) -> list[str]:
    """Labels that plotly keeps apart: a repeated one gets invisible characters at its end."""
    seen: Counter[str] = Counter()
    out = []
    for label in labels:
        out.append(label + "\u200b" * seen[label])
        seen[label] += 1
    return out


def and_list(words: list[str]) -> str:
    """ "a", "a and b" or "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 city", "2 cities": the count with the right form."""
    return f"{count} {one if count == 1 else many or one + 's'}"
