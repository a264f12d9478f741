"""
One chart for each solution: the effects others published.

Every result is a dot of its own: filled where it was compared with a control group, hollow
otherwise, in the shape of its kind of evidence, with its interval as a line and what had been
promised as a cross. No mean is drawn.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.chart import Chart, PlotlyFigure, amount, labelled
from scifi.figures.dots import dots, rows_drawn, trace
from scifi.figures.palette import INK, SOFT, Canvas
from scifi.labels import label
from scifi.language import _, ngettext, number
from scifi.model import Solution
from scifi.model.base import Comparison, Direction, EvidenceKind, MeasuredBy


def charts_by_solution(corpus: Corpus) -> Iterator[Chart]:
    """The charts of all solutions with a published effect."""
    for solution in corpus.solutions:
        if made := chart_of(corpus, solution.id):
            yield made


def chart_of(corpus: Corpus, id_: str) -> Chart | None:
    """The chart of one solution; None if it has no published effect."""
    solution = corpus.get("solution", id_)
    assert isinstance(solution, Solution)
    effects = metrics.effects_of(corpus, solution)
    return _chart(solution, effects) if len(effects) else None


def _chart(solution: Solution, effects: pd.DataFrame) -> Chart:
    shown = metrics.alike(effects, "unit")
    unit = shown["unit"].iloc[0]
    return Chart(
        id=f"solution-{solution.id}",
        finding=_finding(shown, unit),
        describe=ngettext(
            "One dot for {n} published result, in {unit} for the better; a line is its interval "
            "of confidence, a cross what had been promised. Filled: compared with a control group.",
            "One dot for each of {n} published results, in {unit} for the better; a line is its "
            "interval of confidence, a cross what had been promised. Filled: compared with a "
            "control group.",
            len(shown),
            unit=unit,
        ),
        basis=_basis(len(shown), len(effects) - len(shown)),
        draw=partial(_draw, shown, _axis_title(unit)),
        table=_table(effects),
        data=effects,
        printed=True,
    )


def _finding(shown: pd.DataFrame, unit: str) -> str:
    better = metrics.rows_with(shown, direction=Direction.BETTER.value)
    return ngettext(
        "{better} of {n} published result points to better; from {low} to {high} {unit}",
        "{better} of {n} published results point to better; from {low} to {high} {unit}",
        len(shown),
        better=number(better),
        low=number(round(float(shown["change"].min()), 1)),
        high=number(round(float(shown["change"].max()), 1)),
        unit=unit,
    )


def _basis(shown: int, others: int) -> str:
    results = ngettext("{n} result", "{n} results", shown)
    if not others:
        return results
    return ngettext(
        "{results}; {n} in another unit stands in the table",
        "{results}; {n} in other units stand in the table",
        others,
        results=results,
    )


def _axis_title(unit: str) -> str:
    return _("change for the better, {unit}", unit=unit)


def _table(effects: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Place"): effects["city"],
            _("What"): effects["what"],
            _("Change for the better"): [_change(row) for row in effects.itertuples()],
            _("Promised"): [amount(round(p, 1)) if p == p else "" for p in effects["promised"]],
            _("Proof"): [_proof(row) for row in effects.itertuples()],
            _("Period"): effects["period"],
        }
    )


def _change(row: Any) -> str:
    """A change with its unit and interval, and its direction unless that is better."""
    text = f"{amount(round(row.change, 1), round(row.to, 1))} {row.unit}"
    if row.low == row.low:
        ends = {"low": amount(round(row.low, 1)), "high": amount(round(row.high, 1))}
        text = _("{change} (interval {low} to {high})", change=text, **ends)
    if row.direction in ("", Direction.BETTER):
        return text
    return _("{change}; {direction}", change=text, direction=label(Direction(row.direction)))


def _proof(row: Any) -> str:
    return _(
        "{kind} by {who}, {comparison}",
        kind=label(EvidenceKind(row.kind)),
        who=label(MeasuredBy(row.measured_by)),
        comparison=label(Comparison(row.comparison)),
    )


def _draw(shown: pd.DataFrame, title: str, canvas: Canvas) -> PlotlyFigure:
    labels = list(map(labelled, shown["city"], shown["what"]))
    drawn = rows_drawn(shown, labels, canvas)
    controlled = drawn["comparison"] == Comparison.CONTROL_GROUP
    series = [
        (kind, filled, drawn[(drawn["kind"] == kind) & (controlled == filled)])
        for kind in EvidenceKind
        for filled in (True, False)
    ]
    traces = [_results(rows, kind, filled) for kind, filled, rows in series if len(rows)]
    promised = drawn[drawn["promised"].notna()]
    if len(promised):
        traces.append(_promises(promised))
    return dots(drawn, traces, title, _ends(drawn), len(shown), canvas)


def _ends(dots: pd.DataFrame) -> tuple[float, float]:
    """The ends of the axis: all dots, intervals and promises, and the line of no change."""
    columns = dots[["change", "to", "low", "high", "promised"]]
    low, high = min(0.0, columns.min().min()), max(0.0, columns.max().max())
    room = 0.06 * (high - low or 1)
    return low - room, high + room


def _results(rows: pd.DataFrame, kind: EvidenceKind, filled: bool) -> dict[str, Any]:
    """Dots with a line from the lowest to the highest end of their interval or range."""
    of = label(kind)
    name = (
        _("{kind}, with a control group", kind=of) if filled else _("{kind}, without one", kind=of)
    )
    upper = rows[["high", "to", "change"]].max(axis=1)
    lower = rows[["low", "to", "change"]].min(axis=1)
    interval = {
        "type": "data",
        "symmetric": False,
        "array": (upper - rows["change"]).tolist(),
        "arrayminus": (rows["change"] - lower).tolist(),
        "color": SOFT,
        "thickness": 1.5,
        "width": 4,
    }
    return {**trace(rows, "change", kind, name, filled), "error_x": interval}


def _promises(dots: pd.DataFrame) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _("promised"),
        "x": dots["promised"].tolist(),
        "y": dots["label"].tolist(),
        "marker": {"symbol": "x-thin-open", "size": 11, "color": INK, "line": {"width": 2.5}},
        "hovertemplate": "%{y}: %{x}<extra></extra>",
    }
