"""A case study: one pilot of one or more cities, what it did, found, and what became of it."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import ConfigDict, Field, model_validator

from scifi.language import N_, _
from scifi.model.base import (
    Comparison,
    Direction,
    Entry,
    EvidenceKind,
    MeasuredBy,
    Qualifier,
    Record,
    Status,
    Theme,
)
from scifi.model.credit import Contributor
from scifi.model.texts import (
    Claim,
    Country,
    Currency,
    Id,
    Label,
    Number,
    PartialDate,
    Summary,
    Text,
)

CHANGE_WORDS = ("less", "more", "better", "earlier")
"""The last words of units that state a difference: "% less", "points more", "days earlier"."""


def states_change(unit: str) -> bool:
    """Whether a number in this unit is itself a difference: "% less" is, "kWh/year" is not."""
    return unit.split()[-1:] in [[word] for word in CHANGE_WORDS]


class Provider(Record):
    """A company or institute that supplied the solution."""

    name: Label = Field(description="Its name.")
    country: Country | None = Field(description="Its country, two letters; null if not reported.")


class Period(Record):
    """From when to when the pilot ran."""

    start: PartialDate | None = Field(description="When it began; null if not reported.")
    end: PartialDate | None = Field(description="When it ended; null if not reported or running.")


class Milestone(Record):
    """Something that happened on a known date."""

    date: PartialDate = Field(description="When.")
    what: Claim = Field(description="What happened, with its receipt.")


class Units(Record):
    """How many things a sum paid for, so that the cost of one can be worked out."""

    count: Number = Field(gt=0, description="How many; 1 if the sum is for a single one.")
    unit: Label = Field(description="One of them: home, lamp, bin, ride, inhabitant a year.")


class Money(Record):
    """A sum, with what it paid for."""

    what: Label = Field(description="What the sum paid for, and whether it is a maximum.")
    amount: Number = Field(description="The sum, a bare number.")
    qualifier: Qualifier | None = Field(
        default=None, description="about, at-least (over) or at-most (up to), as the source says."
    )
    currency: Currency = Field(description="Its currency.")
    paid_for: Units | None = Field(
        default=None, description="How many things it paid for, if the source says so."
    )
    kind: EvidenceKind = Field(
        description="Whether it was spent (measured, reported), estimated, planned."
    )
    source: Id = Field(description="The key of the source it was read in.")


class Interval(Record):
    """How far chance alone may have moved a result, as the study states it."""

    low: Number = Field(description="Its lower end, in the unit of the result.")
    high: Number = Field(description="Its upper end.")
    level: Number = Field(gt=0, lt=100, description="Its level of confidence, per cent: 95.")


class Promise(Record):
    """What had been promised, planned or expected instead of the result."""

    value: Number = Field(description="The number promised, in the unit of the result.")
    value_to: Number | None = Field(
        default=None, description="The upper end, where a range was promised."
    )
    source: Id = Field(description="The key of the source it was read in.")
    note: Text | None = Field(default=None, description="Who promised it, when, on what ground.")


class Result(Record):
    """One number the pilot is known by, with what it was before and how it came about."""

    indicator: Id = Field(description="The indicator it belongs to.")
    headline: bool = Field(
        default=False,
        description="true for the result on the pilot's own aim; its evidence grade rests on it.",
    )
    what: Label = Field(description="What is counted, in a few words.")
    value: Number | None = Field(description="The number; null if it is not reported.")
    value_to: Number | None = Field(
        default=None, description="The upper end, where the source gives a range."
    )
    qualifier: Qualifier | None = Field(
        default=None, description="about, at-least (over) or at-most (up to), as the source says."
    )
    baseline: Number | None = Field(description="The number before, or of the control group.")
    unit: Label = Field(description="The unit: EUR, pilots, people.")
    interval: Interval | None = Field(
        default=None, description="The interval of confidence, if the study gives one."
    )
    sample: Label | None = Field(
        default=None, description="How many were counted: 5,028 homes, 1,170 of them controls."
    )
    direction: Direction | None = Field(
        default=None,
        description="better, none (no difference found), worse or unclear; null if no effect.",
    )
    promised: Promise | None = Field(
        default=None, description="What had been promised for the same number, if anything."
    )
    variant: Id | None = Field(
        default=None, description="The variant of the solution it is about, if one of several."
    )
    period: Label | None = Field(description="When or how long it was counted.")
    kind: EvidenceKind = Field(description="How the number came about.")
    measured_by: MeasuredBy = Field(description="Who took the number.")
    comparison: Comparison = Field(description="What it is compared with.")
    source: Id = Field(description="The key of the source it was read in.")
    note: Text | None = Field(default=None, description="What limits the number.")


class ObstacleMet(Record):
    """An obstacle of the survival guide that this pilot met."""

    obstacle: Id = Field(description="The obstacle.")
    step: Id = Field(description="The step of the survival guide in which it was met.")
    text: Claim = Field(description="How it showed, with its receipt.")


class RemedyTried(Record):
    """A remedy of the aid kit that this pilot tried."""

    remedy: Id = Field(description="The remedy.")
    text: Claim = Field(description="What was done and how it went, with its receipt.")


class Afterwards(Record):
    """What became of the pilot."""

    status: Status = Field(description="What became of it, in one word.")
    reason: Claim = Field(description="Why, or how it is known, with its receipt.")
    confirmed: PartialDate | None = Field(
        description="The date for which the status is confirmed; null if the source has none."
    )


class SolutionTried(Record):
    """A solution that this pilot tried, so that its results count for it."""

    solution: Id = Field(description="The solution.")
    variant: Id | None = Field(default=None, description="Which of its variants.")
    condition: bool | None = Field(
        default=None,
        description="Whether the solution's condition was met here; null if not known or none.",
    )


ALWAYS = ("title", "themes")
"""Fields that even a draft has, besides a place."""

UNWRITTEN: Mapping[str, Any] = {
    "summary": N_("Not written yet."),
    "challenge": N_("Not written yet. [@ours]"),
    "built": N_("Not written yet. [@ours]"),
    "lessons": [N_("Not written yet. [@ours]")],
    "afterwards": {
        "status": Status.UNKNOWN.value,
        "reason": N_("Not written yet. [@ours]"),
        "confirmed": None,
    },
}
"""Fields that a finished case study has to have, and what stands for them in a draft."""


def _draft_may_lack(schema: dict[str, Any]) -> None:
    """Let the JSON Schema ask for the fields of `UNWRITTEN` only where there is no draft."""
    asked = [name for name in schema["required"] if name not in UNWRITTEN]
    schema |= {
        "required": asked,
        "if": {"properties": {"draft": {"const": True}}, "required": ["draft"]},
        "else": {"properties": dict.fromkeys(UNWRITTEN, True), "required": list(UNWRITTEN)},
    }


class CaseStudy(Entry):
    """
    One pilot. The title is its finding, in one sentence.

    What nobody reported may be left out; it shows as "not reported". A `draft` may also leave out
    what is not written yet: it has a page, and counts nowhere.
    """

    model_config = ConfigDict(json_schema_extra=_draft_may_lack)

    draft: bool = Field(
        default=False, description="true while it is not complete; it is shown, and counts nowhere."
    )
    summary: Summary = Field(description="At most 60 words: what, cost, proof, risk.")
    cities: list[Id] = Field(
        default_factory=list,
        description="Where it took place; empty if it was a trial of a whole country.",
    )
    countries: list[Country] = Field(
        default_factory=list, description="Countries it covered as a whole, two letters each."
    )
    solutions: list[SolutionTried] = Field(
        default_factory=list, description="Solutions it tried; empty if none of ours."
    )
    programme: Id | None = Field(
        default=None, description="The programme that paid for or framed it."
    )
    cycle: int | None = Field(
        default=None, description="The accelerator cycle, where there is one."
    )
    themes: list[Theme] = Field(min_length=1, description="The city services it is about.")
    challenge: Claim = Field(description="The need, before any solution was known.")
    built: Claim = Field(description="What was built or done.")
    data_used: list[Label] = Field(
        default_factory=list, description="Data that went in; empty if not reported."
    )
    providers: list[Provider] = Field(
        default_factory=list, description="Suppliers; empty if not reported."
    )
    partners: list[Label] = Field(
        default_factory=list, description="Others who took part, without the city itself."
    )
    period: Period = Field(
        default_factory=lambda: Period(start=None, end=None), description="From when to when."
    )
    milestones: list[Milestone] = Field(default_factory=list, description="Dated events.")
    money: list[Money] = Field(default_factory=list, description="Sums; empty if not reported.")
    results: list[Result] = Field(
        default_factory=list, description="Numbers; empty if none was reported."
    )
    obstacles: list[ObstacleMet] = Field(
        default_factory=list, description="Obstacles met; empty if none is reported."
    )
    remedies: list[RemedyTried] = Field(default_factory=list, description="Remedies tried.")
    steps: list[Id] = Field(
        default_factory=list, description="Steps of the survival guide it shows best."
    )
    lessons: list[Claim] = Field(min_length=1, description="What others can take from it.")
    needed_elsewhere: list[Claim] = Field(
        default_factory=list,
        description="What must exist before another city can do the same.",
    )
    afterwards: Afterwards = Field(description="What became of it.")
    unknowns: list[Text] = Field(
        default_factory=list, description="What was looked for and not found."
    )
    contributors: list[Contributor] = Field(
        default_factory=list, description="Who is thanked on the page; empty if nobody asks for it."
    )

    @model_validator(mode="before")
    @classmethod
    def _fill_draft(cls, data: Any) -> Any:
        """A draft with words in place of what is not written, so that pages need not ask."""
        if isinstance(data, dict) and data.get("draft") is True:
            return {**unwritten(), **data}
        return data

    @model_validator(mode="after")
    def _has_a_place(self) -> Self:
        if not self.cities and not self.countries:
            raise ValueError(
                _("the case study has no place: `cities` and `countries` are both empty")
            )
        return self

    def written(self) -> dict[str, Any]:
        """Its fields as plain data, as they stand in its file; what is not written left out."""
        data = self.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"id"})
        missing = unwritten() if self.draft else {}
        return {name: value for name, value in data.items() if value != missing.get(name, ...)}


def unwritten() -> dict[str, Any]:
    """What stands for each field that a draft may lack, in the language of the site."""
    return {name: _translated(value) for name, value in UNWRITTEN.items()}


def _translated(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _translated(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_translated(part) for part in value]
    return _(value) if isinstance(value, str) and " " in value else value
