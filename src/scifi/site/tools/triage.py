"""
First-aid triage: from the words of somebody in trouble to the remedy.

Without JavaScript every symptom is a link, grouped by what it is about; the script searches
them, and the words around them, as one types.
"""

from collections.abc import Iterator
from typing import Any

from scifi import urls
from scifi.labels import label
from scifi.language import capitalised
from scifi.model import Obstacle, Remedy
from scifi.model.base import Urgency
from scifi.model.texts import OURS, cited, without_citations
from scifi.site.finished_html import finished
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.views.render import call


def block(site: Site, here: str) -> str:
    """The way to the red page, the place of the search box, and every symptom as a link."""
    return finished(call("triage.html", "page", site.view(here), topics(site)))


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What the search looks through and shows."""
    yield (
        "assets/data/remedies.js",
        script("remedies", [entry(site, remedy) for remedy in in_order(site)]),
    )


def by_urgency(site: Site) -> dict[Urgency, list[Remedy]]:
    """The remedies of each urgency, most urgent first."""
    found: dict[Urgency, list[Remedy]] = {urgency: [] for urgency in Urgency}
    for remedy in site.corpus.remedies:
        found[remedy.urgency].append(remedy)
    return found


def in_order(site: Site) -> list[Remedy]:
    """All remedies, most urgent first."""
    return [remedy for remedies in by_urgency(site).values() for remedy in remedies]


def topics(site: Site) -> list[tuple[Obstacle, list[Remedy]]]:
    """Remedies by the obstacle each names first, which is what it is about; most urgent first."""
    found: dict[str, list[Remedy]] = {}
    for remedy in in_order(site):
        found.setdefault(remedy.obstacles[0], []).append(remedy)
    return [(_obstacle(site, id_), remedies) for id_, remedies in found.items()]


def entry(site: Site, remedy: Remedy) -> dict[str, Any]:
    """
    A remedy for the search.

    Returns:
        id, title, url (below the site's root), summary, symptoms, synonyms: as in its file.
        urgency: its place, 0 for today; act: the same in words.
        called: what else it is called, `text` and `lang` of each.
        about: titles of its obstacles.
        first: the first step of first aid, its sources, and whether it rests on our own advice.
    """
    first = remedy.first_aid[0]
    keys = dict.fromkeys(cited(first))
    return {
        "id": remedy.id,
        "title": remedy.title,
        "url": urls.url("remedy", remedy.id),
        "urgency": list(Urgency).index(remedy.urgency),
        "act": capitalised(label(remedy.urgency)),
        "summary": without_citations(remedy.summary),
        "symptoms": remedy.symptoms,
        "synonyms": remedy.synonyms,
        "called": [
            {"text": name, "lang": lang}
            for lang, names in remedy.also_called.items()
            for name in names
        ],
        "about": [_obstacle(site, id_).title for id_ in remedy.obstacles],
        "first": {
            "text": without_citations(first),
            "sources": [
                {
                    "title": f"{source.title}, {source.publisher}",
                    "url": source.url,
                    **({"lang": source.lang} if source.lang else {}),
                }
                for key in keys
                if key != OURS
                for source in [remedy.sources[key]]
            ],
            "ours": OURS in keys,
        },
    }


def _obstacle(site: Site, id_: str) -> Obstacle:
    found = site.corpus.get("obstacle", id_)
    assert isinstance(found, Obstacle)
    return found
