"""What the search knows of each page: its names, in the languages of its readers, and its gist."""

from collections.abc import Iterator
from typing import Any

from scifi import language, urls
from scifi.corpus import Corpus
from scifi.kinds import KINDS, Kind, part_title
from scifi.labels import label
from scifi.language import country
from scifi.model import CaseStudy, Chapter, City, Entry, Remedy, Shortcut, Solution, Term
from scifi.model.texts import without_citations

GIST = ("summary", "lead", "definition", "asks", "settles", "pays_for", "note")
"""Fields that say what a page is about, the first that an entry has."""

GIST_LETTERS = 200
"""How much of it a result shows and the search reads."""


def entries(corpus: Corpus) -> list[dict[str, Any]]:
    """
    Every page that can be named, for `pure/site-search.js`.

    Returns:
        kind; title, url (below the site's root), part and text (its gist) as a result shows them;
        themes and countries, by which results are narrowed; names: text and language of each, the
        title first; more: words that it is about.
    """
    return [
        _row(kind, entry, corpus)
        for kind in KINDS.values()
        for entry in corpus.all(kind.name)
        if kind.listed or isinstance(entry, Shortcut)
    ]


def _row(kind: Kind, entry: Entry, corpus: Corpus) -> dict[str, Any]:
    url, part = urls.url(kind.name, entry.id), kind.part
    if isinstance(entry, Shortcut):
        url, part = entry.page, entry.part
    return {
        "kind": kind.name,
        "title": entry.title,
        "url": url,
        "part": part_title(part),
        "text": _gist(entry),
        "themes": [label(theme) for theme in getattr(entry, "themes", [])],
        "countries": [country(code) for code in _countries(entry, corpus)],
        "names": [
            {"text": entry.title, "lang": language.code()},
            *(
                {"text": name, "lang": lang}
                for lang, names in getattr(entry, "also_called", {}).items()
                for name in names
            ),
            *({"text": words, "lang": ""} for words in _said(entry)),
        ],
        "more": " ".join(_about(entry, corpus)),
    }


def _gist(entry: Entry) -> str:
    text = next((value for name in GIST if (value := getattr(entry, name, None))), "")
    plain = without_citations(text) if isinstance(text, str) else ""
    return plain if len(plain) <= GIST_LETTERS else plain[:GIST_LETTERS].rsplit(" ", 1)[0] + " …"


def _said(entry: Entry) -> list[str]:
    """What people call it whose language nobody noted."""
    if isinstance(entry, Remedy):
        return [*entry.symptoms, *entry.synonyms]
    return list(entry.forms) if isinstance(entry, Term) else []


def _about(entry: Entry, corpus: Corpus) -> Iterator[str]:
    """Words that stand on the page and say what it is about."""
    if isinstance(entry, CaseStudy):
        yield from (label(theme) for theme in entry.themes)
        yield from (corpus.get("city", city).title for city in entry.cities)
        yield from (provider.name for provider in entry.providers)
        yield label(entry.afterwards.status)
    elif isinstance(entry, Chapter):
        lines = corpus.bodies[entry.id].split("\n")
        yield from (line.lstrip("# ") for line in lines if line.startswith("##"))
    elif isinstance(entry, Solution):
        yield entry.trouble


def _countries(entry: Entry, corpus: Corpus) -> list[str]:
    if isinstance(entry, City):
        return [entry.country]
    if isinstance(entry, CaseStudy):
        cities = [city for id_ in entry.cities if isinstance(city := corpus.get("city", id_), City)]
        return sorted({city.country for city in cities} | set(entry.countries))
    return []
