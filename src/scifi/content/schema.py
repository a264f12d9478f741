"""
JSON Schemas of the content files, for editors, forms and other people's programs.

They are made from the models and allow what a file may hold, so a bare year is a date here too.
Only words of draft 2020-12 stand in them: a validator in strict mode refuses any other.

An editor offers the ids it finds under `examples`, and no validator minds them. So the city that
comes in the same contribution is no mistake, as it would be in a list of choices. Examples are
as old as the last `scifi schema`: whoever adds a city need not renew the schemas.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import TaggedUnionSchema

from scifi.content import source
from scifi.kinds import KIND_BY_FIELD, KINDS
from scifi.model.texts import ID_PATTERN
from scifi.model.version import SCHEMA_VERSION

Ids = Mapping[str, Sequence[str]]
"""Ids by kind."""


class _Draft202012(GenerateJsonSchema):
    """Pydantic's schemas without `discriminator`, which is a word of OpenAPI."""

    def tagged_union_schema(self, schema: TaggedUnionSchema) -> JsonSchemaValue:
        made = super().tagged_union_schema(schema)
        made.pop("discriminator")
        return made


def known_ids(root: Path) -> Ids:
    """The ids of all entries below `root`, as their file names say them."""
    ids: dict[str, list[str]] = {}
    for path in source.find(root):
        kind = source.kind_of(path, root)
        if kind and path.suffix == kind.suffix:
            ids.setdefault(kind.name, []).append(path.stem)
    return ids


def schema(kind: str, ids: Ids | None = None) -> dict[str, Any]:
    """
    The JSON Schema (draft 2020-12) of a kind of file; its id, the file's name, is no field.

    Fields that name another entry are `$ref` to `$defs/CityId` and the like, whose `examples`
    are the `ids` of that kind, if given. Properties stand in the order in which a file has them,
    its sources at the end.
    """
    made = KINDS[kind].model.model_json_schema(by_alias=True, schema_generator=_Draft202012)
    made["properties"].pop("id")
    made["properties"]["sources"] = made["properties"].pop("sources")
    made["required"] = [name for name in made["required"] if name != "id"]
    groups = [made, *made.get("$defs", {}).values()]
    for group in groups:
        for name, field in group.get("properties", {}).items():
            if name in KIND_BY_FIELD:
                _name_kind(field, KIND_BY_FIELD[name], made.setdefault("$defs", {}), ids or {})
    said = f"Version {SCHEMA_VERSION} of the model."
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": said, **made}


def _name_kind(field: dict[str, Any], kind: str, shared: dict[str, Any], ids: Ids) -> None:
    """Let a field that holds ids say of which kind they are."""
    name = f"{KINDS[kind].model.__name__}Id"
    for part in _parts(field):
        if part.get("pattern") == ID_PATTERN:
            shared[name] = {key: part.pop(key) for key in ("type", "pattern", "maxLength")}
            shared[name] |= {"examples": list(ids[kind])} if ids.get(kind) else {}
            part["$ref"] = f"#/$defs/{name}"


def _parts(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema of a field, of the items of its list, and of each of its alternatives."""
    yield field
    for part in (field.get("items"), *field.get("anyOf", ())):
        if part:
            yield from _parts(part)


def schemas(ids: Ids | None = None) -> dict[str, str]:
    """Text of every schema file by its name, as committed in `data/schemas/`."""
    return {
        f"{kind}.json": json.dumps(schema(kind, ids), indent=2, ensure_ascii=False) + "\n"
        for kind in sorted(KINDS)
    }
