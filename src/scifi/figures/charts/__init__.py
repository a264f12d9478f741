"""
The charts of the site as values, without files, HTML or a browser.

A file here is a chart: `{{ chart("aid-kit") }}` shows what `chart` in `aid_kit.py` makes. A new
file is a new chart, and pages may ask for it. `indicator.py`, `solution.py` and `cost.py` make one
for each indicator or solution.
"""

from collections.abc import Callable
from importlib import import_module

from scifi.corpus import Corpus
from scifi.figures.chart import Chart, PlotlyFigure
from scifi.figures.charts import cost, indicator, solution
from scifi.figures.palette import CSS_BY_COLOUR, NARROW, ON_PAPER, PRINT, WIDE, Canvas
from scifi.vocabulary import CHARTS

__all__ = [
    "CSS_BY_COLOUR",
    "NARROW",
    "ON_PAPER",
    "SITE_CHARTS",
    "WIDE",
    "Canvas",
    "Chart",
    "PlotlyFigure",
    "canvases",
    "chart",
    "charts",
    "names",
]

SITE_CHARTS: dict[str, Callable[[Corpus], Chart]] = {
    name: import_module(f"{__name__}.{name.replace('-', '_')}").chart for name in CHARTS
}
"""What makes each chart that a page may ask for by name."""

BY_ENTRY: dict[str, Callable[[Corpus, str], Chart | None]] = {
    "indicator": indicator.chart_of,
    "solution": solution.chart_of,
    "cost": cost.chart_of,
}
"""What makes the chart of one entry, by the first word of its id."""


def canvases(chart: Chart) -> tuple[Canvas, ...]:
    """What a chart is drawn on; of an entry with a single number the table alone says all."""
    if chart.id in SITE_CHARTS:
        return (WIDE, NARROW, *ON_PAPER)
    if chart.single or len(chart.data) < 2:
        return ()
    return (WIDE, NARROW, *((PRINT,) if chart.printed else ()))


def charts(corpus: Corpus) -> dict[str, Chart]:
    """Every chart with something to show, by id: the named ones, then those of entries."""
    made = [
        *(make(corpus) for make in SITE_CHARTS.values()),
        *indicator.charts_by_indicator(corpus),
        *solution.charts_by_solution(corpus),
        *cost.charts_by_cost(corpus),
    ]
    return {chart.id: chart for chart in made if not chart.empty}


def names(corpus: Corpus) -> list[str]:
    """The ids of all charts that there could be; some have nothing to show."""
    by_entry = [
        *(f"indicator-{indicator.id}" for indicator in corpus.indicators),
        *(f"solution-{solution.id}" for solution in corpus.solutions),
        *(f"cost-{solution.id}" for solution in corpus.solutions),
    ]
    return [*SITE_CHARTS, *by_entry]


def chart(corpus: Corpus, name: str) -> Chart | None:
    """One chart by its id, made alone; None where there is nothing to show."""
    group, _hyphen, id_ = name.partition("-")
    made = SITE_CHARTS[name](corpus) if name in SITE_CHARTS else BY_ENTRY[group](corpus, id_)
    return made if made and not made.empty else None
