"""Case studies in rows, and which of them are alike."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

import pandas as pd

from scifi import facets
from scifi.corpus import Corpus, remembered
from scifi.effects import effects
from scifi.grade import grade, shows_change
from scifi.labels import label
from scifi.language import _
from scifi.model import CaseStudy
from scifi.model.base import Theme


class CaseStudyRow(NamedTuple):
    """
    A case study with what lists, filters and downloads need; several values are joined by ";".

    Programme, solutions, steps, obstacles, sizes, pathways and effect_indicator are ids, cities are
    names, countries codes. `start` and `end` are partial dates or "", `results` counts numbers with
    a value, `money` is the band of the largest sum in EUR. `effect` is the largest change reported
    or measured, in per cent for the better, or missing.
    """

    id: str
    title: str
    cities: str
    countries: str
    programme: str
    themes: str
    solutions: str
    steps: str
    obstacles: str
    start: str
    end: str
    grade: str
    status: str
    results: int
    sizes: str
    pathways: str
    money: str
    effect: float | None
    effect_indicator: str


def casestudies(corpus: Corpus) -> pd.DataFrame:
    """One row per case study."""
    rows = [_row(corpus, case) for case in corpus.casestudies]
    return pd.DataFrame(rows, columns=CaseStudyRow._fields)


def _row(corpus: Corpus, case: CaseStudy) -> CaseStudyRow:
    values = facets.values(corpus, case)
    places = facets.places(corpus, case)
    largest = next(iter(effects(corpus, case)), None)
    return CaseStudyRow(
        id=case.id,
        title=case.title,
        cities=";".join(name for name, _country in places),
        countries=";".join(dict.fromkeys(country for _name, country in places)),
        programme=case.programme or "",
        themes=";".join(case.themes),
        solutions=";".join(dict.fromkeys(tried.solution for tried in case.solutions)),
        steps=";".join(case.steps),
        obstacles=";".join(dict.fromkeys(report.obstacle for report in case.obstacles)),
        start=case.period.start or "",
        end=case.period.end or "",
        grade=grade(corpus, case).letter,
        status=case.afterwards.status.value,
        results=sum(result.value is not None for result in case.results),
        sizes=";".join(values["size"]),
        pathways=";".join(pathway for pathway in values["pathway"] if pathway != facets.NONE),
        money=values["money"][0],
        effect=round(largest.change, 1) if largest else None,
        effect_indicator=largest.result.indicator if largest else "",
    )


@remembered
def places(corpus: Corpus, case: CaseStudy) -> str:
    """The names of a case study's places, in one line."""
    return ", ".join(facets.place_names(corpus, case))


def related(corpus: Corpus, case: CaseStudy, most: int = 4) -> list[tuple[CaseStudy, list[str]]]:
    """Case studies that share most with this one, with what they share in words."""
    return [(other, shared.in_words(corpus)) for other, shared in islice(kin(corpus, case), most)]


def kin(corpus: Corpus, case: CaseStudy) -> Iterator[tuple[CaseStudy, "Shared"]]:
    """
    Case studies that have something in common with this one, closest first, and what it is.

    A shared solution or indicator of change comes first, then themes, then the place, then
    obstacles; ties go to the better-founded case. Who shares neither a solution, nor such an
    indicator, nor a theme is left out: a common obstacle alone makes no likeness.
    """
    near = _sharing(corpus, case, "solutions", "indicators")
    yield from _closest_first(corpus, case, near)
    # These come after all of those, so most callers never ask for them.
    far = _sharing(corpus, case, "themes")
    yield from _closest_first(corpus, case, {id_: far[id_] for id_ in far.keys() - near.keys()})


def _sharing(corpus: Corpus, case: CaseStudy, *kinds: str) -> dict[str, CaseStudy]:
    """The other case studies that share a name of these kinds with this one, by id."""
    own, holders = _named(corpus, case)._asdict(), _holders(corpus)
    found = {
        other.id: other
        for kind in kinds
        for name in own[kind]
        for other in holders.get((kind, name), [])
    }
    found.pop(case.id, None)
    return found


def _closest_first(
    corpus: Corpus, case: CaseStudy, others: Mapping[str, CaseStudy]
) -> Iterator[tuple[CaseStudy, "Shared"]]:
    own = _named(corpus, case)
    scored = [
        (shared.rank, grade(corpus, other).letter, id_, other, shared)
        for id_, other in others.items()
        for shared in [own.shared_with(_named(corpus, other))]
    ]
    for *_order, other, shared in sorted(scored, key=lambda row: row[:3]):
        yield other, shared


@remembered
def _holders(corpus: Corpus) -> dict[tuple[str, str], list[CaseStudy]]:
    """The case studies that name something, by its kind and name."""
    found: dict[tuple[str, str], list[CaseStudy]] = {}
    for case in corpus.casestudies:
        for kind, names in _named(corpus, case)._asdict().items():
            for name in names:
                found.setdefault((kind, name), []).append(case)
    return found


@remembered
def _named(corpus: Corpus, case: CaseStudy) -> "Shared":
    """What a case study names; of indicators those that show a change, not what was done."""
    outcomes = [result for result in case.results if shows_change(corpus, result)]
    return Shared(
        solutions=_each_once(tried.solution for tried in case.solutions),
        variants=_each_once(tried.variant for tried in case.solutions if tried.variant),
        indicators=_each_once(result.indicator for result in outcomes),
        themes=case.themes,
        cities=case.cities,
        obstacles=_each_once(met.obstacle for met in case.obstacles),
    )


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


class Shared(NamedTuple):
    """What two case studies have in common, or what one of them names: ids, themes as values."""

    solutions: list[str]
    variants: list[str]
    indicators: list[str]
    themes: list[Theme]
    cities: list[str]
    obstacles: list[str]

    def shared_with(self, other: "Shared") -> "Shared":
        """What both name, in the order of the first."""
        theirs = other._asdict()
        return Shared(
            **{
                kind: [name for name in names if name in theirs[kind]]
                for kind, names in self._asdict().items()
            }
        )

    @property
    def rank(self) -> tuple[int, ...]:
        """The order of kinship, closest first."""
        closest = len(self.solutions) + len(self.indicators)
        counts = (closest, len(self.variants), len(self.themes), len(self.cities))
        return tuple(-count for count in (*counts, len(self.obstacles)))

    def in_words(self, corpus: Corpus) -> list[str]:
        """What is shared, closest first."""
        titles = {
            "solution": _("solution: {name}"),
            "indicator": _("indicator: {name}"),
            "city": _("city: {name}"),
            "obstacle": _("obstacle: {name}"),
        }

        def named(kind: str, ids: list[str]) -> list[str]:
            return [titles[kind].format(name=corpus.get(kind, id_).title) for id_ in ids]

        return [
            *named("solution", self.solutions),
            *named("indicator", self.indicators),
            *(_("theme: {name}", name=label(theme)) for theme in self.themes),
            *named("city", self.cities),
            *named("obstacle", self.obstacles),
        ]
