"""
By what case studies can be sorted out: their value on each facet.

Pure functions of the corpus, made here once for the explorer, the index pages and the downloads.
What is not known is a value of its own, so that no case study is missing from a count.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scifi import matching
from scifi.corpus import Corpus, remembered
from scifi.grade import GRADES, grade
from scifi.language import N_, country
from scifi.model import CaseStudy, City
from scifi.model.base import Status, Theme
from scifi.model.casestudy import Money

NONE = "none"
"""The value of a case study that names nothing on a facet."""

SIZE_AXIS = "size"
"""The axis whose classes are the city sizes."""

BANDS: tuple[tuple[str, float], ...] = (
    ("to-50-000", 50_000),
    ("to-200-000", 200_000),
    ("to-1-million", 1_000_000),
    ("to-10-million", 10_000_000),
    ("above-10-million", float("inf")),
)
"""Money bands by their upper end in EUR, the end included; the limits are our own choice."""

OTHER_CURRENCY = "other-currency"
NOT_REPORTED = "not-reported"

Values = Sequence[str]


@dataclass(frozen=True)
class Facet:
    """
    One way to sort out case studies.

    `title` is a text of the catalogue; `kind` is that of its values where they are entries.
    """

    id: str
    title: str
    kind: str | None
    values: Callable[[Corpus, CaseStudy], Values]
    options: Callable[[Corpus], Values]
    """All values there can be, in order; those of a facet without an order come by count."""
    ordered: bool = False


def largest_sum(case: CaseStudy) -> Money | None:
    """The largest sum in EUR, whatever it paid for; else the first in another currency."""
    in_euro = [money for money in case.money if money.currency == "EUR"]
    if in_euro:
        return max(in_euro, key=lambda money: money.amount)
    return case.money[0] if case.money else None


def money_band(case: CaseStudy) -> str:
    """The band of the largest sum in EUR, `other-currency` or `not-reported`."""
    largest = largest_sum(case)
    if largest is None:
        return NOT_REPORTED
    if largest.currency != "EUR":
        return OTHER_CURRENCY
    return next(band for band, limit in BANDS if largest.amount <= limit)


def cities(corpus: Corpus, case: CaseStudy) -> list[City]:
    """The places of a case study."""
    found = [corpus.get("city", city) for city in case.cities]
    return [city for city in found if isinstance(city, City)]


def places(corpus: Corpus, case: CaseStudy) -> list[tuple[str, str]]:
    """Name and country of every place: its cities, then its countries, under their own names."""
    named = [(city.title, city.country) for city in cities(corpus, case)]
    return named + [(country(code), code) for code in case.countries]


def place_names(corpus: Corpus, case: CaseStudy) -> list[str]:
    """The names of a case study's places."""
    return [name for name, _country in places(corpus, case)]


def _countries(corpus: Corpus, case: CaseStudy) -> Values:
    return [code for _name, code in places(corpus, case)]


def _all_countries(corpus: Corpus) -> Values:
    own = [city.country for city in corpus.cities]
    whole = [code for case in corpus.casestudies for code in case.countries]
    return list(dict.fromkeys(own + whole))


def _sizes(corpus: Corpus, case: CaseStudy) -> Values:
    """The classes of its cities; a city without one is not known, not small."""
    return [
        next(iter(matching.traits(city).get(SIZE_AXIS, ())), NOT_REPORTED)
        for city in cities(corpus, case)
    ]


@remembered
def pathways(corpus: Corpus, case: CaseStudy) -> list[str]:
    """Pathways it belongs to: those its solutions make, then those that fit one of its cities."""
    tried = {attempt.solution for attempt in case.solutions}
    own = [pathway.id for pathway in corpus.pathways if tried & set(pathway.solutions)]
    fitting = [
        pathway.id
        for city in cities(corpus, case)
        for pathway in matching.fitting(corpus.pathways, matching.traits(city))
    ]
    return list(dict.fromkeys(own + fitting))


def _steps(_: Corpus, case: CaseStudy) -> Values:
    return [*case.steps, *(met.step for met in case.obstacles)]


def _size_classes(corpus: Corpus) -> Values:
    axes = [axis for axis in corpus.axes if axis.id == SIZE_AXIS]
    return [class_.id for axis in axes for class_ in axis.classes] + [NOT_REPORTED]


def _entries(kind: str) -> Callable[[Corpus], Values]:
    return lambda corpus: [entry.id for entry in corpus.all(kind)] + [NONE]


FACETS: tuple[Facet, ...] = (
    Facet("theme", N_("Theme"), None, lambda _, case: case.themes, lambda _: list(Theme)),
    Facet(
        "solution",
        N_("Solution"),
        "solution",
        lambda _, case: [tried.solution for tried in case.solutions],
        _entries("solution"),
    ),
    Facet(
        "country",
        N_("Country"),
        None,
        _countries,
        _all_countries,
    ),
    Facet("size", N_("City size"), None, _sizes, _size_classes, ordered=True),
    Facet("pathway", N_("Pathway"), "pathway", pathways, _entries("pathway")),
    Facet("step", N_("Step"), "step", _steps, _entries("step"), ordered=True),
    Facet(
        "obstacle",
        N_("Obstacle met"),
        "obstacle",
        lambda _, case: [met.obstacle for met in case.obstacles],
        _entries("obstacle"),
    ),
    Facet(
        "indicator",
        N_("Indicator"),
        "indicator",
        lambda _, case: [result.indicator for result in case.results],
        _entries("indicator"),
    ),
    Facet(
        "status",
        N_("What became of it"),
        None,
        lambda _, case: [case.afterwards.status],
        lambda _: list(Status),
        ordered=True,
    ),
    Facet(
        "grade",
        N_("Evidence grade"),
        None,
        lambda corpus, case: [grade(corpus, case).letter],
        lambda _: [rule.grade for rule in GRADES],
        ordered=True,
    ),
    Facet(
        "money",
        N_("Money"),
        None,
        lambda _, case: [money_band(case)],
        lambda _: [*(band for band, _ in BANDS), OTHER_CURRENCY, NOT_REPORTED],
        ordered=True,
    ),
    Facet(
        "programme",
        N_("Programme"),
        "programme",
        lambda _, case: [case.programme] if case.programme else [],
        _entries("programme"),
    ),
)
"""Every facet, in the order in which they are offered."""


@remembered
def values(corpus: Corpus, case: CaseStudy) -> dict[str, list[str]]:
    """The values of a case study by facet, each once; at least one on each facet."""
    return {
        facet.id: [str(value) for value in dict.fromkeys(facet.values(corpus, case))] or [NONE]
        for facet in FACETS
    }


def members(corpus: Corpus) -> dict[str, dict[str, list[CaseStudy]]]:
    """
    The case studies of every value that occurs, by facet and value.

    The values of an ordered facet keep its order, those of others come by number of case studies.
    """
    found: dict[str, dict[str, list[CaseStudy]]] = {facet.id: {} for facet in FACETS}
    for case in corpus.casestudies:
        for facet, held in values(corpus, case).items():
            for value in held:
                found[facet].setdefault(value, []).append(case)
    return {facet.id: _in_order(corpus, facet, found[facet.id]) for facet in FACETS}


def _in_order(
    corpus: Corpus, facet: Facet, found: dict[str, list[CaseStudy]]
) -> dict[str, list[CaseStudy]]:
    places = {str(value): place for place, value in enumerate(facet.options(corpus))}

    def place(value: str) -> tuple[bool, int, int]:
        count = 0 if facet.ordered else -len(found[value])
        return (value == NONE, count, places.get(value, len(places)))

    return {value: found[value] for value in sorted(found, key=place)}
