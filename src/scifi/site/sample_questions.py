"""
The questions of "how many, how long": what has to be known, and what stands behind each answer.

The formulas are reckoned by `scifi.figures.metrics.sample_size` and its twin for the browser.
"""

from dataclasses import dataclass

from scifi.language import N_
from scifi.model.base import Source
from scifi.site.number_fields import CHANCE, CONFIDENCE, SURE, NumberField

PER_CENT = N_("per cent of the mean")

SOURCES = {
    "rules-of-thumb": Source(
        title="Statistical Rules of Thumb, chapter 2: sample size",
        publisher="van Belle and Millard, University of Washington",
        url="http://www.nrcse.washington.edu/research/eo-1.html",
        date="1998-10-05",
        read="2026-11",
        note="The page of the chapter; its text was read in a copy.",
    ),
    "regression": Source(
        title="Notes on Regression and Other Stories: the effect has to be 2.8 standard errors",
        publisher="R for Data Science community",
        url="https://r4ds.github.io/bookclub-ros/sample-size-and-design-for-continuous-outcomes.html",
        date=None,
        read="2026-11",
        note="Reading notes of the textbook by Gelman, Hill and Vehtari.",
    ),
    "montgomery": Source(
        title="Applied Statistics and Probability for Engineers, page 297",
        publisher="Montgomery and Runger, Wiley",
        url="https://digilib.universitaspertamina.ac.id/ebook/Applied%20Statistics%20And%20"
        "Probability%20For%20Engineers/files/basic-html/page349.html",
        date=None,
        read="2026-11",
        note="A copy of the page in a library.",
    ),
    "cochran": Source(
        title="Determining sample size (PEOD6), after Cochran",
        publisher="University of Florida, IFAS Extension",
        url="https://edis.ifas.ufl.edu/publication/pd006",
        date="2009-04",
        read="2026-11",
        note="First part, read in a copy.",
    ),
    "success-run": Source(
        title="Deriving the success run theorem",
        publisher="Quality Digest",
        url="https://www.qualitydigest.com/inside/lean-article/deriving-success-run-theorem-082823.html",
        date="2023-08-28",
        read="2026-11",
    ),
    "zero-events": Source(
        title="Estimating risk when zero events have been observed",
        publisher="BMJ Quality & Safety 22, 1042",
        url="https://qualitysafety.bmj.com/content/22/12/1042",
        date="2013",
        read="2026-11",
    ),
    "time-series": Source(
        title="Sample size and power for interrupted time series: a simulation study",
        publisher="Clinical Epidemiology 11, 197-205",
        url="https://doi.org/10.2147/CLEP.S176723",
        date="2019-02-25",
        read="2026-11",
        note="Abstract.",
    ),
}
"""Where the formulas were read."""


@dataclass(frozen=True)
class Question:
    """
    One question: how it is asked, what has to be known, and what stands behind the answer.

    `formula` is in words and signs, `basis` says where it comes from, `limits` what it cannot
    tell; `too_much` is advice for an answer that nobody can pay.
    """

    id: str
    asks: str
    title: str
    fields: tuple[NumberField, ...]
    formula: str
    basis: str
    limits: tuple[str, ...]
    too_much: tuple[str, ...]


QUESTIONS = (
    Question(
        "twin",
        N_("Did an area change, beside a like area without the measure, over weeks?"),
        N_("An area and its twin, over weeks"),
        (
            NumberField(
                "units",
                N_("Bins or streets in the area, and as many in its twin"),
                20,
                1,
                whole=True,
            ),
            NumberField(
                "unit_spread", N_("Spread of one of them from week to week"), 50, 1, 500, PER_CENT
            ),
            NumberField(
                "area_spread",
                N_("Ups and downs of a whole area that its twin does not share"),
                10,
                0,
                200,
                PER_CENT,
            ),
            NumberField(
                "clustering",
                N_("Does a bad week follow a bad week?"),
                0,
                choices=((0, N_("No")), (0.3, N_("Somewhat (0.3)")), (0.6, N_("Often (0.6)"))),
            ),
            NumberField("weeks", N_("Weeks before, and as many after"), 12, 1, 520, whole=True),
            NumberField("change", N_("Change that you want to see"), 10, 0.1, 100, N_("per cent")),
            CHANCE,
        ),
        N_(
            "weeks = 31.4 × (spread of one² ÷ units + ups and downs of the area²) ÷ change², "
            "times (1 + r) ÷ (1 − r) if bad weeks follow each other"
        ),
        N_(
            "31.4 is four times 2.8 squared: a change has to be 2.8 standard errors large to "
            "be seen four times in five [@regression], and four means are compared. With a "
            "chance of 90 in 100 it is 42. The sum for two areas before and after is ours, "
            "and agrees with our own simulation [@ours]."
        ),
        (
            N_("The spreads are examples. Take them from your own weeks before the start [@ours]."),
            N_("A twin that gets a new market or a festival is no twin any more [@ours]."),
        ),
        (
            N_(
                "Take a twin that is more alike. More bins do not help against the ups and downs "
                "of the area [@ours]."
            ),
            N_("Measure longer before the start: these weeks cost least [@ours]."),
            N_(
                "Ask for a larger change, or say beforehand that the pilot cannot tell a small "
                "one [@ours]."
            ),
        ),
    ),
    Question(
        "two-groups",
        N_("Do two groups differ, each measured once?"),
        N_("Two groups, each measured once"),
        (
            NumberField("spread", N_("Spread among the units"), 50, 1, 500, PER_CENT),
            NumberField("units", N_("Units in each group"), 40, 2, whole=True),
            NumberField(
                "change", N_("Difference that you want to see"), 20, 0.1, 500, N_("per cent")
            ),
            CHANCE,
        ),
        N_("units in each group = 16 × (spread ÷ difference)²"),
        N_(
            "The rule of 16, for a chance of 80 in 100 and an error of 5 in 100 [@rules-of-"
            "thumb]. With a chance of 90 in 100 it is 21, by the same sum."
        ),
        (
            N_(
                "It holds if chance decides which unit is in which group. Volunteers differ from "
                "others [@ours]."
            ),
            N_("Below about ten in each group it promises a little too much [@ours]."),
        ),
        (
            N_("Measure each unit before and after: the next question mostly needs fewer [@ours]."),
            N_(
                "Compare units that are alike, such as streets of one kind: a smaller spread "
                "helps most [@ours]."
            ),
        ),
    ),
    Question(
        "before-after",
        N_("Did the same units change from before to after?"),
        N_("The same units before and after"),
        (
            NumberField("spread", N_("Spread of their differences"), 50, 1, 500, PER_CENT),
            NumberField("units", N_("Units that you can measure twice"), 20, 2, whole=True),
            NumberField("change", N_("Change that you want to see"), 20, 0.1, 500, N_("per cent")),
            CHANCE,
        ),
        N_("units = 7.85 × (spread of the differences ÷ change)²"),
        N_(
            "7.85 is 2.8 squared [@regression]; with a chance of 90 in 100 it is 10.51. A "
            "textbook gets 43 units for a change of half the spread and that chance "
            "[@montgomery], and so do we."
        ),
        (
            N_(
                "It corrects nothing that changed for all: winter, rain, a new shop. Only a twin "
                "does [@ours]."
            ),
            N_(
                "One series without a twin: even twelve points before and after are mostly too "
                "few for a medium effect if each point rests on few cases [@time-series]."
            ),
        ),
        (
            N_("Look for a twin, and use the first question [@ours]."),
            N_(
                "Let each measurement last longer: a week in place of a day makes differences "
                "spread less [@ours]."
            ),
        ),
    ),
    Question(
        "weigh",
        N_("How many of all our bins do we weigh or watch, to know their mean?"),
        N_("How many of all to weigh or watch"),
        (
            NumberField("total", N_("All bins"), 100, 2, whole=True),
            NumberField("spread", N_("Spread among them"), 50, 1, 500, PER_CENT),
            NumberField("margin", N_("Give or take"), 10, 0.1, 100, PER_CENT),
            NumberField("units", N_("How many you can weigh"), 30, 1, whole=True),
            CONFIDENCE,
        ),
        N_("n₀ = (1.645 × spread ÷ margin)², and of N in all: n = n₀ ÷ (1 + n₀ ÷ N)"),
        N_(
            "Cochran's formula with his correction for few in all [@cochran]; 1.645 for a "
            "confidence of 90 in 100, 1.96 for 95."
        ),
        (
            N_("Draw lots for the bins. Those beside the depot are not like the others [@ours]."),
            N_("It tells the mean of these weeks, not of the year [@ours]."),
        ),
        (
            N_(
                "Accept a wider margin: half the precision needs about a quarter of the work "
                "[@ours]."
            ),
            N_(
                "Let the crew note quarters of fill at every stop: rough numbers of all bins may "
                "do [@ours]."
            ),
        ),
    ),
    Question(
        "survey",
        N_("How many answers does a survey need?"),
        N_("A share from a survey"),
        (
            NumberField("margin", N_("Give or take"), 5, 0.1, 50, N_("points")),
            NumberField(
                "share",
                N_("Share that you expect; 50 if you do not know"),
                50,
                1,
                99,
                N_("per cent"),
            ),
            NumberField(
                "people",
                N_("How many people it is about, if they are few"),
                None,
                2,
                1e9,
                whole=True,
                optional=True,
            ),
            NumberField("count", N_("Answers that you have"), 200, 1, 1e6, whole=True),
        ),
        N_("answers = 1.96² × share × (100 − share) ÷ margin², less if the people are few"),
        N_("Cochran's formula, for a confidence of 95 in 100 [@cochran]."),
        (
            N_(
                "It holds for people drawn by lot. A form on a website reaches those who like "
                "forms, however many answer [@ours]."
            ),
            N_("For a part of the people, such as the young, count its answers alone [@ours]."),
        ),
        (
            N_(
                "Ask fewer people, and ask those again who did not answer: that is worth more "
                "than many forms [@ours]."
            ),
            N_("Accept give or take 10 points, if you would decide the same [@ours]."),
        ),
    ),
    Question(
        "checks",
        N_("How many hand checks show that a device is right?"),
        N_("Hand checks of a device"),
        (
            NumberField("checks", N_("Checks by hand"), 60, 1, 3000, whole=True),
            NumberField("wrong", N_("Wrong ones among them"), 0, 0, 1000, whole=True),
            NumberField(
                "share",
                N_("Share of right answers that you want to show"),
                95,
                1,
                99.99,
                N_("per cent"),
            ),
            SURE,
        ),
        N_(
            "without a wrong one: checks = log(1 − confidence) ÷ log(share); else the exact "
            "binomial limit"
        ),
        N_(
            "59 checks without a fault show 95 per cent with a confidence of 95 in 100 "
            "[@success-run]. For 100 without an event the risk is at most 3 per cent [@zero-"
            "events]; the exact limit says the same."
        ),
        (
            N_(
                "Checks have to be spread over days, fill levels and weather; 60 on one morning "
                "are one check [@ours]."
            ),
            N_("It says nothing on how wrong the wrong ones are [@ours]."),
        ),
        (
            N_("Ask for a lower share, and write it into the contract before the test [@ours]."),
            N_("Check several devices some times each, not one device often [@ours]."),
        ),
    ),
)
"""The questions in the order of the form."""
