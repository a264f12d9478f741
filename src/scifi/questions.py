"""
The questions that pages and papers ask about what an entry does not tell.

One list says which fields can be asked for, in which words and with which example. A field that
is not in it is never asked for.
"""

from dataclasses import dataclass
from enum import StrEnum

from scifi.language import N_
from scifi.model.base import EvidenceKind, MeasuredBy, Status

TOLD = "told"
"""The shape of an answer in free words, which a person has to put into fields."""


@dataclass(frozen=True)
class Part:
    """
    One thing to write: `name` is its field inside the answer, empty if it is the whole answer.

    `input` says what is written: date, number, country, currency, text (one line), long (a
    paragraph) or choice.
    """

    input: str
    example: str = ""
    name: str = ""
    label: str = ""
    choices: tuple[StrEnum, ...] = ()
    needed: bool = True


@dataclass(frozen=True)
class Question:
    """
    A field of a kind that can be asked for; `field` has `[]` for each place in a list.

    `short` follows the words "not reported". The `shape` of the answer: a `value`; a `group` of
    fields; an `item`, the first of a list; or `told`. A `sourced` answer needs its source.
    """

    kind: str
    field: str
    short: str
    question: str
    parts: tuple[Part, ...]
    shape: str = "value"
    sourced: bool = False

    @property
    def name(self) -> str:
        """Its name in data for scripts."""
        return f"{self.kind} {self.field}"


TELLERS = {
    "city": N_("I work, or worked, for the city"),
    "supplier": N_("I work, or worked, for the supplier"),
    "partner": N_("I took part in another way"),
    "researcher": N_("I studied it"),
    "reader": N_("I read about it"),
}
"""Who one may be to what one tells, each with its word in an answer."""

_NUMBER = Part("number", "12.5")
_UNKNOWNS = (
    ("casestudy", "unknowns[]"),
    ("city", "unknowns[]"),
    ("programme", "unknowns[]"),
    ("law", "unknowns[]"),
    ("law", "national_limits[].unknowns[]"),
    ("funding", "unknowns[]"),
    ("solution", "unknowns[]"),
)

QUESTIONS: tuple[Question, ...] = (
    Question(
        "casestudy",
        "afterwards",
        N_("what became of it"),
        N_("What became of the pilot?"),
        (
            Part(
                "choice",
                name="status",
                label=N_("What became of it"),
                choices=tuple(status for status in Status if status is not Status.UNKNOWN),
            ),
            Part(
                "long",
                N_("The city bought 200 of them in 2023, after a tender."),
                "reason",
                N_("Why, or how it is known"),
            ),
            Part("date", "2024-06", "confirmed", N_("When this was so"), needed=False),
        ),
        "group",
        sourced=True,
    ),
    Question(
        "casestudy",
        "afterwards.confirmed",
        N_("when this was last known"),
        N_("When was it last known what became of the pilot?"),
        (Part("date", "2024-06"),),
    ),
    Question(
        "casestudy",
        "period.start",
        N_("when it began"),
        N_("When did the pilot begin?"),
        (Part("date", "2022-09"),),
    ),
    Question(
        "casestudy",
        "period.end",
        N_("when it ended"),
        N_("When did the pilot end?"),
        (Part("date", "2024-06"),),
    ),
    Question(
        "casestudy",
        "money",
        N_("what it cost"),
        N_("What did the pilot cost?"),
        (
            Part("number", "48000", "amount", N_("The sum")),
            Part("currency", "EUR", "currency", N_("Its currency, three letters")),
            Part(
                "text",
                N_("120 sensors with service for two years"),
                "what",
                N_("What the sum paid for"),
            ),
            Part(
                "choice",
                name="kind",
                label=N_("How sure the sum is"),
                choices=tuple(EvidenceKind),
            ),
        ),
        "item",
        sourced=True,
    ),
    Question(
        "casestudy",
        "providers",
        N_("who supplied it"),
        N_("Who supplied the solution?"),
        (
            Part("text", N_("Example Sensors Ltd"), "name", N_("Name of the supplier")),
            Part("country", "BE", "country", N_("Its country, two letters"), needed=False),
        ),
        "item",
    ),
    Question(
        "casestudy",
        "providers[].country",
        N_("from which country the supplier is"),
        N_("From which country is the supplier?"),
        (Part("country", "BE", label=N_("The country, two letters")),),
    ),
    Question(
        "casestudy",
        "results",
        N_("any number"),
        N_("Which number did the pilot reach?"),
        (Part("long", N_("Collections fell from 20 to 14 a week between March and June 2023.")),),
        TOLD,
        sourced=True,
    ),
    Question(
        "casestudy",
        "results[].value",
        N_("the number itself"),
        N_("What was the number in the end?"),
        (_NUMBER,),
    ),
    Question(
        "casestudy",
        "results[].baseline",
        N_("the number before"),
        N_("What was the number before the pilot, or in the group it is compared with?"),
        (_NUMBER,),
    ),
    Question(
        "casestudy",
        "results[].period",
        N_("when it was counted"),
        N_("When, or for how long, was it counted?"),
        (Part("text", N_("March to August 2023")),),
    ),
    Question(
        "casestudy",
        "results[].measured_by",
        N_("who counted it"),
        N_("Who counted it?"),
        (
            Part(
                "choice",
                choices=tuple(who for who in MeasuredBy if who is not MeasuredBy.UNKNOWN),
            ),
        ),
    ),
    Question(
        "casestudy",
        "obstacles",
        N_("any obstacle"),
        N_("What got in the way of the pilot?"),
        (Part("long", N_("The radio network did not reach the bins in narrow streets.")),),
        TOLD,
    ),
    Question(
        "city",
        "population",
        N_("how many people live there"),
        N_("How many people live there?"),
        (
            Part("number", "86400", "value", N_("People")),
            Part("date", "2024", "date", N_("The year of the count")),
        ),
        "group",
        sourced=True,
    ),
    Question(
        "city",
        "profile",
        N_("what kind of place it is"),
        N_("What kind of place is it: size, growth, region, people?"),
        (Part("long", N_("A town of 12,000 people that has lost a tenth of them since 2000.")),),
        TOLD,
        sourced=True,
    ),
    Question(
        "programme",
        "phases[].end",
        N_("when it ended"),
        N_("When did this phase end?"),
        (Part("date", "2024-06"),),
    ),
    Question(
        "funding",
        "size",
        N_("how much it pays"),
        N_("How much does it pay?"),
        (Part("long", N_("It pays 100,000 to 500,000 EUR for each project.")),),
        sourced=True,
    ),
    Question(
        "funding",
        "rate",
        N_("which share it pays"),
        N_("Which share of the cost does it pay?"),
        (Part("long", N_("It pays up to 80 per cent of the cost.")),),
        sourced=True,
    ),
    Question(
        "indicator",
        "cost",
        N_("what it costs to collect"),
        N_("What does it cost to collect this number?"),
        (Part("long", N_("A city of 50,000 people needed two days of staff time a year.")),),
        sourced=True,
    ),
    Question(
        "remedy",
        "effort",
        N_("what it takes"),
        N_("What does it take, in work or money?"),
        (Part("long", N_("Two people needed three weeks.")),),
        sourced=True,
    ),
    Question(
        "remedy",
        "survivors",
        N_("who survived it"),
        N_("Who has been through it?"),
        (
            Part("text", N_("Example City"), "where", N_("City or project")),
            Part(
                "long",
                N_("It split the contract into lots and got four bids."),
                "text",
                N_("What they did, and what came of it"),
            ),
        ),
        "item",
        sourced=True,
    ),
    *(
        Question(
            kind,
            field,
            N_("something that we looked for"),
            N_("Do you know this?"),
            (Part("long"),),
            TOLD,
        )
        for kind, field in _UNKNOWNS
    ),
)
"""Every question, by kind in the order in which a city would be asked."""
