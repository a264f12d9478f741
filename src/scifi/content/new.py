"""New files: every field of a kind with its help, and TODO where a person has to write."""

import re
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from scifi.kinds import KINDS
from scifi.model.texts import ID_PATTERN


class StartError(Exception):
    """The file cannot be started; the message says why."""


def start(root: Path, kind: str, id_: str) -> Path:
    """
    Write a new content file and return its path; an existing file is never touched.

    Raises:
        StartError: The id is malformed, or the file exists.
    """
    if not re.fullmatch(ID_PATTERN, id_):
        raise StartError(
            f'"{id_}" cannot be an id: use small letters, digits and single hyphens, such as '
            "smart-bins-bruges."
        )
    path = root / KINDS[kind].file(id_)
    text = template(kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise StartError(f"{path.relative_to(root)} exists already; choose another id.") from None
    return path


def template(kind: str) -> str:
    """The text of a new file of a kind."""
    schemas = "../schemas" if KINDS[kind].folder.startswith("data/") else "../data/schemas"
    lines = [f"# yaml-language-server: $schema={schemas}/{kind}.json"]
    for name, field in KINDS[kind].model.model_fields.items():
        if name != "id":
            lines += _field(field.alias or name, field, 0)
    body = "\n".join(lines) + "\n"
    if kind != "chapter":
        return body
    sections = (
        "In short",
        "Ingredients",
        "Recipe",
        "Who does what",
        "Worksheet",
        "Pitfalls",
        "Cases",
        "If it goes wrong",
    )
    return "---\n" + body + "---\n" + "".join(f"\n## {title}\n\nTODO\n" for title in sections)


def _field(name: str, field: Any, indent: int) -> list[str]:
    space = "  " * indent
    lines = [f"{space}# {field.description}"] if field.description else []
    inner = _record(field.annotation)
    several = get_origin(field.annotation) is list
    if name == "sources":
        lines += [f"{space}sources:", f"{space}  todo-key:"]
        for inner_name, inner_field in _record_fields(inner):
            lines += _field(inner_name, inner_field, indent + 2)
        return lines
    if not field.is_required():
        default = "[]" if several else "null"
        return [*lines, f"{space}{name}: {default}"]
    if several and not any(getattr(m, "min_length", 0) for m in field.metadata):
        return [*lines, f"{space}{name}: []"]
    if type(None) in get_args(field.annotation):
        return [*lines, f"{space}{name}: null"]
    if inner is None:
        return [*lines, f"{space}{name}: {'[TODO]' if several else 'TODO'}"]
    lines.append(f"{space}{name}:")
    body = [line for n, f in _record_fields(inner) for line in _field(n, f, indent + 1 + several)]
    if several:
        first = next(i for i, line in enumerate(body) if not line.lstrip().startswith("#"))
        dashed = body[first]
        body = [
            *body[:first],
            dashed[: 2 * (indent + 1)] + "- " + dashed[2 * (indent + 2) :],
            *body[first + 1 :],
        ]
    return lines + body


def _record_fields(record: type[BaseModel] | None) -> list[tuple[str, Any]]:
    return [(f.alias or n, f) for n, f in record.model_fields.items()] if record else []


def _record(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for a in get_args(annotation) if (found := _record(a))), None)
