"""
The explorer of case studies: filters with counts, sorting, table and map.

Without JavaScript its page is a list by theme, and links to a list for every value of every
facet. The words that only full-text search needs are a file of their own, so that it can wait.
"""

import re
from collections.abc import Iterator
from typing import Any

from scifi import facets
from scifi.facets import Effect
from scifi.model import CaseStudy
from scifi.model.base import EvidenceKind, Theme
from scifi.model.casestudy import Money
from scifi.model.texts import without_citations
from scifi.site.pages import Site, best_first
from scifi.site.scripts import script
from scifi.site.views import View
from scifi.site.views import facets as named
from scifi.site.views.render import STATUSES, call, country, words
from scifi.site.views.render import block as html_block

COMPARED = {
    "control-group": "compared with a control group",
    "before-after": "compared with the time before",
    "none": "compared with nothing",
}
"""What a result is compared with, as a card says it."""


def block(site: Site, here: str) -> str:
    """Links to a list for every value of every facet, and all case studies by theme."""
    view = site.view(here)
    ordered = best_first(site.corpus.casestudies)
    groups = [(theme, [case for case in ordered if theme in case.themes]) for theme in Theme]
    shown = [(theme, cases) for theme, cases in groups if cases]
    return html_block(
        call("explorer.html", "page", view, _browse(site), shown, list(named.MONEY.values()))
    )


def _browse(site: Site) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """Every facet with title, address and number of case studies of each value."""
    members = facets.members(site.corpus)
    return [
        (
            facet.title,
            [
                (named.title(site.corpus, facet, value), named.address(facet, value), len(cases))
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
        cities: title, country and place (longitude and latitude, or null) by id.
        cases: best evidence first; see `_case`.
    """
    corpus = site.corpus
    members = facets.members(corpus)
    used = dict.fromkeys(id_ for case in corpus.casestudies for id_ in case.cities)
    return {
        "facets": [
            {
                "id": facet.id,
                "title": facet.title,
                "ordered": facet.ordered,
                "values": {
                    str(value): named.title(corpus, facet, str(value))
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
                "at": [city.location.longitude, city.location.latitude] if city.location else None,
            }
            for city in corpus.cities
            if city.id in used
        },
        "cases": [_case(site, case) for case in best_first(corpus.casestudies)],
    }


def _case(site: Site, case: CaseStudy) -> dict[str, Any]:
    """
    A case study as a card and a table row show it.

    Returns:
        facets: its values by facet. start, end: partial dates or null. money and effects: as
        text, with what is meant and the source; effects of an indicator each, largest first.
    """
    view = site.view("", case)
    largest = facets.largest_sum(case)
    return {
        "id": case.id,
        "title": case.title,
        "summary": without_citations(case.summary),
        "cities": case.cities,
        "facets": facets.values(site.corpus, case),
        "start": case.period.start,
        "end": case.period.end,
        "money": _money(view, case, largest) if largest else None,
        "effects": [_effect(view, case, one) for one in facets.effects(site.corpus, case)],
    }


def _money(view: View, case: CaseStudy, largest: Money) -> dict[str, str]:
    planned = ", planned" if largest.kind is EvidenceKind.PLANNED else ""
    return {
        "text": f"{view.amount(largest, 'amount')} {largest.currency}{planned}",
        "what": largest.what,
        **_source(case, largest.source),
    }


def _effect(view: View, case: CaseStudy, effect: Effect) -> dict[str, Any]:
    result = effect.result
    text = f"{view.amount(result)} {result.unit}"
    if result.unit not in facets.CHANGE_UNITS:
        way = "more" if (result.value or 0) > (result.baseline or 0) else "less"
        text = f"{abs(effect.change):.0f} % {way} ({text}, before: {result.baseline:,.10g})"
    return {
        "indicator": result.indicator,
        "change": round(effect.change, 1),
        "text": text,
        "what": result.what,
        "kind": f"{result.kind}, {COMPARED[result.comparison]}",
        **_source(case, result.source),
    }


def _source(case: CaseStudy, key: str) -> dict[str, str]:
    source = case.sources[key]
    return {"url": source.url, "source": f"{source.title}, {source.publisher}"}


def casewords(site: Site) -> dict[str, str]:
    """
    The words by which a case study is found besides its title and summary, by its id.

    Each word once, in lower case and without those of title and summary.
    """
    return {case.id: _words(site, case) for case in site.corpus.casestudies}


def _words(site: Site, case: CaseStudy) -> str:
    corpus = site.corpus
    names = [
        named.title(corpus, facet, value)
        for facet in facets.FACETS
        for value in facets.values(corpus, case)[facet.id]
        if facet.id not in ("money", "grade", "size")
    ]
    texts = [
        *names,
        *(city.title for city in facets.cities(corpus, case)),
        *(provider.name for provider in case.providers),
        *case.partners,
        case.challenge,
        case.built,
        *case.lessons,
        words(STATUSES[case.afterwards.status]),
    ]
    known = set(_split(f"{case.title} {case.summary}"))
    return " ".join(w for w in dict.fromkeys(_split(" ".join(texts))) if w not in known)


def _split(text: str) -> list[str]:
    """The words of a text that are worth finding: of two letters and more."""
    return re.findall(r"[^\W_]{2,}", without_citations(text).casefold())
