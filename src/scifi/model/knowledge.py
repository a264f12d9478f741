"""What the case studies hang on: cities, programmes, steps, obstacles, remedies, law, money."""

import re
from typing import Annotated, Literal

from pydantic import Field

from scifi.model.base import (
    Better,
    Bound,
    Entry,
    Figure,
    FoundEntry,
    FundingStatus,
    Landmark,
    LawGroup,
    Level,
    Pictogram,
    Reach,
    Record,
    Role,
    SheetSet,
    Theme,
    Urgency,
)
from scifi.model.drawing import Drawing
from scifi.model.texts import (
    Address,
    Annex,
    Claim,
    Country,
    Currency,
    Id,
    Label,
    Number,
    PartialDate,
    Purpose,
    Summary,
    Text,
    Title,
    Url,
)


class Population(Record):
    """How many people live in a place, and as of when."""

    value: Number = Field(description="Inhabitants.")
    date: PartialDate | None = Field(description="The year of the count; null if not stated.")
    source: Id = Field(description="The key of the source it was read in.")
    note: Text | None = Field(default=None, description="What limits the number.")


class Location(Record):
    """Where a place is, for maps."""

    # No `Number`: its own bounds would take the place of these.
    latitude: float = Field(ge=-90, le=90, allow_inf_nan=False, description="Degrees north.")
    longitude: float = Field(ge=-180, le=180, allow_inf_nan=False, description="Degrees east.")
    source: Id = Field(description="The key of the source it was read in.")


class Trait(Record):
    """The class a city falls into on one axis, and why."""

    axis: Id = Field(description="The axis.")
    class_: Id = Field(alias="class", description="The class on that axis.")
    text: Claim = Field(description="Why, with its receipt.")


TOWNS = ("city", "town", "village", "municipality", "borough", "district")
"""What the `place` of one town or municipality begins with."""


class City(FoundEntry):
    """A city, town or region with a case study. The title is its name."""

    country: Country = Field(description="Its country, two letters.")
    place: Label = Field(description="What it is: city, town, village, region, county, district.")
    summary: Claim = Field(description="Two or three sentences on the place, with receipts.")
    population: Population | None = Field(description="Inhabitants; null if not found.")
    location: Location | None = Field(default=None, description="Coordinates; null if not found.")
    profile: list[Trait] = Field(description="Its classes on the pathway axes, as far as known.")
    facts: list[Claim] = Field(default_factory=list, description="What else matters here.")
    unknowns: list[Text] = Field(default_factory=list, description="Looked for, not found.")

    @property
    def is_town(self) -> bool:
        """Whether it is one town or municipality; no region, and no group of municipalities."""
        return re.split(r"\W", self.place, maxsplit=1)[0].lower() in TOWNS


class ClassTask(Record):
    """Something a city of a class has to do in one of the seven steps."""

    step: Id = Field(description="The step.")
    text: Claim = Field(description="What to do, with its receipt.")


class AxisClass(Record):
    """One class on an axis."""

    id: Id = Field(description="Its kebab-case name.")
    title: Title = Field(description="Its name in words.")
    rule: Claim = Field(description="How one tells that a city belongs to it, with the receipt.")
    tasks: list[ClassTask] = Field(
        default_factory=list, description="What such a city has to do, by step of the guide."
    )


class Axis(Entry):
    """One way in which cities differ. The title names it."""

    order: int = Field(description="Its place among the axes.")
    question: Label = Field(description="The question a city answers to find its class.")
    classes: list[AxisClass] = Field(min_length=2, description="The classes, small to large.")
    criteria: list[Claim] = Field(default_factory=list, description="Thresholds and definitions.")
    meaning: list[Claim] = Field(min_length=1, description="What the answer changes for a plan.")


class Fit(Record):
    """Classes on one axis that speak for a pathway, or against it."""

    axis: Id = Field(description="The axis.")
    classes: list[Id] = Field(min_length=1, description="The classes on it that are meant.")
    points: int = Field(
        ge=1, le=3, description="How much it counts: 3 makes the type, 2 is strong, 1 is a hint."
    )
    text: Claim = Field(description="Why it speaks for or against, in one sentence.")


class StepCare(Record):
    """A step of the survival guide that deserves special care."""

    step: Id = Field(description="The step.")
    text: Claim = Field(description="What to take care of.")


class Pathway(FoundEntry):
    """A road for one recognisable type of city. The title names the type."""

    order: int = Field(description="Its place in lists.")
    landmarks: list[Landmark] = Field(
        default_factory=list,
        max_length=6,
        description="What its drawing shows, left to right; without any, a plain town.",
    )
    summary: Summary = Field(description="At most 60 words: who it is for and where it leads.")
    fits: list[Fit] = Field(min_length=1, description="What a city on this pathway looks like.")
    against: list[Fit] = Field(
        default_factory=list, description="What speaks against this pathway for a city."
    )
    typical: list[Claim] = Field(min_length=1, description="What such cities have in common.")
    start: list[Claim] = Field(min_length=1, description="Where to start.")
    steps: list[StepCare] = Field(min_length=1, description="Steps that deserve most care.")
    obstacles: list[Id] = Field(min_length=1, description="Typical obstacles.")
    remedies: list[Id] = Field(min_length=1, description="Remedies to have at hand.")
    funding: list[Id] = Field(default_factory=list, description="Funding that fits.")
    themes: list[Theme] = Field(min_length=1, description="Services to begin with.")
    solutions: list[Id] = Field(
        default_factory=list,
        description="Solutions that make the type: who tried one belongs here, whatever its city.",
    )


class AnswerTrait(Record):
    """The class on an axis that an answer stands for."""

    axis: Id = Field(description="The axis.")
    class_: Id = Field(alias="class", description="The class on that axis.")


class Answer(Record):
    """One answer to a question of the pathway finder."""

    id: Id = Field(description="Its kebab-case name.")
    title: Title = Field(description="The answer in plain words.")
    traits: list[AnswerTrait] = Field(
        default_factory=list, description="The classes it stands for; empty if it says none."
    )
    obstacles: list[Id] = Field(
        default_factory=list, description="Obstacles it names, if it is about what hurts."
    )
    themes: list[Theme] = Field(
        default_factory=list, description="Services it stands for, if it is about what one plans."
    )
    country: Country | None = Field(
        default=None, description="The country it stands for, two letters; null if it names none."
    )
    up_to: Number | None = Field(
        default=None,
        description="The most inhabitants it is for, where two answers stand for the same classes.",
    )


class Question(Entry):
    """A question of the pathway finder. The title is the question."""

    order: int = Field(ge=1, le=10, description="Its place, 1 to 10; nobody answers more.")
    help: Claim = Field(description="What to look at before one answers.")
    several: bool = Field(description="true if more than one answer may be chosen.")
    answers: list[Answer] = Field(min_length=2, description="The answers, in order.")


class MaturityLevel(Record):
    """What a city does on one level of a dimension."""

    title: Title = Field(description="Its name in a few words.")
    text: Claim = Field(description="How one recognises it, with the receipt.")


class Dimension(Entry):
    """A dimension of the maturity check. The title names it."""

    order: int = Field(description="Its place in the check.")
    question: Label = Field(description="The question it asks.")
    meaning: Claim = Field(description="Why it matters, and which published model has it.")
    levels: list[MaturityLevel] = Field(
        min_length=4, max_length=4, description="Four levels, from nothing to routine."
    )
    step: Id = Field(description="The step of the survival guide to begin with if it is weakest.")
    start: list[Claim] = Field(min_length=1, description="What to do first if it is weakest.")


class Stage(Record):
    """One count on the way from challenge to purchase."""

    cycle: int | None = Field(default=None, description="The accelerator cycle; null for all.")
    figure: Figure = Field(description="The count.")


class Phase(Record):
    """A stretch of a programme's life."""

    title: Title = Field(description="Its name.")
    start: PartialDate = Field(description="When it began.")
    end: PartialDate | None = Field(description="When it ended; null if not reported.")
    text: Claim = Field(description="What happened, with receipts.")


class Programme(FoundEntry):
    """A programme or initiative that case studies come from. The title is its short name."""

    full_name: Label = Field(description="Its full name.")
    funder: Label = Field(description="Who paid for it.")
    period: Label = Field(description="From when to when.")
    summary: Claim = Field(description="What it was for and what came of it, with receipts.")
    numbers: list[Figure] = Field(description="Its size in numbers; conflicting ones side by side.")
    funnel: list[Stage] = Field(
        default_factory=list, description="Counts from challenge to purchase, in order."
    )
    method: list[Claim] = Field(min_length=1, description="How it worked, step by step.")
    phases: list[Phase] = Field(default_factory=list, description="Its stages in time.")
    results: list[Claim] = Field(min_length=1, description="What came of it.")
    legacy: list[Claim] = Field(default_factory=list, description="What is left of it today.")
    taken: list[Claim] = Field(min_length=1, description="What this cookbook took from it.")
    cities: list[Id] = Field(default_factory=list, description="Cities that took part.")
    unknowns: list[Text] = Field(default_factory=list, description="Looked for, not found.")


class RoleTask(Record):
    """What one role does."""

    role: Role = Field(description="The role.")
    text: Claim = Field(description="Its task, with receipt.")


class StepObstacle(Record):
    """An obstacle typical of a step, with ways out."""

    obstacle: Id = Field(description="The obstacle.")
    text: Claim = Field(description="How it shows in this step.")
    ways_out: list[Claim] = Field(min_length=1, description="What helps.")


class Example(Record):
    """Something a named city did."""

    where: Label = Field(description="The city or project.")
    text: Claim = Field(description="What it did and what came of it.")
    casestudy: Id | None = Field(default=None, description="Its case study here, if there is one.")


class Step(FoundEntry):
    """One of the seven steps of the survival guide. The title names it."""

    order: int = Field(ge=1, le=7, description="Its place, 1 to 7.")
    question: Label = Field(description="The leading question.")
    purpose: Claim = Field(description="What the step is for.")
    todos: list[Claim] = Field(min_length=1, description="What to do, in order.")
    products: list[Claim] = Field(min_length=1, description="What lies on the table at its end.")
    roles: list[RoleTask] = Field(min_length=1, description="Who does what.")
    success_factors: list[Claim] = Field(default_factory=list, description="What helps.")
    obstacles: list[StepObstacle] = Field(min_length=1, description="Where cities get stuck.")
    examples: list[Example] = Field(default_factory=list, description="What others did.")
    tools: list[Claim] = Field(default_factory=list, description="Tools and methods.")
    duration: Claim | None = Field(description="How long it takes; null if no source says.")


class Obstacle(FoundEntry):
    """Something that stops cities. The title says what, in a few words."""

    summary: Claim = Field(description="What it is and how often it is named.")
    signs: list[Claim] = Field(min_length=1, description="How one notices it.")
    ways_out: list[Claim] = Field(min_length=1, description="What helps.")
    steps: list[Id] = Field(min_length=1, description="Steps in which it is typical.")
    remedies: list[Id] = Field(default_factory=list, description="Remedies that cure it.")


class Point(Record):
    """A key point of a law, with its number if it has one."""

    text: Claim = Field(description="The point, with its receipt.")
    value: Number | None = Field(default=None, description="Its key number.")
    unit: Label | None = Field(default=None, description="The unit of that number.")


class Milestone(Record):
    """A day on which a law begins, ends or asks for something."""

    date: PartialDate = Field(description="The day, or the month or year if no day is known.")
    text: Claim = Field(description="What happens then, with its receipt.")


class NationalLimit(Record):
    """Up to which sum a buyer in a country may use an easier way."""

    what: Label = Field(description="What is bought, and what the limit separates.")
    value: Number | None = Field(description="The sum without VAT; null if there is none.")
    currency: Currency = Field(default="EUR", description="Its currency, three letters.")
    date: PartialDate = Field(description="Since when it holds; if unknown, of when the page is.")
    text: Claim = Field(description="What it allows, with its receipt.")


class CountryLimits(Record):
    """The limits of one country."""

    country: Country = Field(description="The country, two letters.")
    limits: list[NationalLimit] = Field(description="Its limits; empty if none was found.")
    unknowns: list[Text] = Field(default_factory=list, description="Looked for, not found.")


class Law(FoundEntry):
    """A law that touches pilots. The title is its common name."""

    group: LawGroup = Field(description="What it is about; the list of laws is sorted by it.")
    touches: Reach = Field(description="How many pilots it touches: most, some or few; ours.")
    asks: Claim = Field(description="What it asks of a pilot, in one sentence of our own.")
    act: Label = Field(description="Its official name and number.")
    text_url: Url | None = Field(
        description="The address of its official text (EUR-Lex, ELI); null if there is none yet."
    )
    in_force: Label = Field(description="Since when, until when, in one sentence.")
    binds: list[Bound] = Field(
        description="city, operator, supplier or state; empty for a law that is not made yet."
    )
    bound: Claim = Field(description="Who exactly has the duty, and when a city has it.")
    dates: list[Milestone] = Field(
        default_factory=list, description="Days to know, in order; past ones only if they matter."
    )
    points: list[Point] = Field(min_length=1, description="What it says, with key numbers.")
    national_limits: list[CountryLimits] = Field(
        default_factory=list, description="Limits that each country sets itself."
    )
    meaning: list[Claim] = Field(min_length=1, description="What it means for a pilot.")
    steps: list[Id] = Field(min_length=1, description="Steps in which it matters.")
    laws: list[Id] = Field(default_factory=list, description="Laws to read with it.")
    unknowns: list[Text] = Field(default_factory=list, description="Looked for, not found.")
    checked: PartialDate = Field(description="When this entry was last checked.")

    @property
    def coming(self) -> list[Milestone]:
        """
        Its dates after the month in which the entry was checked.

        Counted from there and not from today: the same content always gives the same page.
        """
        return [milestone for milestone in self.dates if milestone.date[:7] > self.checked[:7]]


class Window(FoundEntry):
    """A moment at which things get easier. The title names it."""

    when: Label = Field(description="When it opens.")
    how: list[Claim] = Field(min_length=1, description="How cities use it.")
    caution: Claim | None = Field(description="What speaks against; null if nothing was found.")
    steps: list[Id] = Field(min_length=1, description="Steps it speeds up.")


class Limit(Record):
    """Something that cities of some classes must know before they apply."""

    axis: Id = Field(description="The axis.")
    classes: list[Id] = Field(min_length=1, description="The classes on it that are meant.")
    text: Claim = Field(description="What they must know, with its receipt.")


class Funding(FoundEntry):
    """A source of money. The title is its name."""

    pays_for: Label = Field(description="What it pays for.")
    size: Claim | None = Field(description="How much, with its receipt; null if not found.")
    rate: Claim | None = Field(description="Which share it covers; null if not found.")
    who: Claim = Field(description="Who may apply.")
    limits: list[Limit] = Field(
        default_factory=list, description="For which cities it is hard to get, and why."
    )
    status: FundingStatus = Field(
        description="open (until `closes`), rolling, announced, unclear or closed."
    )
    closes: PartialDate | None = Field(
        description="The last day to apply, past or to come; null if unknown or rolling."
    )
    note: Claim = Field(description="What is known of its calls, with receipts.")
    steps: list[Id] = Field(min_length=1, description="Steps it can pay for.")
    unknowns: list[Text] = Field(default_factory=list, description="Looked for, not found.")
    checked: PartialDate = Field(description="When this entry was last checked.")


class Survivor(Record):
    """Somebody who has been through it."""

    where: Label = Field(description="The city or project.")
    text: Claim = Field(description="What they did and what came of it.")
    casestudy: Id | None = Field(default=None, description="Their case study here, if any.")


class Remedy(FoundEntry):
    """First aid and cure for one thing that goes wrong. The title names the trouble."""

    summary: Summary = Field(description="At most 60 words: the trouble and the way out.")
    symptoms: list[Label] = Field(min_length=2, description="In words a person would use.")
    synonyms: list[Label] = Field(
        default_factory=list, description="Other words people type who mean this trouble."
    )
    urgency: Urgency = Field(description="today, this-week or this-quarter.")
    first_aid: list[Claim] = Field(min_length=1, description="What to do today.")
    cure: list[Claim] = Field(min_length=1, description="What mends it.")
    prevention: list[Claim] = Field(min_length=1, description="What keeps it from coming back.")
    survivors: list[Survivor] = Field(description="Who survived it; empty if nobody was found.")
    effort: Claim | None = Field(description="What it costs in work or money; null if unknown.")
    contract_clause: Claim | None = Field(description="A clause that would have helped.")
    obstacles: list[Id] = Field(min_length=1, description="Obstacles it cures.")
    steps: list[Id] = Field(min_length=1, description="Steps in which it is needed.")


class Indicator(FoundEntry):
    """Something to measure. The title is its name."""

    definition: Claim = Field(description="What is divided by what, or counted how.")
    units: list[Label] = Field(min_length=1, description="Units results may have; first preferred.")
    themes: list[Theme] = Field(min_length=1, description="Services it belongs to.")
    better: Better = Field(description="Which way is better: higher, lower or neither.")
    level: Level = Field(
        description="output: what was done; outcome: what changed; impact: for people or climate.",
    )
    cost: Claim | None = Field(description="What it costs to collect; null if no source says.")
    baseline_trap: Claim | None = Field(description="What spoils the comparison.")
    measured_by: Claim | None = Field(
        default=None, description="Who in the city can take the number; null if it depends."
    )
    how_often: Claim | None = Field(
        default=None, description="How often to take it, and from when; null if it depends."
    )


class Term(FoundEntry):
    """A word of the trade. The title is the word; pages show its definition on hover."""

    forms: list[Label] = Field(
        min_length=1, description="Every form in which pages may use it, as written there."
    )
    definition: Claim = Field(description="What it means, in one or two plain sentences.")


class KeyFigure(Record):
    """A number of a chapter that a mayor should know."""

    number: Label = Field(description="The number with its unit, as the chapter's text has it.")
    what: Claim = Field(description="The words after it, with the receipt of the chapter.")


class KeyPoints(Record):
    """One page for the mayor: what a chapter comes down to."""

    figures: list[KeyFigure] = Field(min_length=5, max_length=5, description="Five numbers.")
    decisions: list[Claim] = Field(
        min_length=3, max_length=5, description="Decisions that only the top can take."
    )
    questions: list[Claim] = Field(
        min_length=3, max_length=6, description="Questions to ask one's own people."
    )


class Chapter(FoundEntry):
    """The front matter of a cookbook chapter; its text is the Markdown below."""

    order: int = Field(description="Its place in the cookbook.")
    summary: Summary = Field(description="At most 60 words: what the reader can do afterwards.")
    use_when: Label = Field(description='"Use it when ...": the moment at which one needs it.')
    roles: list[Role] = Field(min_length=1, description="Who should read it.")
    steps: list[Id] = Field(min_length=1, description="Steps of the survival guide it serves.")
    casestudies: list[Id] = Field(default_factory=list, description="Cases it leans on.")
    obstacles: list[Id] = Field(default_factory=list, description="Obstacles it helps against.")
    remedies: list[Id] = Field(default_factory=list, description="Remedies it leads to.")
    key_points: KeyPoints | None = Field(
        default=None, description="The page of key points for the mayor; printed if there is one."
    )
    drawing: Drawing | None = Field(
        default=None, description="Its main idea as a drawing; it stands below the first section."
    )


class Lines(Record):
    """Empty lines below a heading, for whatever has to be said there."""

    type: Literal["lines"] = Field(description="Says that these are lines to write on.")
    title: Title = Field(description="The heading above the lines.")
    count: int = Field(ge=1, le=30, description="How many lines.")


class Questions(Record):
    """Numbered questions or points, each with lines for its answer."""

    type: Literal["questions"] = Field(description="Says that these are questions.")
    title: Title = Field(description="The heading above the questions.")
    lines: int = Field(ge=1, le=6, description="Lines for each answer.")
    items: list[Label] = Field(min_length=1, description="The questions, in order.")


class Grid(Record):
    """A table to fill in."""

    type: Literal["table"] = Field(description="Says that this is a table.")
    title: Title = Field(description="The heading above the table.")
    columns: list[Label] = Field(min_length=2, description="The heads of its columns.")
    rows: list[list[Label]] = Field(
        default_factory=list, description="What stands in the first cells of a row, row by row."
    )
    empty: int = Field(default=0, ge=0, le=30, description="How many empty rows follow.")


class Ticks(Record):
    """Points to tick off."""

    type: Literal["ticks"] = Field(description="Says that this is a list to tick off.")
    title: Title = Field(description="The heading above the list.")
    items: list[Label] = Field(min_length=1, description="The points, in order.")


class Advice(Record):
    """A paragraph between the parts to fill in: help, or words to copy."""

    type: Literal["text"] = Field(description="Says that this is a paragraph.")
    title: Title | None = Field(
        default=None, description="The heading above it, if these are words to copy."
    )
    text: Text = Field(description="The paragraph.")
    pictograms: list[Pictogram] = Field(
        default_factory=list, description="What stands beside it in pictures, as on a sign."
    )


Block = Annotated[Lines | Questions | Grid | Ticks | Advice, Field(discriminator="type")]
"""One part of a worksheet."""


class Worksheet(Entry):
    """A sheet to fill in, on paper or on a computer. The title names it."""

    order: int = Field(description="Its place among the worksheets.")
    chapter: Id = Field(description="The chapter of the cookbook it belongs to.")
    set: SheetSet | None = Field(
        default=None,
        description="Sheets it is used with: market-consultation, tender, contract-annexes, pilot.",
    )
    annex: Annex | None = Field(
        default=None, description="The letter by which the model contract names it as an annex."
    )
    purpose: Purpose = Field(description="What one has once it is filled in.")
    roles: list[Role] = Field(min_length=1, description="Who fills it in.")
    blocks: list[Block] = Field(min_length=1, description="Its parts, from top to bottom.")


Part = Literal[
    "solutions", "pathways", "cookbook", "survival-guide", "aid-kit", "casestudies", "about"
]
"""A part of the site; `kinds.PARTS` has their titles."""


class Shortcut(FoundEntry):
    """A page that is no entry, such as a list or a tool, for those who search it by other words."""

    page: Address = Field(description="Its address below the site's root: survival-guide/laws/.")
    part: Part = Field(description="The part of the site it belongs to: aid-kit.")
    lead: Text = Field(description="What one finds there, in one sentence.")


class Change(Entry):
    """What is different on some pages since a day, so that whoever read them before can see it."""

    date: PartialDate = Field(description="The day on which it was published: 2026-11-30.")
    pages: list[Address] = Field(
        min_length=1,
        description="The pages that it is about, by their addresses below the site's root.",
    )
