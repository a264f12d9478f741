"""Rule `fields`: a file has the fields its kind asks for, each of the right type."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, nearest
from scifi.kinds import KINDS
from scifi.model import Entry

_TYPE_WORDS = {
    "string_type": "text",
    "float_type": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list (lines that start with -)",
    "dict_type": "a group of fields",
    "model_type": "a group of fields",
    "model_attributes_type": "a group of fields",
}


class Fields(Rule):
    """
    A file has exactly the fields of its kind, and each value has the type of its field.

    The fields are listed in the JSON Schemas in `data/schemas/`; editors that know
    them complete names and show this help while one types.

    Why: pages, charts and downloads are made from the fields. A misspelt field would be
    lost without a word, and a number in quotes cannot be drawn.

    Fix: the message names the field, what is expected and, where there is a near match,
    the name that was probably meant. Write `null` where a value is not known.
    """

    name = "fields"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every field that is missing, unknown or of the wrong type."""
        if document.file.id in library.entries.get(document.file.kind, {}):
            return
        result = parse(document)
        assert isinstance(result, ValidationError)
        model = KINDS[document.file.kind].model
        for error in result.errors(include_url=False):
            yield self._explain(document, model, dict(error))

    def _explain(
        self, document: Document, model: type[BaseModel], error: dict[str, Any]
    ) -> Problem:
        # `parse` marks an id inside the file by a space, so that it is refused as a field.
        path: Path = tuple("id" if part == "id " else part for part in error["loc"])
        name = ".".join(str(part) for part in path)
        kind, given = error["type"], error.get("input")
        help_ = _description(model, path)
        shown = json.dumps(given, ensure_ascii=False) if not isinstance(given, dict) else "a group"
        shown = shown if len(shown) <= 60 else shown[:57] + '..."'
        context = error.get("ctx", {})
        if tuple(error["loc"]) == ("id",):
            return Problem(
                document.file.path,
                1,
                1,
                "file-name",
                f'the file name "{document.file.id}" cannot be an id',
                "The file name becomes the page's address, which never changes.",
                "Use small letters a to z, digits and single hyphens, at most 80 characters.",
            )
        if kind == "missing":
            return self.problem(
                document,
                path[:-1],
                f'"{name}" is missing',
                help_ or "The page needs it.",
                f"Add `{path[-1]}:`; write null, or [] for a list, if it is not known.",
            )
        if kind == "extra_forbidden":
            names = list(_fields(_model_at(model, path[:-1])))
            return self.problem(
                document,
                path,
                f'unknown field "{name}"',
                "A field nobody reads would be lost without a word.",
                nearest(path[-1], names),
                key=True,
            )
        if kind in ("enum", "literal_error"):
            choices = [c.strip(" '") for c in context["expected"].replace(" or ", ",").split(",")]
            return self.problem(
                document, path, f"{name}: {shown} is not a choice", help_, nearest(given, choices)
            )
        if kind in _TYPE_WORDS:
            fix = f"Write {_TYPE_WORDS[kind]}."
            if kind in ("float_type", "int_type") and isinstance(given, str):
                fix = f"Write `{path[-1]}: {given}` without quotes, and the unit in its own field."
            return self.problem(
                document, path, f"{name}: {shown} is not {_TYPE_WORDS[kind]}", help_, fix
            )
        said = error["msg"].removeprefix("Value error, ")
        fix = "Change the value so that it fits."
        if kind == "string_pattern_mismatch":
            said = f"{shown} is not written as this field asks"
            fix = _pattern_words(context["pattern"])
        elif kind == "string_too_long":
            said = f"has {len(str(given))} characters, at most {context['max_length']} fit"
            fix = "Say it shorter."
        elif kind == "too_short":
            least = context["min_length"]
            said = f"the list has {context['actual_length']} of at least {least}"
            fix = f"Give at least {least}."
        return self.problem(document, path, f"{name}: {said}", help_, fix)


def parse(document: Document) -> Entry | ValidationError:
    """The typed entry of a document, or pydantic's account of what does not fit."""
    data = {key: value for key, value in document.data.items() if key != "id"}
    if "id" in document.data:
        # An id stands in the file name alone; as an unknown field it is reported with its line.
        data["id "] = document.data["id"]
    # JSON mode is strict about types, yet lets an enum be written as its value.
    text = json.dumps({"id": document.file.id, **data})
    try:
        return KINDS[document.file.kind].model.model_validate_json(text)
    except ValidationError as error:
        return error


def _pattern_words(pattern: str) -> str:
    if "[12][0-9]{3}" in pattern:
        return "Write a year, a month or a day: 2019, 2019-06 or 2019-06-17."
    if pattern == r"^[A-Z]{2}$":
        return 'Write two capital letters in quotes, such as "BE".'
    if pattern == r"^[a-z]{2}$":
        return "Write two small letters, such as nl."
    if pattern == r"^[A-Z]{3}$":
        return "Write three capital letters, such as EUR."
    if pattern.startswith("^https?"):
        return "Write a web address that starts with https://."
    if pattern.startswith("^[a-z0-9]+"):
        return "Use small letters, digits and single hyphens."
    if pattern.startswith("^("):
        return f"Use one of: {pattern.strip('^()$').replace('|', ', ')}."
    return "Write it on one line, without spaces at its ends."


def _fields(model: type[BaseModel] | None) -> dict[str, Any]:
    if model is None:
        return {}
    return {f.alias or name: f for name, f in model.model_fields.items() if name != "id"}


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        found = _inner_model(argument)
        if found:
            return found
    return None


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in path:
        field = _fields(current).get(str(part))
        if field is not None:
            current = _inner_model(field.annotation)
    return current


def _description(model: type[BaseModel], path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    while names:
        field = _fields(_model_at(model, tuple(names[:-1]))).get(names[-1])
        if field is not None and field.description:
            return str(field.description)
        names.pop()
    return ""
