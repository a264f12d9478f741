"""Rule `place-in-country`: a place lies where its country is."""

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from scifi.content.checks.base import Library, Rule
from scifi.content.checks.boxes import BOXES, Box
from scifi.content.load import Document
from scifi.content.problem import Problem
from scifi.language import _, country


class PlaceInCountry(Rule):
    """
    The coordinates of a place lie in its country, to about half a degree.

    Where countries lie is taken from Natural Earth, as boxes in `checks/boxes.py`: of Europe, its
    neighbours and a few others.

    Why: latitude and longitude are easily swapped, and a minus easily lost; the map would show
    Bruges in Ethiopia.

    Fix: look the place up again. `latitude` is the degrees north, `longitude` the degrees east,
    with a minus west of Greenwich.
    """

    name = "place-in-country"
    of_judgement = True

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """A place outside all boxes of its country."""
        location, code = document.data.get("location"), str(document.data.get("country"))
        if not isinstance(location, Mapping) or code not in BOXES:
            return
        latitude, longitude = location.get("latitude"), location.get("longitude")
        if not _is_number(latitude) or not _is_number(longitude):
            return
        if not _is_in(BOXES[code], latitude, longitude):
            yield self.problem(
                document,
                ("location", "latitude"),
                _(
                    "{latitude}, {longitude} is not in {country}",
                    latitude=latitude,
                    longitude=longitude,
                    country=country(code),
                ),
                _("Maps would show the place in another country."),
                _advice(BOXES[code], latitude, longitude),
            )


def _advice(boxes: tuple[Box, ...], latitude: float, longitude: float) -> str:
    for north, east in ((longitude, latitude), (latitude, -longitude), (-latitude, longitude)):
        if _is_in(boxes, north, east):
            return _(
                "Did you mean latitude {latitude} and longitude {longitude}?",
                latitude=north,
                longitude=east,
            )
    return _("Look the place up again, and check its country.")


def _is_in(boxes: tuple[Box, ...], latitude: float, longitude: float) -> bool:
    return any(
        south <= latitude <= north and west <= longitude <= east
        for south, west, north, east in boxes
    )


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
