"""
Case studies side by side: two to four, aligned row by row.

Each case is a script of its own with the finished HTML of its cells, its numbers still linked to
their sources, and the bare values that tell same from different; the browser only puts chosen
cases beside each other. The page itself holds a table of all cases.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from scifi import urls
from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.folding import fold
from scifi.grade import grade
from scifi.labels import label
from scifi.language import N_, _
from scifi.model import CaseStudy, Indicator
from scifi.model.base import Status
from scifi.model.casestudy import ObstacleMet, Result
from scifi.quantities import change, convert, written
from scifi.site.cells import cell_view, html, macros
from scifi.site.finished_html import finished
from scifi.site.pages import Site, best_first
from scifi.site.scripts import script
from scifi.site.views.render import call

COMPARE = "compare/"

MOST = 4
"""Cases that fit side by side on one sheet of paper."""

LISTED = 300
"""Cases in the table of the page; with more it would be too heavy, and nobody reads so many."""

SIMILAR_CASES = 6
"""Cases suggested for each case."""


@dataclass(frozen=True)
class Row:
    """
    A row of the comparison; `title`, `section` and `note` are texts of the catalogue.

    `values` tells whether bare values are compared; texts are not, for no two are the same.
    `lines` is the space the row has on paper, in lines; without any it is not printed.
    """

    key: str
    title: str
    section: str
    values: bool
    lines: int
    note: str = ""


PROOF, PILOT, CITY = N_("Proof"), N_("The pilot"), N_("For your city")

ROWS = (
    Row("grade", N_("Evidence grade"), PROOF, True, 1),
    Row("status", N_("What became of it"), PROOF, True, 2),
    Row("summary", N_("In short"), PROOF, False, 4),
    Row("where", N_("Where"), PILOT, True, 2),
    Row("people", N_("People there"), PILOT, True, 1),
    Row("when", N_("When"), PILOT, True, 1),
    Row("themes", N_("City service"), PILOT, True, 1),
    Row("money", N_("Money"), PILOT, True, 2, N_("Currencies are never converted.")),
    Row("provider", N_("Provider"), PILOT, True, 2),
    Row("programme", N_("Programme"), PILOT, True, 1),
    Row("need", N_("The need"), PILOT, False, 2),
    Row("built", N_("What was built"), PILOT, False, 3),
    Row("lessons", N_("What to take from it"), CITY, False, 3),
    Row("first", N_("What must exist first"), CITY, False, 3),
    Row("unknowns", N_("What we have not found"), CITY, False, 0),
)
"""The rows every case has; results and obstacles come between the pilot and the city."""

PRINTED = {"results": 6, "obstacles": 3}
"""Rows of each kind that fit on the sheet; those that most cases share come first."""


def block(site: Site, here: str) -> str:
    """Cases as a table, best founded first; of very many, the first."""
    cases = best_first(site.corpus, site.corpus.casestudies)
    return finished(call("compare.html", "page", site.view(here), cases, LISTED))


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What one can choose from, and each case by itself."""
    yield "assets/data/compare.js", script("compare", index(site.corpus))
    for case in site.corpus.casestudies:
        yield (
            f"assets/data/casestudies/{case.id}.js",
            script(f"casestudies/{case.id}", side(site, case)),
        )


def index(corpus: Corpus) -> dict[str, Any]:
    """
    Rows of the comparison and cases to choose from.

    Returns:
        rows: the fields of `Row`, in the language of the site. printed: `PRINTED`. most: `MOST`.
        cases: id, title, place, grade, url, alike (list of id and the indicators shared).
    """
    return {
        "rows": [_row(row) for row in ROWS],
        "printed": PRINTED,
        "most": MOST,
        "cases": [
            {
                "id": case.id,
                "title": case.title,
                "place": metrics.places(corpus, case),
                "grade": grade(corpus, case).letter,
                "url": urls.url("casestudy", case.id),
                "alike": alike(corpus, case),
            }
            for case in sorted(corpus.casestudies, key=lambda case: fold(case.title))
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    note = _(row.note) if row.note else ""
    return {**asdict(row), "title": _(row.title), "section": _(row.section), "note": note}


def alike(corpus: Corpus, case: CaseStudy) -> list[tuple[str, str]]:
    """Related cases that share an indicator, most related first, with the indicators shared."""
    return list(islice(_sharing_indicators(corpus, case), SIMILAR_CASES))


def _sharing_indicators(corpus: Corpus, case: CaseStudy) -> Iterator[tuple[str, str]]:
    counted = _indicators(case)
    for other, _same in metrics.kin(corpus, case):
        if shared := sorted(counted & _indicators(other)):
            titles = [corpus.get("indicator", indicator).title for indicator in shared]
            yield other.id, ", ".join(titles)


def _indicators(case: CaseStudy) -> set[str]:
    return {result.indicator for result in case.results}


def side(site: Site, case: CaseStudy) -> dict[str, Any]:
    """
    A case as one side of the comparison: its cells, and what they hold.

    Returns:
        cells: HTML by the key of its row. values: bare values by the key of its row.
        results: indicator (id), title, url and `numbers`, one for each result.
        obstacles: obstacle (id), title, url, html, one for each obstacle met.
    """
    view, cells = cell_view(site, COMPARE, case), macros("compare.html")
    met: dict[str, list[ObstacleMet]] = {}
    for obstacle in case.obstacles:
        met.setdefault(obstacle.obstacle, []).append(obstacle)
    counted: dict[str, list[Result]] = {}
    for result in case.results:
        counted.setdefault(result.indicator, []).append(result)
    return {
        "id": case.id,
        "cells": {row.key: html(getattr(cells, row.key)(view, case)) for row in ROWS},
        "values": values(site.corpus, case),
        "results": [
            {
                **_named(site.corpus, "indicator", id_),
                "numbers": [_number(site.corpus, view, cells, case, result) for result in results],
            }
            for id_, results in counted.items()
        ],
        "obstacles": [
            {
                **_named(site.corpus, "obstacle", id_),
                "html": html(cells.obstacle(view, obstacles)),
            }
            for id_, obstacles in met.items()
        ],
    }


def _named(corpus: Corpus, kind: str, id_: str) -> dict[str, str]:
    return {"id": id_, "title": corpus.get(kind, id_).title, "url": urls.url(kind, id_)}


def values(corpus: Corpus, case: CaseStudy) -> dict[str, list[str]]:
    """The bare values of a case by the key of their row; an empty list is unknown."""
    cities = [corpus.get("city", city) for city in case.cities]
    people = [getattr(city, "population", None) for city in cities]
    status, period = case.afterwards.status, case.period
    dated = period.start or period.end
    return {
        "grade": [grade(corpus, case).letter],
        "status": [] if status is Status.UNKNOWN else [status.value],
        "where": [*case.cities, *case.countries],
        "people": [f"{population.value:.0f}" for population in people if population],
        "when": [f"{period.start or '?'} to {period.end or '?'}"] if dated else [],
        "themes": [theme.value for theme in case.themes],
        "money": [f"{money.amount:.10g} {money.currency}" for money in case.money],
        "provider": [provider.name for provider in case.providers],
        "programme": [case.programme or "none"],
    }


def _number(
    corpus: Corpus, view: Any, cells: Any, case: CaseStudy, result: Result
) -> dict[str, Any]:
    """A result: its cell, its bare numbers for the CSV, and what it is in other units."""
    return {
        "html": html(cells.result(view, case, result, changed(result))),
        "numbers": _numbers(result),
        "qualifier": result.qualifier,
        "unit": result.unit,
        "baseline": result.baseline,
        "change": changed(result),
        "kind": label(result.kind),
        "measured_by": label(result.measured_by),
        "comparison": label(result.comparison),
        "period": result.period,
        "what": result.what,
        "source": view.sources[result.source].url,
        "in_units": in_units(corpus, view, result),
    }


def _numbers(result: Result) -> list[float]:
    """The value and, of a range, its upper end; empty if it is not reported."""
    return [number for number in (result.value, result.value_to) if number is not None]


def changed(result: Result) -> str | None:
    """The change against the baseline, with its sum; None where there is none to give."""
    if result.value is None or result.baseline is None or result.value_to is not None:
        return None
    return change(result.value, result.baseline, result.unit)


def in_units(corpus: Corpus, view: Any, result: Result) -> dict[str, dict[str, Any]]:
    """
    A result in the other units of its indicator, where that is exact.

    Returns:
        By unit: numbers (value and upper end), and text, such as "2.4 MWh/year = 2,400 kWh/year".
    """
    indicator = corpus.get("indicator", result.indicator)
    assert isinstance(indicator, Indicator)
    found: dict[str, dict[str, Any]] = {}
    for unit in indicator.units:
        converted = [convert(number, result.unit, unit) for number in _numbers(result)]
        exact = [number for number in converted if number is not None]
        shown = [text for number in exact if (text := written(number))]
        if unit != result.unit and shown and len(shown) == len(converted):
            text = f"{view.amount(result)} {result.unit} = {_span(shown)} {unit}"
            found[unit] = {"numbers": [float(number) for number in exact], "text": text}
    return found


def _span(ends: list[str]) -> str:
    return ends[0] if len(ends) == 1 else _("{low} to {high}", low=ends[0], high=ends[1])
