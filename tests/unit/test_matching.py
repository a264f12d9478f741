"""Points for pathways and the likeness of cities, on the smallest knowledge base."""

import pytest

from scifi import matching


def fit(axis, *classes, points=1):
    return {"axis": axis, "classes": list(classes), "points": points, "text": "So [@ours]."}


@pytest.fixture
def pathways(corpus, make):
    """Three pathways that share an axis, in the order of the list."""
    base = corpus.pathways[0]
    return [
        make(base, id="small", order=1, fits=[fit("size", "small", points=3)], against=[]),
        make(
            base,
            id="large",
            order=2,
            fits=[fit("size", "large", points=2), fit("age", "old", points=1)],
            against=[fit("size", "small", points=2)],
        ),
        make(base, id="hurt", order=3, fits=[fit("age", "old", points=2)], against=[]),
    ]


def points(found):
    return {match.pathway.id: match.points for match in found}


def test_points_for_and_against_are_added_up(pathways):
    """Each class that speaks for a road adds, each that speaks against it takes away."""
    assert points(matching.rank(pathways, {"size": ["small"], "age": ["old"]})) == {
        "small": 3,
        "hurt": 2,
        "large": -1,
    }


def test_what_is_not_answered_counts_nothing(pathways):
    """No answer gives no point and no recommendation."""
    ranked = matching.rank(pathways, {})

    assert points(ranked) == {"small": 0, "large": 0, "hurt": 0}
    assert not any(match.fits for match in ranked)


def test_equal_points_keep_the_order_of_the_list(pathways):
    """Two roads with the same points stand as in the list of pathways."""
    ranked = matching.rank(pathways, {"size": ["large"], "age": []})
    tied = matching.rank(pathways[::-1], {"size": ["none"]})

    assert ranked[0].pathway.id == "large"
    assert [m.pathway.id for m in tied] == ["small", "large", "hurt"]


def test_an_obstacle_that_hurts_counts_only_where_it_is_typical(pathways):
    """Each typical obstacle that hurts adds one point; others add none."""
    hurt = matching.rank(pathways, {}, ["example-silos"])
    other = matching.rank(pathways, {}, ["something-else"])

    assert {m.points for m in hurt} == {matching.HURTS}
    assert {m.points for m in other} == {0}
    assert not any(match.fits for match in hurt), "an obstacle alone makes no road"


def test_a_pathway_is_recommended_from_the_mark_on(pathways):
    """Two points are not enough, three are."""
    assert [p.id for p in matching.fitting(pathways, {"size": ["small"]})] == ["small"]
    assert matching.fitting(pathways, {"age": ["old"]}) == []


def test_cities_are_only_compared_where_both_are_known():
    """What one does not know is unknown and counts neither way."""
    mine = {"size": ["small"], "age": ["old"], "shape": ["compact"]}
    theirs = {"size": ["small"], "age": ["new"]}

    rows = matching.compare(["size", "age", "shape", "heat"], mine, theirs)

    assert [row.verdict for row in rows] == ["same", "differs", "unknown", "unknown"]
    assert matching.similarity(rows) == (1, 2)
    assert matching.likeness(rows) == 0


@pytest.mark.parametrize(
    "classes, given",
    [
        ({"size": "small", "role": "town"}, {"people": ["few"]}),
        ({"size": "small"}, {"people": ["few"]}),
        ({"role": "town"}, {}),
        ({"size": "large", "role": "town"}, {}),
        ({}, {}),
    ],
)
def test_a_city_gives_the_answers_that_its_sources_support(corpus, make, classes, given):
    """Wholly, or as the only possible answer; never against what is known, never by guess."""
    traits = {
        "few": [("size", "small"), ("role", "town")],
        "some": [("size", "medium"), ("role", "town")],
        "many": [("size", "large"), ("role", "capital")],
    }
    question = make(
        corpus.questions[0],
        id="people",
        answers=[
            {"id": id_, "title": id_, "traits": [{"axis": a, "class": c} for a, c in pairs]}
            for id_, pairs in traits.items()
        ],
    )
    profile = [{"axis": a, "class": c, "text": "So [@ours]."} for a, c in classes.items()]
    city = make(corpus.cities[0], profile=profile)

    assert matching.prefilled([question], city) == given


def test_answers_stand_for_classes_and_obstacles(corpus):
    """What was chosen, and nothing else."""
    answers = {"example-people": ["few"], "example-pain": ["departments", "nothing"]}

    classes, obstacles = matching.answered(corpus.questions, answers)

    assert classes == {"example-size": ["small"]}
    assert obstacles == ["example-silos"]
