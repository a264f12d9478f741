"""Case studies in rows, and which of them are alike."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

import pandas as pd

from scifi import facets
from scifi.corpus import Corpus
from scifi.effects import effects
from scifi.grade import grade
from scifi.labels import label
from scifi.language import _
from scifi.model import CaseStudy


class CaseStudyRow(NamedTuple):
    """
    A case study with what lists, filters and downloads need; several values are joined by ";".

    Programme, steps, obstacles, sizes, pathways and effect_indicator are ids, cities are names,
    countries codes. `start` and `end` are partial dates or "", `results` counts numbers with a
    value, `money` is the band of the largest sum in EUR. `effect` is the largest change reported
    or measured, in per cent for the better, or missing.
    """

    id: str
    title: str
    cities: str
    countries: str
    programme: str
    themes: str
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

    A shared city or obstacle counts two, a shared theme or indicator one; ties go to the
    better-founded case. Cases that share nothing are left out.
    """
    scored = [
        (
            sum(points for points, _words in shared),
            grade(corpus, other).letter,
            other.id,
            other,
            shared,
        )
        for other in corpus.casestudies
        if other.id != case.id and (shared := _shared(corpus, case, other))
    ]
    scored.sort(key=lambda row: (-row[0], *row[1:3]))
    return [
        (other, [words for _points, words in shared]) for *_order, other, shared in scored[:most]
    ]


def _shared(corpus: Corpus, case: CaseStudy, other: CaseStudy) -> list[tuple[int, str]]:
    """What two case studies have in common: points and words for each."""

    def titles(kind: str, ids: Iterable[str], other_ids: Collection[str]) -> list[str]:
        return [corpus.get(kind, id_).title for id_ in ids if id_ in other_ids]

    obstacles, other_obstacles = ({met.obstacle for met in c.obstacles} for c in (case, other))
    indicators, other_indicators = ({r.indicator for r in c.results} for c in (case, other))
    cities = titles("city", case.cities, other.cities)
    met = titles("obstacle", sorted(obstacles), other_obstacles)
    themes = [label(theme) for theme in case.themes if theme in other.themes]
    measures = titles("indicator", sorted(indicators), other_indicators)
    return [
        *((2, _("city: {name}", name=name)) for name in cities),
        *((2, _("obstacle: {name}", name=name)) for name in met),
        *((1, _("theme: {name}", name=name)) for name in themes),
        *((1, _("indicator: {name}", name=name)) for name in measures),
    ]
