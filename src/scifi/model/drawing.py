"""
The drawing of a chapter: its main idea in one of six forms, as the words that are drawn.

A drawing says nothing that its chapter does not (rule `drawing`); what it looks like is decided
in `figures/diagrams`.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from scifi.model.base import Record
from scifi.model.texts import Claim, Label, Title


class Link(Record):
    """One piece of work in a chain."""

    title: Title = Field(description="What is done, in a few words.")
    text: Claim = Field(description="What comes of it, or who does it, with the receipt.")
    gate: bool = Field(default=False, description="Whether one may also stop here.")


class Chain(Record):
    """Work in its order, with the points at which one may stop."""

    type: Literal["chain"] = Field(description="Says that this is a chain.")
    links: list[Link] = Field(min_length=3, max_length=9, description="The work, in order.")


class Span(Record):
    """From when to when, both included; the same number twice for a moment."""

    first: int = Field(ge=1, description="The first week.")
    last: int = Field(ge=1, description="The last week.")


class Task(Record):
    """A bar of a plan."""

    title: Title = Field(description="Who or what, in a few words.")
    text: Claim = Field(description="What is there at the end, with the receipt.")
    spans: list[Span] = Field(min_length=1, description="When it is worked on.")
    gate: bool = Field(default=False, description="Whether something is decided here.")


class Plan(Record):
    """Work over weeks, as bars."""

    type: Literal["plan"] = Field(description="Says that this is a plan.")
    weeks: int = Field(ge=2, le=60, description="How many weeks it has.")
    tasks: list[Task] = Field(min_length=2, max_length=9, description="The bars, first one first.")


class Route(Record):
    """Where a question leads."""

    title: Title = Field(description="Its name.")
    text: Claim = Field(description="What it is and what to watch out for, with the receipt.")


class Fork(Record):
    """A question whose yes leads to a route, and whose no leads on."""

    question: Title = Field(description="A question that is answered by yes or no.")
    route: Route = Field(description="Where a yes leads.")


class Tree(Record):
    """Questions one after the other, until one is answered by yes."""

    type: Literal["tree"] = Field(description="Says that this is a decision tree.")
    forks: list[Fork] = Field(min_length=2, max_length=7, description="The questions, in order.")
    otherwise: Route = Field(description="Where one is led who never said yes.")


class Mark(StrEnum):
    """How much of something one has."""

    FULL = "full"
    PART = "part"
    NONE = "none"


class Cell(Record):
    """What stands in a row below one head of a matrix."""

    mark: Mark | None = Field(description="full, part or none; null where it depends.")
    text: Claim = Field(description="What that means here, with the receipt.")


class Row(Record):
    """One row of a matrix."""

    title: Title = Field(description="Its name.")
    text: Claim = Field(description="What it is good for, with the receipt.")
    cells: list[Cell] = Field(min_length=2, max_length=3, description="One for each column.")


class Matrix(Record):
    """Who has what, as a table of signs."""

    type: Literal["matrix"] = Field(description="Says that this is a matrix.")
    columns: list[Label] = Field(min_length=2, max_length=3, description="The heads.")
    full: Label = Field(description="What a full sign means.")
    part: Label = Field(description="What a half sign means.")
    none: Label = Field(description="What an empty sign means.")
    rows: list[Row] = Field(min_length=2, max_length=6, description="The rows.")


class Stair(Record):
    """One step of a stair."""

    title: Title = Field(description="Its name.")
    text: Claim = Field(description="What stands on it, with the receipt.")


class Stairs(Record):
    """Steps, of which each stands higher than the one before."""

    type: Literal["stairs"] = Field(description="Says that these are stairs.")
    levels: list[Stair] = Field(min_length=3, max_length=5, description="The steps, lowest first.")


class Member(Record):
    """One of those around the middle of a ring."""

    title: Title = Field(description="Who it is.")
    gives: Claim = Field(description="What it gives, with the receipt.")
    wants: Claim = Field(description="What it wants, with the receipt.")


class Ring(Record):
    """Those who stand around something, with what each gives and wants."""

    type: Literal["ring"] = Field(description="Says that this is a ring.")
    middle: Title = Field(description="What they stand around.")
    members: list[Member] = Field(min_length=3, max_length=6, description="Those around it.")


Form = Annotated[Chain | Plan | Tree | Matrix | Stairs | Ring, Field(discriminator="type")]
"""What a drawing can look like."""


class Drawing(Record):
    """The main idea of a chapter, drawn. Its title is the finding."""

    title: Title = Field(description="What one should see in it, in one sentence.")
    note: Claim | None = Field(
        default=None, description="What limits it, or from when it is, with the receipt."
    )
    form: Form = Field(description="Its form: chain, plan, tree, matrix, stairs or ring.")
