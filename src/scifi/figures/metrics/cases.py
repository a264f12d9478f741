"""Case studies in rows, and which of them are alike."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd

from scifi import facets
from scifi.corpus import Corpus
from scifi.effects import effects
from scifi.grade import grade
from scifi.labels import label
from scifi.language import _
from scifi.model import CaseStudy, Indicator
from scifi.model.base import Level, Theme


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


def places(corpus: Corpus, case: CaseStudy) -> str:
    """The names of a case study's places, in one line."""
    return ", ".join(facets.place_names(corpus, case))


def related(corpus: Corpus, case: CaseStudy, most: int = 4) -> list[tuple[CaseStudy, list[str]]]:
    """
    Case studies that share most with this one, with what they share in words.

    A shared solution or indicator of change comes first, then themes, then the place, then
    obstacles; ties go to the better-founded case. Who shares neither a solution, nor such an
    indicator, nor a theme is left out: a common obstacle alone makes no likeness.
    """
    scored = [
        (shared.rank, grade(corpus, other).letter, other.id, other, shared)
        for other in corpus.casestudies
        if other.id != case.id and (shared := Shared.of(corpus, case, other)).kin
    ]
    scored.sort(key=lambda row: row[:3])
    return [(other, shared.in_words(corpus)) for *_order, other, shared in scored[:most]]


class Shared(NamedTuple):
    """What two case studies have in common: ids by kind, themes as values."""

    solutions: list[str]
    variants: list[str]
    indicators: list[str]
    themes: list[Theme]
    cities: list[str]
    obstacles: list[str]

    @classmethod
    def of(cls, corpus: Corpus, case: CaseStudy, other: CaseStudy) -> "Shared":
        """What both name; of indicators those that show a change, not what was merely done."""
        return cls(
            _both(case, other, lambda c: [tried.solution for tried in c.solutions]),
            _both(case, other, lambda c: [t.variant for t in c.solutions if t.variant]),
            _both(case, other, lambda c: _of_change(corpus, c)),
            [theme for theme in case.themes if theme in other.themes],
            _both(case, other, lambda c: c.cities),
            _both(case, other, lambda c: [met.obstacle for met in c.obstacles]),
        )

    @property
    def kin(self) -> bool:
        """Whether they are about the same thing at all."""
        return bool(self.solutions or self.indicators or self.themes)

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


def _both(
    case: CaseStudy, other: CaseStudy, ids: Callable[[CaseStudy], Iterable[str]]
) -> list[str]:
    """The ids that both name, each once, in the order of the first."""
    others = set(ids(other))
    return [id_ for id_ in dict.fromkeys(ids(case)) if id_ in others]


def _of_change(corpus: Corpus, case: CaseStudy) -> list[str]:
    """The indicators of a case study that show an outcome or an impact."""
    found = [corpus.get("indicator", result.indicator) for result in case.results]
    return [i.id for i in found if isinstance(i, Indicator) and i.level is not Level.OUTPUT]
