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
from scifi.folding import fold
from scifi.grade import grade
from scifi.labels import label
from scifi.language import _, or_list
from scifi.model import CaseStudy, Indicator
from scifi.model.base import Level, Theme
from scifi.model.casestudy import Result
from scifi.model.texts import without_citations
from scifi.site.cells import cell_view, html, macros
from scifi.site.pages import Site, best_first
from scifi.site.scripts import script
from scifi.site.views import View
from scifi.site.views.render import call

PLAN = "indicators/plan/"

MANY = 7
"""Indicators above which a plan is rarely kept up: our own advice."""

COLUMNS = ("what", "unit", "trap", "who", "often", "cost", "cases")
"""Columns of the plan that a script gets as HTML, in order; each is a macro of the template."""

LEVELS = (Level.IMPACT, Level.OUTCOME, Level.OUTPUT)
"""What an indicator may show, in the order in which they are offered."""


def block(site: Site, here: str) -> str:
    """All indicators, each under the first service it belongs to."""
    groups: dict[Theme, list[Indicator]] = {theme: [] for theme in Theme}
    for indicator in site.corpus.indicators:
        groups[indicator.themes[0]].append(indicator)
    shown = [(theme, indicators) for theme, indicators in groups.items() if indicators]
    return call("picker.html", "page", site.view(here), shown)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What one can choose from, and each indicator by itself."""
    yield "assets/data/picker.js", script("picker", index(site.corpus))
    for indicator in site.corpus.indicators:
        yield (
            f"assets/data/indicators/{indicator.id}.js",
            script(f"indicators/{indicator.id}", row(site, indicator)),
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
        "levels": {level: label(level) for level in LEVELS},
        "themes": {theme: label(theme) for theme in Theme},
        "indicators": [
            {
                "id": indicator.id,
                "title": indicator.title,
                "unit": indicator.units[0],
                "level": indicator.level,
                "themes": indicator.themes,
                "cases": len(corpus.naming("indicator", indicator.id, "casestudy")),
            }
            for indicator in sorted(corpus.indicators, key=lambda entry: fold(entry.title))
        ],
        "cases": [
            {
                "id": case.id,
                "title": case.title,
                "place": metrics.places(corpus, case),
                "indicators": measured(case),
            }
            for case in sorted(corpus.casestudies, key=lambda case: fold(case.title))
            if case.results
        ],
        "pathways": [
            {"id": pathway.id, "title": pathway.title, "themes": pathway.themes}
            for pathway in corpus.pathways
        ],
    }


def measured(case: CaseStudy) -> list[str]:
    """The indicators a case has results for, each once."""
    return list(dict.fromkeys(result.indicator for result in case.results))


def users(corpus: Corpus, indicator: str) -> list[tuple[CaseStudy, list[Result]]]:
    """Cases with results for an indicator, best founded first."""
    found = [
        (case, [result for result in case.results if result.indicator == indicator])
        for case in best_first(corpus, corpus.casestudies)
    ]
    return [(case, results) for case, results in found if results]


def row(site: Site, indicator: Indicator) -> dict[str, Any]:
    """
    An indicator as a row of the plan.

    Returns:
        id, url; cells: HTML by column; texts: the same without markup for a spreadsheet.
    """
    view, cells = cell_view(site, PLAN, indicator), macros("picker.html")
    used = users(site.corpus, indicator.id)
    by_column = {name: html(getattr(cells, name)(view, indicator, used)) for name in COLUMNS}
    return {
        "id": indicator.id,
        "url": urls.url("indicator", indicator.id),
        "cells": by_column,
        "texts": {
            "definition": without_citations(indicator.definition),
            "units": or_list(indicator.units),
            "trap": _spoken(indicator.baseline_trap, _("none known")),
            "who": _spoken(indicator.measured_by, _("depends on the service")),
            "often": _spoken(indicator.how_often, _("depends on the service")),
            "cost": _spoken(indicator.cost, _("no source says")),
            "cases": "; ".join(_use(site.corpus, view, *use) for use in used),
        },
    }


def _spoken(text: str | None, otherwise: str) -> str:
    return without_citations(text) if text else otherwise


def _use(corpus: Corpus, view: View, case: CaseStudy, results: list[Result]) -> str:
    numbers = [
        f"{view.amount(result)} {result.unit}" if result.value is not None else view.amount(result)
        for result in results
    ]
    return _(
        "{place} (grade {grade}): {results}",
        place=metrics.places(corpus, case),
        grade=grade(corpus, case).letter,
        results=", ".join(numbers),
    )
