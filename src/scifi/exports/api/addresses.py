"""Where each JSON file lies, below the site's root."""

from scifi.corpus import Corpus
from scifi.kinds import KINDS, Kind

ROOT = "api/v1/"
"""The folder of this version; a change that breaks readers gets a new one."""

CONTENTS = f"{ROOT}index.json"
FACETS = f"{ROOT}facets.json"
SHORTCUTS = f"{ROOT}shortcuts.json"
OPENAPI = f"{ROOT}openapi.json"


def listed() -> list[Kind]:
    """The kinds whose entries have a document, by name."""
    return sorted((kind for kind in KINDS.values() if kind.listed), key=lambda kind: kind.name)


def folder(kind: Kind) -> str:
    """The folder of a kind, called as that of its content files: `casestudies`, `laws`."""
    return kind.folder.rsplit("/", 1)[-1]


def document(kind: Kind, id_: str) -> str:
    """The document of an entry."""
    return f"{ROOT}{folder(kind)}/{id_}.json"


def by_page(corpus: Corpus) -> dict[str, str]:
    """The document of each entry with a page of its own, by the address of that page."""
    return {
        kind.url(entry.id): document(kind, entry.id)
        for kind in listed()
        if kind.own_pages
        for entry in corpus.all(kind.name)
    }


def part(kind: Kind, number: int = 1) -> str:
    """
    A part of the list of a kind, counted from 1.

    No entry may be called `index`, so a document never lies in its place.
    """
    name = "index" if number == 1 else f"index/{number}"
    return f"{ROOT}{folder(kind)}/{name}.json"


def schema(kind: Kind) -> str:
    """The JSON Schema of the fields of an entry, as they stand in its content file."""
    return f"{ROOT}schemas/{kind.name}.json"


def changes(year: str) -> str:
    """What changed in a year."""
    return f"{ROOT}changes/{year}.json"
