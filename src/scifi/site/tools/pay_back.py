"""
Pay-back with ranges: published effects and costs that the reader keeps, his own numbers beside.

Each solution is a script of its own with its published results. Without JavaScript the page holds
the formula, its limits, a worked example and how much is published on each solution.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from scifi import urls
from scifi.effects import PER_CENT
from scifi.figures import metrics
from scifi.figures.metrics import pay_back
from scifi.labels import LABELS
from scifi.language import _
from scifi.model import Solution
from scifi.model.base import EvidenceKind
from scifi.site.number_fields import NumberField
from scifi.site.pages import Site
from scifi.site.pay_back_fields import (
    EXAMPLE,
    EXAMPLE_OUTCOME,
    EXAMPLE_SOLUTION,
    FIELDS,
    PAID_FOR,
    SOURCES,
)
from scifi.site.scripts import script
from scifi.site.views import View
from scifi.site.views.render import call

FOLDER = "assets/data/pay-back"


def block(site: Site, here: str) -> str:
    """The form, the formula, an example, and the solutions with how much is published on them."""
    view = View(site.corpus, here, SOURCES)
    rows = [
        (solution, max(map(_cases, by_outcome.values())))
        for solution in site.corpus.solutions
        if (by_outcome := _savings(site, solution))
    ]
    rows.sort(key=lambda row: (-row[1], row[0].title))
    numbers = {"solution": EXAMPLE_SOLUTION, **EXAMPLE}
    example = _example(site)
    return call("pay-back.html", "page", view, rows, _pairs(), numbers, example, pay_back.FEWEST)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What is published on each solution on which anything is."""
    for solution in site.corpus.solutions:
        if _savings(site, solution):
            name = f"pay-back/{solution.id}"
            yield f"{FOLDER}/{solution.id}.js", script(name, published(site, solution))


def _pairs() -> list[tuple[NumberField, ...]]:
    """The fields that stand side by side: low and high of a number, and the two single ones."""
    pairs: dict[str, list[NumberField]] = {}
    for field in FIELDS:
        name, dash, _end = field.id.partition("-")
        pairs.setdefault(name if dash else "", []).append(field)
    return [tuple(pair) for pair in pairs.values()]


def _savings(site: Site, solution: Solution) -> dict[str, list[Any]]:
    """By outcome, published changes in per cent of what a town pays for by the piece."""
    found: dict[str, list[Any]] = {}
    for row in metrics.effects_of(site.corpus, solution).itertuples():
        if row.unit == PER_CENT and row.indicator in PAID_FOR:
            found.setdefault(str(row.indicator), []).append(row)
    return found


def _cases(rows: list[Any]) -> int:
    """How many case studies stand behind some results."""
    return len({row.casestudy for row in rows})


def published(site: Site, solution: Solution) -> dict[str, Any]:
    """
    What case studies published on a solution.

    Returns:
        title; kinds: words by kind of number.
        outcomes: id, title and results, the outcome with most case studies first. A result:
        case (its address), place, what, low and high (per cent spared), kind, period, source.
        costs: case, place, what, low and high (of one), currency, unit, kind, source.
    """
    by_outcome = _savings(site, solution)
    most_first = sorted(by_outcome, key=lambda id_: -_cases(by_outcome[id_]))
    costs = metrics.costs_of(site.corpus, solution)
    return {
        "title": solution.title,
        "kinds": {kind: _(LABELS[EvidenceKind][kind]) for kind in EvidenceKind},
        "outcomes": [
            {
                "id": id_,
                "title": site.corpus.get("indicator", id_).title,
                "results": [_result(row) for row in by_outcome[id_]],
            }
            for id_ in most_first
        ],
        "costs": [_cost(row) for row in costs.itertuples()],
    }


def _result(row: Any) -> dict[str, Any]:
    ends = [row.change, row.change if pd.isna(row.to) else row.to]
    return {
        **_named(row),
        "low": round(min(ends), 2),
        "high": round(max(ends), 2),
        "period": row.period,
    }


def _cost(row: Any) -> dict[str, Any]:
    one = round(row.of_one, 2)
    return {**_named(row), "low": one, "high": one, "currency": row.currency, "unit": row.unit}


def _named(row: Any) -> dict[str, Any]:
    return {
        "case": urls.url("casestudy", row.casestudy),
        "place": row.city,
        "what": row.what,
        "kind": row.kind,
        "source": row.source,
    }


def _example(site: Site) -> dict[str, Any] | None:
    """The worked example: its results and its answer; None without the solution it is about."""
    solution = site.corpus.entries.get("solution", {}).get(EXAMPLE_SOLUTION)
    if not isinstance(solution, Solution):
        return None
    rows = _savings(site, solution).get(EXAMPLE_OUTCOME, [])
    if _cases(rows) < pay_back.FEWEST:
        return None
    results = [_result(row) for row in rows]
    own = {
        name: [(float(EXAMPLE[f"{name}-low"]), float(EXAMPLE[f"{name}-high"]))]
        for name in pay_back.NAMES
        if name != "shares"
    }
    plan = pay_back.Plan(
        devices=EXAMPLE["devices"],
        life=EXAMPLE["life"],
        shares=[(result["low"], result["high"]) for result in results],
        **own,
    )
    return {"solution": solution, "results": results, "answer": pay_back.pay_back(plan)}
