"""
The indicator picker: choose what to measure, get a measuring plan.

Each indicator is a script of its own with the finished HTML of its row; the page itself lists all
indicators by service.
"""

from collections.abc import Iterator
from typing import Any

from scifi import urls
from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.grade import grade
from scifi.model import CaseStudy, Indicator
from scifi.model.base import Level, Theme
from scifi.model.casestudy import Result
from scifi.model.texts import without_citations
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.tools.cells import cell_view, html, macros
from scifi.site.views.render import call

HERE = "indicators/plan/"

MANY = 7
"""Indicators above which a plan is rarely kept up: our own advice."""

COLUMNS = ("what", "unit", "trap", "who", "often", "cost", "cases")
"""Columns of the plan that a script gets as HTML, in order; each is a macro of the template."""

LEVELS = {
    Level.IMPACT: "what it did for people or climate (impact)",
    Level.OUTCOME: "what changed (outcome)",
    Level.OUTPUT: "what was done (output)",
}


def block(site: Site, here: str) -> str:
    """All indicators, each under the first service it belongs to."""
    groups = [
        (theme.value, [i for i in site.corpus.indicators if i.themes[0] is theme])
        for theme in Theme
    ]
    view = site.view(here)
    return call("picker.html", "page", view, [group for group in groups if group[1]])


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What one can choose from, and each indicator by itself."""
    yield "assets/data/picker.js", script("picker", index(site.corpus))
    for indicator in site.corpus.indicators:
        yield (
            f"assets/data/indicators/{indicator.id}.js",
            script(f"indicators/{indicator.id}", one_indicator(site, indicator)),
        )


def index(corpus: Corpus) -> dict[str, Any]:
    """
    Indicators to choose from, and cases and pathways to start from.

    Returns:
        many: `MANY`. levels, themes: titles by id.
        indicators: id, title, unit, level, themes, cases (how many used it).
        cases: id, title, place, indicators. pathways: id, title, themes.
    """
    return {
        "many": MANY,
        "levels": LEVELS,
        "themes": {theme.value: theme.value.replace("-", " ") for theme in Theme},
        "indicators": [
            {
                "id": one.id,
                "title": one.title,
                "unit": one.units[0],
                "level": one.level,
                "themes": one.themes,
                "cases": len(corpus.naming("indicator", one.id, "casestudy")),
            }
            for one in sorted(corpus.indicators, key=lambda one: one.title.casefold())
        ],
        "cases": [
            {
                "id": case.id,
                "title": case.title,
                "place": metrics.places(corpus, case),
                "indicators": measured(case),
            }
            for case in sorted(corpus.casestudies, key=lambda case: case.title.casefold())
            if case.results
        ],
        "pathways": [{"id": p.id, "title": p.title, "themes": p.themes} for p in corpus.pathways],
    }


def measured(case: CaseStudy) -> list[str]:
    """The indicators a case has results for, each once."""
    return list(dict.fromkeys(result.indicator for result in case.results))


def users(corpus: Corpus, indicator: str) -> list[tuple[CaseStudy, list[Result]]]:
    """Cases with results for an indicator, best founded first."""
    found = [
        (case, [r for r in case.results if r.indicator == indicator]) for case in corpus.casestudies
    ]
    return sorted((f for f in found if f[1]), key=lambda f: (grade(f[0]).letter, f[0].title))


def one_indicator(site: Site, indicator: Indicator) -> dict[str, Any]:
    """
    An indicator as a row of the plan.

    Returns:
        id, url; cells: HTML by column; texts: the same without markup for a spreadsheet.
    """
    view, cells = cell_view(site, HERE, indicator), macros("picker.html")
    used = users(site.corpus, indicator.id)
    by_column = {name: html(getattr(cells, name)(view, indicator, used)) for name in COLUMNS}
    return {
        "id": indicator.id,
        "url": urls.url("indicator", indicator.id),
        "cells": by_column,
        "texts": {
            "definition": without_citations(indicator.definition),
            "units": " or ".join(indicator.units),
            "trap": _spoken(indicator.baseline_trap, "none known"),
            "who": _spoken(indicator.measured_by, "depends on the service"),
            "often": _spoken(indicator.how_often, "depends on the service"),
            "cost": _spoken(indicator.cost, "no source says"),
            "cases": "; ".join(
                f"{metrics.places(site.corpus, case)} (grade {grade(case).letter}): "
                + ", ".join(
                    f"{view.amount(r)} {r.unit}" if r.value is not None else "not reported"
                    for r in results
                )
                for case, results in used
            ),
        },
    }


def _spoken(text: str | None, otherwise: str) -> str:
    return without_citations(text) if text else otherwise
