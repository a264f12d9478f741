"""A worked pilot as its page shows it: formulas in numbers, answers in words, blanks by clause."""

import re
from collections.abc import Iterator
from typing import Any

from scifi import contract
from scifi.corpus import Corpus
from scifi.labels import quantity
from scifi.language import _, number
from scifi.model import Clause, WorkedPilot
from scifi.model.worked import HOURS, FilledBlank, OpenBlank, PilotInput, Sum

_SIGNS = {" ** 0.5": "^½", "*": "×", "/": "÷", "-": "−"}
"""How people read the signs of a formula."""

_ROOT = re.compile(r"(\((?:[^()]|\([^()]*\))*\)) \*\* 0\.5")
"""A bracket, with brackets in it, of which the square root is taken."""


def values(corpus: Corpus, pilot: WorkedPilot) -> dict[str, Any]:
    """What the page shows besides the entry itself."""
    answers = pilot.contract.answers.given
    clauses = contract.chosen(corpus.clauses, answers)
    return {
        "pilot": pilot,
        "sums": [(line, _formulas(pilot, line), _result(line)) for line in pilot.sums],
        "answers": list(_answers(pilot)),
        "clauses": clauses,
        "filled": _by_clause(clauses, pilot.contract.filled),
        "proposed": _proposed(clauses, pilot),
        "assembler": "&".join(f"{question}={answer}" for question, answer in answers.items()),
        "left_open": pilot.contract.left_open,
    }


def _formulas(pilot: WorkedPilot, line: Sum) -> list[str]:
    found = [line.formula, *([line.formula_to] if line.formula_to else [])]
    return [in_numbers(pilot, formula) for formula in found]


def _result(line: Sum) -> str:
    return quantity(line.value, line.unit, line.value_to)


def in_numbers(pilot: WorkedPilot, formula: str) -> str:
    """A formula with numbers in the place of names: `20 × 104`."""
    known = {HOURS: float(pilot.hours_in_all)}
    lines: list[PilotInput | Sum] = [*pilot.inputs, *pilot.sums]
    for line in lines:
        if line.name and line.value is not None:
            known[line.name] = line.value
            known[f"{line.name}_to"] = line.value_to or line.value

    def said(found: re.Match[str]) -> str:
        return _written(known[found.group()])

    shown = re.sub(r"[a-z]+(?:_[a-z0-9]+)*", said, _ROOT.sub(r"√\1", formula))
    for sign, read in _SIGNS.items():
        shown = shown.replace(sign, read)
    return shown


def _written(value: float) -> str:
    return number(value, places=len(f"{value:g}".partition(".")[2]))


def _answers(pilot: WorkedPilot) -> Iterator[tuple[str, str]]:
    """The questions of the assembler with the answers of the example, in words."""
    given = pilot.contract.answers.given
    for name, asks, answers in contract.QUESTIONS:
        words = dict(answers)
        yield _(asks), _(words[given[name]])


def _by_clause(
    clauses: list[Clause], filled: list[FilledBlank]
) -> list[tuple[Clause, list[FilledBlank]]]:
    """The blanks that are filled in, each under the first clause that has it."""
    by_name = {line.blank: line for line in filled}
    found = []
    for clause in clauses:
        if lines := [by_name.pop(blank) for blank in clause.blanks if blank in by_name]:
            found.append((clause, lines))
    return found


def _proposed(clauses: list[Clause], pilot: WorkedPilot) -> list[tuple[str, str]]:
    """The blanks in which our proposal stays."""
    lines: list[FilledBlank | OpenBlank] = [*pilot.contract.filled, *pilot.contract.left_open]
    named = {line.blank for line in lines}
    return [(b, p) for b, p in contract.blanks(clauses).items() if p and b not in named]


def thread(corpus: Corpus, chapter: str) -> list[tuple[WorkedPilot, str]]:
    """What the worked pilots say in a chapter, in their order."""
    return [
        (pilot, told.text)
        for pilot in corpus.worked_pilots
        for told in pilot.thread
        if told.chapter == chapter
    ]
