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
    frame = metrics.evidence_grades(corpus)
    assert dict(zip(frame["grade"], frame["casestudies"], strict=True)) == {
        **dict.fromkeys("BCDE", 0),
        "A": 1,
    }

    frame = metrics.evidence_grades(corpus_with(case_of()))
    assert frame["casestudies"].tolist() == [0, 0, 0, 0, 1]


def test_obstacles_are_counted_by_case_study_not_by_mention(corpus, corpus_with, case, make):
    """A case that tells of an obstacle twice in a step met it once."""
    told = {"obstacle": "example-silos", "step": "do", "text": "Again [@ours]."}
    twice = make(case, id="twice", obstacles=[told, told, {**told, "step": "plan"}])

    frame = metrics.steps_obstacles(corpus_with(twice))

    assert frame[["step", "obstacle", "casestudies"]].values.tolist() == [
        ["plan", "example-silos", 1],
        ["do", "example-silos", 2],
    ]
    assert frame["who"].tolist() == ["twice", "example-bins;twice"]
    assert row(metrics.steps_obstacles(corpus))["obstacle_title"] == "Example offices do not talk"


def test_a_remedy_counts_as_met_by_its_trouble_or_by_being_tried(corpus, corpus_with, case, make):
    """Each case study counts once, whichever way it met the trouble."""
    only_met = make(case, id="only-met", remedies=[])
    only_tried = make(case, id="only-tried", obstacles=[])
    neither = make(case, id="neither", obstacles=[], remedies=[])

    frame = metrics.aid_kit(corpus_with(only_met, only_tried, neither))

    assert row(frame) == {
        "remedy": "example-no-bids",
        "title": "Nobody bids for the example",
        "urgency": "this-week",
        "met": 3,
        "survivors": 1,
    }


def test_the_pathway_map_lists_known_classes_with_their_rank(corpus, corpus_with, make):
    """The rank is the class's place on its axis; a city without a profile has no row."""
    large = {"axis": "example-size", "class": "large", "text": "It is large [@ours]."}
    big = make(corpus.cities[0], id="bigtown", title="Bigtown", profile=[large])
    unknown = make(corpus.cities[0], id="nowhere", title="Nowhere", profile=[])

    frame = metrics.pathway_map(corpus_with(big, unknown))

    assert frame[["city", "class", "class_title", "rank"]].values.tolist() == [
        ["bigtown", "large", "Large example", 1],
        ["exampleville", "small", "Small example", 0],
    ]


def test_the_funnel_keeps_the_order_and_what_is_not_known(corpus):
    """Counts as published; an unreported count and a count of both cycles stay missing."""
    frame = metrics.funnel(corpus, "scifi")

    assert frame["what"].tolist() == ["challenges set", "challenges set", "solutions bought"]
    assert frame["publisher"].unique().tolist() == ["Example Fund"]
    assert [None if math.isnan(v) else v for v in frame["value"]] == [2, None, 1]
    assert [None if math.isnan(v) else v for v in frame["cycle"]] == [1, 2, None]


def test_the_timeline_shows_phases_then_dated_pilots(corpus, corpus_with, case, make):
    """A pilot of another programme, or without a start, has no bar."""
    undated = make(case, id="undated", period={"start": None, "end": "2020"})
    elsewhere = make(case, id="elsewhere", programme=None)

    frame = metrics.timeline(corpus_with(undated, elsewhere), "scifi")

    assert frame.values.tolist() == [
        ["First cycle", "phase", "2018-10", "2019-06-30", ""],
        ["Example Sensors, Exampleville", "pilot", "2019-03", "", "example-bins"],
    ]


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
        "city: Exampleville",
        "obstacle: Example offices do not talk",
        "theme: waste",
        "theme: public space",
        "indicator: Bin collections",
    ]
    assert found[1][1] == ["theme: waste", "theme: public space"]


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
        metrics.steps_obstacles,
        metrics.aid_kit,
        metrics.pathway_map,
    ],
)
def test_without_content_a_table_is_empty_and_keeps_its_columns(corpus, metric):
    """The first contribution to an empty knowledge base finds its columns ready."""
    empty = metric(Corpus({}))

    assert empty.empty
    assert list(empty.columns) == list(metric(corpus).columns)
