"""New files: every field of a kind with its help, and TODO where a person has to write."""

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from scifi.kinds import KINDS
from scifi.language import _
from scifi.model.texts import ID_PATTERN, KEPT_NAMES, MAX_ID

CHAPTER_SECTIONS = (
    "In short",
    "Ingredients",
    "Recipe",
    "Who does what",
    "Worksheet",
    "Pitfalls",
    "Cases",
    "If it goes wrong",
)
"""The headings every chapter of the cookbook has, in this order."""


_ITEM = "# An item; for each one take away [] above and the # in front of these lines:"


class NewFileError(Exception):
    """The file cannot be started; the message says why."""


def write_stub(root: Path, kind: str, id_: str) -> Path:
    """
    Write a new content file and return its path; an existing file is never touched.

    Raises:
        NewFileError: The id is malformed or kept for something else, or the file exists.
    """
    if not re.fullmatch(ID_PATTERN, id_) or len(id_) > MAX_ID or id_ in KEPT_NAMES:
        raise NewFileError(
            _(
                '"{id}" cannot be an id: use small letters, digits and single hyphens, such as '
                "smart-bins-bruges.",
                id=id_,
            )
        )
    path = root / KINDS[kind].file(id_)
    text = stub(kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        name = path.relative_to(root)
        raise NewFileError(_("{file} exists already; choose another id.", file=name)) from None
    return path


def stub(kind: str) -> str:
    """The text of a new file of a kind: its fields with their help, and what is TODO."""
    schemas = "../schemas" if KINDS[kind].folder.startswith("data/") else "../data/schemas"
    lines = [f"# yaml-language-server: $schema={schemas}/{kind}.json"]
    for name, field in _fields(KINDS[kind].model):
        if name != "id":
            lines += _field(name, field, 0)
    fields = "\n".join(lines) + "\n"
    if kind != "chapter":
        return fields
    sections = "".join(f"\n## {title}\n\nTODO\n" for title in CHAPTER_SECTIONS)
    return f"---\n{fields}---\n{sections}"


def _field(name: str, field: Any, indent: int) -> list[str]:
    space = "  " * indent
    lines = [f"{space}# {_help(field)}"] if field.description else []
    record = _record(field.annotation)
    is_list = get_origin(field.annotation) is list
    least = max([getattr(limit, "min_length", 0) or 0 for limit in field.metadata], default=0)
    if name == "sources":
        lines += [f"{space}sources:", f"{space}  todo-key:"]
        return lines + _lines(record, indent + 2)
    if is_list and not (field.is_required() and least):
        return [*lines, f"{space}{name}: []", *_shown_item(record, indent)]
    may_be_left_out = not field.is_required() and record is None
    if may_be_left_out or type(None) in get_args(field.annotation):
        return [*lines, f"{space}{name}: {_default(field)}"]
    if record is None and is_list:
        # A text that ends with its receipt in brackets could not stand within brackets.
        return [*lines, f"{space}{name}:", *[f"{space}  - TODO"] * least]
    if record is None:
        return [*lines, f"{space}{name}: TODO"]
    inner = _lines(record, indent + 1 + is_list)
    return [*lines, f"{space}{name}:", *(_first_item(inner, indent + 1) if is_list else inner)]


def _help(field: Any) -> str:
    """What a field means, and the words it may hold where there is a fixed set of them."""
    choices = _choices(field.annotation)
    if not choices:
        return str(field.description)
    return f"{field.description} One of: {', '.join(choices)}."


def _choices(annotation: Any) -> list[str]:
    """The words of an enumeration, alone, in a list, or beside null."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [word.value for word in annotation]
    return next((found for part in get_args(annotation) if (found := _choices(part))), [])


def _default(field: Any) -> str:
    """What a field holds if nobody fills it in."""
    default = None if field.is_required() else field.get_default(call_default_factory=True)
    return str(default) if isinstance(default, str) else json.dumps(default)


def _shown_item(record: type[BaseModel] | None, indent: int) -> list[str]:
    """What one item of an empty list looks like, as comments: who needs it takes the # away."""
    if record is None:
        return []
    item = _first_item(_lines(record, indent + 2), indent + 1)
    space = "  " * indent
    shown = [f"{space}# {line[len(space) :]}" for line in item]
    return [f"{space}{_ITEM}", *shown]


def _lines(record: type[BaseModel] | None, indent: int) -> list[str]:
    """The lines of all fields of a record."""
    return [line for name, field in _fields(record) for line in _field(name, field, indent)]


def _first_item(lines: list[str], indent: int) -> list[str]:
    """The lines of a record as the first item of a list: help, a dash, its fields."""
    at = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
    dashed = "  " * indent + "- " + lines[at].lstrip()
    return [*(line.removeprefix("  ") for line in lines[:at]), dashed, *lines[at + 1 :]]


def _fields(record: type[BaseModel] | None) -> list[tuple[str, Any]]:
    fields = [(f.alias or name, f) for name, f in record.model_fields.items()] if record else []
    return sorted(fields, key=lambda named: named[0] == "sources")  # They come last in every file.


def _record(annotation: Any) -> type[BaseModel] | None:
    """The record a field holds, alone, in a list or by key; None if it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record(part))), None)
