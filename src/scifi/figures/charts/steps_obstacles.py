"""Where cities get stuck: obstacles against steps."""

from functools import partial
from typing import Any

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.chart import Chart, PlotlyFigure, wrap
from scifi.figures.palette import CLEAR, INK, SECOND, Canvas, axis, layout
from scifi.figures.rows import Rows, drawn_rows, left_out
from scifi.language import _, ngettext, number

CIRCLE = 38
"""Height of the largest circle below its label, px."""


def chart(corpus: Corpus) -> Chart:
    """A circle for each obstacle in a step, larger and thicker the more often it was met."""
    met = metrics.obstacles_met(corpus)
    obstacles = list(metrics.totals(met, "obstacle_title", "casestudies"))
    return Chart(
        id="steps-obstacles",
        finding=_finding(met, obstacles),
        describe=_(
            "Matrix of the seven steps against obstacles; the number in each circle counts the "
            "case studies that met the obstacle in that step. The thicker the ring, the more."
        ),
        basis=ngettext(
            "{n} case study that names at least one obstacle",
            "{n} case studies that name at least one obstacle",
            metrics.casestudies_stuck(corpus),
        ),
        draw=partial(_draw, met, obstacles, [step.title for step in corpus.steps]),
        table=pd.DataFrame(
            {
                _("Step"): met["step_title"],
                _("Obstacle"): met["obstacle_title"],
                _("Case studies"): met["casestudies"],
            }
        ),
        data=met,
    )


def _finding(met: pd.DataFrame, obstacles: list[str]) -> str:
    if met.empty:
        return _("No case study reports an obstacle yet")
    return _(
        'Cities get stuck most often in "{step}", and most often by {obstacle}',
        step=next(iter(metrics.totals(met, "step_title", "casestudies"))),
        obstacle=obstacles[0].lower(),
    )


def _draw(
    met: pd.DataFrame, obstacles: list[str], steps: list[str], canvas: Canvas
) -> PlotlyFigure:
    beside = 16 if canvas.narrow else canvas.width // 22
    letters = canvas.letters if canvas.above else beside
    rows = Rows([wrap(obstacle, letters) for obstacle in obstacles], canvas, CIRCLE)
    rows = rows._replace(labels=[rows.labels[row] for row in drawn_rows(rows, 90)])
    lines = sum(max(label.count("<br>") + 1, 2) for label in rows.labels)
    places = list(range(1, len(steps) + 1))
    figure = {
        "data": [_circles(met, dict(zip(obstacles, rows.labels, strict=False)), steps, canvas)],
        "layout": layout(
            canvas,
            rows.height + 90 if canvas.above else lines * 20 + 150,
            showlegend=False,
            xaxis=axis(
                _("step of the survival guide (1 to 7)") if canvas.narrow else "",
                tickvals=places,
                ticktext=[str(place) for place in places]
                if canvas.narrow
                else [wrap(step, 9 if canvas.printed else 10) for step in steps],
                range=[0.5, len(steps) + 0.5],
                side="top",
                **({"tickangle": 0} if canvas.printed else {}),
            ),
            yaxis=rows.axis(categoryorder="array", categoryarray=rows.labels),
            **rows.notes(),
        ),
    }
    return left_out(figure, len(rows.labels), len(obstacles), canvas)


def _circles(
    met: pd.DataFrame, labels: dict[str, str], steps: list[str], canvas: Canvas
) -> dict[str, Any]:
    met = met[met["obstacle_title"].isin(list(labels))]
    counts = met["casestudies"].tolist()
    sizes = [min(count, 5) for count in counts]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [steps.index(step) + 1 for step in met["step_title"]],
        "y": [labels[obstacle] for obstacle in met["obstacle_title"]],
        "text": [number(count) for count in counts],
        "textfont": {"size": canvas.value, "color": INK},
        "textposition": "middle center",
        "cliponaxis": False,
        "marker": {
            "size": [16 + 3 * size if canvas.above else 20 + 5 * size for size in sizes],
            "color": CLEAR,
            "line": {"color": SECOND, "width": [1.5 + min(count, 6) for count in counts]},
        },
        "customdata": [ngettext("{n} case study", "{n} case studies", count) for count in counts],
        "hovertemplate": "%{y}: %{customdata}<extra></extra>",
    }
