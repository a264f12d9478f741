"""What each kind of entry can be searched by; made once for a shelf."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from scifi.assistants.places import names
from scifi.assistants.search import About, Search
from scifi.assistants.shelf import Held, Shelf
from scifi.labels import label
from scifi.model.base import Theme
from scifi.model.texts import without_citations


class Index:
    """A search for each kind that the tools ask for."""

    def __init__(self, shelf: Shelf):
        self._shelf = shelf

    def _search(self, kind: str, about: Mapping[str, Iterable[str]]) -> Search:
        found = {}
        for id_, document in self._shelf.all(kind).items():
            text = without_citations(" ".join(about.get(id_, ())))
            found[id_] = About((id_.replace("-", " "), *self._names(kind, document)), text)
        return Search(found)

    def _names(self, kind: str, document: Held) -> list[str]:
        entry = document["entry"]
        own = [*names(document), *entry.get("symptoms", []), *entry.get("synonyms", [])]
        # Who asks for a solution means the case studies that tried it.
        tried = self._related(document, "solution") if kind == "casestudy" else ()
        return [*own, *tried]

    def _related(self, document: Held, kind: str) -> Iterator[str]:
        """What the entries of a kind that a document names are called."""
        for named in document["related"].get(kind, []):
            other = self._shelf.all(kind)[named["id"]]
            yield from (*names(other), *other["entry"].get("symptoms", []))

    @cached_property
    def casestudies(self) -> Search:
        """By title, the solutions tried, places, services, and what was built against what."""
        return self._search(
            "casestudy",
            {
                id_: (
                    *self._places(held),
                    *self._services(held),
                    held["entry"]["summary"],
                    held["entry"]["challenge"],
                    held["entry"]["built"],
                    *(provider["name"] for provider in held["entry"].get("providers", [])),
                    *(result["what"] for result in held["results"]),
                )
                for id_, held in self._shelf.all("casestudy").items()
            },
        )

    def _places(self, document: Held) -> Iterator[str]:
        yield from self._related(document, "city")
        if document["entry"].get("programme"):
            yield document["entry"]["programme"]

    def _services(self, document: Held) -> Iterator[str]:
        """The services of an entry, by the words of the shortcuts that list them."""
        for theme in document["entry"].get("themes", []):
            yield label(Theme(theme))
            yield from self._by_theme.get(theme, ())

    @cached_property
    def _by_theme(self) -> dict[str, list[str]]:
        return {
            shortcut["id"].removeprefix("theme-"): [
                name for found in shortcut["also_called"].values() for name in found
            ]
            for shortcut in self._shelf.shortcuts
            if shortcut["id"].startswith("theme-")
        }

    @cached_property
    def solutions(self) -> Search:
        """By title, other names, the trouble that each answers, and its services."""
        return self._search(
            "solution",
            {
                id_: (held["entry"]["trouble"], held["entry"]["summary"], *self._services(held))
                for id_, held in self._shelf.all("solution").items()
            },
        )

    @cached_property
    def indicators(self) -> Search:
        """By title, other names, definition, and what results on it count."""
        return self._search(
            "indicator",
            {
                id_: (held["entry"]["definition"], *(r["what"] for r in held["results"]))
                for id_, held in self._shelf.all("indicator").items()
            },
        )

    @cached_property
    def remedies(self) -> Search:
        """By title, symptoms and other words, and its obstacles."""
        return self._search(
            "remedy",
            {
                id_: (
                    held["entry"]["summary"],
                    *(named["title"] for named in held["related"].get("obstacle", [])),
                )
                for id_, held in self._shelf.all("remedy").items()
            },
        )

    @cached_property
    def laws(self) -> Search:
        """By common and official name, what it asks, and its points."""
        return self._search(
            "law",
            {
                id_: (
                    held["entry"]["act"],
                    held["entry"]["asks"],
                    *(point["text"] for point in held["entry"]["points"]),
                    *held["entry"]["meaning"],
                )
                for id_, held in self._shelf.all("law").items()
            },
        )

    @cached_property
    def clauses(self) -> Search:
        """By title, what it settles, and the troubles that it prevents."""
        return self._search(
            "clause",
            {
                id_: (
                    held["entry"]["settles"],
                    held["entry"]["text"],
                    held["entry"]["advice"],
                    *self._related(held, "remedy"),
                    *self._related(held, "obstacle"),
                )
                for id_, held in self._shelf.all("clause").items()
            },
        )

    @cached_property
    def pathways(self) -> Search:
        """By the type of town that it names."""
        return self._search("pathway", {})
