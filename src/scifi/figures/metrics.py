"""
Numbers the site shows, computed from the corpus.

Pure functions from a `Corpus` to a `DataFrame` or a number: no files, no colours, no HTML.
A number on a page is made here once; charts, tables and downloads only show it.
"""

from collections import Counter
from typing import cast

import pandas as pd

from scifi import facets
from scifi.corpus import Corpus
from scifi.grade import RULES, grade
from scifi.model import CaseStudy, City
from scifi.model.base import Urgency


def counts(corpus: Corpus) -> dict[str, int]:
    """
    How many entries of each kind there are, by kind.

    Besides the kinds: `result`, numbers with a value, and `source`, distinct addresses.
    """
    counted = {kind: len(entries) for kind, entries in corpus.entries.items()}
    counted["result"] = sum(r.value is not None for c in corpus.casestudies for r in c.results)
    counted["source"] = len(
        {s.url for kind in corpus.entries for e in corpus.all(kind) for s in e.sources.values()}
    )
    return counted


def casestudies(corpus: Corpus) -> pd.DataFrame:
    """
    One row per case study, with what lists, filters and downloads need.

    Returns:
        id, title, cities (names, joined), countries (codes, joined), programme (id or ""),
        themes, steps and obstacles (ids, joined by ";"), start and end (partial dates or ""),
        grade (A to E), status, results (numbers with a value), sizes and pathways (ids, joined
        by ";"), money (band of the largest sum in EUR), effect (largest change reported or
        measured, in per cent for the better, or missing) and effect_indicator (id or "").
    """
    rows = []
    for case in corpus.casestudies:
        cities = [cast(City, corpus.get("city", c)) for c in case.cities]
        values = facets.values(corpus, case)
        largest = next(iter(facets.effects(corpus, case)), None)
        rows.append(
            {
                "id": case.id,
                "title": case.title,
                "cities": ";".join(c.title for c in cities),
                "countries": ";".join(dict.fromkeys(c.country for c in cities)),
                "programme": case.programme or "",
                "themes": ";".join(case.themes),
                "steps": ";".join(case.steps),
                "obstacles": ";".join(dict.fromkeys(o.obstacle for o in case.obstacles)),
                "start": case.period.start or "",
                "end": case.period.end or "",
                "grade": grade(case).letter,
                "status": case.afterwards.status.value,
                "results": sum(r.value is not None for r in case.results),
                "sizes": ";".join(values["size"]),
                "pathways": ";".join(v for v in values["pathway"] if v != facets.NONE),
                "money": values["money"][0],
                "effect": round(largest.change, 1) if largest else None,
                "effect_indicator": largest.result.indicator if largest else "",
            }
        )
    columns = [
        "id",
        "title",
        "cities",
        "countries",
        "programme",
        "themes",
        "steps",
        "obstacles",
        "start",
        "end",
        "grade",
        "status",
        "results",
        "sizes",
        "pathways",
        "money",
        "effect",
        "effect_indicator",
    ]
    return pd.DataFrame(rows, columns=columns)


def places(corpus: Corpus, case: CaseStudy) -> str:
    """The names of a case study's cities."""
    return ", ".join(corpus.get("city", city).title for city in case.cities)


def results(corpus: Corpus) -> pd.DataFrame:
    """
    One row per result of a case study, in its own unit; nothing is converted.

    Returns:
        casestudy, city, indicator (ids), indicator_title, what, qualifier, value, value_to,
        baseline (numbers or missing), unit, period, kind, measured_by, comparison,
        source (address), note.
    """
    rows = []
    for case in corpus.casestudies:
        names = places(corpus, case)
        for r in case.results:
            rows.append(
                {
                    "casestudy": case.id,
                    "city": names,
                    "indicator": r.indicator,
                    "indicator_title": corpus.get("indicator", r.indicator).title,
                    "what": r.what,
                    "qualifier": r.qualifier.value if r.qualifier else "",
                    "value": r.value,
                    "value_to": r.value_to,
                    "baseline": r.baseline,
                    "unit": r.unit,
                    "period": r.period or "",
                    "kind": r.kind.value,
                    "measured_by": r.measured_by.value,
                    "comparison": r.comparison.value,
                    "source": case.sources[r.source].url,
                    "note": r.note or "",
                }
            )
    columns = [
        "casestudy",
        "city",
        "indicator",
        "indicator_title",
        "what",
        "qualifier",
        "value",
        "value_to",
        "baseline",
        "unit",
        "period",
        "kind",
        "measured_by",
        "comparison",
        "source",
        "note",
    ]
    frame = pd.DataFrame(rows, columns=columns)
    for column in ("value", "value_to", "baseline"):
        frame[column] = frame[column].astype(float)
    return frame


def evidence_grades(corpus: Corpus) -> pd.DataFrame:
    """How many case studies have each grade; one row per rule, best first, zeros kept."""
    given = Counter(grade(case).letter for case in corpus.casestudies)
    return pd.DataFrame(
        [{"grade": r.grade, "name": r.name, "casestudies": given[r.grade]} for r in RULES]
    )


def steps_obstacles(corpus: Corpus) -> pd.DataFrame:
    """
    Where cities get stuck: reports of an obstacle in a step, one row per pair that occurs.

    Returns:
        step, obstacle (ids), step_title, obstacle_title, casestudies (distinct case studies
        that met it there), who (their ids joined by ";").
    """
    met: dict[tuple[str, str], list[str]] = {}
    for case in corpus.casestudies:
        for o in case.obstacles:
            who = met.setdefault((o.step, o.obstacle), [])
            if case.id not in who:
                who.append(case.id)
    order = {step.id: step.order for step in corpus.steps}
    rows = [
        {
            "step": step,
            "obstacle": obstacle,
            "step_title": corpus.get("step", step).title,
            "obstacle_title": corpus.get("obstacle", obstacle).title,
            "casestudies": len(who),
            "who": ";".join(who),
        }
        for (step, obstacle), who in sorted(met.items(), key=lambda m: (order[m[0][0]], m[0][1]))
    ]
    columns = ["step", "obstacle", "step_title", "obstacle_title", "casestudies", "who"]
    return pd.DataFrame(rows, columns=columns)


URGENCY_ORDER = [Urgency.THIS_QUARTER, Urgency.THIS_WEEK, Urgency.TODAY]


def aid_kit(corpus: Corpus) -> pd.DataFrame:
    """
    Remedies by urgency and by how often their trouble was met; one row per remedy.

    Returns:
        remedy (id), title, urgency, met (distinct case studies that tried the remedy or met
        one of its obstacles), survivors (people or cities on record).
    """
    rows = []
    for remedy in corpus.remedies:
        met = [
            case.id
            for case in corpus.casestudies
            if remedy.id in [r.remedy for r in case.remedies]
            or set(remedy.obstacles) & {o.obstacle for o in case.obstacles}
        ]
        rows.append(
            {
                "remedy": remedy.id,
                "title": remedy.title,
                "urgency": remedy.urgency.value,
                "met": len(met),
                "survivors": len(remedy.survivors),
            }
        )
    return pd.DataFrame(rows, columns=["remedy", "title", "urgency", "met", "survivors"])


def pathway_map(corpus: Corpus) -> pd.DataFrame:
    """
    Which class each city has on each axis; one row per known pair.

    Returns:
        city, axis, class (ids), city_title, axis_title, class_title, rank (place of the class
        on its axis from 0, counted from the first listed).
    """
    rows = []
    for city in corpus.cities:
        for trait in city.profile:
            axis = next(a for a in corpus.axes if a.id == trait.axis)
            ids = [c.id for c in axis.classes]
            rank = ids.index(trait.class_)
            rows.append(
                {
                    "city": city.id,
                    "axis": axis.id,
                    "class": trait.class_,
                    "city_title": city.title,
                    "axis_title": axis.title,
                    "class_title": axis.classes[rank].title,
                    "rank": rank,
                }
            )
    columns = ["city", "axis", "class", "city_title", "axis_title", "class_title", "rank"]
    return pd.DataFrame(rows, columns=columns)


def funnel(corpus: Corpus, programme: str) -> pd.DataFrame:
    """
    Counts from challenge to purchase of one programme, in the order given.

    Returns:
        cycle (number, or missing for all), what, value, unit, kind, publisher and source
        (address), note.
    """
    rows = []
    stages = [(p, stage) for p in corpus.programmes if p.id == programme for stage in p.funnel]
    for entry, stage in stages:
        figure = stage.figure
        rows.append(
            {
                "cycle": stage.cycle,
                "what": figure.what,
                "value": figure.value,
                "unit": figure.unit,
                "kind": figure.kind.value,
                "publisher": entry.sources[figure.source].publisher,
                "source": entry.sources[figure.source].url,
                "note": figure.note or "",
            }
        )
    columns = ["cycle", "what", "value", "unit", "kind", "publisher", "source", "note"]
    return pd.DataFrame(rows, columns=columns)


def _providers(case: CaseStudy) -> str:
    return " and ".join(provider.name for provider in case.providers)


def timeline(corpus: Corpus, programme: str) -> pd.DataFrame:
    """
    Phases of a programme and the pilots in it; one row each, phases first.

    Returns:
        what, group ("phase" or "pilot"), start and end (partial dates; end may be ""), id (of
        the case study, or "").
    """
    phases = [phase for p in corpus.programmes if p.id == programme for phase in p.phases]
    rows = [
        {"what": p.title, "group": "phase", "start": p.start, "end": p.end or "", "id": ""}
        for p in phases
    ]
    for case in corpus.casestudies:
        if case.programme == programme and case.period.start:
            names = places(corpus, case)
            rows.append(
                {
                    "what": f"{by}, {names}" if (by := _providers(case)) else names,
                    "group": "pilot",
                    "start": case.period.start,
                    "end": case.period.end or "",
                    "id": case.id,
                }
            )
    return pd.DataFrame(rows, columns=["what", "group", "start", "end", "id"])


def related(corpus: Corpus, case: CaseStudy, most: int = 4) -> list[tuple[CaseStudy, list[str]]]:
    """
    Case studies that share most with this one, with what they share in words.

    A shared city or obstacle counts two, a shared theme, indicator or remedy one; ties go to
    the better-founded case. Cases that share nothing are left out.
    """

    def shared(other: CaseStudy) -> list[tuple[int, str]]:
        found = [
            (2, f"city: {corpus.get('city', c).title}") for c in case.cities if c in other.cities
        ]
        mine, theirs = ({o.obstacle for o in c.obstacles} for c in (case, other))
        found += [
            (2, f"obstacle: {corpus.get('obstacle', o).title}") for o in sorted(mine & theirs)
        ]
        found += [
            (1, f"theme: {t.value.replace('-', ' ')}") for t in case.themes if t in other.themes
        ]
        mine, theirs = ({r.indicator for r in c.results} for c in (case, other))
        found += [
            (1, f"indicator: {corpus.get('indicator', i).title}") for i in sorted(mine & theirs)
        ]
        return found

    scored = [
        (sum(points for points, _ in same), grade(other).letter, other, [w for _, w in same])
        for other in corpus.casestudies
        if other.id != case.id
        for same in [shared(other)]
        if same
    ]
    scored.sort(key=lambda s: (-s[0], s[1], s[2].id))
    return [(other, words) for _, _, other, words in scored[:most]]
