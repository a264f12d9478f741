"""The map on the cover: the places of the case studies, drawn from their coordinates."""

from collections import Counter
from math import cos, radians, sin, sqrt

from scifi.corpus import Corpus
from scifi.language import _, ngettext
from scifi.printing.documents import CoverMap, MapPlace

LATITUDES, LONGITUDES = (35, 68), (-11, 31)
"""What the map shows, in degrees; a place outside is not drawn."""

MIDDLE = radians(52), radians(10)
"""Where Europe is seen from above: the middle of the EU's own projection (ETRS89-LAEA)."""

Point = tuple[float, float]


def cover_map(corpus: Corpus) -> CoverMap:
    """The dots, the net of degrees behind them, and a sentence on both."""
    counted = Counter(city for case in corpus.casestudies for city in set(case.cities))
    found: list[MapPlace] = []
    for city in corpus.cities:
        spot = city.location
        if spot and counted[city.id] and _is_shown(spot.latitude, spot.longitude):
            x, y = _flat(spot.latitude, spot.longitude)
            found.append({"name": city.title, "x": x, "y": y, "cases": counted[city.id]})
    told = ngettext(
        "{n} place in Europe of which we know the coordinates; the larger a dot, the more case "
        "studies.",
        "{n} places in Europe of which we know the coordinates; the larger a dot, the more case "
        "studies.",
        len(found),
    )
    lines = [[_flat(lat, lon) for lon in range(-20, 41, 2)] for lat in range(30, 75, 5)]
    lines += [[_flat(lat, lon) for lat in range(30, 76, 2)] for lon in range(-20, 41, 10)]
    corners = [_flat(lat, lon) for lat in LATITUDES for lon in (*LONGITUDES, 10)]
    return {
        "alt": _("Map of Europe without borders: a dot for each place with a case study"),
        "told": told,
        "places": sorted(found, key=lambda place: (-place["cases"], place["name"])),
        "lines": lines,
        "frame": [
            side(corner[axis] for corner in corners) for side in (min, max) for axis in (0, 1)
        ],
    }


def _is_shown(latitude: float, longitude: float) -> bool:
    (south, north), (west, east) = LATITUDES, LONGITUDES
    return south < latitude < north and west < longitude < east


def _flat(latitude: float, longitude: float) -> Point:
    """A place on the map, in radii of the earth, south downwards: Lambert's equal areas."""
    above, turned = radians(latitude), radians(longitude) - MIDDLE[1]
    middle = MIDDLE[0]
    toward = 1 + sin(middle) * sin(above) + cos(middle) * cos(above) * cos(turned)
    scale = sqrt(2 / toward)
    x = scale * cos(above) * sin(turned)
    y = scale * (cos(middle) * sin(above) - sin(middle) * cos(above) * cos(turned))
    return round(x, 4), round(-y, 4)
