"""
The explorer of case studies: filters with counts, sorting, table and map.

Without JavaScript its page is a list by theme, and links to a list for every value of every
facet. The words that only full-text search needs are a file of their own, so that it can wait.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from scifi import facets, urls, verdict
from scifi.corpus import Corpus
from scifi.effects import Effect, effects
from scifi.figures.places import Place, places
from scifi.folding import fold
from scifi.grade import headline
from scifi.labels import label
from scifi.language import _, country, number
from scifi.model import CaseStudy
from scifi.model.base import Direction, EvidenceKind, Tendency, Theme
from scifi.model.casestudy import Money, Result, states_change
from scifi.model.texts import without_citations
from scifi.site.finished_html import finished
from scifi.site.pages import Site, best_first
from scifi.site.scripts import script
from scifi.site.views import View, facet_titles
from scifi.site.views.render import call

LISTED = 100
"""Case studies of a theme that the page lists; the list of the theme has the others."""


def block(site: Site, here: str) -> str:
    """Links to a list for every value of every facet, and all case studies by theme."""
    view = site.view(here)
    ordered = best_first(site.corpus, site.corpus.casestudies)
    groups = [(theme, [case for case in ordered if theme in case.themes]) for theme in Theme]
    shown = [(theme, cases) for theme, cases in groups if cases]
    bands = [_(band) for band in facet_titles.MONEY.values()]
    return finished(call("explorer.html", "page", view, _browse(site), shown, bands, LISTED))


def _browse(site: Site) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """Every facet with title, address and number of case studies of each value."""
    members = facets.members(site.corpus)
    return [
        (
            _(facet.title),
            [
                (
                    facet_titles.title(site.corpus, facet, value),
                    facet_titles.address(facet, value),
                    len(cases),
                )
                for value, cases in members[facet.id].items()
            ],
        )
        for facet in facets.FACETS
    ]


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What the explorer shows, and the words it searches."""
    yield "assets/data/casestudies.js", script("casestudies", casestudies(site))
    yield "assets/data/casewords.js", script("casewords", casewords(site))


def casestudies(site: Site) -> dict[str, Any]:
    """
    Everything the explorer shows.

    Returns:
        facets: id, title, whether its values have an order, and the titles of its values; one
            that no case has is left out, unless a gap in an order would hide that there is none.
        cities: title and country by id.
        places: cities, and countries that a case is about as a whole, by id or code; see `_place`.
        solutions: address below the site's root by id.
        cases: best evidence first; see `_case`.
    """
    corpus = site.corpus
    members = facets.members(corpus)
    against = _against(corpus)
    used = {city for case in corpus.casestudies for city in case.cities}
    return {
        "facets": [
            {
                "id": facet.id,
                "title": _(facet.title),
                "ordered": facet.ordered,
                "values": {
                    str(value): facet_titles.title(corpus, facet, str(value))
                    for value in (facet.options(corpus) if facet.ordered else members[facet.id])
                    if value != facets.NONE or value in members[facet.id]
                },
            }
            for facet in facets.FACETS
        ],
        "cities": {
            city.id: {
                "title": city.title,
                "country": country(city.country),
            }
            for city in corpus.cities
            if city.id in used
        },
        "places": {place.id: _place(place) for place in places(corpus) if place.cases},
        "solutions": {each.id: urls.url("solution", each.id) for each in corpus.solutions},
        "cases": [
            {**_case(site, case), "against": against.get(case.id, {})}
            for case in best_first(corpus, corpus.casestudies)
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    """
    A place as the map shows it.

    Returns:
        point: in units of the map. area: true for what is no single town. whole: true for a
            country; its title says so. beyond: the country of a place beyond the map, or "".
    """
    whole = place.kind == "country"
    return {
        "title": place.name if whole else place.title,
        "name": place.name,
        "point": [round(place.point.x, 1), round(place.point.y, 1)],
        "area": place.area,
        "beyond": country(place.country) if place.is_beyond else "",
        "whole": whole,
    }


def _against(corpus: Corpus) -> dict[str, dict[str, str]]:
    """
    In words, by case study and solution: no effect, or worse, on what the solution is judged by.

    A case study that tried two forms is against only if none of them made anything better.
    """
    found: dict[tuple[str, str], set[Tendency]] = defaultdict(set)
    for solution in corpus.solutions:
        for each in verdict.judge(corpus, solution).evidence:
            assert each.case
            found[each.case.id, solution.id].add(each.tendency)
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for (case, tried), tendencies in found.items():
        if tendencies <= {Tendency.NONE, Tendency.WORSE}:
            said[case][tried] = label(max(tendencies, key=list(Tendency).index))
    return said


def _case(site: Site, case: CaseStudy) -> dict[str, Any]:
    """
    A case study as a card and a table row show it.

    Returns:
        facets: its values by facet. start, end: partial dates or null. money and effects: as
        text, with what is meant and the source; effects of an indicator each, largest first.
        headline: the result on its aim that is founded best, whatever its unit, or null.
    """
    view = site.view("", case)
    largest = facets.largest_sum(case)
    return {
        "id": case.id,
        "title": case.title,
        "summary": without_citations(case.summary),
        "cities": case.cities,
        "countries": [country(code) for code in case.countries],
        "nations": case.countries,
        "facets": facets.values(site.corpus, case),
        "start": case.period.start,
        "end": case.period.end,
        "money": _money(view, case, largest) if largest else None,
        "headline": _headline(site, view, case),
        "effects": [_effect(view, case, effect) for effect in effects(site.corpus, case)],
    }


def _money(view: View, case: CaseStudy, largest: Money) -> dict[str, str]:
    text = f"{view.amount(largest, 'amount')} {largest.currency}"
    if largest.kind is EvidenceKind.PLANNED:
        text = _("{sum}, planned", sum=text)
    return {
        "text": text,
        "what": largest.what,
        **_source(case, largest.source),
    }


def _headline(site: Site, view: View, case: CaseStudy) -> dict[str, str] | None:
    """The headline result, with the number before it if known."""
    result = headline(site.corpus, case)
    if result is None:
        return None
    text = view.amount(result, "value", result.unit)
    if result.baseline is not None and not states_change(result.unit):
        text = _("{now} (before: {before})", now=text, before=number(result.baseline))
    return {
        "text": text,
        "what": result.what,
        "kind": _kind(result),
        **_source(case, result.source),
    }


def _kind(result: Result) -> str:
    """How a number is known; one that proves nothing, or harm, says so."""
    kind = f"{label(result.kind)}, {label(result.comparison)}"
    if result.direction not in (None, Direction.BETTER):
        kind = _("{kind}; {direction}", kind=kind, direction=label(result.direction))
    return kind


def _effect(view: View, case: CaseStudy, effect: Effect) -> dict[str, Any]:
    """An effect as a card shows it."""
    result = effect.result
    return {
        "indicator": result.indicator,
        "change": round(effect.change, 1),
        "text": _change(f"{view.amount(result)} {result.unit}", effect),
        "what": result.what,
        "kind": _kind(result),
        **_source(case, result.source),
    }


def _change(now: str, effect: Effect) -> str:
    """The change in per cent, with the numbers it comes from where the unit does not state it."""
    value, baseline, unit = effect.result.value, effect.result.baseline, effect.result.unit
    if value is None or baseline is None or states_change(unit):
        return now
    numbers = {
        "change": number(abs(effect.change), 0),
        "now": now,
        "before": number(baseline),
    }
    if value > baseline:
        return _("{change} % more ({now}, before: {before})", **numbers)
    return _("{change} % less ({now}, before: {before})", **numbers)


def _source(case: CaseStudy, key: str) -> dict[str, str]:
    source = case.sources[key]
    lang = {"lang": source.lang} if source.lang else {}
    return {"url": source.url, "source": f"{source.title}, {source.publisher}", **lang}


def casewords(site: Site) -> dict[str, str]:
    """
    The words by which a case study is found besides its title and summary, by its id.

    Each word once, in lower case and without those of title and summary.
    """
    return {case.id: _words(site, case) for case in site.corpus.casestudies}


def _words(site: Site, case: CaseStudy) -> str:
    corpus = site.corpus
    names = [
        facet_titles.title(corpus, facet, value)
        for facet in facets.FACETS
        for value in facets.values(corpus, case)[facet.id]
        if facet.id not in ("money", "grade", "size")
    ]
    texts = [
        *names,
        *facets.place_names(corpus, case),
        *(provider.name for provider in case.providers),
        *case.partners,
        case.challenge,
        case.built,
        *case.lessons,
    ]
    known = set(_split(f"{case.title} {case.summary}"))
    return " ".join(word for word in dict.fromkeys(_split(" ".join(texts))) if word not in known)


def _split(text: str) -> list[str]:
    """The words of a text that are worth finding: of two letters and more."""
    return re.findall(r"[^\W_]{2,}", fold(without_citations(text)))
