"""
A solution: something cities do against a trouble, with what it takes and what is known of it.

Its effect, cost, failures and verdict are computed from the case studies that name it; here
stands only what a person has to write.
"""

from typing import Self

from pydantic import Field, model_validator

from scifi.language import _
from scifi.model.base import FoundEntry, Record, Theme
from scifi.model.knowledge import ClassTask, RoleTask
from scifi.model.texts import Claim, Id, Label, Number, Summary, Text, Title, cited


class Finding(Record):
    """A statement that rests on case studies of this knowledge base, or names its receipt."""

    text: Text = Field(description="The statement, in one or two sentences.")
    casestudies: list[Id] = Field(
        default_factory=list, description="The case studies that show it."
    )

    @model_validator(mode="after")
    def _has_ground(self) -> Self:
        if not self.casestudies and not cited(self.text):
            raise ValueError(
                _("rests on nothing: name `casestudies`, or cite a source with [@key] or [@ours]")
            )
        return self


class Variant(Record):
    """A form of the solution that is counted apart."""

    id: Id = Field(description="Its kebab-case name.")
    title: Title = Field(description="Its name in words.")


class Outcome(Record):
    """What the solution is meant to change, or must not make worse."""

    indicator: Id = Field(description="The indicator that shows it.")
    worth_having: Number | None = Field(
        default=None,
        description="The smallest change for the better worth having, in per cent; our judgement.",
    )


class Solution(FoundEntry):
    """Something cities do against a trouble. The title names what is done."""

    summary: Summary = Field(description="At most 60 words: what it is.")
    trouble: Text = Field(description="The trouble it answers, in the words of people who have it.")
    themes: list[Theme] = Field(min_length=1, description="The city services it is about.")
    outcomes: list[Outcome] = Field(
        min_length=1, description="What it is meant to change; the first one decides."
    )
    harms: list[Outcome] = Field(
        default_factory=list, description="What it must not make worse; counted apart."
    )
    variants: list[Variant] = Field(
        default_factory=list, description="Its forms, where their effects may differ."
    )
    condition: Text | None = Field(
        default=None,
        description="What seems to decide whether it works; each case says if it was met.",
    )
    suits: Claim = Field(description="Which cities it suits, and which not.")
    needs_first: list[Finding] = Field(min_length=1, description="What must exist before.")
    steps: list[ClassTask] = Field(min_length=1, description="What to do in which step.")
    roles: list[RoleTask] = Field(min_length=1, description="Who does what.")
    cost_basis: Text = Field(description="What its cost is made of, and per what.")
    cost_units: list[Label] = Field(
        default_factory=list, description="The units in which costs of one are compared: home."
    )
    result_shows_after: Claim = Field(description="How long until a result can be seen.")
    side_effects: list[Finding] = Field(description="What else it changes, good and bad.")
    when_it_fails: list[Finding] = Field(description="When it failed and why.")
    indicators: list[Id] = Field(min_length=1, description="What to measure.")
    laws: list[Id] = Field(default_factory=list, description="Laws to mind.")
    obstacles: list[Id] = Field(min_length=1, description="Obstacles to expect.")
    remedies: list[Id] = Field(min_length=1, description="Remedies to have at hand.")
    alternatives: list[Id] = Field(default_factory=list, description="Solutions to weigh it with.")
    pathways: list[Id] = Field(default_factory=list, description="Pathways it belongs to.")
    unknowns: list[Text] = Field(description="What was looked for and not found.")
