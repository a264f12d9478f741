"""What all entries share: strict fields, a source with its receipt, kinds of evidence."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from scifi.model.texts import Id, Label, Language, Number, PartialDate, Text, Title, Url


class Record(BaseModel):
    """A group of fields: unknown ones are refused, types are never guessed, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class EvidenceKind(StrEnum):
    """How a number came about; a number never moves up by being repeated."""

    MEASURED = "measured"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    PLANNED = "planned"


class MeasuredBy(StrEnum):
    """Who took the number."""

    INDEPENDENT = "independent"
    CITY = "city"
    SUPPLIER = "supplier"
    UNKNOWN = "unknown"


class Comparison(StrEnum):
    """What the number is compared with."""

    CONTROL_GROUP = "control-group"
    BEFORE_AFTER = "before-after"
    OTHER_FORM = "other-form"
    NONE = "none"


class Direction(StrEnum):
    """Which way a result points: for the measure, no difference found, against it, or unclear."""

    BETTER = "better"
    NONE = "none"
    WORSE = "worse"
    UNCLEAR = "unclear"


class Tendency(StrEnum):
    """What one case study says on one outcome, all its results on it taken together."""

    BETTER = "better"
    SMALL = "small"
    NONE = "none"
    WORSE = "worse"
    MIXED = "mixed"
    UNCLEAR = "unclear"


class Qualifier(StrEnum):
    """How far a number holds, where the source limits it: "over 400" is `at-least`."""

    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Status(StrEnum):
    """What became of a pilot."""

    RUNNING = "running"
    SCALED = "scaled"
    PROCURED = "procured"
    ENDED = "ended"
    STOPPED = "stopped"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Urgency(StrEnum):
    """How fast a remedy has to be applied."""

    TODAY = "today"
    THIS_WEEK = "this-week"
    THIS_QUARTER = "this-quarter"


class Bound(StrEnum):
    """Whom a law binds; a municipal company or a network operator is an `operator`."""

    CITY = "city"
    OPERATOR = "operator"
    SUPPLIER = "supplier"
    STATE = "state"


class LawGroup(StrEnum):
    """What a law is about, in the order of the list of laws."""

    BUYING = "buying"
    DATA = "data"
    DEVICES = "devices"
    SERVICES = "services"
    STREETS = "streets"
    ENERGY = "energy"
    ENVIRONMENT = "environment"


class SheetSet(StrEnum):
    """What worksheets that are used together are for, in the order in which a town needs them."""

    CONSULTATION = "market-consultation"
    TENDER = "tender"
    ANNEXES = "contract-annexes"
    PILOT = "pilot"


class Pictogram(StrEnum):
    """What a pictogram on a sign in the street tells."""

    COUNTS_PEOPLE = "counts-people"
    FILL_LEVEL = "fill-level"
    SOIL = "soil"
    AIR = "air"
    SOUND_LEVEL = "sound-level"
    NO_CAMERA = "no-camera"
    CAMERA_BLURS = "camera-blurs"
    DATA_STAY = "data-stay"
    DATA_LEAVE = "data-leave"
    QUESTIONS = "questions"


class Reach(StrEnum):
    """How many pilots a law touches; those that touch most stand first in lists."""

    MOST = "most"
    SOME = "some"
    FEW = "few"


class FundingStatus(StrEnum):
    """Whether a city can apply, in the order of the list of funding lines."""

    OPEN = "open"
    ROLLING = "rolling"
    ANNOUNCED = "announced"
    UNCLEAR = "unclear"
    CLOSED = "closed"


class Better(StrEnum):
    """Which way an indicator should move."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Level(StrEnum):
    """What an indicator shows: work done, a change, or what the change did for people."""

    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Role(StrEnum):
    """Who does a piece of work."""

    CHAMPION = "champion"
    PROJECT_LEAD = "project-lead"
    BUYER = "buyer"
    LAWYER = "lawyer"
    DATA_OWNER = "data-owner"
    CITIZEN_PANEL = "citizen-panel"


class Theme(StrEnum):
    """The city service a case is about."""

    ENERGY = "energy"
    BUILDINGS = "buildings"
    HEAT = "heat"
    LIGHTING = "lighting"
    MOBILITY = "mobility"
    PARKING = "parking"
    WASTE = "waste"
    WATER = "water"
    AIR = "air"
    PUBLIC_SPACE = "public-space"
    DATA = "data"
    DIGITAL_SERVICES = "digital-services"
    SAFETY = "safety"
    HEALTH = "health"
    NOISE = "noise"


class Landmark(StrEnum):
    """What stands in the drawing of a kind of town, or lies behind or below it."""

    HOUSES = "houses"
    OLD_HOUSES = "old-houses"
    CHURCH = "church"
    TOWN_GATE = "town-gate"
    CAMPUS = "campus"
    HALL = "hall"
    FLATS = "flats"
    HIGH_RISES = "high-rises"
    FACTORY = "factory"
    CHIMNEY = "chimney"
    EMPTY_HOUSE = "empty-house"
    BUILDING_CRANE = "building-crane"
    HARBOUR_CRANE = "harbour-crane"
    CONTAINERS = "containers"
    FARM = "farm"
    TREES = "trees"
    PARASOL = "parasol"
    LIGHTHOUSE = "lighthouse"
    HEAT_STORE = "heat-store"
    MAST = "mast"
    TRAIN = "train"
    HILLS = "hills"
    SUN = "sun"
    WATER = "water"
    FIELDS = "fields"
    PIPES = "pipes"
    RAILS = "rails"


class Source(Record):
    """Where something was read."""

    title: Label = Field(description="The title of the page, report or article.")
    lang: Language | None = Field(
        default=None,
        description="The language of the title, two letters (nl, fr); null means English.",
    )
    publisher: Label = Field(description="Who published it.")
    url: Url = Field(description="The web address where it was read.")
    date: PartialDate | None = Field(description="When it was published; null if it does not say.")
    read: PartialDate = Field(description="When it was read, as year-month or full date.")
    note: Text | None = Field(
        default=None, description="What a reader should know, such as a part that was not seen."
    )


class Figure(Record):
    """A number with its unit, its kind and its receipt."""

    what: Label = Field(description="What is counted, in a few words.")
    value: Number | None = Field(description="The number; null if it is not reported.")
    value_to: Number | None = Field(
        default=None, description="The upper end, where the source gives a range."
    )
    qualifier: Qualifier | None = Field(
        default=None, description="about, at-least (over) or at-most (up to), as the source says."
    )
    unit: Label = Field(description="The unit: EUR, pilots, people.")
    kind: EvidenceKind = Field(description="How the number came about.")
    source: Id = Field(description="The key of the source it was read in.")
    note: Text | None = Field(default=None, description="What limits the number.")


class Entry(Record):
    """What every file of the knowledge base has: an id, a heading, sources."""

    id: Id = Field(description="The file's name without its ending.")
    title: Title = Field(description="The heading.")
    sources: dict[Id, Source] = Field(
        default_factory=dict,
        description="The sources this file cites, each under a short key of your choice.",
    )


class FoundEntry(Entry):
    """An entry that people search by other words than those of its heading."""

    also_called: dict[Language, list[Label]] = Field(
        default_factory=dict,
        description="Words people search it by: en, nl, fr, de; the glossary lists them.",
    )
