"""Small drawings: every landmark can be drawn, what is named is seen, and all fits its frame."""

import re

import pytest
import yaml

from scifi.figures import tool_drawings
from scifi.figures.town_shapes import BEHIND, BELOW, GROUND, LAND, STANDING, WIDTH, town_shape
from scifi.model.base import Landmark
from scifi.site.views.render import call


def test_every_landmark_stands_or_lies_somewhere():
    """Whatever word the model allows can be drawn, in one place only."""
    drawn = [*STANDING, *BEHIND, *BELOW]

    assert sorted(drawn) == sorted(Landmark)


def test_each_kind_of_town_has_a_drawing_of_its_own(project):
    """Eleven pathways, eleven drawings; none is left with the one that a new file gets."""
    files = sorted((project / "data/pathways").glob("*.yml"))
    named = [yaml.safe_load(file.read_text(encoding="utf-8"))["landmarks"] for file in files]

    assert len({tuple(sorted(landmarks)) for landmarks in named}) == len(files)


def test_a_pathway_that_names_no_landmark_shows_a_plain_town(corpus):
    """A new file needs no drawing: houses and flats on land."""
    (pathway,) = corpus.pathways

    land, houses, flats = town_shape(pathway.landmarks).pieces

    assert pathway.landmarks == []
    assert land.shapes == [LAND]
    assert houses.shapes == STANDING[Landmark.HOUSES]()[1]
    assert flats.shapes == STANDING[Landmark.FLATS]()[1]


def test_landmarks_stand_side_by_side_as_they_are_named():
    """From left to right on the ground, in front of what lies behind and below."""
    hills, fields, church, farm = town_shape(
        [Landmark.CHURCH, Landmark.FIELDS, Landmark.HILLS, Landmark.FARM]
    ).pieces

    assert (hills.shapes, fields.shapes) == (BEHIND[Landmark.HILLS], BELOW[Landmark.FIELDS])
    assert (church.shapes, farm.shapes) == (
        STANDING[Landmark.CHURCH]()[1],
        STANDING[Landmark.FARM]()[1],
    )
    assert church.x < farm.x
    assert church.y == farm.y == GROUND


@pytest.mark.parametrize("count", [1, 3, 6])
def test_many_landmarks_become_smaller_and_still_fit(count):
    """Six halls are as wide as the drawing, not wider."""
    hall, *_others = pieces = town_shape([Landmark.HALL] * count).pieces[1:]
    width = STANDING[Landmark.HALL]()[0] * hall.scale

    assert len(pieces) == count
    assert all(piece.x >= 0 and piece.x + width <= WIDTH for piece in pieces)


def test_a_drawing_is_decoration_with_classes_for_its_tones():
    """Who cannot see it misses nothing; the style sheet colours it, nothing in it does."""
    for drawn in [*tool_drawings.DRAWINGS.values(), town_shape([Landmark.MAST])]:
        html = str(call("sketches.html", "sketch", drawn))

        assert 'aria-hidden="true"' in html
        assert set(re.findall(r'path class="(\w+)"', html)) <= {"dark", "light", "pale", "line"}
        assert not re.search(r"style=|#[0-9a-f]{3}|<text", html)
        assert len(html) < 1500
