"""A case study: one pilot of one or more cities, what it did, found, and what became of it."""

from pydantic import Field

from scifi.model.base import (
    Comparison,
    Entry,
    EvidenceKind,
    Figure,
    MeasuredBy,
    Qualifier,
    Record,
    Status,
    Theme,
)
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


class Money(Record):
    """A sum, with what it paid for."""

    what: Label = Field(description="What the sum paid for, and whether it is a maximum.")
    amount: Number = Field(description="The sum, a bare number.")
    qualifier: Qualifier | None = Field(
        default=None, description="about, at-least (over) or at-most (up to), as the source says."
    )
    currency: Currency = Field(description="Its currency.")
    kind: EvidenceKind = Field(
        description="Whether it was spent (measured, reported), estimated, planned."
    )
    source: Id = Field(description="The key of the source it was read in.")


class Result(Figure):
    """One number the pilot is known by, with what it was before and how it came about."""

    indicator: Id = Field(description="The indicator it belongs to.")
    baseline: Number | None = Field(description="The number before, or of the control group.")
    period: Label | None = Field(description="When or how long it was counted.")
    measured_by: MeasuredBy = Field(description="Who took the number.")
    comparison: Comparison = Field(description="What it is compared with.")


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

    status: Status = Field(description="Running, scaled, procured, stopped, failed or unknown.")
    reason: Claim = Field(description="Why, or how it is known, with its receipt.")
    confirmed: PartialDate | None = Field(
        description="The date for which the status is confirmed; null if the source has none."
    )


class CaseStudy(Entry):
    """One pilot. The title is its finding, in one sentence."""

    summary: Summary = Field(description="At most 60 words: what, cost, proof, risk.")
    cities: list[Id] = Field(min_length=1, description="Where it took place.")
    programme: Id | None = Field(description="The programme that paid for or framed it.")
    cycle: int | None = Field(
        default=None, description="The accelerator cycle, where there is one."
    )
    themes: list[Theme] = Field(min_length=1, description="The city services it is about.")
    challenge: Claim = Field(description="The need, before any solution was known.")
    built: Claim = Field(description="What was built or done.")
    data_used: list[Label] = Field(description="Data that went in; empty if not reported.")
    providers: list[Provider] = Field(description="Suppliers; empty if not reported.")
    partners: list[Label] = Field(description="Others who took part, without the city itself.")
    period: Period = Field(description="From when to when.")
    milestones: list[Milestone] = Field(default_factory=list, description="Dated events.")
    money: list[Money] = Field(description="Sums; empty if not reported.")
    results: list[Result] = Field(description="Numbers; empty if none was reported.")
    obstacles: list[ObstacleMet] = Field(description="Obstacles met; empty if none is reported.")
    remedies: list[RemedyTried] = Field(default_factory=list, description="Remedies tried.")
    steps: list[Id] = Field(min_length=1, description="Steps of the survival guide it shows best.")
    lessons: list[Claim] = Field(min_length=1, description="What others can take from it.")
    needed_elsewhere: list[Claim] = Field(
        min_length=1, description="What must exist before another city can do the same."
    )
    afterwards: Afterwards = Field(description="What became of it.")
    unknowns: list[Text] = Field(description="What was looked for and not found.")
