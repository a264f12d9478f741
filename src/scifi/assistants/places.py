"""Towns, kinds of towns and countries as people name them."""

import json
import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from scifi.assistants.shelf import Held, Shelf
from scifi.folding import fold
from scifi.matching import fitting
from scifi.model import Pathway

TONGUES = ("en", "nl", "fr", "de")
"""Languages in which a country is known."""


@cache
def _countries() -> dict[str, str]:
    """Codes of countries by their folded names."""
    return {
        fold(name): code
        for tongue in TONGUES
        for code, name in Locale(tongue).territories.items()
        if len(code) == 2 and code.isalpha()
    }


def country(name: str) -> str | None:
    """The two letters of a country, named by them or in English, Dutch, French or German."""
    codes = _countries()
    if len(name.strip()) == 2:
        letters = name.strip().upper()
        return "GB" if letters == "UK" else letters if letters in codes.values() else None
    return codes.get(fold(name.strip()))


def names(document: Held) -> list[str]:
    """What an entry is called, in any language, its title first."""
    called: Mapping[str, list[str]] = document["entry"].get("also_called", {})
    return [document["title"], *(name for found in called.values() for name in found)]


def town(shelf: Shelf, name: str) -> Held | None:
    """A town of the knowledge base by its id or any of its names."""
    wanted = fold(name.strip())
    for document in shelf.all("city").values():
        if wanted == document["id"] or wanted in map(fold, names(document)):
            return document
    return None


def named_in(shelf: Shelf, words: str) -> tuple[frozenset[str], str]:
    """The towns that a text names in any of their names, and the folded text without these."""
    rest, found = _spaced(words), set()
    for id_, document in shelf.all("city").items():
        for name in map(_spaced, names(document)):
            if name in rest:
                found.add(id_)
                rest = rest.replace(name, " ")
    return frozenset(found), rest.strip() if found else words


def _spaced(words: str) -> str:
    """Folded words with a space around each, so that a part of a word is no name."""
    return " ".join(["", *re.findall(r"\w+", fold(words)), ""])


def pathways_of(shelf: Shelf, traits: Mapping[str, str]) -> list[str]:
    """The pathways that classes by axis recommend, best first: as the finder does."""
    found = [
        Pathway.model_validate_json(json.dumps({"id": id_, **document["entry"]}))
        for id_, document in shelf.all("pathway").items()
    ]
    mine = {axis: (class_,) for axis, class_ in traits.items()}
    return [pathway.id for pathway in fitting(found, mine)]


def traits_of(document: Held) -> dict[str, str]:
    """The classes that sources support for a town, by axis."""
    return {trait["axis"]: trait["class"] for trait in document["entry"].get("profile", [])}
