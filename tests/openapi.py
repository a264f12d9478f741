"""Holds JSON files against the OpenAPI description that stands beside them."""

import re
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

_HERE = "urn:openapi"


class Described:
    """A description, and what is wrong with a file according to it."""

    def __init__(self, openapi: dict[str, Any]):
        resource = Resource.from_contents(openapi, default_specification=DRAFT202012)
        self._registry = Registry().with_resource(_HERE, resource)
        self._paths = [
            (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))), path)
            for path in sorted(openapi["paths"], key=lambda path: path.count("{"))
        ]
        self._validators: dict[str, Draft202012Validator] = {}

    def path(self, address: str) -> str:
        """The path of the description that an address belongs to."""
        found = [path for pattern, path in self._paths if pattern.fullmatch("/" + address)]
        assert found, f"{address} is not described"
        return found[0]

    def wrong(self, address: str, held: Any) -> list[str]:
        """What is wrong with the file at an address below the site's root."""
        path = self.path(address)
        if path not in self._validators:
            pointer = path.replace("~", "~0").replace("/", "~1").replace("{", "%7B")
            at = f"{_HERE}#/paths/{pointer.replace('}', '%7D')}/get/responses/200/content"
            schema = {"$ref": f"{at}/application~1json/schema"}
            self._validators[path] = Draft202012Validator(
                schema, registry=self._registry, format_checker=FormatChecker()
            )
        return [
            f"{address}{error.json_path[1:]}: {error.message[:200]}"
            for error in self._validators[path].iter_errors(held)
        ]
