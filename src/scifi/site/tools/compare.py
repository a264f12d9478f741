"""
Case studies side by side: two to four, aligned row by row.

Each case is a script of its own with the finished HTML of its cells, its numbers still linked to
their sources, and the bare values that tell same from different; the browser only puts chosen
cases beside each other. The page itself holds a table of all cases.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from scifi import urls
from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.grade import grade
from scifi.model import CaseStudy, Indicator
from scifi.model.casestudy import Result
from scifi.quantities import change, convert, written
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.tools.cells import cell_view, html, macros
from scifi.site.views.render import block as html_block
from scifi.site.views.render import call

HERE = "compare/"

MOST = 4
"""Cases that fit side by side on one sheet of paper."""

ALIKE = 6
"""Cases suggested for each case."""


@dataclass(frozen=True)
class Row:
    """
    A row of the comparison.

    `values` tells whether bare values are compared; texts are not, for no two are the same.
    `lines` is the space the row has on paper, in lines; without any it is not printed.
    """

    key: str
    title: str
    section: str
    values: bool
    lines: int
    note: str = ""


ROWS = (
    Row("grade", "Evidence grade", "Proof", True, 1),
    Row("status", "What became of it", "Proof", True, 2),
    Row("summary", "In short", "Proof", False, 4),
    Row("where", "Where", "The pilot", True, 2),
    Row("people", "People there", "The pilot", True, 1),
    Row("when", "When", "The pilot", True, 1),
    Row("themes", "City service", "The pilot", True, 1),
    Row("money", "Money", "The pilot", True, 2, "Currencies are never converted."),
    Row("provider", "Provider", "The pilot", True, 2),
    Row("programme", "Programme", "The pilot", True, 1),
    Row("need", "The need", "The pilot", False, 2),
    Row("built", "What was built", "The pilot", False, 3),
    Row("lessons", "What to take from it", "For your city", False, 3),
    Row("first", "What must exist first", "For your city", False, 3),
    Row("unknowns", "What nobody knows", "For your city", False, 0),
)
"""The rows every case has; results and obstacles come between the pilot and the city."""

PRINTED = {"results": 6, "obstacles": 3}
"""Rows of each kind that fit on the sheet; those that most cases share come first."""


def block(site: Site, here: str) -> str:
    """All cases as a table, best founded first."""
    cases = sorted(site.corpus.casestudies, key=lambda c: (grade(c).letter, c.title))
    return html_block(call("compare.html", "page", site.view(here), cases))


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What one can choose from, and each case by itself."""
    yield "assets/data/compare.js", script("compare", index(site.corpus))
    for case in site.corpus.casestudies:
        yield (
            f"assets/data/casestudies/{case.id}.js",
            script(f"casestudies/{case.id}", one_case(site, case)),
        )


def index(corpus: Corpus) -> dict[str, Any]:
    """
    Rows of the comparison and cases to choose from.

    Returns:
        rows: the fields of `Row`. printed: `PRINTED`. most: `MOST`.
        cases: id, title, place, grade, url, alike (list of id and the indicators shared).
    """
    return {
        "rows": [asdict(row) for row in ROWS],
        "printed": PRINTED,
        "most": MOST,
        "cases": [
            {
                "id": case.id,
                "title": case.title,
                "place": metrics.places(corpus, case),
                "grade": grade(case).letter,
                "url": urls.url("casestudy", case.id),
                "alike": alike(corpus, case),
            }
            for case in sorted(corpus.casestudies, key=lambda case: case.title.casefold())
        ],
    }


def alike(corpus: Corpus, case: CaseStudy) -> list[tuple[str, str]]:
    """Related cases that share an indicator, most related first, with the indicators shared."""
    sign = "indicator: "
    found = []
    for other, words in metrics.related(corpus, case, most=len(corpus.casestudies)):
        if shared := [word.removeprefix(sign) for word in words if word.startswith(sign)]:
            found.append((other.id, ", ".join(shared)))
    return found[:ALIKE]


def one_case(site: Site, case: CaseStudy) -> dict[str, Any]:
    """
    A case as cells of the comparison.

    Returns:
        cells: HTML by the key of its row. values: bare values by the key of its row.
        results: indicator (id), title, url and `numbers`, one for each result.
        obstacles: obstacle (id), title, url, html, one for each obstacle met.
    """
    view, cells = cell_view(site, HERE, case), macros("compare.html")
    met: dict[str, list[Any]] = {}
    for one in case.obstacles:
        met.setdefault(one.obstacle, []).append(one)
    counted: dict[str, list[Result]] = {}
    for result in case.results:
        counted.setdefault(result.indicator, []).append(result)
    return {
        "id": case.id,
        "cells": {row.key: html(getattr(cells, row.key)(view, case)) for row in ROWS},
        "values": values(site.corpus, case),
        "results": [
            {
                "id": indicator,
                "title": site.corpus.get("indicator", indicator).title,
                "url": urls.url("indicator", indicator),
                "numbers": [_number(site.corpus, view, cells, r) for r in results],
            }
            for indicator, results in counted.items()
        ],
        "obstacles": [
            {
                "id": obstacle,
                "title": site.corpus.get("obstacle", obstacle).title,
                "url": urls.url("obstacle", obstacle),
                "html": html(cells.obstacle(view, ones)),
            }
            for obstacle, ones in met.items()
        ],
    }


def values(corpus: Corpus, case: CaseStudy) -> dict[str, list[str]]:
    """The bare values of a case by the key of their row; an empty list is unknown."""
    cities = [corpus.get("city", city) for city in case.cities]
    people = [getattr(city, "population", None) for city in cities]
    return {
        "grade": [grade(case).letter],
        "status": [s] if (s := case.afterwards.status.value) != "unknown" else [],
        "where": list(case.cities),
        "people": [f"{p.value:.0f}" for p in people if p],
        "when": [f"{p.start or '?'} to {p.end or '?'}"]
        if (p := case.period).start or p.end
        else [],
        "themes": [theme.value for theme in case.themes],
        "money": [f"{money.amount:.10g} {money.currency}" for money in case.money],
        "provider": [provider.name for provider in case.providers],
        "programme": [case.programme or "none"],
    }


def _number(corpus: Corpus, view: Any, cells: Any, result: Result) -> dict[str, Any]:
    """A result: its cell, its bare numbers for the CSV, and what it is in other units."""
    return {
        "html": html(cells.result(view, result, changed(result))),
        "numbers": _numbers(result),
        "qualifier": result.qualifier,
        "unit": result.unit,
        "baseline": result.baseline,
        "change": changed(result),
        "kind": result.kind,
        "measured_by": result.measured_by,
        "comparison": result.comparison,
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
    numbers = _numbers(result)
    for unit in indicator.units:
        exact = [convert(number, result.unit, unit) for number in numbers]
        shown = [written(number) for number in exact if number is not None]
        if unit != result.unit and numbers and len(shown) == len(numbers) and None not in shown:
            text = f"{view.amount(result)} {result.unit} = {' to '.join(map(str, shown))} {unit}"
            found[unit] = {"numbers": [float(number or 0) for number in exact], "text": text}
    return found
