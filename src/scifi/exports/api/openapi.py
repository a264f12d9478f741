"""
The description of every file in the words of OpenAPI 3.1, made from the records and the models.

Source: https://spec.openapis.org/oas/v3.1.0
"""

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any, Literal

from pydantic import BaseModel, create_model
from pydantic.json_schema import models_json_schema

from scifi.exports.api import addresses
from scifi.exports.api.records import (
    CaseStudyDocument,
    Changes,
    Contents,
    Document,
    Facets,
    IndicatorDocument,
    Listing,
    Shortcuts,
    SolutionDocument,
)
from scifi.exports.edition import LICENCE
from scifi.kinds import KINDS, Kind
from scifi.language import _
from scifi.model.texts import ID_PATTERN

_OWN: dict[str, type[Document]] = {
    "casestudy": CaseStudyDocument,
    "solution": SolutionDocument,
    "indicator": IndicatorDocument,
}
"""Kinds whose documents have more than the common fields."""

_PLACE = "#/components/schemas/"

Schema = dict[str, Any]


def openapi(root: str, fields: Mapping[str, Schema]) -> Schema:
    """
    The description.

    `root` is the published address of the site, or empty; `fields` are the JSON Schemas of the
    content files by kind.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("SCIFI cookbook"),
            "version": version("scifi-cookbook"),
            "description": _("The knowledge base as static JSON files; there is no server code."),
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        # Relative to this file, as the specification has it: the root of the site.
        "servers": [{"url": root.rstrip("/") or "../.."}],
        "paths": dict(_paths()),
        "components": {"schemas": _components(fields)},
    }


def name(kind: Kind) -> str:
    """What the schema of a document of a kind is called."""
    return f"{kind.model.__name__}Document"


def _paths() -> Iterator[tuple[str, Schema]]:
    yield _path(addresses.CONTENTS, "contents", _("What is here"), "Contents")
    for kind in addresses.listed():
        yield from _paths_of(kind)
    yield _path(addresses.FACETS, "facets", _("The facets of case studies"), "Facets")
    said = _("Lists and tools by other words")
    yield _path(addresses.SHORTCUTS, "shortcuts", said, "Shortcuts")
    year = _parameter("year", {"type": "string", "pattern": "^[12][0-9]{3}$"})
    yield _path(addresses.changes("{year}"), "changes", _("Changes of a year"), "Changes", year)
    for address in (addresses.OPENAPI, f"{addresses.ROOT}schemas/{{kind}}.json"):
        yield _described(address)


def _paths_of(kind: Kind) -> Iterator[tuple[str, Schema]]:
    title, folder = _(kind.title), addresses.folder(kind)
    yield _path(addresses.part(kind), f"{folder}-list", title, "Listing")
    further = addresses.part(kind, 2).replace("/2.json", "/{part}.json")
    part = _parameter("part", {"type": "integer", "minimum": 2})
    said = _("{title}: a further part of the list", title=title)
    yield _path(further, f"{folder}-list-part", said, "Listing", part)
    id_ = _parameter("id", {"type": "string", "pattern": ID_PATTERN})
    said = _("{title}: one entry", title=title)
    yield _path(addresses.document(kind, "{id}"), f"{folder}-entry", said, name(kind), id_)


def _described(address: str) -> tuple[str, Schema]:
    """A file that is itself a description."""
    if "{kind}" not in address:
        return _path(address, "openapi", _("This description"), None)
    kinds = sorted(KINDS)
    kind = _parameter("kind", {"type": "string", "enum": kinds})
    return _path(address, "schema", _("The JSON Schema of the fields of a kind"), None, kind)


def _path(
    address: str, operation: str, summary: str, answer: str | None, *parameters: Schema
) -> tuple[str, Schema]:
    held = {"$ref": _PLACE + answer} if answer else {"type": "object"}
    found = {"description": summary, "content": {"application/json": {"schema": held}}}
    missing = {"description": _("There is no such file.")}
    asked: Schema = {"operationId": operation, "summary": summary}
    if parameters:
        asked["parameters"] = list(parameters)
    return f"/{address}", {"get": {**asked, "responses": {"200": found, "404": missing}}}


def _parameter(name: str, held: Schema) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": held}


def _components(fields: Mapping[str, Schema]) -> Schema:
    documents: list[type[BaseModel]] = [
        create_model(name(kind), __base__=_OWN.get(kind.name, Document))
        for kind in addresses.listed()
    ]
    models = [*documents, Contents, Listing, Facets, Shortcuts, Changes]
    wanted: list[tuple[Any, Literal["serialization"]]] = [(m, "serialization") for m in models]
    _each, made = models_json_schema(wanted, ref_template=_PLACE + "{model}")
    found: Schema = made["$defs"]
    for kind in addresses.listed():
        called = f"{kind.model.__name__}Fields"
        found[name(kind)]["properties"]["entry"] = {"$ref": _PLACE + called}
        found |= _fields(called, fields[kind.name])
    return dict(sorted(found.items()))


def _fields(called: str, own: Schema) -> Schema:
    """The schema of the fields of a kind, and its parts under names that begin with its own."""
    parts = own.get("$defs", {})
    whole = {key: held for key, held in own.items() if key not in ("$schema", "$defs")}
    text = json.dumps({called: whole, **{f"{called}-{part}": parts[part] for part in parts}})
    made: Schema = json.loads(text.replace('"#/$defs/', f'"{_PLACE}{called}-'))
    return made
