"""
A clause: a piece of a contract for a pilot, in our own words, with blanks to fill in.

It says what it settles, which trouble it prevents, which law it carries out, and which case
studies paid for the lesson.
"""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from scifi.language import _
from scifi.model.base import FoundEntry, Record
from scifi.model.texts import Claim, Id, Label, PartialDate, Text

BLANK = re.compile(r"\[(?!@)([^\[\]:]+)(?:: ?([^\[\]]+))?\](?!\()")
"""
A blank in the text of a clause: `[name]`, or with our proposal `[name: 30 days]`.

A bracket behind it would make it a link of Markdown.
"""

SHORTEST_NAME = 3
"""Letters that the name of a blank has at the least: `[n]` tells nobody what to fill in."""


class ClauseGroup(StrEnum):
    """What a clause is about, in the order of a contract."""

    START = "start"
    TEST = "test"
    MONEY = "money"
    DATA = "data"
    SECURITY = "security"
    AI = "ai"
    RIGHTS = "rights"
    WAY_OUT = "way-out"
    SERVICE = "service"
    RISK = "risk"
    STREET = "street"
    PEOPLE = "people"
    OPENNESS = "openness"
    END = "end"


class ClauseLevel(StrEnum):
    """Which contracts hold a clause: every one, larger ones, or those to which it applies."""

    MUST = "must"
    SHOULD = "should"
    IF_NEEDED = "if-needed"


class Need(StrEnum):
    """What makes a clause needed; the questions of the assembler ask for it."""

    PERSONAL_DATA = "personal-data"
    AI = "ai"
    DEVICES = "devices"
    CAMERAS = "cameras"
    PEOPLE_USE_IT = "people-use-it"
    ROLL_OUT = "roll-out"
    OPEN_SOURCE = "open-source"
    CRITICAL = "critical"
    OUTSIDE_MONEY = "outside-money"
    AID = "aid"
    FIRM_OWNS = "firm-owns"
    CITY_OWNS = "city-owns"
    DEVELOPMENT = "development"


class Side(StrEnum):
    """Who asks for a clause at the table."""

    CITY = "city"
    FIRM = "firm"
    LAW = "law"
    CITIZENS = "citizens"
    EVALUATOR = "evaluator"


class NumberBasis(StrEnum):
    """How a usual number came about: a rule stands in a law, a standard or a model contract."""

    RULE = "rule"
    MEASURED = "measured"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    PLANNED = "planned"


Pieces = list[str | tuple[str, str]]
"""A text in order: words, and blanks as name and proposal (empty if there is none)."""


def in_pieces(text: str) -> Pieces:
    """The words and the blanks of a text, in order."""
    found: Pieces = []
    last = 0
    for blank in BLANK.finditer(text):
        found += [text[last : blank.start()], (blank[1], blank[2] or "")]
        last = blank.end()
    return [piece for piece in [*found, text[last:]] if piece]


def _has_named_blanks(text: str) -> str:
    bare = BLANK.sub("", re.sub(r"\[@[^\]]*\]", "", text))
    if "[" in bare or "]" in bare:
        raise ValueError(_("holds a bracket that is no blank: write [name] or [name: proposal]"))
    for name, _proposal in BLANK.findall(text):
        if len(re.findall(r"[^\W\d_]", name)) < SHORTEST_NAME:
            raise ValueError(
                _(
                    'has the blank "[{name}]": name what to fill in, as in [weeks of the test: 12]',
                    name=name,
                )
            )
    return text


ClauseText = Annotated[Text, AfterValidator(_has_named_blanks)]
"""The words of a clause, with blanks that say what to fill in."""


class UsualNumber(Record):
    """A number that others wrote into such a clause, or that shows what is usual."""

    number: Label = Field(description="The number with its unit: 30 days, EUR 15,000, 1 to 3 %.")
    what: Claim = Field(description="What it is, and where it stands, with the receipt.")
    basis: NumberBasis = Field(description="rule, measured, reported, estimated or planned.")


class Lesson(Record):
    """A case study that shows why the clause is needed."""

    casestudy: Id = Field(description="The case study.")
    text: Claim = Field(description="What happened there, in one sentence, with the receipt.")


class Clause(FoundEntry):
    """A piece of a contract for a pilot. The title says what it is about."""

    order: int = Field(description="Its place in the contract.")
    group: ClauseGroup = Field(description="What it is about; the list is sorted by it.")
    level: ClauseLevel = Field(description="must, should or if-needed.")
    needs: list[Need] = Field(
        default_factory=list,
        description="What makes it needed, any of these; empty if every pilot has it.",
    )
    settles: Claim = Field(description="What it settles, in one or two sentences.")
    text: ClauseText = Field(description="The clause itself, with [blanks] that name themselves.")
    advice: Claim = Field(description="What to think of while filling it in.")
    lighter: Claim | None = Field(description="When a lighter form does, and which; null if none.")
    stronger: Claim | None = Field(
        description="When to ask for more, and for what; null if there is no need."
    )
    usual: list[UsualNumber] = Field(default_factory=list, description="Usual numbers.")
    asked_by: list[Side] = Field(min_length=1, description="Who asks for it at the table.")
    laws: list[Id] = Field(default_factory=list, description="Laws it carries out.")
    obstacles: list[Id] = Field(default_factory=list, description="Obstacles it prevents.")
    remedies: list[Id] = Field(
        default_factory=list, description="Troubles it would have prevented."
    )
    lessons: list[Lesson] = Field(
        default_factory=list, description="Case studies that paid for the lesson."
    )
    checked: PartialDate = Field(description="When this entry was last checked.")

    @property
    def blanks(self) -> dict[str, str]:
        """Its blanks in order: what to fill in, and our proposal (empty if there is none)."""
        found: dict[str, str] = {}
        for piece in self.pieces:
            if not isinstance(piece, str):
                name, proposal = piece
                found[name] = found.get(name) or proposal
        return found

    @property
    def pieces(self) -> Pieces:
        """Its words, and its blanks as name and proposal, in order."""
        return in_pieces(self.text)
