"""Routes: those written down by hand for seven kinds of cities, and the rules behind them."""

from scifi import matching, routing
from scifi.corpus import Corpus


def test_the_route_is_the_one_written_down(published: Corpus, expected):
    """Roads with their points, and what must be among obstacles, money and indicators."""
    found = routing.route(published, expected.answers, expected.start)

    assert {m.pathway.id: m.points for m in found.roads} == expected.said["roads"]
    assert set(expected.said["obstacles"]) <= set(found.obstacles)
    assert set(expected.said["funding"]) <= {*found.funding, *found.closed}
    assert set(expected.said["indicators"]) <= set(found.indicators)


def test_roads_that_do_not_fit_are_not_taken(published: Corpus, expected):
    """A road that also fits stays in the ranking; one that must never fit stays below the mark."""
    ranking = {
        m.pathway.id: m for m in routing.route(published, expected.answers, expected.start).ranking
    }

    assert all(ranking[road].fits for road in expected.said["also"])
    assert not any(ranking[road].fits for road in expected.said["never"])


def test_the_city_most_alike_is_the_one_written_down(published: Corpus, expected):
    """The city one starts from is never its own twin; no city is alike that differs more."""
    alike = routing.route(published, expected.answers, expected.start).alike

    assert expected.start not in [one.city.id for one in alike]
    assert all(matching.likeness(one.rows) > 0 for one in alike)
    if expected.said["most_alike"]:
        assert alike[0].city.id == expected.said["most_alike"]


def test_each_step_says_something_to_every_city(published: Corpus, expected):
    """The traits of a city and its roads together speak about at least five of the seven steps."""
    mine, _ = matching.answered(published.questions, expected.answers)
    roads = routing.route(published, expected.answers, expected.start).roads
    spoken = {care.step for match in roads for care in match.pathway.steps}
    for axis in published.axes:
        for one in axis.classes:
            if one.id in mine.get(axis.id, ()):
                spoken |= {task.step for task in one.tasks}

    assert len(spoken) >= 5


def test_without_answers_there_is_no_road(published: Corpus):
    """Nothing is recommended to somebody who said nothing."""
    found = routing.route(published, {})

    assert found.roads == () and found.obstacles == () and found.alike == ()
    assert found.funding == () and found.indicators == ()


def test_a_hint_alone_gives_the_closest_road(published: Corpus):
    """Below the mark one road is shown, and it is not called a recommendation."""
    found = routing.route(published, {"shape": ["dispersed"]})

    assert [m.pathway.id for m in found.roads] == ["growing-suburb"]
    assert not found.roads[0].fits


def test_an_obstacle_one_names_comes_before_typical_ones(published: Corpus):
    """What hurts weighs as much as being typical of three roads."""
    found = routing.route(published, {"economy": ["university"], "pain": ["data"]})

    assert set(found.obstacles[:3]) == {
        "poor-data",
        "data-ownership-unclear",
        "legacy-systems",
    }


def test_closed_money_is_named_apart(published: Corpus):
    """A closed fund is no money to ask for; one that is hard to get stands behind its like."""
    small = routing.route(published, {"size": ["under-5000"], "heritage": ["protected-core"]})

    assert "life-cet" in small.closed and "life-cet" not in small.funding
    unclear = [f for f in small.funding if published.get("funding", f).current is None]
    assert unclear[-1] == "eui"
