"""
The CSV files as a Data Package: each column with its type and meaning, and what refers to what.

Source: https://specs.frictionlessdata.io/data-package/ and /table-schema/, version 1.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from scifi.exports.edition import LICENCE, NAME, Edition
from scifi.exports.tables.explaining import lines, rules
from scifi.exports.tables.table import Column, Table


def as_datapackage(
    tables: Sequence[Table], contents: Mapping[str, bytes], about: Edition
) -> dict[str, Any]:
    """The descriptor; `contents` has the CSV file of each table by the table's name."""
    package = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": lines(about)[0],
        "description": " ".join(rules()),
        "version": about.version,
        "created": f"{about.day.isoformat()}T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "CC BY 4.0"}],
        "contributors": [{"title": "SCIFI cookbook contributors", "role": "author"}],
        "sources": [{"title": table.title, "path": f"{table.name}.csv"}
                    for table in tables if table.name == "sources"],
        "resources": [_resource(table, contents[table.name]) for table in tables],
    }  # fmt: skip
    return package | ({"homepage": f"{about.published}data/"} if about.published else {})


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, column.name in table.key) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if referring := [column for column in table.columns if column.refers]:
        schema["foreignKeys"] = [
            {
                "fields": column.name,
                "reference": {
                    "resource": "" if column.refers == table.name else column.refers,
                    "fields": "id",
                },
            }
            for column in referring
        ]
    return schema


def _field(column: Column, needed: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if needed else {}
    if column.values:
        constraints["enum"] = list(column.values)
    described = {
        "name": column.name,
        "type": column.type.value,
        "title": column.title,
        "description": column.description,
    }
    return described | ({"constraints": constraints} if constraints else {})
