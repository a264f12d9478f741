"""Horizontal bars with their numbers beside them: the form most of our charts share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scifi.figures.chart import PlotlyFigure, distinct, wrap
from scifi.figures.palette import NARROW, Look, axis, layout, marker


def rows_height(labels: list[str]) -> float:
    """Height of the rows, px: all rows are as high as the label with the most lines needs."""
    lines = max((label.count("<br>") + 1 for label in labels), default=1)
    return len(labels) * (10 + 18 * lines)


@dataclass(frozen=True)
class Series:
    """Bars of one kind: a name for the legend, a look, and for each label a value and its text."""

    name: str
    look: Look
    values: Sequence[float | None]
    texts: Sequence[str]


def series_by(
    looks: Mapping[Any, tuple[str, Look]],
    groups: Iterable[Any],
    values: Iterable[float | None],
    texts: Iterable[str],
) -> list[Series]:
    """One series for each group that occurs, in the order of `looks`: its name and its look."""
    rows = list(zip(groups, values, texts, strict=True))
    return [
        Series(
            name,
            look,
            [value if of == group else None for of, value, _text in rows],
            [text if of == group else "" for of, _value, text in rows],
        )
        for group, (name, look) in looks.items()
        if group in [of for of, _value, _text in rows]
    ]


def bars(
    labels: list[str], series: list[Series], unit: str, width: int, *, stacked: bool = False
) -> PlotlyFigure:
    """Bars from top to bottom in the order of `labels`; `unit` stands below the axis."""
    narrow = width <= NARROW
    shown = distinct([wrap(label, 20 if narrow else 38) for label in labels])
    legend = 30 * (1 + (narrow and len(series) > 2)) if len(series) > 1 else 0
    low, top = _ends(labels, series, stacked)
    return {
        "data": [_trace(entry, shown, stacked) for entry in series],
        "layout": layout(
            width,
            rows_height(shown) + 70 + legend,
            # Bars of several series never share a row unless they are stacked.
            barmode="stack" if stacked else "overlay",
            showlegend=len(series) > 1,
            xaxis=axis(
                unit,
                range=[min(0, low * 1.18), max(0, top * (1.05 if stacked else 1.18))],
                nticks=5,
                **({"dtick": 1} if top < 6 else {}),
            ),
            yaxis=axis(autorange="reversed", showgrid=False, ticklabelstandoff=6),
        ),
    }


def _ends(labels: list[str], series: list[Series], stacked: bool) -> tuple[float, float]:
    """The lowest and the highest end of a bar."""
    values = [value for entry in series for value in entry.values if value is not None]
    highest = values
    if stacked:
        highest = [sum(entry.values[row] or 0 for entry in series) for row in range(len(labels))]
    return min(values, default=0), max(highest, default=1)


def _trace(entry: Series, labels: list[str], stacked: bool) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": entry.name,
        "y": labels,
        "x": list(entry.values),
        "text": list(entry.texts),
        "textposition": "inside" if stacked else "outside",
        "insidetextanchor": "middle",
        "textfont": {"size": 13},
        "cliponaxis": False,
        "orientation": "h",
        "marker": marker(entry.look),
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }
