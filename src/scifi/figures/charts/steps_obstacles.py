"""Where cities get stuck: obstacles against steps."""

from functools import partial
from typing import Any

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.chart import Chart, PlotlyFigure, wrap
from scifi.figures.palette import CLEAR, INK, NARROW, SECOND, axis, layout
from scifi.language import _, ngettext, number


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


def _draw(met: pd.DataFrame, obstacles: list[str], steps: list[str], width: int) -> PlotlyFigure:
    narrow = width <= NARROW
    labels = {obstacle: wrap(obstacle, 16 if narrow else 34) for obstacle in obstacles}
    rows = sum(max(label.count("<br>") + 1, 2) for label in labels.values())
    places = list(range(1, len(steps) + 1))
    return {
        "data": [_circles(met, labels, steps)],
        "layout": layout(
            width,
            rows * 20 + 150,
            showlegend=False,
            xaxis=axis(
                _("step of the survival guide (1 to 7)") if narrow else "",
                tickvals=places,
                ticktext=[str(place) for place in places]
                if narrow
                else [wrap(step, 10) for step in steps],
                range=[0.5, len(steps) + 0.5],
                side="top",
            ),
            yaxis=axis(
                categoryorder="array", categoryarray=list(labels.values()), autorange="reversed"
            ),
        ),
    }


def _circles(met: pd.DataFrame, labels: dict[str, str], steps: list[str]) -> dict[str, Any]:
    counts = met["casestudies"].tolist()
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [steps.index(step) + 1 for step in met["step_title"]],
        "y": [labels[obstacle] for obstacle in met["obstacle_title"]],
        "text": [number(count) for count in counts],
        "textfont": {"size": 13, "color": INK},
        "textposition": "middle center",
        "cliponaxis": False,
        "marker": {
            "size": [20 + 5 * min(count, 5) for count in counts],
            "color": CLEAR,
            "line": {"color": SECOND, "width": [1.5 + min(count, 6) for count in counts]},
        },
        "customdata": [ngettext("{n} case study", "{n} case studies", count) for count in counts],
        "hovertemplate": "%{y}: %{customdata}<extra></extra>",
    }
