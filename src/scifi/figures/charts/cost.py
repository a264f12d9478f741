"""One chart for each solution: what one of it cost others, where a source says how many."""

from collections.abc import Iterator
from functools import partial

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.chart import Chart, PlotlyFigure, amount, labelled
from scifi.figures.dots import dots, rows_drawn, trace
from scifi.figures.palette import Canvas
from scifi.labels import label
from scifi.language import _, ngettext, number
from scifi.model import Solution
from scifi.model.base import EvidenceKind


def charts_by_cost(corpus: Corpus) -> Iterator[Chart]:
    """The charts of all solutions of which the cost of one is known."""
    for solution in corpus.solutions:
        if made := chart_of(corpus, solution.id):
            yield made


def chart_of(corpus: Corpus, id_: str) -> Chart | None:
    """The chart of one solution; None if the cost of one is not known."""
    solution = corpus.get("solution", id_)
    assert isinstance(solution, Solution)
    costs = metrics.costs_of(corpus, solution)
    return _chart(solution, costs) if len(costs) else None


def _chart(solution: Solution, costs: pd.DataFrame) -> Chart:
    shown = metrics.alike(costs, "unit", "currency")
    currency, of = shown["currency"].iloc[0], shown["unit"].iloc[0]
    title = _("{currency} for one {unit}", currency=currency, unit=of)
    return Chart(
        id=f"cost-{solution.id}",
        finding=_finding(shown, title),
        describe=ngettext(
            "One dot for {n} published sum, divided by what it paid for.",
            "One dot for each of {n} published sums, divided by what it paid for.",
            len(shown),
        ),
        basis=ngettext("{n} sum", "{n} sums", len(shown)),
        draw=partial(_draw, shown, title),
        table=pd.DataFrame(
            {
                _("Place"): costs["city"],
                _("What the sum paid for"): costs["what"],
                _("Sum"): [
                    f"{amount(sum_)} {currency}"
                    for sum_, currency in zip(costs["amount"], costs["currency"], strict=True)
                ],
                _("Divided by"): [
                    f"{amount(count)} × {unit}"
                    for count, unit in zip(costs["things"], costs["unit"], strict=True)
                ],
                _("For one"): [
                    f"{amount(_rounded(one))} {currency}"
                    for one, currency in zip(costs["of_one"], costs["currency"], strict=True)
                ],
                _("Kind"): [label(EvidenceKind(kind)) for kind in costs["kind"]],
            }
        ),
        data=costs,
        printed=True,
    )


def _rounded(value: float) -> float:
    """A quotient to three digits, which is more than its sum is known to."""
    return float(f"{value:.3g}")


def _finding(shown: pd.DataFrame, title: str) -> str:
    low, high = (_rounded(float(end)) for end in (shown["of_one"].min(), shown["of_one"].max()))
    if low == high:
        return _("{value} {unit}", value=number(low), unit=title)
    return _("From {low} to {high} {unit}", low=number(low), high=number(high), unit=title)


def _draw(shown: pd.DataFrame, title: str, canvas: Canvas) -> PlotlyFigure:
    drawn = rows_drawn(shown, list(map(labelled, shown["city"], shown["what"])), canvas)
    kinds = [kind for kind in EvidenceKind if (drawn["kind"] == kind).any()]
    traces = [trace(drawn[drawn["kind"] == kind], "of_one", kind, label(kind)) for kind in kinds]
    ends = (0.0, 1.15 * float(drawn["of_one"].max()))
    return dots(drawn, traces, title, ends, len(shown), canvas)
