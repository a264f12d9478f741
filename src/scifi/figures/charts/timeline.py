"""Both accelerator cycles and their pilots in time."""

from functools import partial
from typing import Any

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.chart import Chart, PlotlyFigure
from scifi.figures.palette import FIRST, FOURTH, SECOND, Canvas, Look, axis, layout, marker
from scifi.figures.rows import Rows, drawn_rows, left_out, row_labels
from scifi.language import _, ngettext, number, partial_date

MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000


def chart(corpus: Corpus) -> Chart:
    """A bar for each phase and for each pilot with a start."""
    periods = metrics.periods(corpus, "scifi")
    pilots = metrics.rows_with(periods, group="pilot")
    return Chart(
        id="timeline",
        finding=ngettext(
            "{found} of {n} dated pilot has no published end",
            "{found} of {n} dated pilots have no published end",
            pilots,
            found=number(metrics.rows_with(periods, group="pilot", end="")),
        ),
        describe=_(
            "Timeline with one bar for each phase of the programme and each dated pilot. A bar "
            "for a year or month covers all of it."
        ),
        basis=ngettext("{n} pilot with a start date", "{n} pilots with a start date", pilots),
        draw=partial(_draw, metrics.with_days(periods)),
        table=pd.DataFrame(
            {
                _("What"): periods["what"],
                _("From"): [partial_date(start) for start in periods["start"]],
                _("To"): [
                    partial_date(end) if end else _("not reported") for end in periods["end"]
                ],
            }
        ),
        data=periods,
    )


def _draw(periods: pd.DataFrame, canvas: Canvas) -> PlotlyFigure:
    rows = periods.assign(label=row_labels(periods["what"].tolist(), canvas))
    rows = rows.iloc[drawn_rows(Rows(rows["label"].tolist(), canvas), 110)]
    shown = Rows(rows["label"].tolist(), canvas)
    phases, pilots = rows[rows["group"] == "phase"], rows[rows["group"] == "pilot"]
    groups = [
        (_("phase of the programme"), Look(FIRST, ""), phases),
        (_("pilot"), Look(SECOND, "/"), pilots[pilots["end"] != ""]),
        (_("pilot, end unknown"), Look(FOURTH, "x"), pilots[pilots["end"] == ""]),
    ]
    figure = {
        "data": [
            _trace(name, look, rows, shown.bar_width) for name, look, rows in groups if len(rows)
        ],
        "layout": layout(
            canvas,
            shown.height + 80 + 30 * canvas.narrow,
            barmode="overlay",
            xaxis=axis(type="date", nticks=4 if canvas.narrow else 7),
            yaxis=shown.axis(categoryorder="array", categoryarray=shown.labels, showgrid=False),
            **shown.notes(),
        ),
    }
    return left_out(figure, len(rows), len(periods), canvas)


def _trace(name: str, look: Look, rows: pd.DataFrame, width: dict[str, float]) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": name,
        "y": rows["label"].tolist(),
        "base": rows["first"].tolist(),
        "x": (rows["days"] * MILLISECONDS_PER_DAY).tolist(),
        "orientation": "h",
        "marker": marker(look),
        **width,
        "customdata": [_("from {day}", day=partial_date(start)) for start in rows["start"]],
        "hovertemplate": "%{y}: %{customdata}<extra></extra>",
    }
