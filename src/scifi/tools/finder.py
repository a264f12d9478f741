"""
The pathway finder: eight questions, and what the answers lead to.

Its page prints the questions and every rule that counts points, so that one can work out the
route with a pencil; the script does the same sums.
"""

from collections.abc import Iterator
from typing import Any

from scifi import matching, urls
from scifi.pages import Site
from scifi.scripts import script
from scifi.views.render import block as html_block
from scifi.views.render import call


def block(site: Site, here: str) -> str:
    """The questions, and the rules that give points."""
    view = site.view(here)
    return html_block(call("finder.html", "page", view, matching.FITS_FROM, matching.HURTS))


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What a profile means: axes, questions, and the cities one can start from."""
    yield "assets/data/profile.js", script("profile", profile(site))


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
