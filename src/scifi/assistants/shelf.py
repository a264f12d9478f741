"""The JSON files below `api/v1/` of a built site, read when they are first asked for."""

import json
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from scifi.language import _
from scifi.model.texts import ID_PATTERN

CONTENTS = "api/v1/index.json"
"""The file that tells where all others are."""

Held = Mapping[str, Any]
"""A file, or a part of one."""


class ShelfError(Exception):
    """The files are not there or not whole; the message says what to do."""


class Shelf:
    """The files of one site; `folder` holds `api/v1/`."""

    def __init__(self, folder: Path):
        """
        Look for the files in a folder.

        Raises:
            ShelfError: It has none.
        """
        self._folder = folder
        if not (folder / CONTENTS).is_file():
            raise ShelfError(
                _(
                    "There is no {file} in {folder}: build the site with `scifi build --no-print`, "
                    "or name the folder of a built one with --site.",
                    file=CONTENTS,
                    folder=folder,
                )
            )
        self.contents = self.read(CONTENTS)
        self._documents: dict[str, dict[str, Held]] = {}

    def read(self, address: str) -> Held:
        """
        A file by its address below the site's root.

        Raises:
            ShelfError: It is missing or no JSON; another build may be at work.
        """
        try:
            held: Held = json.loads((self._folder / address).read_bytes())
        except (OSError, ValueError):
            raise ShelfError(
                _("{file} cannot be read: build the site again.", file=self._folder / address)
            ) from None
        return held

    @cached_property
    def kinds(self) -> dict[str, Held]:
        """What the first file says of each kind, by its name."""
        return {kind["kind"]: kind for kind in self.contents["kinds"]}

    def all(self, kind: str) -> dict[str, Held]:
        """The documents of a kind by id, in the order of its list."""
        if kind not in self._documents:
            found: dict[str, Held] = {}
            address = self.kinds[kind]["index"]
            while address:
                part = self.read(address)
                found |= {row["id"]: self.read(row["self"]) for row in part["entries"]}
                address = part["next"]
            self._documents[kind] = found
        return self._documents[kind]

    def get(self, kind: str, id_: str) -> Held | None:
        """A document by its id; None if there is none."""
        return self.all(kind).get(id_) if re.fullmatch(ID_PATTERN, id_) else None

    @cached_property
    def facets(self) -> dict[str, Held]:
        """The facets of case studies by name."""
        return {facet["id"]: facet for facet in self.read(self.contents["facets"])["facets"]}

    @cached_property
    def shortcuts(self) -> list[Held]:
        """Lists and tools by the words that people search them by."""
        found: list[Held] = self.read(self.contents["shortcuts"])["shortcuts"]
        return found

    def page(self, address: str) -> str:
        """A page as readers open it: whole where the site is published, else below its root."""
        return (self.contents["root"] or "") + address
