"""
The one written form of a content file: plain data in, its text out.

Fields stand in the order of the model, what equals its default is left out, lines end before
column 120. Its twin is `frontend/scripts/pure/canonical.js`, which writes the same bytes.
"""

import re
from typing import Any

from scifi.content import notation
from scifi.content.comments import MODELINE, Comments
from scifi.content.load import Path
from scifi.content.notation import WIDTH
from scifi.content.settling import settled
from scifi.kinds import KINDS

_ONE_WORD = re.compile(r"[A-Za-z0-9.-]+")


def written(kind: str, data: dict[str, object], comments: Comments | None = None) -> str:
    """The text of a content file; of a chapter the part above its prose, with both lines ---."""
    comments = comments or Comments()
    head = [*comments.head, ""] if comments.head else []
    lines = Writer(comments).fields(settled(kind, data, comments.paths), 0, ())
    text = "\n".join([first_line(kind), *head, *lines, *comments.tail]) + "\n"
    return f"---\n{text}---\n" if KINDS[kind].suffix == ".md" else text


def first_line(kind: str) -> str:
    """The comment that tells editors the schema of a file."""
    folder = "../schemas" if KINDS[kind].folder.startswith("data/") else "../data/schemas"
    return f"{MODELINE} $schema={folder}/{kind}.json"


class Writer:
    """Lines of settled data, each value with its comments."""

    def __init__(self, comments: Comments):
        self.comments = comments

    def fields(self, group: dict[str, Any], indent: int, path: Path) -> list[str]:
        """The lines of a group of fields."""
        return [
            line
            for name, value in group.items()
            for line in self.entry(f"{notation.scalar(name)}:", value, indent, (*path, name))
        ]

    def items(self, items: list[Any], indent: int, path: Path) -> list[str]:
        """The lines of a list with a dash for each item."""
        return [
            line
            for i, item in enumerate(items)
            for line in self.entry("-", item, indent, (*path, i))
        ]

    def entry(self, lead: str, value: object, indent: int, path: Path) -> list[str]:
        """The lines of a value behind its `lead`: its name with a colon, or the dash of an item."""
        before = self.comments.above.get(path, [])
        after = self.comments.beside.get(path, "")
        first, *rest = self.content(lead, value, indent, path)
        space = " " * indent
        if lead == "-" and not first:
            at = next(i for i, line in enumerate(rest) if not line.lstrip().startswith("#"))
            before = [*before, *(line.lstrip() for line in rest[:at])]
            line, rest = f"{space}- {rest[at].lstrip()}", rest[at + 1 :]
        else:
            line = space + lead + (first and " " + first)
        if after and (len(line) + 2 + len(after) > WIDTH or not _takes_comment(value)):
            before, after = [*before, after], ""
        above, below = (
            [space + comment for comment in comments]
            for comments in (before, self.comments.below.get(path, []))
        )
        return [*above, line + (after and "  " + after), *rest, *below]

    def content(self, lead: str, value: object, indent: int, path: Path) -> list[str]:
        """What stands behind the lead, and the lines below."""
        inner, room = indent + 2, WIDTH - indent - len(lead) - 1
        if isinstance(value, str):
            first, *below = notation.text(value, room, WIDTH - inner)
            return [first, *(line and " " * inner + line for line in below)]
        if isinstance(value, dict):
            return ["", *self.fields(value, inner, path)] if value else ["{}"]
        if isinstance(value, list):
            short = notation.short_list(value, room, nested=lead == "-")
            if short is None or self.comments.inside(path):
                return ["", *self.items(value, inner, path)]
            return [short]
        return [notation.scalar(value)]


def _takes_comment(value: object) -> bool:
    """Whether a # behind a value is surely a comment: behind words a reader may miss the cut."""
    return not isinstance(value, str) or bool(_ONE_WORD.fullmatch(value))
