"""What the folder of a worked pilot holds beside its page: the contract filled in, the sums."""

from collections.abc import Iterator, Mapping
from typing import Any

from scifi import contract, formulas, urls
from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import _
from scifi.model import WorkedPilot
from scifi.model.base import Source
from scifi.model.drawing import Plan
from scifi.model.texts import cited, without_citations
from scifi.model.worked import HOURS, BudgetLine, PilotInput, Sum
from scifi.printing.documents import Sheet, SheetCell, SheetRow
from scifi.printing.imprint import Imprint, imprint_lines
from scifi.printing.papers.contract import body
from scifi.printing.papers.paper import Paper, framed, paper_edition
from scifi.printing.papers.worksheets import Numbered


def worked_contracts(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The contract of each worked pilot: the clauses that its answers choose, filled in."""
    for pilot in corpus.worked_pilots:
        clauses = contract.chosen(corpus.clauses, pilot.contract.answers.given)
        title = _("Contract of the example: {title}", title=pilot.title)
        yield _framed(
            "worked-contract",
            pilot,
            title,
            imprint,
            heading=_("Contract for a pilot"),
            notes=[
                _("An example: {title}.", title=pilot.title),
                pilot.invented,
                _("A lawyer of your country has to read such a contract before you sign it."),
            ],
            **body(corpus, clauses, in_blanks(corpus, pilot)),
        )


def in_blanks(corpus: Corpus, pilot: WorkedPilot) -> dict[str, str]:
    """What stands in each blank: the words of the example, else our proposal, else nothing."""
    clauses = contract.chosen(corpus.clauses, pilot.contract.answers.given)
    words = {line.blank: line.words for line in pilot.contract.filled}
    left_open = {line.blank for line in pilot.contract.left_open}
    invented = {
        _("name of the city"): _("an invented town"),
        _("name of the firm"): _("an invented firm"),
    }
    return invented | {
        blank: words.get(blank, proposal)
        for blank, proposal in contract.blanks(clauses).items()
        if blank not in left_open
    }


def worked_sheets(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """What a town copies from each worked pilot: test, values of the gate, brief, note."""
    for pilot in corpus.worked_pilots:
        numbered = Numbered(pilot.sources)
        blocks = [numbered.within(block) for block in _blocks(pilot)]
        yield _framed(
            "worked-sheets",
            pilot,
            _("Sheets of the example: {title}", title=pilot.title),
            imprint,
            heading=_("Sheets of the example: {title}", title=pilot.title),
            lead=pilot.question,
            notes=[pilot.invented],
            blocks=[*blocks, *numbered.listed()],
        )


def _blocks(pilot: WorkedPilot) -> Iterator[dict[str, Any]]:
    heads = [_("What"), _("How"), _("It passes if"), _("Result, date, by")]
    tests = [[test.what, test.how, test.passes] for test in pilot.acceptance]
    yield _table(_("A. Acceptance test"), heads, tests)
    gate = pilot.gate
    values = [[_("Go on"), gate.go], [_("Change"), gate.change], [_("Stop"), gate.stop]]
    heads = [_("Decision"), _("Values, signed before the first device"), _("Reached?")]
    yield _table(_("B. Values of the gate"), heads, values)
    yield _table(
        _("C. Results sheet (all numbers invented)"), pilot.results.columns, pilot.results.rows
    )
    yield from _texts(_("D. Brief for the council (an example)"), pilot.council_brief)
    yield from _texts(_("E. Gate note (an example)"), gate.text)


def _table(title: str, columns: list[str], rows: list[list[str]]) -> dict[str, Any]:
    return {"type": "table", "title": title, "columns": columns, "rows": rows, "empty": 0}


def _texts(title: str, texts: list[str]) -> Iterator[dict[str, Any]]:
    for at, text in enumerate(texts):
        yield {"type": "text", "text": text, **({} if at else {"title": title})}


def worked_sums(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The sums, the budget and the measuring sheet of each worked pilot, with live formulas."""
    for pilot in corpus.worked_pilots:
        title = _("Sums and budget of the example: {title}", title=pilot.title)
        sheets = [_about(pilot, imprint), _sums(pilot), _budget(pilot), _weeks(pilot)]
        yield _framed("worked-sums", pilot, title, imprint, sheets=sheets)


def _framed(kind: str, pilot: WorkedPilot, title: str, imprint: Imprint, **more: object) -> Paper:
    address = urls.url("worked-pilot", pilot.id)
    edition = paper_edition(kind, pilot.id, title, pilot.question, "cookbook", address)
    return framed(edition, imprint, _("Worked pilot"), **more)


def _row(look: str, *cells: str | float | SheetCell | None) -> SheetRow:
    return {"look": look, "cells": [_as_cell(cell) for cell in cells]}


def _as_cell(cell: str | float | SheetCell | None) -> SheetCell:
    if isinstance(cell, str):
        return {"text": cell}
    if isinstance(cell, int | float):
        return {"number": cell}
    return cell or {"text": ""}


def _about(pilot: WorkedPilot, imprint: Imprint) -> Sheet:
    lines = [
        pilot.invented,
        _("Put your own numbers into the column “Number” of the sheet “Sums”: all sums follow."),
        _("Cells have names, so a formula reads as a sentence: =bins*visits."),
        *imprint_lines(imprint),
    ]
    rows = [_row("title", pilot.title), *(_row("text", line) for line in lines)]
    return {"title": _("About"), "widths": [110], "rows": rows}


def _sums(pilot: WorkedPilot) -> Sheet:
    known = dict(pilot.named_inputs)
    rows = [_row("title", pilot.title)]
    heads = (_("Number"), _("to"), _("Unit"), _("Kind"), _("Source or note"))
    rows.append(_row("head", _("What we know before"), *heads))
    rows += [_input(pilot, line) for line in pilot.inputs]
    rows.append(_row("text"))
    rows.append(_row("head", _("The sums"), *heads))
    rows += [_sum(line, known) for line in pilot.sums]
    return {"title": _("Sums"), "widths": [52, 14, 14, 24, 12, 70], "rows": rows}


def _input(pilot: WorkedPilot, line: PilotInput) -> SheetRow:
    low = _named(line.name, "", line.value)
    high = _named(line.name, "_to", line.value_to)
    kind = label(line.kind) if line.kind else ""
    source = pilot.sources.get(line.source or "")
    told = [_told(source)] if source else [_("our estimate")] if line.value is not None else []
    told += [without_citations(line.note)] if line.note else []
    return _row("line", line.what, low, high, line.unit, kind, ". ".join(told))


def _named(name: str | None, end: str, value: float | None) -> SheetCell | None:
    if value is None:
        return None
    return {"number": value, "name": name + end} if name else {"number": value}


def _told(source: Source) -> str:
    return _(
        "{title}, {publisher}, {url}",
        title=source.title,
        publisher=source.publisher,
        url=source.url,
    )


def _sum(line: Sum, known: dict[str, float]) -> SheetRow:
    """A sum as a live formula; what it gives is known to the formulas after it."""
    cells = [_live(line.formula, known, line.name)]
    if line.formula_to:
        cells.append(_live(line.formula_to, known, line.name and f"{line.name}_to"))
    for cell in cells:
        if "name" in cell:
            known[cell["name"]] = cell["number"]
    high = cells[1] if len(cells) > 1 else None
    note = without_citations(line.note) if line.note else ""
    return _row("line", line.what, cells[0], high, line.unit, _("our sum"), note)


def _live(formula: str, known: Mapping[str, float], name: str | None = None) -> SheetCell:
    cell: SheetCell = {
        "formula": "=" + formula.replace("**", "^").replace(" ", ""),
        "number": formulas.computed(formula, known),
    }
    return {**cell, "name": name} if name else cell


def _budget(pilot: WorkedPilot) -> Sheet:
    known = dict(pilot.named_inputs)
    for line in pilot.sums:
        _sum(line, known)
    heads = (_("EUR, low"), _("EUR, high"), _("Yours"), _("Kind"), _("Where from"))
    rows = [_row("title", _("Budget")), _row("head", _("Line"), *heads)]
    first = len(rows) + 1
    rows += [_cost(pilot, line, known) for line in pilot.budget]
    yours: SheetCell = {"formula": f"=SUM(D{first}:D{len(rows)})", "number": 0}
    rows.append(_row("total", _("Your sum"), None, None, yours, "", ""))
    rows += [_row("text"), _row("title", _("Hours by role"))]
    rows.append(_row("head", _("Who"), _("Hours"), "", "", "", _("What for")))
    first = len(rows) + 1
    for role in pilot.hours:
        told = without_citations(role.text)
        rows.append(_row("line", role.who, role.hours, None, None, "", told))
    total: SheetCell = {
        "formula": f"=SUM(B{first}:B{len(rows)})",
        "number": pilot.hours_in_all,
        "name": HOURS,
    }
    rows.append(_row("total", _("All together"), total, None, None, "", ""))
    return {"title": _("Budget"), "widths": [52, 12, 12, 12, 16, 90], "rows": rows}


def _cost(pilot: WorkedPilot, line: BudgetLine, known: Mapping[str, float]) -> SheetRow:
    low = _live(line.low_formula, known) if line.low_formula else _named(None, "", line.low)
    high = _live(line.high_formula, known) if line.high_formula else _named(None, "", line.high)
    kind = label(line.kind) if line.kind else _("no price yet: ask")
    sources = [_told(source) for key in cited(line.text) if (source := pilot.sources.get(key))]
    told = " ".join([without_citations(line.text), *dict.fromkeys(sources)])
    return _row("line", line.what, low, high, None, kind, told)


FIRST_WEEK = 9
"""The row of the first week on the measuring sheet."""


def _weeks(pilot: WorkedPilot) -> Sheet:
    """A row for each week, with the mean change against the twin above them."""
    weeks = pilot.drawing.form.weeks if isinstance(pilot.drawing.form, Plan) else 26
    last = FIRST_WEEK + weeks - 1
    phase = f"$B${FIRST_WEEK}:$B${last}"

    def mean(word: str, column: str) -> str:
        return f'AVERAGEIF({phase},"{word}",{column}{FIRST_WEEK}:{column}{last})'

    here = f"({mean('after', 'C')}-{mean('before', 'C')})"
    twin = f"({mean('after', 'D')}-{mean('before', 'D')})"
    waiting = _("fill in weeks before and after")
    change: SheetCell = {
        "formula": f'=IFERROR(100*({here}-{twin})/{mean("before", "C")},"{waiting}")',
    }
    rows = [
        _row("title", _("Measuring sheet")),
        _row("text", _("One row a week. Write before or after into the second column.")),
        _row("text", _("With: places with the solution. Twin: like places without it.")),
        _row("text"),
        _row("text", _("Change against the twin, in per cent of the value before:")),
        _row("title", change),
        _row("text"),
        _row("head", _("Week"), _("before or after"), _("With"), _("Twin"), _("What happened")),
        *(_row("line", float(week), "", None, None, "") for week in range(1, weeks + 1)),
    ]
    return {"title": _("Measuring"), "widths": [10, 18, 14, 14, 80], "rows": rows}
