"""Rows of the open-data table `results`, and series by year: one result each."""

from pathlib import PurePath
from typing import Any

from scifi.imports import values
from scifi.imports.case_rows import place
from scifi.imports.cells import Cell
from scifi.imports.drafts import TODO, Draft, is_id, slug
from scifi.imports.sheets import Row, Table
from scifi.imports.taken import Taken
from scifi.imports.values import Value
from scifi.language import N_, _, or_list
from scifi.model.base import Comparison, Direction, EvidenceKind, MeasuredBy, Qualifier

SERIES = ("indicator", "year", "value")
"""The columns of a series by year; `casestudy` and those of results may stand beside them."""

LEFT_OUT = {
    "low": N_("the file asks for an interval as a whole; put it in by hand"),
    "high": N_("the file asks for an interval as a whole; put it in by hand"),
    "level": N_("the file asks for an interval as a whole; put it in by hand"),
    "promised": N_("the file asks for the source of a promise"),
    "indicator_title": N_("the indicator says it"),
}

_TAKEN = {
    *("casestudy", "title", "city", "indicator", "year", "what", "qualifier", "value", "value_to"),
    *("baseline", "unit", "headline", "direction", "sample", "variant", "period", "kind"),
    *("measured_by", "comparison", "source", "source_title", "publisher", "source_date", "read"),
    "note",
}


def take(table: Table, taken: Taken, file: PurePath) -> None:
    """Put each row into the draft of its case study, which is begun where there is none."""
    for column in table.columns:
        if column and column not in _TAKEN:
            taken.told.append(
                _(
                    "{sheet}: column {column} is left out: {why}.",
                    sheet=table.name,
                    column=column,
                    why=_(LEFT_OUT.get(column, N_("no field is called so"))),
                )
            )
    for row in table.rows:
        where = _("{sheet}, line {line}", sheet=table.name, line=row.line)
        id_ = _case(row, table, file)
        if row.refused or not id_ or taken.blocked(id_):
            why = row.refused or (
                _("{id} is there already; a result is added in its file", id=id_)
                if id_
                else _("its casestudy is no id such as smart-bins-bruges")
            )
            taken.told.append(_("{where} is left out: {why}.", where=where, why=why))
            continue
        draft = _begun(taken, id_, row, where)
        _result(draft, row, where, taken)
        taken.told.append(_("{where} is taken as a result of {id}.", where=where, id=id_))


def _case(row: Row, table: Table, file: PurePath) -> str:
    """The case study of a row; a series without one is that of its file."""
    given = row.cells.get("casestudy", Cell("")).text
    if not given and "casestudy" not in table.columns:
        return slug(file.stem)
    return given if is_id(given) else ""


def _begun(taken: Taken, id_: str, row: Row, where: str) -> Draft:
    if id_ in taken.drafts:
        return taken.drafts[id_]
    draft = taken.draft(id_)
    title = values.words(row.cells.get("title", Cell("")), most=150)
    draft.put(("title",), title, f"{where}, title", needed=True)
    city = Cell(row.cells.get("city", Cell("")).text.replace(", ", ";"))
    place(draft, city, f"{where}, city", taken)
    draft.data["themes"] = [TODO]
    draft.doubt(("themes",), _("the sheet of results does not say the service"))
    return draft


def _result(draft: Draft, row: Row, where: str, taken: Taken) -> None:
    results: list[dict[str, Any]] = draft.data.setdefault("results", [])
    at = len(results)
    results.append({})

    def put(field: str, found: Value, *, needed: bool = False) -> None:
        draft.put(("results", at, field), found, f"{where}, {field}", needed=needed)

    def cell(column: str) -> Cell:
        return row.cells.get(column, Cell(""))

    known = [indicator.id for indicator in taken.corpus.indicators]
    put("indicator", values.word(cell("indicator"), known), needed=True)
    if cell("headline").text.casefold() in ("true", "1", "yes"):
        results[at]["headline"] = True
    put("what", values.words(cell("what")), needed=True)
    put("value", values.number(cell("value")))
    put("value_to", values.number(cell("value_to")))
    put("qualifier", values.word(cell("qualifier"), [word.value for word in Qualifier]))
    put("baseline", values.number(cell("baseline")))
    put("unit", _unit(cell("unit"), str(results[at]["indicator"]), taken), needed=True)
    put("sample", values.words(cell("sample")))
    put("direction", values.word(cell("direction"), [word.value for word in Direction]))
    put("variant", _variant(cell("variant"), draft, taken))
    kind = values.word(cell("kind"), [word.value for word in EvidenceKind])
    put("period", _period(row), needed=kind.value == "measured" or "year" in row.cells)
    put("kind", kind, needed=True)
    who = values.word(cell("measured_by"), [word.value for word in MeasuredBy])
    put("measured_by", who if who.value or who.doubt else Value("unknown"), needed=True)
    put("comparison", values.word(cell("comparison"), [w.value for w in Comparison]), needed=True)
    _source(draft, at, row, where)
    put("note", values.words(cell("note"), most=1000))


def _period(row: Row) -> Value:
    if "year" not in row.cells:
        return values.words(row.cells.get("period", Cell("")))
    year = values.date(row.cells["year"])
    if year.value is not None and not isinstance(year.value, int):
        return Value(doubt=_("“{said}” is no year", said=row.cells["year"].text))
    return Value(str(year.value), year.doubt) if year.value else year


def _unit(cell: Cell, indicator: str, taken: Taken) -> Value:
    """A unit of the indicator; units are compared sign by sign."""
    known = taken.indicator(indicator)
    text = values.words(cell)
    if known is None or text.value is None or text.value in known.units:
        return text
    return Value(
        doubt=_(
            "“{said}” is no unit of {indicator}, which knows {units}",
            said=cell.text,
            indicator=indicator,
            units=or_list(known.units),
        )
    )


def _variant(cell: Cell, draft: Draft, taken: Taken) -> Value:
    tried = {str(one["solution"]) for one in draft.data.get("solutions", [])}
    known = [v.id for s in taken.corpus.solutions if s.id in tried for v in s.variants]
    return values.word(cell, known)


def _source(draft: Draft, at: int, row: Row, where: str) -> None:
    cells = row.cells
    address = values.address(cells.get("source", Cell("")))
    key = Value(doubt=address.doubt or _("the source is missing"))
    if address.value:
        published = values.date(cells.get("source_date", Cell("")))
        read = values.date(cells.get("read", Cell("")))
        key = Value(
            draft.source(
                str(address.value),
                title=values.words(cells.get("source_title", Cell(""))).value,
                publisher=values.words(cells.get("publisher", Cell(""))).value,
                date=published.value,
                read=read.value if "-" in str(read.value) else None,
            )
        )
        for doubt, column in ((published.doubt, "source_date"), (read.doubt, "read")):
            if doubt:
                draft.doubt(("sources", str(key.value)), f"{where}, {column}: {doubt}")
    draft.put(("results", at, "source"), key, f"{where}, source", needed=True)
