"""
The pathway finder: ten questions, and what the answers lead to.

Its page prints the questions and every rule that counts points, so that one can work out the
route with a pencil; the script does the same sums.
"""

from collections.abc import Iterator
from typing import Any

from scifi import facets, matching, routing, urls
from scifi.grade import grade
from scifi.kinds import KINDS
from scifi.labels import label
from scifi.language import _, capitalised, number
from scifi.model import Entry
from scifi.model.knowledge import Fit
from scifi.site.finished_html import finished
from scifi.site.pages import Site, best_first
from scifi.site.scripts import script
from scifi.site.views import solutions
from scifi.site.views.render import call

LONG = 15
"""From more answers than this on, one is picked from a list instead of being read off a form."""


def block(site: Site, here: str) -> str:
    """The questions, and the rules that give points."""
    view = site.view(here)
    return finished(call("finder.html", "page", view, matching.FITS_FROM, LONG))


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What a profile means, and what a route is made of."""
    yield "assets/data/profile.js", script("profile", profile(site))
    yield "assets/data/route.js", script("route", knowledge(site))


def profile(site: Site) -> dict[str, Any]:
    """
    Axes, questions and cities, for every tool that uses a reader's profile.

    Returns:
        axes: id, title and the title of each class by id, in order.
        questions: as in `data/questions/`, without sources.
        cities: id, title, country, address, traits (classes by axis) and the answers they give.
    """
    corpus = site.corpus
    return {
        "axes": [
            {
                "id": axis.id,
                "title": axis.title,
                "classes": {class_.id: class_.title for class_ in axis.classes},
            }
            for axis in corpus.axes
        ],
        "questions": [
            question.model_dump(
                mode="json",
                by_alias=True,
                exclude={"sources": True, "help": True, "answers": {"__all__": {"up_to"}}},
            )
            for question in corpus.questions
        ],
        "cities": [
            {
                "id": city.id,
                "title": city.title,
                "country": city.country,
                "url": urls.url("city", city.id),
                "traits": matching.traits(city),
                "answers": matching.prefilled(corpus.questions, city),
            }
            for city in corpus.cities
        ],
    }


def knowledge(site: Site) -> dict[str, Any]:
    """
    All that routes are made of, each text as HTML with its receipts, links from `FINDER`.

    Returns:
        limits: how many of each are shown (`routing`).
        points: from how many on a pathway fits.
        pathways, tasks (by axis and class), steps, obstacles, remedies, casestudies, solutions,
        funding, limits by country, indicators: see the functions below.
    """
    return {
        "limits": {
            "roads": routing.ROADS,
            "obstacles": routing.OBSTACLES,
            "remedies": routing.REMEDIES,
            "alike": routing.ALIKE,
            "shared": routing.SHARED,
            "solutions": routing.SOLUTIONS,
            "reading": routing.READING,
            "indicators": routing.INDICATORS,
            "tasks": routing.TASKS,
        },
        "points": {"fitsFrom": matching.FITS_FROM},
        "pathways": _pathways(site),
        "tasks": _tasks(site),
        "steps": _steps(site),
        "obstacles": _obstacles(site),
        "remedies": {entry.id: _linked("remedy", entry) for entry in site.corpus.remedies},
        "casestudies": _casestudies(site),
        "solutions": _solutions(site),
        "funding": _funding(site),
        "buying": _buying(site),
        "indicators": _indicators(site),
    }


FINDER = KINDS["question"].index
"""The page on which routes are shown; links in their texts are relative to it."""


def _linked(kind: str, entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "title": entry.title, "url": urls.url(kind, entry.id)}


def _cite(site: Site, entry: Entry, text: str) -> str:
    view = site.view(FINDER, entry)
    # Which text shows a term first is only known in the browser: none of them explains it.
    view.explained.update(term.id for term in site.corpus.terms)
    return str(view.cite(text))


def _fits(site: Site, entry: Entry, fits: list[Fit]) -> list[dict[str, Any]]:
    return [
        {**fit.model_dump(exclude={"text"}), "html": _cite(site, entry, fit.text)} for fit in fits
    ]


def _pathways(site: Site) -> list[dict[str, Any]]:
    """Each pathway with its points, where to start, and the steps that need most care."""
    return [
        {
            **_linked("pathway", pathway),
            "order": pathway.order,
            "fits": _fits(site, pathway, pathway.fits),
            "against": _fits(site, pathway, pathway.against),
            "obstacles": pathway.obstacles,
            "funding": pathway.funding,
            "themes": [theme.value for theme in pathway.themes],
            "start": [_cite(site, pathway, text) for text in pathway.start],
            "care": [
                {"step": step.step, "html": _cite(site, pathway, step.text)}
                for step in pathway.steps
            ],
        }
        for pathway in site.corpus.pathways
    ]


def _tasks(site: Site) -> dict[str, dict[str, list[dict[str, str]]]]:
    """What a city of a class has to do in which step, by axis and class."""
    return {
        axis.id: {
            class_.id: [
                {"step": task.step, "html": _cite(site, axis, task.text)} for task in class_.tasks
            ]
            for class_ in axis.classes
        }
        for axis in site.corpus.axes
    }


def _steps(site: Site) -> list[dict[str, Any]]:
    """The seven steps with the first things to do in each."""
    return [
        {
            **_linked("step", step),
            "order": step.order,
            "question": step.question,
            "todos": [_cite(site, step, text) for text in step.todos[: routing.TASKS]],
            "all": len(step.todos),
        }
        for step in site.corpus.steps
    ]


def _obstacles(site: Site) -> list[dict[str, Any]]:
    """Each obstacle with its remedies and how many case studies met it."""
    return [
        {
            **_linked("obstacle", obstacle),
            "summary": _cite(site, obstacle, obstacle.summary),
            "remedies": routing.remedies_of(site.corpus, obstacle.id),
            "met": len(site.corpus.naming("obstacle", obstacle.id, "casestudy")),
        }
        for obstacle in site.corpus.obstacles
    ]


def _casestudies(site: Site) -> list[dict[str, Any]]:
    """All case studies, best proven first, with their services, cities and countries."""
    corpus = site.corpus
    return [
        {
            **_linked("casestudy", case),
            "grade": grade(corpus, case).letter,
            "themes": [theme.value for theme in case.themes],
            "cities": case.cities,
            "countries": list(dict.fromkeys(code for _name, code in facets.places(corpus, case))),
        }
        for case in best_first(corpus, corpus.casestudies)
    ]


def _solutions(site: Site) -> list[dict[str, Any]]:
    """All solutions, best proven first: verdict and effect in words, what they belong to."""
    return [
        {
            **_linked("solution", row.solution),
            "themes": [theme.value for theme in row.solution.themes],
            "pathways": row.solution.pathways,
            "verdict": {"id": row.whole.verdict.id, "name": _(row.whole.verdict.name)},
            "against": row.whole.verdict.id in routing.AGAINST,
            "effect": row.effect,
            "cost": row.cost,
            "cases": row.cases,
        }
        for row in solutions.rows(site.corpus)
    ]


def _funding(site: Site) -> list[dict[str, Any]]:
    """Each funding line with who may apply and what speaks against it for some cities."""
    return [
        {
            **_linked("funding", funding),
            "paysFor": funding.pays_for,
            "status": funding.status,
            "statusName": label(funding.status),
            "who": _cite(site, funding, funding.who),
            "limits": [
                {**limit.model_dump(exclude={"text"}), "html": _cite(site, funding, limit.text)}
                for limit in funding.limits
            ],
        }
        for funding in site.corpus.funding
    ]


def _buying(site: Site) -> dict[str, list[dict[str, Any]]]:
    """The laws with limits of a country's own, by country, with those limits."""
    found: dict[str, list[dict[str, Any]]] = {}
    for law in site.corpus.laws:
        for own in law.national_limits:
            limits = [
                {
                    "what": capitalised(limit.what),
                    "sum": f"{limit.currency} {number(limit.value)}"
                    if limit.value is not None
                    else None,
                    "date": limit.date,
                    "html": _cite(site, law, limit.text),
                }
                for limit in own.limits
            ]
            page = f"{urls.url('law', law.id)}#{own.country.lower()}"
            shown = {**_linked("law", law), "url": page, "checked": law.checked, "limits": limits}
            found.setdefault(own.country, []).append(shown)
    return found


def _indicators(site: Site) -> list[dict[str, Any]]:
    """Each indicator with its unit, who takes it how often, and how many case studies use it."""
    return [
        {
            **_linked("indicator", entry),
            "unit": entry.units[0],
            "level": entry.level.value,
            "themes": [theme.value for theme in entry.themes],
            "who": _cite(site, entry, entry.measured_by) if entry.measured_by else None,
            "howOften": _cite(site, entry, entry.how_often) if entry.how_often else None,
            "used": len(site.corpus.naming("indicator", entry.id, "casestudy")),
        }
        for entry in site.corpus.indicators
    ]
