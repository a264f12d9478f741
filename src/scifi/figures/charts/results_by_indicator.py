"""How many results each indicator has, of which kind, and how many can be compared."""

from functools import partial

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.bars import Series, bars
from scifi.figures.chart import Chart, PlotlyFigure
from scifi.figures.palette import LOOK_BY_EVIDENCE, Canvas
from scifi.labels import label
from scifi.language import N_, _, capitalised, ngettext, number
from scifi.model.base import EvidenceKind

MOST = 20
"""Bars that are drawn on a screen, where a page must end; the table has all."""


def chart(corpus: Corpus) -> Chart:
    """A bar for each indicator, stacked by kind of evidence."""
    numbers = metrics.numbers(corpus)
    indicators = metrics.numbers_by_indicator(corpus)
    kinds = [kind for kind in EvidenceKind if indicators[kind].any()]
    series = [
        Series(
            label(kind),
            LOOK_BY_EVIDENCE[kind],
            [count or None for count in indicators[kind].tolist()],
            [""] * len(indicators),
        )
        for kind in kinds
    ]
    return Chart(
        id="results-by-indicator",
        finding=ngettext(
            "{measured} of {n} published number was measured; {compared} can be compared with a "
            "baseline",
            "{measured} of {n} published numbers were measured; {compared} can be compared with a "
            "baseline",
            len(numbers),
            measured=number(metrics.rows_with(numbers, kind=EvidenceKind.MEASURED)),
            compared=number(len(metrics.compared(numbers))),
        ),
        describe=_(
            "Stacked bar chart: for each indicator the number of results, by kind of evidence."
        ),
        basis=_(
            "{results} with a number from {cases}",
            results=ngettext("{n} result", "{n} results", len(numbers)),
            cases=ngettext(
                "{n} case study", "{n} case studies", metrics.different(numbers, "casestudy")
            ),
        ),
        draw=partial(_most_used, _labels(indicators), series),
        table=pd.DataFrame(
            {
                _("Indicator"): indicators["title"],
                **{capitalised(label(kind)): indicators[kind] for kind in kinds},
                _("With baseline or comparison"): indicators["compared"],
            }
        ),
        data=numbers,
    )


def _most_used(labels: list[str], series: list[Series], canvas: Canvas) -> PlotlyFigure:
    """The bars of the indicators with most results."""
    few = canvas._replace(most=min(canvas.most, MOST))
    return bars(labels, series, _("results"), few, stacked=True)


def _labels(indicators: pd.DataFrame) -> list[str]:
    sentence = N_("{indicator} ({found} of {all} compared)")
    return [
        _(sentence, indicator=title, found=number(compared), all=number(results))
        for title, results, compared in indicators[["title", "all", "compared"]].to_numpy()
    ]
