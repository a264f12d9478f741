"""The rows of a chart: which of them a canvas has room for, and where their labels stand."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from scifi.figures.chart import PlotlyFigure, distinct, wrap
from scifi.figures.palette import LETTER, PAPER, SOFT, Canvas, axis
from scifi.language import ngettext, number

LINE, GAP, BAR = 18, 10, 22
"""Height of a line of a label, of the space between rows, and of a bar below its label, px."""


class Rows(NamedTuple):
    """Labels from top to bottom, broken into lines; `bar` is the height below one, px."""

    labels: list[str]
    canvas: Canvas
    bar: int = BAR

    @property
    def label_height(self) -> int:
        """Height of the label with the most lines, px."""
        return LINE * max((label.count("<br>") + 1 for label in self.labels), default=1)

    @property
    def row_height(self) -> int:
        """Height of each row, px."""
        return self.label_height + (self.bar if self.canvas.above else GAP)

    @property
    def height(self) -> int:
        """Height of all rows, px."""
        return len(self.labels) * self.row_height

    @property
    def bar_width(self) -> dict[str, float]:
        """How much of its row a bar takes, where its label has the rest."""
        return {"width": (self.bar - 8) / self.row_height} if self.canvas.above else {}

    def axis(self, **more: Any) -> dict[str, Any]:
        """The axis that labels stand at; those above their bars are notes of their own."""
        if not self.canvas.above:
            return axis(autorange="reversed", **more)
        over = (self.label_height + self.bar / 2) / self.row_height
        return axis(range=[len(self.labels) - over, -over], showticklabels=False, **more)

    def notes(self) -> dict[str, Any]:
        """The labels that stand above their bars, for the layout."""
        place = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
        look = {"showarrow": False, "bgcolor": PAPER, "borderpad": 0}
        over = {"yshift": self.bar / 2}
        notes = [{"text": label, "y": label, **place, **over, **look} for label in self.labels]
        return {"annotations": notes} if self.canvas.above else {}


def row_labels(labels: Sequence[str], canvas: Canvas) -> list[str]:
    """Labels broken into lines that the canvas has room for; no two are the same."""
    return distinct([wrap(label, canvas.letters) for label in labels])


def drawn_rows(rows: Rows, rest: int, rank: Sequence[float] = ()) -> list[int]:
    """
    The rows that their canvas has room for beside the `rest`, px, in the order of the chart.

    They are those of the highest `rank`; without one the first.
    """
    found = list(range(len(rows.labels)))
    if rank:
        found.sort(key=lambda row: -rank[row])
    found = found[: rows.canvas.most]
    room = rows.canvas.room - rest - 2 * LINE
    while rows._replace(labels=[rows.labels[row] for row in found]).height > room:
        found.pop()
    return sorted(found)


def left_out(figure: PlotlyFigure, drawn: int, rows: int, canvas: Canvas) -> PlotlyFigure:
    """The figure, which says at its foot how many of its rows only the table has."""
    if drawn == rows:
        return figure
    words = ngettext(
        "{drawn} of {rows} are drawn, and {n} more is in the table.",
        "{drawn} of {rows} are drawn, and {n} more are in the table.",
        rows - drawn,
        drawn=number(drawn),
        rows=number(rows),
    )
    broken = wrap(words, canvas.width // 7)
    layout = figure["layout"]
    layout["height"] += LINE * (broken.count("<br>") + 2)
    layout["meta"] = {"left_out": words}
    layout["title"] = {
        "text": broken,
        "font": {"size": LETTER, "color": SOFT},
        "automargin": True,
        **{"x": 0, "xref": "container", "xanchor": "left"},
        **{"y": 0, "yref": "container", "yanchor": "bottom"},
        "pad": {"l": 2, "b": 4, "t": 8},
    }
    return figure
