"""Horizontal bars with their numbers beside them: the form most of our charts share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scifi.figures.chart import PlotlyFigure
from scifi.figures.palette import Canvas, Look, axis, layout, marker
from scifi.figures.rows import Rows, drawn_rows, left_out, row_labels


@dataclass(frozen=True)
class Series:
    """Bars of one kind: a name for the legend, a look, and for each label a value and its text."""

    name: str
    look: Look
    values: Sequence[float | None]
    texts: Sequence[str]

    def only(self, rows: list[int]) -> "Series":
        """The same bars in these rows alone."""
        values = [self.values[row] for row in rows]
        return replace(self, values=values, texts=[self.texts[row] for row in rows])


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
    labels: list[str],
    series: list[Series],
    unit: str,
    canvas: Canvas,
    *,
    stacked: bool = False,
    rank: Sequence[float] = (),
) -> PlotlyFigure:
    """
    Bars from top to bottom in the order of `labels`; `unit` stands below the axis.

    A canvas without room for all has those of the highest `rank`; without one the first.
    """
    rows = Rows(row_labels(labels, canvas), canvas)
    # Numbers stand beside the bars: where room is scarce, the axis does without its own.
    bare = canvas.above and not stacked
    rest = 50 if bare else 70
    drawn = drawn_rows(rows, rest + _legend(series, canvas), rank)
    if len(drawn) < len(labels):
        rows = Rows([rows.labels[row] for row in drawn], canvas)
        parts = [entry.only(drawn) for entry in series]
        series = [part for part in parts if any(value is not None for value in part.values)]
    low, top = _ends(rows.labels, series, stacked)
    figure: PlotlyFigure = {
        "data": [_trace(entry, rows, stacked) for entry in series],
        "layout": layout(
            canvas,
            rows.height + rest + _legend(series, canvas),
            # Bars of several series never share a row unless they are stacked.
            barmode="stack" if stacked else "overlay",
            showlegend=len(series) > 1,
            xaxis=axis(
                unit,
                range=[low * 1.18, top * (1.05 if stacked else 1.18)],
                nticks=5,
                **({"dtick": 1} if top - low < 6 else {}),
                **({"showticklabels": False, "showgrid": False} if bare else {}),
            ),
            yaxis=rows.axis(showgrid=False, ticklabelstandoff=6),
            **rows.notes(),
            **_margin(series, canvas),
        ),
    }
    if stacked:
        # Left to right as in the bars; Plotly would turn it round.
        figure["layout"]["legend"]["traceorder"] = "normal"
    return left_out(figure, len(drawn), len(labels), canvas)


def _legend(series: list[Series], canvas: Canvas) -> int:
    """Height of the legend, px."""
    lines = 1 + (canvas.narrow and len(series) > 2)
    return 30 * lines if len(series) > 1 else 0


def _margin(series: list[Series], canvas: Canvas) -> dict[str, Any]:
    """Room for a long number beside the longest bar; a page on paper has none to scroll to."""
    longest = max((len(text) for entry in series for text in entry.texts), default=0)
    margin = {"l": 8, "r": max(16, 7 * longest - 40), "t": 8, "b": 8}
    return {"margin": margin} if canvas.printed else {}


def _ends(labels: list[str], series: list[Series], stacked: bool) -> tuple[float, float]:
    """The lowest and the highest end of the axis, which has zero on it."""
    values = [value for entry in series for value in entry.values if value is not None]
    highest = values
    if stacked:
        highest = [sum(entry.values[row] or 0 for entry in series) for row in range(len(labels))]
    return min([0, *values]), max([0, *highest])


def _trace(entry: Series, rows: Rows, stacked: bool) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": entry.name,
        "y": rows.labels,
        "x": list(entry.values),
        "text": list(entry.texts),
        "textposition": "inside" if stacked else "outside",
        "insidetextanchor": "middle",
        "textfont": {"size": rows.canvas.value},
        "cliponaxis": False,
        "orientation": "h",
        "marker": marker(entry.look),
        **rows.bar_width,
        # A number would be made smaller to match a thin bar.
        **({"constraintext": "none"} if rows.canvas.printed else {}),
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }
