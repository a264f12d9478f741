"""
Data in the order of the model, without what goes without saying.

`frontend/scripts/pure/canonical.js` does the same for what was typed into a form.
"""

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import Any

from scifi.content.load import Path
from scifi.content.schema import schema

_YEAR = re.compile(r"[12][0-9]{3}")

_schema = cache(schema)


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
