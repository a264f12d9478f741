"""
The one written form of a content file: plain data in, its text out.

Fields stand in the order of the model, what equals its default is left out, lines end before
column 120. Its twin is `frontend/scripts/pure/canonical.js`, which writes the same bytes.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from scifi.content import notation
from scifi.content.load import Path
from scifi.content.notation import WIDTH
from scifi.content.schema import schema
from scifi.kinds import KINDS

MODELINE = "# yaml-language-server:"
"""How the first line of a file begins; it tells editors the schema."""


@dataclass
class Comments:
    """Comments of a file: about it, above or beside the values at their paths, below them all."""

    head: list[str] = field(default_factory=list)
    above: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)

    def __contains__(self, path: object) -> bool:
        """Whether the value at a path has a comment."""
        return path in self.above or path in self.beside

    def inside(self, path: Path) -> bool:
        """Whether a value in the value at a path has a comment."""
        return any(
            len(other) > len(path) and other[: len(path)] == path
            for other in (*self.above, *self.beside)
        )


_ONE_WORD = re.compile(r"[A-Za-z0-9.-]+")
_YEAR = re.compile(r"[12][0-9]{3}")

_schema = cache(schema)


def written(kind: str, data: dict[str, object], comments: Comments | None = None) -> str:
    """The text of a content file; of a chapter the part above its prose, with both lines ---."""
    comments = comments or Comments()
    head = [*comments.head, ""] if comments.head else []
    lines = Writer(comments).fields(settled(kind, data, comments), 0, ())
    text = "\n".join([first_line(kind), *head, *lines, *comments.tail]) + "\n"
    return f"---\n{text}---\n" if KINDS[kind].suffix == ".md" else text


def first_line(kind: str) -> str:
    """The comment that tells editors the schema of a file."""
    folder = "../schemas" if KINDS[kind].folder.startswith("data/") else "../data/schemas"
    return f"{MODELINE} $schema={folder}/{kind}.json"


def settled(kind: str, data: dict[str, object], kept: Container[Path] = ()) -> Any:
    """
    The same data, settled: fields in order, defaults left out unless their path is in `kept`,
    space at the ends of texts gone, a year that stands alone as a number.
    """
    return _Settling(_schema(kind), kept).value(data, _schema(kind), ())


class _Settling:
    """A walk through data along its schema."""

    def __init__(self, root: dict[str, Any], kept: Container[Path]):
        self.definitions: dict[str, Any] = root.get("$defs", {})
        self.kept = kept

    def value(self, value: object, schema: dict[str, Any], path: Path) -> object:
        options = list(self.options(schema))
        if isinstance(value, dict):
            return self.group(value, _fitting(value, options), path)
        if isinstance(value, list):
            items: dict[str, Any] = next((o["items"] for o in options if "items" in o), {})
            return [self.value(item, items, (*path, i)) for i, item in enumerate(value)]
        if isinstance(value, str):
            text = value.strip(" \t\n")
            types = {option.get("type") for option in options}
            return int(text) if _YEAR.fullmatch(text) and {"string", "integer"} <= types else text
        return value

    def group(self, group: dict[str, Any], schema: dict[str, Any], path: Path) -> dict[str, Any]:
        fields = schema.get("properties", {})
        order = [name for name in fields if name in group]
        order += [name for name in group if name not in fields]
        others = _schema_of_others(schema)
        settled = {
            name: self.value(group[name], fields.get(name, others), (*path, name)) for name in order
        }
        return {
            name: value
            for name, value in settled.items()
            if (*path, name) in self.kept or not _is_default(name, value, schema)
        }

    def options(self, schema: Any) -> Iterator[dict[str, Any]]:
        """All forms that a schema lets a value take, references followed."""
        if not isinstance(schema, dict):
            return
        if "$ref" in schema:
            yield from self.options(self.definitions[schema["$ref"].rpartition("/")[2]])
        elif isinstance(several := schema.get("anyOf") or schema.get("oneOf"), list):
            for option in several:
                yield from self.options(option)
        elif isinstance(schema.get("type"), list):
            yield from ({**schema, "type": type_} for type_ in schema["type"])
        else:
            yield schema


def _schema_of_others(schema: dict[str, Any]) -> Any:
    """The schema of fields whose names are free, such as the keys of sources."""
    return next(iter(schema.get("patternProperties", {}).values()), None) or schema.get(
        "additionalProperties"
    )


def _fitting(group: dict[str, Any], options: list[dict[str, Any]]) -> dict[str, Any]:
    """The schema of a group of fields; of several the one whose constants are those of the data."""
    groups = [option for option in options if option.get("type") == "object"]
    for option in groups:
        constants = {
            name: field["const"]
            for name, field in option.get("properties", {}).items()
            if "const" in field
        }
        if all(group.get(name) == constant for name, constant in constants.items()):
            return option
    return {}


def _is_default(name: str, value: object, schema: dict[str, Any]) -> bool:
    """Whether a field says what it says anyway; one that is required or unknown never does."""
    field = schema.get("properties", {}).get(name)
    if field is None or name in schema.get("required", []):
        return False
    if "default" in field:
        return type(value) is type(field["default"]) and value == field["default"]
    return value in ([], {})


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
        first, *below = self.content(lead, value, indent, path)
        space = " " * indent
        if lead == "-" and not first:
            at = next(i for i, line in enumerate(below) if not line.lstrip().startswith("#"))
            before = [*before, *(line.lstrip() for line in below[:at])]
            line, below = f"{space}- {below[at].lstrip()}", below[at + 1 :]
        else:
            line = space + lead + (first and " " + first)
        if after and (len(line) + 2 + len(after) > WIDTH or not _takes_comment(value)):
            before, after = [*before, after], ""
        return [*(space + comment for comment in before), line + (after and "  " + after), *below]

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
