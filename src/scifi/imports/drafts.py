"""A draft of a case study: what is known of it, each doubtful value with the reason beside it."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scifi.content import canonical
from scifi.content.comments import Comments
from scifi.content.load import Path as Place
from scifi.folding import fold
from scifi.imports.values import Value
from scifi.kinds import KINDS
from scifi.language import _
from scifi.model.texts import ID_PATTERN, KEPT_NAMES, MAX_ID

TODO = "TODO"
"""What stands where a person has to decide; `scifi check` finds it."""

_CASE = KINDS["casestudy"]


@dataclass
class Draft:
    """A case study to be: its id, its fields as plain data, what is said of them in comments."""

    id: str
    data: dict[str, Any] = field(default_factory=lambda: {"draft": True, "title": TODO})
    comments: Comments = field(default_factory=Comments)
    sources: dict[str, str] = field(default_factory=dict)
    """The keys of the sources by their addresses."""

    def put(self, place: Place, found: Value, where: str, *, needed: bool = False) -> None:
        """
        Set a field; in place of a doubtful value none, or TODO where one is needed.

        `where` says of what the doubt is: a line of the sheet and its column.
        """
        value = found.value
        if found.doubt:
            self.doubt(place, _("{where}: {doubt}", where=where, doubt=found.doubt))
        elif value is None and needed:
            self.doubt(place, _("{where}: nothing is said", where=where))
        if value is None and needed:
            value = TODO
        group: Any = self.data
        for key in place[:-1]:
            group = group[key]
        if value is not None or found.doubt or place[-1] in ("value", "baseline", "period"):
            group[place[-1]] = value

    def doubt(self, place: Place, words: str) -> None:
        """A comment above a field that says what is open."""
        self.comments.above.setdefault(place, []).append(_comment(f"{TODO}: {words}"))

    def left_out(self, words: str) -> None:
        """A comment at the top on something that is in none of the fields."""
        self.comments.head.append(_comment(words))

    def source(self, address: str, **known: object) -> str:
        """The key of the source at an address, listed with what is known of it."""
        if address not in self.sources:
            key = f"source-{len(self.sources) + 1}"
            self.sources[address] = key
            title, publisher = known.get("title") or TODO, known.get("publisher") or TODO
            self.data.setdefault("sources", {})[key] = {
                "title": title,
                "publisher": publisher,
                "url": address,
                "date": known.get("date"),
                "read": known.get("read") or TODO,
            }
        return self.sources[address]

    @property
    def text(self) -> str:
        """The text of its file."""
        return canonical.written("casestudy", self.data, self.comments)


def _comment(words: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    return f"# {' '.join(plain.split())}"


def slug(text: str) -> str:
    """An id made of a name: `Smart Bins (Bruges)` is `smart-bins-bruges`; empty if none can be."""
    made = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:MAX_ID].strip("-")
    return made if is_id(made) else ""


def is_id(text: str) -> bool:
    """Whether a case study can have it."""
    fits = re.fullmatch(ID_PATTERN, text) and len(text) <= MAX_ID
    return bool(fits) and text not in KEPT_NAMES and text not in _CASE.taken


def write(root: Path, draft: Draft) -> Path | None:
    """Write a draft and return its path; None, and nothing happens, where a file is there."""
    path = root / _CASE.file(draft.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(draft.text)
    except FileExistsError:
        return None
    return path
