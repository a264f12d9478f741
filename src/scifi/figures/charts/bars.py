"""Horizontal bars with their numbers beside them: the form most of our charts share."""

from dataclasses import dataclass

import plotly.graph_objects as go

from scifi.figures.charts.chart import distinct, wrap
from scifi.figures.charts.palette import NARROW, layout, marker


def rows_height(labels: list[str]) -> float:
    """Height of the rows, px: all rows are as high as the label with the most lines needs."""
    lines = max((label.count("<br>") + 1 for label in labels), default=1)
    return len(labels) * (10 + 18 * lines)


@dataclass(frozen=True)
class Series:
    """Bars of one kind: a name for the legend, a colour, a pattern, and a value per label."""

    name: str
    colour: str
    pattern: str
    values: list[float | None]
    texts: list[str]


def bars(
    labels: list[str], series: list[Series], axis: str, width: int, *, stacked: bool = False
) -> go.Figure:
    """Bars from top to bottom in the order of `labels`; `axis` names the unit."""
    narrow = width <= NARROW
    shown = distinct([wrap(label, 20 if narrow else 38) for label in labels])
    figure = go.Figure()
    for one in series:
        figure.add_bar(
            name=one.name,
            y=shown,
            x=one.values,
            text=one.texts,
            textposition="inside" if stacked else "outside",
            insidetextanchor="middle",
            textfont={"size": 13},
            cliponaxis=False,
            orientation="h",
            marker=marker(one.colour, one.pattern),
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    legend = 30 * (1 + (narrow and len(series) > 2)) if len(series) > 1 else 0
    layout(
        figure,
        width,
        rows_height(shown) + 70 + legend,
        # Bars of several series never share a row unless they are stacked.
        barmode="stack" if stacked else "overlay",
        showlegend=len(series) > 1,
    )
    top = max((v for s in series for v in s.values if v is not None), default=1)
    if stacked:
        top = max((sum(s.values[i] or 0 for s in series) for i in range(len(labels))), default=1)
    figure.update_yaxes(autorange="reversed", showgrid=False, ticklabelstandoff=6)
    low = min((v for s in series for v in s.values if v is not None), default=0)
    figure.update_xaxes(
        title_text=axis,
        range=[min(0, low * 1.18), max(0, top * (1.05 if stacked else 1.18))],
        nticks=5,
    )
    if top < 6:
        figure.update_xaxes(dtick=1)
    return figure
