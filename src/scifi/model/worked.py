"""
A worked pilot: one pilot of an invented town on paper, from the first idea to the gate note.

The town is invented, its inputs are not: each has its receipt, or says that it is our estimate.
Sums are written as formulas of the inputs, so that a check, a test and a spreadsheet can do them
again.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scifi.model.base import EvidenceKind, FoundEntry, Qualifier, Record, Theme
from scifi.model.drawing import Drawing
from scifi.model.texts import Claim, Country, Id, Label, Number, Summary, Text

Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z0-9]+)*$", max_length=40)]
"""What a formula calls a number: `visits_a_year`."""

Formula = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_+*/(). -]+$", max_length=200)]
"""A sum of numbers and names with + - * / and brackets: `bins * visits`; `** 0.5` is a root."""


class GateAnswer(StrEnum):
    """What is decided on the day of the gate."""

    GO = "go"
    CHANGE = "change"
    STOP = "stop"


HOURS = "hours"
"""What formulas call the hours of all roles together."""


class PilotInput(Record):
    """A number that is known before the pilot starts, or that is looked for in vain."""

    what: Label = Field(description="What is counted, in a few words.")
    name: Name | None = Field(default=None, description="What formulas call it, if any does.")
    value: Number | None = Field(description="The number; null if none was found.")
    value_to: Number | None = Field(default=None, description="The upper end of a range.")
    qualifier: Qualifier | None = Field(
        default=None, description="about, at-least (over) or at-most (up to), as the source says."
    )
    unit: Label = Field(description="The unit: EUR each, per year.")
    kind: EvidenceKind | None = Field(description="How it came about; null if none was found.")
    source: Id | None = Field(description="The key of its source; null if it is our estimate.")
    note: Text | None = Field(default=None, description="What limits the number.")


class Sum(Record):
    """Something that follows from the inputs."""

    what: Label = Field(description="What it is, in a few words.")
    name: Name | None = Field(default=None, description="What other formulas call it, if any does.")
    formula: Formula = Field(
        description="How it is computed: names of inputs and sums before it, or numbers."
    )
    value: Number = Field(description="What comes out, rounded as it is to be read.")
    formula_to: Formula | None = Field(
        default=None, description="How the upper end of a range is computed."
    )
    value_to: Number | None = Field(default=None, description="The upper end of a range.")
    unit: Label = Field(description="The unit.")
    note: Text | None = Field(default=None, description="What limits it.")


class BudgetLine(Record):
    """What has to be paid. A line without a price is asked for in the consultation."""

    what: Label = Field(description="What is bought, with its number.")
    low: Number | None = Field(description="The lower sum in euros; null if no source says.")
    low_formula: Formula | None = Field(default=None, description="How it is computed, if it is.")
    high: Number | None = Field(description="The upper sum in euros; null if no source says.")
    high_formula: Formula | None = Field(default=None, description="How it is computed, if it is.")
    kind: EvidenceKind | None = Field(description="How the sums came about; null without sums.")
    text: Claim = Field(description="Where they come from, or what to ask, with the receipt.")


class RoleHours(Record):
    """Hours that one role works for the pilot."""

    who: Label = Field(description="The role.")
    hours: int = Field(ge=1, le=5000, description="Hours in all.")
    text: Claim = Field(description="What they are for, with the receipt.")


class PilotRisk(Record):
    """Something that went wrong elsewhere, and what the example does about it."""

    title: Label = Field(description="The risk in a few words.")
    text: Claim = Field(description="Where it happened, and what we do, with the receipt.")
    casestudy: Id | None = Field(default=None, description="The case study that shows it, if any.")
    clauses: list[Id] = Field(default_factory=list, description="Clauses that deal with it.")


class ContractAnswers(Record):
    """The nine answers that choose the clauses, in the words of the assembler."""

    price: Literal["small", "middle", "large"] = Field(description="How much the pilot costs.")
    helps: list[Literal["funder", "aid"]] = Field(
        default_factory=list, description="Whether a funder pays, or the firm gets something."
    )
    data: Literal["none", "personal", "cameras"] = Field(description="Personal data in it.")
    ai: Literal["no", "yes"] = Field(description="Whether it uses artificial intelligence.")
    place: Literal["none", "devices", "app", "devices,app"] = Field(
        description="Where people meet it."
    )
    rollout: Literal["no", "yes"] = Field(description="Whether the roll-out is an option.")
    open_source: Literal["no", "yes"] = Field(description="Whether the code is open source.")
    rights: Literal["firm", "city"] = Field(description="Who owns the result.")
    security: Literal["usual", "critical"] = Field(description="What happens if it fails.")
    country: Country | None = Field(description="The country, two letters; null if invented.")

    @property
    def given(self) -> dict[str, str]:
        """The answers by question, as the form of the assembler gives them."""
        answers = {name: str(value) for name, value in self.model_dump().items() if value}
        answers["helps"] = ",".join(self.helps)
        answers["source"] = answers.pop("open_source")
        return {name: answer for name, answer in answers.items() if answer}


class FilledBlank(Record):
    """A blank of the contract, filled in."""

    blank: Label = Field(description="What the clause calls it.")
    words: Label = Field(description="What stands in its place.")
    note: Claim | None = Field(default=None, description="Why, with the receipt.")


class OpenBlank(Record):
    """A blank of the contract that cannot be filled in yet."""

    blank: Label = Field(description="What the clause calls it.")
    because: Claim = Field(description="Why it stays open, with the receipt.")


class PilotContract(Record):
    """Which clauses the contract holds, and what stands in its blanks."""

    answers: ContractAnswers = Field(description="The nine answers.")
    filled: list[FilledBlank] = Field(min_length=1, description="Blanks that are filled in.")
    left_open: list[OpenBlank] = Field(default_factory=list, description="Blanks left open.")


class AcceptanceTest(Record):
    """One line of the acceptance test."""

    what: Label = Field(description="What is tested.")
    how: Label = Field(description="How it is looked at.")
    passes: Claim = Field(description="When it passes, with the receipt.")


class ResultsSheet(Record):
    """The results of the pilot, all invented."""

    columns: list[Label] = Field(min_length=2, max_length=6, description="The heads.")
    rows: list[list[Label]] = Field(min_length=1, description="The rows, a cell for each column.")
    text: list[Claim] = Field(min_length=1, description="What they say, and what they do not.")


class Decision(Record):
    """The values of the gate, and what was decided."""

    go: Claim = Field(description="When the town goes on.")
    change: Claim = Field(description="When it changes something and tests again.")
    stop: Claim = Field(description="When it stops.")
    decided: GateAnswer = Field(description="What the note decides.")
    text: list[Claim] = Field(min_length=1, description="The note itself, in paragraphs.")


class Told(Record):
    """What the example says in a chapter."""

    chapter: Id = Field(description="The chapter.")
    text: Claim = Field(description="One or two sentences for its end, with the receipt.")


class WorkedPilot(FoundEntry):
    """One pilot of an invented town, worked out from the first idea to the gate note."""

    order: int = Field(description="Its place among the worked pilots.")
    themes: list[Theme] = Field(min_length=1, description="The services it is about.")
    summary: Summary = Field(description="At most 60 words: what is worked out here.")
    invented: Text = Field(description="What is invented, and what is not.")
    honest_line: Claim = Field(description="What it comes to, in two or three sentences.")
    question: Label = Field(description="The question that the pilot answers.")
    idea: list[Claim] = Field(min_length=1, description="How the idea came up.")
    inputs: list[PilotInput] = Field(min_length=1, description="What is known before.")
    cheaper_first: list[Claim] = Field(min_length=1, description="What to try before buying.")
    sums: list[Sum] = Field(min_length=1, description="What follows from the inputs.")
    budget: list[BudgetLine] = Field(min_length=1, description="What has to be paid.")
    hours: list[RoleHours] = Field(min_length=1, description="Who works how long.")
    drawing: Drawing = Field(description="The calendar, as a plan of weeks.")
    baseline: list[Claim] = Field(min_length=1, description="What is counted before, and how.")
    size: list[Claim] = Field(
        min_length=1, description="How many and how long, and what that cannot show."
    )
    weather: list[Claim] = Field(default_factory=list, description="How weather is taken out.")
    risks: list[PilotRisk] = Field(min_length=1, description="What went wrong elsewhere.")
    contract: PilotContract = Field(description="The contract, filled in.")
    acceptance: list[AcceptanceTest] = Field(min_length=1, description="The acceptance test.")
    results: ResultsSheet = Field(description="The results sheet, invented.")
    council_brief: list[Claim] = Field(min_length=1, description="The brief for the council.")
    gate: Decision = Field(description="The gate note.")
    worksheets: list[Id] = Field(default_factory=list, description="Sheets that it uses.")
    solutions: list[Id] = Field(default_factory=list, description="The solution that it tries.")
    thread: list[Told] = Field(min_length=1, description="What it says in which chapter.")

    @property
    def hours_in_all(self) -> int:
        """Hours of all roles together."""
        return sum(role.hours for role in self.hours)

    @property
    def named_inputs(self) -> dict[str, float]:
        """The inputs by the name that formulas call them, and the hours in all."""
        found: dict[str, float] = {HOURS: self.hours_in_all}
        for given in self.inputs:
            if given.name and given.value is not None:
                found[given.name] = given.value
                if given.value_to is not None:
                    found[f"{given.name}_to"] = given.value_to
        return found
