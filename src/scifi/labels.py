"""What values of the model are called: one list each, for site, paper, charts and tools alike."""

from enum import StrEnum

from scifi.language import N_, _, number
from scifi.model.base import (
    Better,
    Bound,
    Comparison,
    Direction,
    EvidenceKind,
    FundingStatus,
    LawGroup,
    Level,
    MeasuredBy,
    Pictogram,
    Qualifier,
    Reach,
    Role,
    SheetSet,
    Status,
    Tendency,
    Theme,
    Urgency,
)
from scifi.model.clause import ClauseGroup, ClauseLevel, Need, NumberBasis, Side
from scifi.model.worked import GateAnswer

LABELS: dict[type[StrEnum], dict[str, str]] = {
    EvidenceKind: {
        EvidenceKind.MEASURED: N_("measured"),
        EvidenceKind.REPORTED: N_("reported"),
        EvidenceKind.ESTIMATED: N_("estimated"),
        EvidenceKind.PLANNED: N_("planned"),
    },
    MeasuredBy: {
        MeasuredBy.INDEPENDENT: N_("somebody independent"),
        MeasuredBy.CITY: N_("the city"),
        MeasuredBy.SUPPLIER: N_("the supplier"),
        MeasuredBy.UNKNOWN: N_("somebody not named"),
    },
    Comparison: {
        Comparison.CONTROL_GROUP: N_("compared with a control group"),
        Comparison.BEFORE_AFTER: N_("compared with the time before"),
        Comparison.OTHER_FORM: N_("compared with another form of the same thing"),
        Comparison.NONE: N_("not compared"),
    },
    Direction: {
        Direction.BETTER: N_("better"),
        Direction.NONE: N_("no effect found"),
        Direction.WORSE: N_("worse"),
        Direction.UNCLEAR: N_("unclear"),
    },
    Tendency: {
        Tendency.BETTER: N_("better"),
        Tendency.SMALL: N_("better by less than is worth having"),
        Tendency.NONE: N_("no effect found"),
        Tendency.WORSE: N_("worse"),
        Tendency.MIXED: N_("mixed or fading"),
        Tendency.UNCLEAR: N_("unclear"),
    },
    Status: {
        Status.RUNNING: N_("still running"),
        Status.SCALED: N_("scaled up"),
        Status.PROCURED: N_("bought by the city"),
        Status.ENDED: N_("ended as planned"),
        Status.STOPPED: N_("stopped"),
        Status.FAILED: N_("failed"),
        Status.UNKNOWN: N_("aftermath unknown"),
    },
    Urgency: {
        Urgency.TODAY: N_("act today"),
        Urgency.THIS_WEEK: N_("act this week"),
        Urgency.THIS_QUARTER: N_("act this quarter"),
    },
    Bound: {
        Bound.CITY: N_("the city"),
        Bound.OPERATOR: N_("the operator or municipal company"),
        Bound.SUPPLIER: N_("the supplier"),
        Bound.STATE: N_("the State"),
    },
    ClauseGroup: {
        ClauseGroup.START: N_("why and what"),
        ClauseGroup.TEST: N_("the test and its end"),
        ClauseGroup.MONEY: N_("money"),
        ClauseGroup.DATA: N_("data"),
        ClauseGroup.SECURITY: N_("privacy and security"),
        ClauseGroup.AI: N_("artificial intelligence"),
        ClauseGroup.RIGHTS: N_("rights to the result"),
        ClauseGroup.WAY_OUT: N_("the way out"),
        ClauseGroup.SERVICE: N_("service"),
        ClauseGroup.RISK: N_("who bears which risk"),
        ClauseGroup.STREET: N_("the street"),
        ClauseGroup.PEOPLE: N_("people in the street"),
        ClauseGroup.OPENNESS: N_("openness"),
        ClauseGroup.END: N_("changes and end"),
    },
    ClauseLevel: {
        ClauseLevel.MUST: N_("in every contract"),
        ClauseLevel.SHOULD: N_("from about EUR 50,000, or with an option on the roll-out"),
        ClauseLevel.IF_NEEDED: N_("only where it applies"),
    },
    Need: {
        Need.PERSONAL_DATA: N_("personal data are handled"),
        Need.AI: N_("artificial intelligence is used"),
        Need.DEVICES: N_("devices stand in public space"),
        Need.CAMERAS: N_("cameras, microphones or signals of phones are used"),
        Need.PEOPLE_USE_IT: N_("residents use an app or a website"),
        Need.ROLL_OUT: N_("a roll-out may follow"),
        Need.OPEN_SOURCE: N_("the code shall be open"),
        Need.CRITICAL: N_("a failure would stop a service of the town"),
        Need.OUTSIDE_MONEY: N_("a funder pays a part"),
        Need.AID: N_("the town gives the firm something for nothing"),
        Need.FIRM_OWNS: N_("the firm owns the result"),
        Need.CITY_OWNS: N_("the city owns the result"),
        Need.DEVELOPMENT: N_("the city pays for development"),
    },
    Side: {
        Side.CITY: N_("the city"),
        Side.FIRM: N_("the firm"),
        Side.LAW: N_("the law"),
        Side.CITIZENS: N_("residents"),
        Side.EVALUATOR: N_("the evaluator"),
    },
    NumberBasis: {
        NumberBasis.RULE: N_("a rule"),
        NumberBasis.MEASURED: N_("measured"),
        NumberBasis.REPORTED: N_("reported"),
        NumberBasis.ESTIMATED: N_("estimated"),
        NumberBasis.PLANNED: N_("planned"),
    },
    LawGroup: {
        LawGroup.BUYING: N_("buying and paying"),
        LawGroup.DATA: N_("data and privacy"),
        LawGroup.DEVICES: N_("devices, software and security"),
        LawGroup.SERVICES: N_("services for people"),
        LawGroup.STREETS: N_("streets, transport and networks"),
        LawGroup.ENERGY: N_("energy and buildings"),
        LawGroup.ENVIRONMENT: N_("air, noise and water"),
    },
    Pictogram: {
        Pictogram.COUNTS_PEOPLE: N_("counts people"),
        Pictogram.FILL_LEVEL: N_("measures how full it is"),
        Pictogram.SOIL: N_("measures how wet the soil is"),
        Pictogram.AIR: N_("measures the air"),
        Pictogram.SOUND_LEVEL: N_("measures how loud it is"),
        Pictogram.NO_CAMERA: N_("no camera"),
        Pictogram.CAMERA_BLURS: N_("the camera makes people unrecognisable"),
        Pictogram.DATA_STAY: N_("pictures and sounds stay in the device"),
        Pictogram.DATA_LEAVE: N_("readings are sent from here"),
        Pictogram.QUESTIONS: N_("who answers questions"),
    },
    SheetSet: {
        SheetSet.CONSULTATION: N_("market consultation"),
        SheetSet.TENDER: N_("tender for a pilot"),
        SheetSet.ANNEXES: N_("annexes of the model contract"),
        SheetSet.PILOT: N_("running the pilot"),
    },
    Reach: {
        Reach.MOST: N_("touches most pilots"),
        Reach.SOME: N_("touches some pilots"),
        Reach.FEW: N_("touches few pilots"),
    },
    FundingStatus: {
        FundingStatus.OPEN: N_("open now"),
        FundingStatus.ROLLING: N_("open all the time"),
        FundingStatus.ANNOUNCED: N_("announced, not open yet"),
        FundingStatus.UNCLEAR: N_("not clear whether open"),
        FundingStatus.CLOSED: N_("closed, kept for reference"),
    },
    Better: {
        Better.HIGHER: N_("higher is better"),
        Better.LOWER: N_("lower is better"),
        Better.NEITHER: N_("neither direction is better"),
    },
    Level: {
        Level.OUTPUT: N_("what was done (output)"),
        Level.OUTCOME: N_("what changed (outcome)"),
        Level.IMPACT: N_("what it did for people or climate (impact)"),
    },
    Role: {
        Role.CHAMPION: N_("mayor or champion"),
        Role.PROJECT_LEAD: N_("project lead"),
        Role.BUYER: N_("buyer"),
        Role.LAWYER: N_("lawyer"),
        Role.DATA_OWNER: N_("data officer"),
        Role.CITIZEN_PANEL: N_("citizen panel"),
    },
    Theme: {
        Theme.ENERGY: N_("energy"),
        Theme.BUILDINGS: N_("buildings"),
        Theme.HEAT: N_("heat"),
        Theme.LIGHTING: N_("lighting"),
        Theme.MOBILITY: N_("mobility"),
        Theme.PARKING: N_("parking"),
        Theme.WASTE: N_("waste"),
        Theme.WATER: N_("water"),
        Theme.AIR: N_("air"),
        Theme.PUBLIC_SPACE: N_("public space"),
        Theme.DATA: N_("data"),
        Theme.DIGITAL_SERVICES: N_("digital services"),
        Theme.SAFETY: N_("safety"),
        Theme.HEALTH: N_("health and care"),
        Theme.NOISE: N_("noise"),
    },
    GateAnswer: {
        GateAnswer.GO: N_("go on"),
        GateAnswer.CHANGE: N_("change"),
        GateAnswer.STOP: N_("stop"),
    },
}
"""The words of every value, small letters first, by the class it belongs to."""


def label(value: StrEnum) -> str:
    """A value of the model in words, such as "not compared"."""
    return _(LABELS[type(value)][value])


QUALIFIED = {
    Qualifier.ABOUT: N_("about {number}"),
    Qualifier.AT_LEAST: N_("at least {number}"),
    Qualifier.AT_MOST: N_("at most {number}"),
}
"""How far a number holds, in words."""


def amount(
    value: float | None, value_to: float | None = None, qualifier: Qualifier | None = None
) -> str:
    """A number as people read it: qualifier, digits grouped, range; or "not reported"."""
    if value is None:
        return _("not reported")
    text = number(value)
    if value_to is not None:
        text = _("{low} to {high}", low=text, high=number(value_to))
    return _(QUALIFIED[qualifier], number=text) if qualifier else text


TURNED = {"less": "more", "more": "less"}
"""The word of a difference, and that of its contrary."""


def turned(value: float, unit: str) -> tuple[float, str]:
    """A negative number in a unit of less or more as a positive one in the contrary unit."""
    rest, _space, word = unit.rpartition(" ")
    return (-value, f"{rest} {TURNED[word]}") if word in TURNED else (value, unit)


def quantity(
    value: float | None,
    unit: str,
    value_to: float | None = None,
    qualifier: Qualifier | None = None,
) -> str:
    """
    A number with its unit as people read it; or "not reported".

    A fall below zero is told as what it is: "-2 % less" as "2 % more".
    """
    if unit and value is not None and value < 0 and value_to is None:
        value, unit = turned(value, unit)
    text = amount(value, value_to, qualifier)
    return text if value is None else f"{text} {unit}".rstrip()
