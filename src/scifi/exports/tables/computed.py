"""Columns that are computed, beside those of the files: grade, headline, verdict, how often met."""

from dataclasses import replace
from typing import Any

import pandas as pd

from scifi.corpus import Corpus
from scifi.exports.tables.table import BETWEEN, Cell, Column, Table, Type, cleaned
from scifi.exports.tables.words import WORDS
from scifi.figures import metrics
from scifi.grade import grade, headline
from scifi.language import _

HEADLINE = (
    *("indicator", "what", "qualifier", "value", "value_to", "baseline", "unit"),
    *("direction", "kind", "measured_by", "comparison", "period"),
)
"""What a case study says of the result that it is shown by."""

REFERS = {
    "indicator": "indicators",
    "effect_indicator": "indicators",
    "headline_indicator": "indicators",
    "outcome": "indicators",
    "remedy": "remedies",
    "step": "steps",
    "obstacle": "obstacles",
}
"""Computed columns of ids, and the table that has them."""


def with_computed(corpus: Corpus, tables: list[Table]) -> list[Table]:
    """The tables, those with something to compute longer by its columns, and the computed one."""
    by_name = {table.name: table for table in tables}
    results = metrics.results(corpus)
    letters = {case.id: grade(corpus, case).letter for case in corpus.casestudies}
    results = results.assign(
        position=results.groupby("casestudy").cumcount() + 1,
        grade=results["casestudy"].map(letters),
    )
    cases = metrics.casestudies(corpus).merge(_headlines(corpus), on="id", how="left")
    remedies = metrics.remedies_met(corpus).assign(id=lambda frame: frame["remedy"])
    frames = {
        "casestudies": cases,
        "results": results,
        "solutions": metrics.solutions(corpus),
        "remedies": remedies,
        "city-profiles": metrics.city_profiles(corpus),
    }
    on = {"results": ["casestudy", "position"], "city-profiles": ["city", "axis", "class"]}
    for name, frame in frames.items():
        by_name[name] = _longer(by_name[name], frame, on.get(name, ["id"]))
    return [*by_name.values(), _obstacles_met(corpus)]


def _headlines(corpus: Corpus) -> pd.DataFrame:
    rows = [
        {"id": case.id, **{f"headline_{name}": getattr(result, name) for name in HEADLINE}}
        for case in corpus.casestudies
        if (result := headline(corpus, case))
    ]
    frame = pd.DataFrame(rows, columns=["id", *(f"headline_{name}" for name in HEADLINE)])
    numeric = ["headline_value", "headline_value_to", "headline_baseline"]
    return frame.astype(dict.fromkeys(numeric, float))


def _longer(table: Table, frame: pd.DataFrame, on: list[str]) -> Table:
    """A table with the columns that only the frame has, behind its key and title."""
    known = {column.name for column in table.columns}
    added = [str(name) for name in frame.columns if name not in known]
    columns = [_column(table.name, name, frame[name]) for name in added]
    by_key = dict(zip(_tuples(frame, on), _tuples(frame, added), strict=True))
    places = [table.column(name) for name in on]
    start = max(*places, *(table.column(n) for n in ("title",) if n in known), 0) + 1
    rows = []
    for row in table.rows:
        found = by_key[tuple(row[place] for place in places)]
        rows.append((*row[:start], *found, *row[start:]))
    longer = [*table.columns[:start], *columns, *table.columns[start:]]
    return replace(table, columns=longer, rows=rows)


def _tuples(frame: pd.DataFrame, names: list[str]) -> list[tuple[Cell, ...]]:
    plain = [[_plain(value) for value in frame[name].tolist()] for name in names]
    return cleaned(zip(*plain, strict=True))


def _plain(value: object) -> object:
    """Several values in one cell stand there with a bar between them, not with a semicolon."""
    return value.replace(";", BETWEEN) if isinstance(value, str) else value


def _column(table: str, name: str, values: "pd.Series[Any]") -> Column:
    title, description = WORDS[table][name]
    return Column(name, _(title), _(description), _type(values), REFERS.get(name, ""))


def _type(values: "pd.Series[Any]") -> Type:
    if pd.api.types.is_bool_dtype(values):
        return Type.BOOLEAN
    if pd.api.types.is_integer_dtype(values):
        return Type.INTEGER
    return Type.NUMBER if pd.api.types.is_float_dtype(values) else Type.STRING


def _obstacles_met(corpus: Corpus) -> Table:
    frame = metrics.obstacles_met(corpus)
    names = [str(name) for name in frame.columns]
    columns = [_column("obstacles-met", name, frame[name]) for name in names]
    said = _("How many case studies met an obstacle in a step, computed.")
    title, key = _("Obstacles met, by step"), ("step", "obstacle")
    rows = _tuples(frame, names)
    return Table("obstacles-met", title, said, "survival-guide", key, columns, rows)
