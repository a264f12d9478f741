"""Numbers of the site, on the smallest knowledge base that shows them."""

import math

import pandas as pd
import pytest

from scifi.corpus import Corpus
from scifi.figures import metrics


def row(frame: pd.DataFrame, at: int = 0) -> dict:
    """One row of a frame as a dict."""
    return frame.iloc[at].to_dict()


def test_counts_count_entries_results_with_a_number_and_distinct_sources(corpus):
    """Three results stand in the case, two have a number; each address counts once."""
    counted = metrics.counts(corpus)

    assert {kind: counted[kind] for kind in corpus.entries} == {
        kind: len(entries) for kind, entries in corpus.entries.items()
    }
    assert counted["result"] == 2
    assert counted["source"] == 7


def test_a_source_used_by_two_files_counts_once(corpus, corpus_with, make):
    """The number of sources is the number of pages one could open."""
    twin = make(corpus.casestudies[0], id="twin")

    assert metrics.counts(corpus_with(twin))["source"] == metrics.counts(corpus)["source"]


def test_case_studies_have_one_row_each(corpus):
    """Lists and downloads show names of cities, ids of the rest, and the grade."""
    frame = metrics.casestudies(corpus)

    assert len(frame) == 1
    assert row(frame) == {
        "id": "example-bins",
        "title": "Twelve invented bins were emptied a third less often",
        "cities": "Exampleville",
        "countries": "BE",
        "programme": "scifi",
        "themes": "waste;public-space",
        "solutions": "",
        "steps": "plan;do",
        "obstacles": "example-silos",
        "start": "2019-03",
        "end": "",
        "grade": "A",
        "status": "running",
        "results": 2,
        "sizes": "not-reported",
        "pathways": "example-small",
        "money": "to-50-000",
        "effect": 33.0,
        "effect_indicator": "example-collections",
    }


def test_a_failed_pilot_stands_in_the_list(corpus_with, make, case):
    """Failures are told like successes."""
    failed = make(
        case,
        id="failed-bins",
        afterwards={"status": "failed", "reason": "It rained [@ours].", "confirmed": None},
    )

    assert set(metrics.casestudies(corpus_with(failed))["status"]) == {"failed", "running"}


def test_two_cities_of_one_country_name_the_country_once(corpus, corpus_with, make, case):
    """A case of two Belgian cities is one Belgian case."""
    other = make(corpus.cities[0], id="sampleton", title="Sampleton")
    shared = make(case, cities=["exampleville", "sampleton"])

    frame = metrics.casestudies(corpus_with(other, shared))

    assert row(frame)["cities"] == "Exampleville;Sampleton"
    assert row(frame)["countries"] == "BE"


def test_results_keep_their_unit_and_every_report(corpus):
    """One row a result, also without a number; nothing is converted or left out."""
    frame = metrics.results(corpus)

    assert list(frame["what"]) == [
        "collections that were not needed",
        "collections in the first week",
        "collections in winter",
    ]
    assert list(frame["unit"]) == ["% less", "collections/week", "% less"]
    assert list(frame["qualifier"]) == ["", "about", ""]
    assert list(frame["source"]) == [
        "https://example.org/report",
        "https://example.org/bins",
        "https://example.org/bins",
    ]


def test_a_missing_number_is_not_a_zero(corpus):
    """What was not reported stays missing; a baseline of zero stays a zero."""
    frame = metrics.results(corpus)

    assert frame["value"].isna().tolist() == [False, False, True]
    assert frame["value_to"].isna().tolist() == [True, False, True]
    assert frame["baseline"].isna().tolist() == [False, True, True]
    assert frame["baseline"].iloc[0] == 0.0


def test_every_grade_has_a_row_even_without_a_case(corpus, corpus_with, case_of):
    """The chart shows that nobody has a B, instead of hiding the letter."""
    frame = metrics.casestudies_by_grade(corpus)
    assert dict(zip(frame["grade"], frame["casestudies"], strict=True)) == {
        **dict.fromkeys("BCDE", 0),
        "A": 1,
    }

    frame = metrics.casestudies_by_grade(corpus_with(case_of()))
    assert frame["casestudies"].tolist() == [0, 0, 0, 0, 1]


def test_a_case_study_without_a_measurement_has_a_d_or_an_e(corpus_with, case_of, result):
    """A report and a plan count as unmeasured, a measurement without a comparison does not."""
    held = corpus_with(
        case_of(result(kind="reported"), id="told"),
        case_of(result(kind="planned"), id="planned"),
        case_of(result(comparison="none"), id="measured"),
    )

    assert metrics.unmeasured(metrics.casestudies_by_grade(held)) == 2


def test_numbers_are_the_results_that_have_one(corpus):
    """Two of the three results of the example; what was not reported is not counted."""
    assert metrics.numbers(corpus)["what"].tolist() == [
        "collections that were not needed",
        "collections in the first week",
    ]


@pytest.fixture
def measured(corpus_with, case_of, result, corpus, make):
    """Three numbers of two indicators: one with a baseline, one compared, one with neither."""
    trips = make(corpus.indicators[0], id="trips", title="A trip indicator")
    alone = {"baseline": None, "comparison": "none"}
    return corpus_with(
        trips,
        case_of(
            result(baseline=100, comparison="none"),
            result(baseline=None, kind="planned", unit="bins", value=5),
            result(baseline=None, kind="planned", unit="bins", value=8),
            result(indicator="trips", **alone),
        ),
    )


def test_a_baseline_or_a_comparison_makes_a_number_comparable(measured):
    """Either is enough; a number alone is not compared with anything."""
    compared = metrics.compared(metrics.numbers(measured))

    assert compared["indicator"].tolist() == ["example-collections"] * 3


def test_numbers_are_counted_by_indicator_and_kind(measured):
    """The indicator with most numbers comes first, whatever its name."""
    counted = metrics.numbers_by_indicator(measured)

    assert counted.to_dict("records") == [
        {
            "title": "Bin collections",
            "all": 3,
            "compared": 3,
            "measured": 1,
            "reported": 0,
            "estimated": 0,
            "planned": 2,
        },
        {
            "title": "A trip indicator",
            "all": 1,
            "compared": 0,
            "measured": 1,
            "reported": 0,
            "estimated": 0,
            "planned": 0,
        },
    ]


def test_only_numbers_in_one_unit_share_an_axis(measured):
    """The unit that most of them have, largest number first."""
    numbers = metrics.numbers(measured)
    rows = metrics.in_commonest_unit(numbers[numbers["indicator"] == "example-collections"])

    assert rows[["unit", "value"]].values.tolist() == [["bins", 8], ["bins", 5]]


def test_obstacles_are_counted_by_case_study_not_by_mention(corpus, corpus_with, case, make):
    """A case that tells of an obstacle twice in a step met it once."""
    told = {"obstacle": "example-silos", "step": "do", "text": "Again [@ours]."}
    twice = make(case, id="twice", obstacles=[told, told, {**told, "step": "plan"}])

    frame = metrics.obstacles_met(corpus_with(twice))

    assert frame[["step", "obstacle", "casestudies"]].values.tolist() == [
        ["plan", "example-silos", 1],
        ["do", "example-silos", 2],
    ]
    assert frame["who"].tolist() == ["twice", "example-bins;twice"]
    assert row(metrics.obstacles_met(corpus))["obstacle_title"] == "Example offices do not talk"


def test_a_case_study_that_met_no_obstacle_is_not_stuck(corpus_with, case, make):
    """It is left out of the count under the matrix."""
    assert metrics.casestudies_stuck(corpus_with(make(case, id="smooth", obstacles=[]))) == 1


def test_a_remedy_counts_as_met_by_its_trouble_or_by_being_tried(corpus, corpus_with, case, make):
    """Each case study counts once, whichever way it met the trouble."""
    only_met = make(case, id="only-met", remedies=[])
    only_tried = make(case, id="only-tried", obstacles=[])
    neither = make(case, id="neither", obstacles=[], remedies=[])

    frame = metrics.remedies_met(corpus_with(only_met, only_tried, neither))

    assert row(frame) == {
        "remedy": "example-no-bids",
        "title": "Nobody bids for the example",
        "urgency": "this-week",
        "met": 3,
        "survivors": 1,
    }


def test_the_most_urgent_remedy_stands_first_then_the_most_often_met(corpus, corpus_with, make):
    """Reading from the top, one reads what cannot wait."""
    unmet = {"obstacles": ["never-met"], "urgency": "this-week"}
    later, now = (
        make(corpus.remedies[0], id=urgency, urgency=urgency)
        for urgency in ("this-quarter", "today")
    )
    held = corpus_with(
        later,
        now,
        make(corpus.remedies[0], id="b-unmet", title="Bins", **unmet),
        make(corpus.remedies[0], id="a-unmet", title="Cans", **unmet),
    )

    frame = metrics.remedies_by_urgency(held)

    assert frame["remedy"].tolist() == [
        "today",
        "example-no-bids",
        "b-unmet",
        "a-unmet",
        "this-quarter",
    ]
    assert frame.sort_index()["remedy"].tolist() == metrics.remedies_met(held)["remedy"].tolist()


def test_city_profiles_list_known_classes_with_their_rank(corpus, corpus_with, make):
    """The rank is the class's place on its axis; a city without a profile has no row."""
    large = {"axis": "example-size", "class": "large", "text": "It is large [@ours]."}
    big = make(corpus.cities[0], id="bigtown", title="Bigtown", profile=[large])
    unknown = make(corpus.cities[0], id="nowhere", title="Nowhere", profile=[])

    frame = metrics.city_profiles(corpus_with(big, unknown))

    assert frame[["city", "class", "class_title", "rank"]].values.tolist() == [
        ["bigtown", "large", "Large example", 1],
        ["exampleville", "small", "Small example", 0],
    ]


def test_each_class_names_its_cities_in_the_order_of_its_axis(corpus, corpus_with, make):
    """A class without a city has no row; small comes before large."""
    large = {"axis": "example-size", "class": "large", "text": "It is large [@ours]."}
    big = make(corpus.cities[0], id="bigtown", title="Bigtown", profile=[large])
    twin = make(corpus.cities[0], id="twintown", title="Twintown")

    frame = metrics.cities_by_class(corpus_with(big, twin))

    assert frame[["class_title", "cities", "total"]].values.tolist() == [
        ["Small example", ["Exampleville", "Twintown"], 2],
        ["Large example", ["Bigtown"], 1],
    ]
    assert len(metrics.cities_by_class(corpus)) == 1


def test_the_funnel_keeps_the_order_and_what_is_not_known(corpus):
    """Counts as published; an unreported count and a count of both cycles stay missing."""
    frame = metrics.funnel(corpus, "scifi")

    assert frame["what"].tolist() == ["challenges set", "challenges set", "solutions bought"]
    assert frame["publisher"].unique().tolist() == ["Example Fund"]
    assert [None if math.isnan(v) else v for v in frame["value"]] == [2, None, 1]
    assert [None if math.isnan(v) else v for v in frame["cycle"]] == [1, 2, None]


def test_solutions_bought_are_the_last_count_of_buying(corpus):
    """Without such a count, or without its number, nothing is claimed."""
    funnel = metrics.funnel(corpus, "scifi")

    assert metrics.solutions_bought(funnel) == 1
    assert metrics.solutions_bought(funnel.assign(value=math.nan)) is None
    assert metrics.solutions_bought(funnel.head(2)) is None


@pytest.mark.parametrize(
    "start, end, first, days",
    [
        ("2019", "", "2019-01-01", 364),
        ("2020-02", "", "2020-02-01", 28),
        ("2019-07-01", "2019-07-03", "2019-07-01", 2),
        ("2019-11", "2020", "2019-11-01", 426),
        ("2019-12-31", "", "2019-12-31", 0),
    ],
)
def test_a_year_or_month_stands_for_all_its_days(start, end, first, days):
    """From the first day of the start to the last day of the end; without an end, of the start."""
    periods = pd.DataFrame({"start": [start], "end": [end]})

    assert row(metrics.with_days(periods)) == {
        "start": start,
        "end": end,
        "first": first,
        "days": days,
    }


def test_the_timeline_shows_phases_then_dated_pilots(corpus, corpus_with, case, make):
    """A pilot of another programme, or without a start, has no bar."""
    undated = make(case, id="undated", period={"start": None, "end": "2020"})
    elsewhere = make(case, id="elsewhere", programme=None)

    frame = metrics.periods(corpus_with(undated, elsewhere), "scifi")

    assert frame.values.tolist() == [
        ["First cycle", "phase", "2018-10", "2019-06-30", ""],
        ["Example Sensors, Exampleville", "pilot", "2019-03", "", "example-bins"],
    ]


FRUIT = pd.DataFrame(
    {
        "name": ["pear", "fig", "apple", "fig"],
        "colour": ["green", "blue", "green", "green"],
        "grams": [3, 2, 4, 2],
    }
)


def test_what_a_sentence_says_of_a_table_is_counted_from_its_rows():
    """How many rows, how many different values, which sum and which row is largest."""
    assert metrics.rows_with(FRUIT, colour="green") == 3
    assert metrics.rows_with(FRUIT, colour="green", name="fig") == 1
    assert metrics.different(FRUIT, "name") == 3
    assert metrics.totals(FRUIT, "colour", "grams") == {"green": 9, "blue": 2}
    assert metrics.largest(FRUIT, "grams") == {"name": "apple", "colour": "green", "grams": 4}


def test_of_equals_the_first_by_name_or_row_is_named():
    """The same sentence on every machine, whatever its way of sorting."""
    assert list(metrics.totals(FRUIT, "name", "grams")) == ["apple", "fig", "pear"]
    assert metrics.largest(FRUIT[FRUIT["name"] == "fig"], "grams")["colour"] == "blue"


def test_related_cases_share_something_and_say_what(corpus_with, case, make, result):
    """The closest comes first; a case that shares nothing is not listed, nor the case itself."""
    city = {"title": "Sampleton", "id": "sampleton"}
    held = corpus_with(
        make(case, id="twin"),
        make(case, id="theme-only", cities=["sampleton"], obstacles=[], results=[]),
        make(case, id="stranger", cities=["sampleton"], obstacles=[], results=[], themes=["heat"]),
    )
    held = corpus_with(*held.casestudies, make(held.cities[0], **city))

    found = metrics.related(held, case)

    assert [other.id for other, _ in found] == ["twin", "theme-only"]
    assert found[0][1] == [
        "indicator: Bin collections",
        "theme: waste",
        "theme: public space",
        "city: Exampleville",
        "obstacle: Example offices do not talk",
    ]
    assert found[1][1] == ["theme: waste", "theme: public space"]


def test_a_shared_solution_outranks_a_shared_place_and_a_shared_crisis(corpus_with, case, make):
    """Bins in one city lead to bins in another, not to whatever the same pandemic stopped."""
    tried = [{"solution": "example-sensors", "variant": "in-bins"}]
    mine = make(case, id="mine", solutions=tried, results=[])
    held = corpus_with(
        mine,
        make(case, themes=["heat"]),
        make(case, id="same-town", results=[]),
        make(case, id="same-solution", results=[], obstacles=[], themes=["waste"], solutions=tried),
        make(case, id="same-crisis", results=[], themes=["heat"]),
    )

    found = metrics.related(held, mine)

    assert [other.id for other, _ in found][:2] == ["same-solution", "same-town"]
    assert found[0][1][0] == "solution: Invented sensors in bins"
    assert "same-crisis" not in [other.id for other, _ in found]


def test_of_two_equally_related_cases_the_better_founded_comes_first(
    corpus_with, case, case_of, result
):
    """Ties go to the better proof, then to the name, so the order never wavers."""
    held = corpus_with(
        case_of(result(kind="reported"), id="a-told"),
        case_of(result(), id="b-proven"),
        case_of(result(), id="c-proven"),
    )

    found = metrics.related(held, case)

    assert [other.id for other, _ in found] == ["b-proven", "c-proven", "a-told"]


def test_at_most_four_related_cases_are_shown(corpus_with, case, make):
    """A list one can read."""
    held = corpus_with(*(make(case, id=f"twin-{i}") for i in range(9)))

    assert len(metrics.related(held, case)) == 4
    assert len(metrics.related(held, case, most=2)) == 2


@pytest.mark.parametrize(
    "metric",
    [
        metrics.casestudies,
        metrics.results,
        metrics.obstacles_met,
        metrics.remedies_met,
        metrics.city_profiles,
        metrics.cities_by_class,
        metrics.remedies_by_urgency,
        metrics.numbers,
        metrics.numbers_by_indicator,
    ],
)
def test_without_content_a_table_is_empty_and_keeps_its_columns(corpus, metric):
    """The first contribution to an empty knowledge base finds its columns ready."""
    empty = metric(Corpus({}))

    assert empty.empty
    assert list(empty.columns) == list(metric(corpus).columns)
