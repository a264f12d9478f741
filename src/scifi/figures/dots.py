"""Dots on one axis, a row for each: the form of effects and costs, where every number counts."""

from typing import Any

import pandas as pd

from scifi.figures.chart import PlotlyFigure
from scifi.figures.palette import LOOK_BY_EVIDENCE, PAPER, Canvas, axis, layout
from scifi.figures.rows import Rows, drawn_rows, left_out, row_labels
from scifi.model.base import EvidenceKind

SHAPE_BY_EVIDENCE = {
    EvidenceKind.MEASURED: "circle",
    EvidenceKind.REPORTED: "diamond",
    EvidenceKind.ESTIMATED: "square",
    EvidenceKind.PLANNED: "triangle-up",
}
"""The shape of a dot by its kind of evidence, so that grey paper tells them apart."""

LEGEND = 110
"""Room for the axis and the legend, px."""


def rows_drawn(frame: pd.DataFrame, labels: list[str], canvas: Canvas) -> pd.DataFrame:
    """The rows that a canvas has room for, each with the `label` it stands at."""
    rows = Rows(row_labels(labels, canvas), canvas)
    drawn = drawn_rows(rows, LEGEND + 30)
    return frame.iloc[drawn].assign(label=[rows.labels[row] for row in drawn])


def dots(
    drawn: pd.DataFrame,
    traces: list[dict[str, Any]],
    title: str,
    ends: tuple[float, float],
    all_rows: int,
    canvas: Canvas,
) -> PlotlyFigure:
    """A row for each of the `drawn`, with these traces on one axis from end to end."""
    rows = Rows(drawn["label"].tolist(), canvas)
    figure: PlotlyFigure = {
        "data": traces,
        "layout": layout(
            canvas,
            rows.height + LEGEND + 26 * canvas.narrow * (len(traces) - 1),
            showlegend=len(traces) > 1,
            xaxis=axis(title, range=list(ends), nticks=6, zeroline=True, zerolinewidth=2),
            yaxis=rows.axis(categoryorder="array", categoryarray=rows.labels, showgrid=True),
            **rows.notes(),
        ),
    }
    return left_out(figure, len(drawn), all_rows, canvas)


def trace(
    rows: pd.DataFrame, column: str, kind: EvidenceKind, name: str, filled: bool = True
) -> dict[str, Any]:
    """One series of dots in the look of a kind of evidence, hollow or filled."""
    colour = LOOK_BY_EVIDENCE[kind].colour
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": rows[column].tolist(),
        "y": rows["label"].tolist(),
        "marker": {
            "symbol": SHAPE_BY_EVIDENCE[kind],
            "size": 12,
            "color": colour if filled else PAPER,
            "line": {"width": 2, "color": colour},
        },
        "hovertemplate": "%{y}: %{x}<extra></extra>",
    }
