"""The first pages of the whole book: its cover, how to use it, its key figures, all computed."""

from collections import Counter
from math import cos, radians

from scifi import facets, urls
from scifi.corpus import Corpus
from scifi.grade import GRADES
from scifi.kinds import part_title
from scifi.labels import label
from scifi.language import _, capitalised, country, ngettext, number
from scifi.model.base import Comparison, EvidenceKind, Role, Status
from scifi.printing.documents import BookSection, CoverMap, MapPlace
from scifi.printing.papers.editions import PART_PURPOSES, part_number
from scifi.printing.papers.indexes import EUROPE
from scifi.printing.papers.sections import Rows, section, table
from scifi.printing.reading.nodes import Node, new_node

MOST_ROWS = 6
"""Obstacles and countries told among the key figures."""


def how_to_use(corpus: Corpus) -> BookSection:
    """What stands where, who reads what, grades and receipts."""
    parts: Rows = [
        [part_number(part), new_node("ref", [part_title(part)], to=f"{part}/"), _(purpose)]
        for part, purpose in PART_PURPOSES.items()
    ]
    readers: Rows = [
        [capitalised(label(role)), ", ".join(_chapters_for(corpus, role))] for role in Role
    ]
    grades: Rows = [[rule.grade, _(rule.name), _(rule.needs)] for rule in GRADES]
    told = (
        _(
            "A raised number is a receipt. The list of sources at the end names the source under "
            "the same number, with its address and the day it was read."
        ),
        _("Text without a raised number is our own advice."),
        _("A link, or a page number in brackets, leads to the page that tells more."),
    )
    body = [
        _heading(_("What stands where")),
        table([_("Part"), _("Title"), _("It answers")], parts, [1, 3, 9]),
        _heading(_("Who reads what")),
        table([_("You are"), _("Chapters of part II written for you")], readers, [1, 3]),
        _heading(_("How sure a case study is: the evidence grade")),
        table([_("Grade"), _("Name"), _("What it needs")], grades, [1, 3, 9]),
        _heading(_("How to check what we say")),
        *(new_node("p", [text]) for text in told),
    ]
    lead = _("Nobody reads it from cover to cover. Begin where your trouble is.")
    return section("page", "how-to-use", _("How to use this book"), lead, body, part="about")


def _heading(title: str) -> Node:
    return new_node("h", [title], l=2)


def _chapters_for(corpus: Corpus, role: Role) -> list[str]:
    return [number(n) for n, chapter in enumerate(corpus.chapters, 1) if role in chapter.roles]


def key_figures(corpus: Corpus, sources: int) -> BookSection:
    """What the book rests on, in numbers; `sources` is how many its list has."""
    # Here, as it brings pandas, which is large and slow to load; the book alone needs it.
    from scifi.figures import metrics

    held, numbers = facets.members(corpus), metrics.numbers(corpus)
    counted = {facet: {id_: len(cases) for id_, cases in held[facet].items()} for facet in held}
    measured = numbers[numbers["kind"] == EvidenceKind.MEASURED]
    compared = measured[measured["comparison"] != Comparison.NONE]
    status = {value: counted["status"].get(value, 0) for value in Status}
    tiles = (
        (len(corpus.casestudies), _("case studies")),
        (len({city for case in corpus.casestudies for city in case.cities}), _("places")),
        (len(held["country"].keys() - {EUROPE}), _("countries named")),
        (len(numbers), _("results with a number")),
        (len(measured), _("of these results measured, not only told")),
        (len(compared), _("measured and compared with the time before or with a control group")),
        (status[Status.FAILED] + status[Status.STOPPED], _("case studies that failed or stopped")),
        (status[Status.UNKNOWN], _("case studies whose end nobody published")),
        (sources, _("sources, all listed at the end")),
    )
    grades: Rows = [
        [rule.grade, _(rule.name), counted["grade"].get(rule.grade, 0)] for rule in GRADES
    ]
    ends: Rows = [[capitalised(label(value)), count] for value, count in status.items()]
    met: Rows = [
        [new_node("ref", [corpus.get("obstacle", id_).title], to=urls.url("obstacle", id_)), count]
        for id_, count in counted["obstacle"].items()
        if id_ != facets.NONE
    ]
    lands: Rows = [
        [country(id_), count] for id_, count in counted["country"].items() if id_ != EUROPE
    ]
    cases = _("Case studies")
    columns = [
        new_node("column", [table([_("Grade"), _("Proof"), cases], grades, [2, 6, 4])]),
        new_node("column", [table([_("What became of it"), cases], ends, [3, 2])]),
        new_node("column", [table([_("Got stuck most"), cases], met[:MOST_ROWS], [3, 2])]),
        new_node("column", [table([_("Where they are"), cases], lands[:MOST_ROWS], [3, 2])]),
    ]
    shown = [
        node
        for value, about in tiles
        for node in (new_node("term", [number(value)]), new_node("meaning", [about]))
    ]
    body = [new_node("dl", shown, style="figures"), new_node("columns", columns)]
    lead = _("Counted from the case studies by a program when this book was made.")
    return section("page", "key-figures", _("Key figures"), lead, body, part="about")


SOUTH, NORTH, WEST, EAST = 35, 68, -11, 31
"""What the map on the cover shows, in degrees."""


def cover(corpus: Corpus) -> CoverMap:
    """The map on the cover: every place in Europe of which we know where it is."""
    cases = Counter(city for case in corpus.casestudies for city in set(case.cities))
    found: list[MapPlace] = []
    for city in sorted(corpus.cities, key=lambda city: -cases[city.id]):
        if (spot := city.location) and cases[city.id]:
            (x, y), name = _flat(spot.latitude, spot.longitude), city.title
            if SOUTH < spot.latitude < NORTH and WEST < spot.longitude < EAST:
                found.append({"name": name, "x": x, "y": y, "cases": cases[city.id]})
    told = ngettext(
        "{n} place with case studies whose coordinates are known; a larger dot has more of them.",
        "{n} places with case studies whose coordinates are known; a larger dot has more of them.",
        len(found),
    )
    lines = [[_flat(lat, WEST), _flat(lat, EAST)] for lat in range(SOUTH, NORTH, 5)]
    lines += [[_flat(lat, lon) for lat in range(SOUTH, NORTH + 1)] for lon in range(-10, 40, 10)]
    return {
        "alt": _("Map of Europe without borders: a dot for each place with a case study"),
        "told": told,
        "places": found,
        "lines": lines,
        "frame": [-_flat(SOUTH, EAST)[0], _flat(NORTH, 0)[1], *_flat(SOUTH, EAST)],
    }


def _flat(latitude: float, longitude: float) -> tuple[float, float]:
    """A place on a map of equal areas (sinusoidal), southwards, in radii of the earth."""
    x = radians(longitude - (WEST + EAST) / 2) * cos(radians(latitude))
    return round(x, 4), round(-radians(latitude), 4)
