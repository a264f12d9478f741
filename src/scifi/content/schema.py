"""JSON Schemas of the content files, for editors, forms and other people's programs."""

import json
from typing import Any

from scifi.kinds import KINDS


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of file; its id, the file's name, is no field."""
    made = KINDS[kind].model.model_json_schema(by_alias=True)
    made["properties"].pop("id")
    made["required"] = [name for name in made["required"] if name != "id"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schemas() -> dict[str, str]:
    """Text of every schema file by its name, as committed in `data/schemas/`."""
    return {
        f"{kind}.json": json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"
        for kind in sorted(KINDS)
    }
