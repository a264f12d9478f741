"""Rules about worked pilots: `worked-sums` and `contract-blanks`."""

from collections.abc import Iterator, Mapping

from scifi import contract, formulas
from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, nearest
from scifi.language import _
from scifi.model import Clause, WorkedPilot
from scifi.model.worked import Sum

KIND = "worked-pilot"


class WorkedSums(Rule):
    """
    A formula of a worked pilot gives the number that stands beside it, rounded.

    A formula is made of numbers, of names of inputs and of sums before it, and of + - * / and
    brackets; `** 0.5` is a square root. `price_to` is the upper end of a range called `price`, and
    `hours` the hours of all roles.

    Why: whoever copies the sums puts in other numbers, and has to trust the way from one to the
    other.

    Fix: the message says what comes out. Correct the number, or the formula.
    """

    name = "worked-sums"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every formula that cannot be computed, or that gives another number."""
        pilot = _pilot(document, library)
        if not pilot:
            return
        values = pilot.named_inputs
        for at, line in enumerate(pilot.sums):
            for end, formula, value in _ends(line):
                path = ("sums", at, f"formula{end}")
                result = self._computed(formula, values)
                yield from self._compared(document, path, result, value)
                if line.name and isinstance(result, float):
                    values[line.name + end] = result
        for at, cost in enumerate(pilot.budget):
            if cost.low_formula:
                result = self._computed(cost.low_formula, values)
                yield from self._compared(document, ("budget", at, "low_formula"), result, cost.low)
            if cost.high_formula:
                result = self._computed(cost.high_formula, values)
                path = ("budget", at, "high_formula")
                yield from self._compared(document, path, result, cost.high)

    @staticmethod
    def _computed(formula: str, values: Mapping[str, float]) -> float | str:
        """What comes out, or what is wrong with the formula."""
        try:
            return formulas.computed(formula, values)
        except KeyError as error:
            return _("no input, and no sum before this one, is called {name}", name=error)
        except (ValueError, ZeroDivisionError, OverflowError):
            return _("this formula cannot be computed")

    def _compared(
        self, document: Document, path: Path, result: float | str, value: float | None
    ) -> Iterator[Problem]:
        if isinstance(result, str):
            why, fix = _("Nobody could do the sum again."), _("Correct the formula.")
            yield self.problem(document, path, result, why, fix)
        elif value is None or not is_rounded(result, value):
            yield self.problem(
                document,
                path,
                _("this formula gives {result}", result=f"{result:.6g}"),
                _("Another number stands beside it."),
                _("Correct the number, or the formula."),
            )


class ContractBlanks(Rule):
    """
    Each blank that a worked pilot fills in belongs to a clause that its answers choose.

    And each blank of these clauses is filled in, or keeps the proposal of its clause, or is listed
    under `left_open` with the reason.

    Why: the contract in the folder is made from both. A blank that no clause has would be lost
    without a word, and one that was forgotten would stand in a contract that is called filled in.

    Fix: write the name as the clause has it, fill the blank in, or say why it stays open.
    """

    name = "contract-blanks"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every blank that is unknown, named twice or forgotten."""
        pilot = _pilot(document, library)
        if not pilot:
            return
        clauses = [c for c in library.entries.get("clause", {}).values() if isinstance(c, Clause)]
        known = contract.blanks(contract.chosen(clauses, pilot.contract.answers.given))
        named: set[str] = set()
        filled = [line.blank for line in pilot.contract.filled]
        left_open = [line.blank for line in pilot.contract.left_open]
        for group, blanks in (("filled", filled), ("left_open", left_open)):
            for at, blank in enumerate(blanks):
                if blank not in known or blank in named:
                    yield self._wrong(document, ("contract", group, at, "blank"), blank, known)
                named.add(blank)
        for blank, proposal in known.items():
            if not proposal and blank not in named:
                yield self._forgotten(document, blank)

    def _wrong(
        self, document: Document, path: Path, blank: str, known: Mapping[str, str]
    ) -> Problem:
        if blank in known:
            what = _('the blank "{name}" is named twice', name=blank)
            return self.problem(
                document, path, what, _("One of the two is lost."), _("Delete one.")
            )
        return self.problem(
            document,
            path,
            _('no clause that the answers choose has the blank "{name}"', name=blank),
            _("What stands in it would be lost without a word."),
            nearest(blank, list(known)),
        )

    def _forgotten(self, document: Document, blank: str) -> Problem:
        return self.problem(
            document,
            ("contract", "filled"),
            _('the blank "{name}" is neither filled in nor left open', name=blank),
            _("It would stand empty in a contract that is called filled in."),
            _("Fill it in, or list it under `left_open` with the reason."),
        )


def is_rounded(exact: float, value: float) -> bool:
    """Whether a number is another one, rounded to the digits that it is written with."""
    places = 0 if float(value).is_integer() else len(repr(float(value)).partition(".")[2])
    # Half a unit and a hair: a half may be rounded either way.
    return abs(exact - value) <= 0.5 / 10.0**places + 1e-9


def _ends(line: Sum) -> Iterator[tuple[str, str, float | None]]:
    yield "", line.formula, line.value
    if line.formula_to or line.value_to is not None:
        yield "_to", line.formula_to or "", line.value_to


def _pilot(document: Document, library: Library) -> WorkedPilot | None:
    """The worked pilot in a document, if it is a good one."""
    if document.file.kind != KIND:
        return None
    found = library.entries.get(KIND, {}).get(document.file.id)
    return found if isinstance(found, WorkedPilot) else None
