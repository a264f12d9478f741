"""One chart for each indicator: its results in their commonest unit, by kind of evidence."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.bars import Series, bars, series_by
from scifi.figures.chart import Chart, PlotlyFigure, amount, labelled
from scifi.figures.palette import LOOK_BY_EVIDENCE, SOFT, Canvas
from scifi.figures.rows import row_labels
from scifi.labels import label
from scifi.language import _, ngettext, number
from scifi.model.base import EvidenceKind


def charts_by_indicator(corpus: Corpus) -> Iterator[Chart]:
    """The charts of all indicators that have a number, in the order of their ids."""
    for id_, numbers in metrics.numbers(corpus).groupby("indicator"):
        yield _chart(str(id_), numbers)


def chart_of(corpus: Corpus, id_: str) -> Chart | None:
    """The chart of one indicator; None if it has no number."""
    numbers = metrics.numbers(corpus)
    numbers = numbers[numbers["indicator"] == id_]
    return _chart(id_, numbers) if len(numbers) else None


def _chart(id_: str, numbers: pd.DataFrame) -> Chart:
    shown = metrics.in_commonest_unit(numbers)
    unit = shown["unit"].iloc[0]
    labels = list(map(labelled, shown["city"], shown["what"]))
    texts = _values(shown)
    looks = {kind: (label(kind), look) for kind, look in LOOK_BY_EVIDENCE.items()}
    series = series_by(looks, shown["kind"], shown["value"].tolist(), texts)
    return Chart(
        id=f"indicator-{id_}",
        finding=_finding(labels, texts, unit),
        describe=ngettext(
            "Bar chart of {n} result in {unit}; a vertical line marks the baseline where one is "
            "known.",
            "Bar chart of {n} results in {unit}; a vertical line marks the baseline where one is "
            "known.",
            len(shown),
            unit=unit,
        ),
        basis=_basis(len(shown), unit, len(numbers) - len(shown)),
        draw=partial(_draw, labels, series, unit, shown),
        single=len(shown) < 2,
        table=pd.DataFrame(
            {
                _("City"): numbers["city"],
                _("What"): numbers["what"],
                _("Value"): _values(numbers),
                _("Unit"): numbers["unit"],
                _("Baseline"): [amount(baseline) for baseline in numbers["baseline"]],
                _("Kind"): [label(EvidenceKind(kind)) for kind in numbers["kind"]],
            }
        ),
        data=numbers,
    )


def _finding(labels: list[str], texts: list[str], unit: str) -> str:
    values = {"what": labels[0], "value": texts[0], "unit": unit}
    if len(labels) == 1:
        return _("{what}, {value} {unit}", **values)
    return _("Largest published number: {what}, {value} {unit}", **values)


def _basis(shown: int, unit: str, others: int) -> str:
    results = ngettext("{n} result", "{n} results", shown)
    if not others:
        return results
    return ngettext(
        "{results} in {unit}; {n} in another unit stands in the table",
        "{results} in {unit}; {n} in other units stand in the table",
        others,
        results=results,
        unit=unit,
    )


def _values(numbers: pd.DataFrame) -> list[str]:
    return list(map(amount, numbers["value"], numbers["value_to"], numbers["qualifier"]))


def _draw(
    labels: list[str], series: list[Series], unit: str, shown: pd.DataFrame, canvas: Canvas
) -> PlotlyFigure:
    figure = bars(labels, series, unit, canvas)
    rows = shown.assign(label=row_labels(labels, canvas))
    rows = rows[(rows["baseline"] > 0) & rows["label"].isin(figure["data"][0]["y"])]
    if len(rows):
        figure["data"].append(_baselines(rows))
        layout = figure["layout"]
        layout["showlegend"] = True
        layout["xaxis"]["range"][1] = 1.18 * max(shown["baseline"].max(), shown["value"].max())
    return figure


def _baselines(rows: pd.DataFrame) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _("baseline"),
        "x": rows["baseline"].tolist(),
        "y": rows["label"].tolist(),
        "marker": {
            "symbol": "line-ns-open",
            "size": 20,
            "color": SOFT,
            "line": {"width": 3, "color": SOFT},
        },
        "customdata": [_("baseline {value}", value=number(value)) for value in rows["baseline"]],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
