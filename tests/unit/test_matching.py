"""Pathways that fit the cities of the knowledge base, and the answers that sources support."""

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


def fitting(pathways, **mine):
    return [pathway.id for pathway in matching.fitting(pathways, mine)]


def test_a_pathway_is_recommended_from_the_mark_on(pathways):
    """Two points are not enough, three are; no answer recommends nothing."""
    assert fitting(pathways, size=["small"]) == ["small"]
    assert fitting(pathways, age=["old"]) == []
    assert fitting(pathways) == []


def test_what_speaks_against_a_pathway_takes_points_away(pathways):
    """A pathway that would reach the mark does not, if something speaks against it."""
    assert fitting(pathways, size=["large"], age=["old"]) == ["large"]
    assert fitting(pathways, size=["large", "small"], age=["old"]) == ["small"]


def test_equal_points_keep_the_order_of_the_list(pathways, make):
    """Two pathways with the same points stand as in the list of pathways; more points go first."""
    small, large, _ = pathways
    twin = make(small, id="twin", order=9)
    fits = [fit("size", "small", points=3), fit("age", "old")]
    better = make(large, id="better", order=10, fits=fits, against=[])

    assert fitting([twin, small, better], size=["small"], age=["old"]) == [
        "better",
        "small",
        "twin",
    ]


def test_of_equal_pathways_the_strongest_single_reason_decides(pathways, make):
    """One class that makes the type goes before several hints, whatever the order of the list."""
    small = pathways[0]
    hints = [fit("size", "small", points=2), fit("age", "old")]
    hinted = make(small, id="hinted", order=0, fits=hints, against=[])

    assert fitting([hinted, small], size=["small"], age=["old"]) == ["small", "hinted"]


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


def test_the_number_of_inhabitants_decides_between_answers_of_the_same_classes(corpus, make):
    """A town of 12,000 is not one of 20,000 to 50,000; if unknown, neither is given."""
    trait = [{"axis": "size", "class": "small"}]
    question = make(
        corpus.questions[0],
        id="people",
        answers=[
            {"id": "tiny", "title": "Tiny", "traits": trait, "up_to": 20_000},
            {"id": "little", "title": "Little", "traits": trait},
        ],
    )
    profile = [{"axis": "size", "class": "small", "text": "So [@ours]."}]

    def given(people):
        counted = people and {"value": people, "date": None, "source": "ours"}
        city = make(corpus.cities[0], profile=profile, population=counted)
        return matching.prefilled([question], city)

    assert given(12_000) == {"people": ["tiny"]}
    assert given(20_000) == {"people": ["tiny"]}
    assert given(30_000) == {"people": ["little"]}
    assert given(None) == {}


def test_a_city_gives_its_country_and_no_service(corpus, make):
    """Where it lies is known of every city; what somebody plans there is not."""
    country = make(
        corpus.questions[0],
        id="country",
        answers=[
            {"id": "be", "title": "Belgium", "country": "BE"},
            {"id": "other", "title": "Another country"},
        ],
    )
    service = make(
        corpus.questions[0],
        id="service",
        several=True,
        answers=[
            {"id": "bins", "title": "Bins", "themes": ["waste"]},
            {"id": "open", "title": "Not decided"},
        ],
    )

    def given(code):
        return matching.prefilled([country, service], make(corpus.cities[0], country=code))

    assert given("BE") == {"country": ["be"]}
    assert given("US") == {}
