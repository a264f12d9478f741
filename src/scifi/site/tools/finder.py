"""
The pathway finder: eight questions, and what the answers lead to.

Its page prints the questions and every rule that counts points, so that one can work out the
route with a pencil; the script does the same sums.
"""

from collections.abc import Iterator
from typing import Any

from scifi import matching, routing, urls
from scifi.grade import grade
from scifi.kinds import KINDS
from scifi.model import Entry
from scifi.model.knowledge import Fit
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.views.render import block as html_block
from scifi.site.views.render import call


def block(site: Site, here: str) -> str:
    """The questions, and the rules that give points."""
    view = site.view(here)
    return html_block(call("finder.html", "page", view, matching.FITS_FROM, matching.HURTS))


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
            {"id": a.id, "title": a.title, "classes": {c.id: c.title for c in a.classes}}
            for a in corpus.axes
        ],
        "questions": [
            q.model_dump(mode="json", by_alias=True, exclude={"sources", "help"})
            for q in corpus.questions
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
    All that routes are made of, each text as HTML with its receipts, links from `PAGE`.

    Returns:
        limits: how many of each are shown (`routing`).
        points: from how many on a pathway fits, and how many an obstacle that hurts gives.
        pathways, tasks (by axis and class), steps, obstacles, remedies, casestudies (by city),
        funding, indicators: see the functions below.
    """
    return {
        "limits": {
            "roads": routing.ROADS,
            "obstacles": routing.OBSTACLES,
            "remedies": routing.REMEDIES,
            "alike": routing.ALIKE,
            "indicators": routing.INDICATORS,
            "tasks": routing.TASKS,
            "namedByYou": routing.NAMED_BY_YOU,
        },
        "points": {"fitsFrom": matching.FITS_FROM, "hurts": matching.HURTS},
        "pathways": _pathways(site),
        "tasks": _tasks(site),
        "steps": _steps(site),
        "obstacles": _obstacles(site),
        "remedies": {r.id: _linked("remedy", r) for r in site.corpus.remedies},
        "casestudies": _casestudies(site),
        "funding": _funding(site),
        "indicators": _indicators(site),
    }


PAGE = KINDS["question"].index
"""The page on which routes are shown; links in their texts are relative to it."""


def _linked(kind: str, entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "title": entry.title, "url": urls.url(kind, entry.id)}


def _cite(site: Site, entry: Entry, text: str) -> str:
    view = site.view(PAGE, entry)
    # Which text shows a term first is only known in the browser: none of them explains it.
    view.explained.update(term.id for term in site.corpus.terms)
    return str(view.cite(text))


def _fits(site: Site, entry: Entry, fits: list[Fit]) -> list[dict[str, Any]]:
    return [{**f.model_dump(exclude={"text"}), "html": _cite(site, entry, f.text)} for f in fits]


def _pathways(site: Site) -> list[dict[str, Any]]:
    """Each pathway with its points, where to start, and the steps that need most care."""
    return [
        {
            **_linked("pathway", p),
            "order": p.order,
            "fits": _fits(site, p, p.fits),
            "against": _fits(site, p, p.against),
            "obstacles": p.obstacles,
            "funding": p.funding,
            "themes": [theme.value for theme in p.themes],
            "start": [_cite(site, p, text) for text in p.start],
            "care": [{"step": s.step, "html": _cite(site, p, s.text)} for s in p.steps],
        }
        for p in site.corpus.pathways
    ]


def _tasks(site: Site) -> dict[str, dict[str, list[dict[str, str]]]]:
    """What a city of a class has to do in which step, by axis and class."""
    return {
        axis.id: {
            c.id: [{"step": t.step, "html": _cite(site, axis, t.text)} for t in c.tasks]
            for c in axis.classes
        }
        for axis in site.corpus.axes
    }


def _steps(site: Site) -> list[dict[str, Any]]:
    """The seven steps with the first things to do in each."""
    return [
        {
            **_linked("step", s),
            "order": s.order,
            "question": s.question,
            "todos": [_cite(site, s, text) for text in s.todos[: routing.TASKS]],
            "all": len(s.todos),
        }
        for s in site.corpus.steps
    ]


def _obstacles(site: Site) -> list[dict[str, Any]]:
    """Each obstacle with its remedies and how many case studies met it."""
    return [
        {
            **_linked("obstacle", o),
            "summary": _cite(site, o, o.summary),
            "remedies": routing.remedies_of(site.corpus, o.id),
            "met": len(site.corpus.naming("obstacle", o.id, "casestudy")),
        }
        for o in site.corpus.obstacles
    ]


def _casestudies(site: Site) -> dict[str, list[dict[str, Any]]]:
    """The case studies of each city that has some, best proven first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for case in sorted(site.corpus.casestudies, key=lambda c: (grade(c).letter, c.title)):
        for city in case.cities:
            shown = {**_linked("casestudy", case), "grade": grade(case).letter}
            found.setdefault(city, []).append(shown)
    return found


def _funding(site: Site) -> list[dict[str, Any]]:
    """Each funding line with who may apply and what speaks against it for some cities."""
    return [
        {
            **_linked("funding", f),
            "paysFor": f.pays_for,
            "current": f.current,
            "who": _cite(site, f, f.who),
            "status": _cite(site, f, f.status),
            "limits": [
                {**limit.model_dump(exclude={"text"}), "html": _cite(site, f, limit.text)}
                for limit in f.limits
            ],
        }
        for f in site.corpus.funding
    ]


def _indicators(site: Site) -> list[dict[str, Any]]:
    """Each indicator with its unit, who takes it how often, and how many case studies use it."""
    return [
        {
            **_linked("indicator", i),
            "unit": i.units[0],
            "level": i.level.value,
            "themes": [theme.value for theme in i.themes],
            "who": _cite(site, i, i.measured_by) if i.measured_by else None,
            "howOften": _cite(site, i, i.how_often) if i.how_often else None,
            "used": len(site.corpus.naming("indicator", i.id, "casestudy")),
        }
        for i in site.corpus.indicators
    ]
