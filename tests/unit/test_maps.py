"""Maps: every place is on them, none hides another, and the locator shows where an entry is."""

import json
from math import dist

import pytest

from scifi.build import node
from scifi.figures import maps, outline, places


@pytest.fixture
def town(corpus):
    """The one city of the smallest knowledge base, a town in Belgium."""
    return corpus.cities[0]


def test_the_outline_is_the_one_that_scripts_draw(project, tmp_path):
    """`frontend/europe.mjs` made the file, and makes the same today."""
    node.install(project / "frontend")
    node.run(project / "frontend", "europe.mjs", str(tmp_path / "europe.json"))

    made = json.loads((tmp_path / "europe.json").read_text(encoding="utf-8"))
    assert made["parts"] == 1
    assert made["countries"] == outline.countries()
    assert made["world"] == outline.world()


def test_python_and_scripts_put_a_place_on_the_same_point(project, tmp_path):
    """Both project it; a dot must not move when the page comes alive."""
    spots = [(10, 52), (-9.15, 38.73), (25.66, 60.98), (-122.42, 37.77)]
    twin = tmp_path / "twin.mjs"
    module = (project / "frontend/scripts/pure/projection.js").as_uri()
    twin.write_text(
        f"import {{ writeFileSync }} from 'node:fs';import {{ project }} from '{module}';"
        f"writeFileSync(process.argv[2], JSON.stringify({json.dumps(spots)}.map(project)));"
    )
    node.run(tmp_path, str(twin), str(tmp_path / "out.json"))

    there = json.loads((tmp_path / "out.json").read_text())
    for spot, point in zip(spots, there, strict=True):
        assert outline.project(*spot) == pytest.approx(point)


def test_a_place_lies_in_its_country():
    """Bruges in Belgium, Malaga in Spain, Luleå in Sweden."""
    for code, spot in {"BE": (3.22, 51.21), "ES": (-4.42, 36.72), "SE": (22.15, 65.58)}.items():
        point = outline.project(*spot)
        assert _in(code, point), code


def _holds(corners, point):
    """Whether a point lies within a ring: a ray to the east crosses an odd number of its sides."""
    inside = False
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (a.y > point.y) != (b.y > point.y):
            inside ^= point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
    return inside


def test_crimea_is_drawn_as_ukraine():
    """As the United Nations say; no border runs through its neck."""
    simferopol = outline.project(34.1, 44.95)

    assert [code for code in ("RU", "UA") if _in(code, simferopol)] == ["UA"]


def _in(code, point):
    return any(_holds(ring.corners, point) for ring in outline.rings(outline.countries()[code]))


@pytest.mark.parametrize(
    ("location", "country", "expected"),
    [
        ({"latitude": 52, "longitude": 10, "source": "register"}, "DE", outline.Point(270, 352)),
        (None, "AT", outline.centre("AT")),
        (None, "EU", places.SEVERAL),
    ],
)
def test_every_place_has_a_point(town, make, location, country, expected):
    """At its coordinates; else in the middle of its country; else beside the map."""
    city = make(town, location=location, country=country)

    assert places.where(city) == pytest.approx(expected)


def test_a_place_beyond_the_map_stands_at_its_edge(town, make):
    """On the way to it: San Francisco in the north-west, and not outside the drawing."""
    location = {"latitude": 37.77, "longitude": -122.42, "source": "register"}
    point = places.where(make(town, location=location, country="US"))

    assert point.inside
    assert min(point) == pytest.approx(places.EDGE)


def test_a_country_as_a_whole_is_a_place(corpus_with, case, make):
    """A trial of a whole country has a mark of its own, and its country is shaded."""
    corpus = corpus_with(make(case, id="everywhere", cities=[], countries=["NO"]))

    [nation] = [place for place in places.places(corpus) if place.kind == "country"]
    drawn = maps.europe(corpus)

    assert (nation.name, nation.cases, nation.area) == ("Norway as a whole", 1, True)
    assert [s.path for s in drawn.shapes if s.here] == [outline.countries()["NO"]]


def place(id_, x, y, cases=1):
    """A town at a point of the map."""
    return places.Place("city", id_, id_.title(), "BE", outline.Point(x, y), cases, False)


def test_places_that_touch_are_one_mark():
    """It has the name of the one with most case studies, and none is lost."""
    towns = (place("delft", 10, 10), place("rotterdam", 14, 10, 3), place("lyon", 10, 90))

    one, other = places.marks(towns, 20)

    assert [each.id for each in one.places] == ["rotterdam", "delft"]
    assert (one.point, one.cases) == (outline.Point(12, 10), 4)
    assert other.lead.id == "lyon"


def test_no_mark_is_nearer_to_another_than_a_finger_needs():
    """However many places lie side by side."""
    towns = tuple(place(f"p{i}", i * 37 % 100, i * 61 % 100) for i in range(60))

    found = places.marks(towns, 17)

    assert sum(len(mark.places) for mark in found) == 60
    points = [mark.point for mark in found]
    assert min(dist(a, b) for i, a in enumerate(points) for b in points[i + 1 :]) >= 17


def test_a_finger_hits_one_mark_only():
    """The areas that can be hit do not overlap, on either width; on a phone they are 24 px wide."""
    for layer in (maps.WIDE, maps.NARROW):
        assert 2 * layer.touch <= layer.apart
        assert layer.most <= layer.touch
    # 272 px are left for the map on the narrowest phone.
    assert maps.NARROW.apart * 272 / outline.SIDE >= 24


def test_the_locator_shows_the_town_in_its_country(town):
    """The window lies around it, its country is shaded, and its name stands beside the dot."""
    found = maps.locator([town], [])

    [dot] = found.dots
    assert found.window.west < dot.point.x < found.window.east
    assert found.window.north < dot.point.y < found.window.south
    assert [label.text for label in found.labels] == [town.title]
    assert sum(shape.here for shape in found.shapes) == 1
    assert found.words == f"Map of where it is: {town.title}, Belgium."


def test_the_locator_of_a_country_names_it():
    """No dot: nobody says which town it was."""
    found = maps.locator([], ["NO"])

    assert found.dots == []
    assert [label.text for label in found.labels] == ["Norway"]
    assert found.words == "Map of where it is: Norway as a whole."


def test_an_island_off_the_map_is_shown_by_its_country(town, make):
    """Las Palmas has no dot where it is not."""
    location = {"latitude": 28.1, "longitude": -15.4, "source": "register"}

    found = maps.locator([make(town, location=location, country="ES")], [])

    assert found.dots == []
    assert [label.text for label in found.labels] == ["Spain"]


def test_a_place_beyond_europe_is_shown_on_a_map_of_the_world(town, make):
    """Chicago lies on land, south of the middle of Lake Michigan."""
    location = {"latitude": 41.85, "longitude": -87.65, "source": "register"}

    found = maps.locator([make(town, title="Chicago", location=location, country="US")], [])

    [dot] = found.dots
    land = [ring for path in outline.world() for ring in outline.rings(path)]
    assert any(_holds(ring.corners, dot.point) for ring in land)
    assert [label.text for label in found.labels] == ["Chicago"]
    assert found.words == "Map of where it is: Chicago, United States."


def test_a_place_that_nobody_can_point_at_has_no_locator(town, make):
    """Offices in nine countries have no one place."""
    assert maps.locator([make(town, location=None, country="EU")], []) is None


def test_towns_are_told_from_regions(town, make):
    """By the first word of what they are."""
    said = {"city in Abruzzo": True, "Town": True, "municipality of villages": True}
    said |= {"municipalities of the region": False, "county": False, "five communes": False}

    for words, expected in said.items():
        assert make(town, place=words).is_town is expected, words


def test_the_outline_is_light():
    """It stands in pages that have to open in a basement."""
    assert sum(map(len, outline.countries().values())) < 16_000
