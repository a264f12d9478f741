"""Rule `fields`: a file has the fields its kind asks for, each of the right type."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from scifi.content.checks.base import Library, Rule
from scifi.content.checks.reading import FileName
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, nearest
from scifi.kinds import KINDS
from scifi.language import N_, _
from scifi.model import Entry

_GROUP = (N_("{field}: {given} is not a group of fields"), N_("Write a group of fields."))
_WHOLE_NUMBER = (N_("{field}: {given} is not a whole number"), N_("Write a whole number."))
_WRONG_TYPE = {
    "string_type": (N_("{field}: {given} is not text"), N_("Write text.")),
    "float_type": (N_("{field}: {given} is not a number"), N_("Write a number.")),
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "bool_type": (N_("{field}: {given} is not true or false"), N_("Write true or false.")),
    "list_type": (
        N_("{field}: {given} is not a list (lines that start with -)"),
        N_("Write a list (lines that start with -)."),
    ),
    "dict_type": _GROUP,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
}
"""What is wrong and how to mend it, by pydantic's name for a value of another type."""


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
            yield self._explain(document, model, error)

    def _explain(
        self, document: Document, model: type[BaseModel], error: Mapping[str, Any]
    ) -> Problem:
        if error["loc"] == ("id",):
            return self._bad_file_name(document)
        # `parse` marks an id inside the file by a space, so that it is refused as a field.
        path: Path = tuple("id" if part == "id " else part for part in error["loc"])
        field = ".".join(str(part) for part in path)
        help_ = _description(model, path)
        if error["type"] == "missing":
            return self.problem(
                document,
                path[:-1],
                _('"{field}" is missing', field=field),
                help_ or _("The page needs it."),
                _(
                    "Add `{name}:`; write null, or [] for a list, if it is not known.",
                    name=path[-1],
                ),
            )
        if error["type"] == "extra_forbidden":
            return self.problem(
                document,
                path,
                _('unknown field "{field}"', field=field),
                _("A field nobody reads would be lost without a word."),
                nearest(path[-1], list(_fields(_model_at(model, path[:-1])))),
                key=True,
            )
        what, fix = _wrong_value(error, field, path[-1] if path else "")
        return self.problem(document, path, what, help_, fix)

    def _bad_file_name(self, document: Document) -> Problem:
        return Problem(
            document.file.path,
            1,
            1,
            FileName.name,
            _('the file name "{name}" cannot be an id', name=document.file.id),
            _("The file name becomes the page's address, which never changes."),
            _("Use small letters a to z, digits and single hyphens, at most 80 characters."),
        )


def _wrong_value(error: Mapping[str, Any], field: str, name: str | int) -> tuple[str, str]:
    """What is wrong with a value, and how to mend it."""
    kind, value, context = error["type"], error.get("input"), error.get("ctx", {})
    given = _shown(value)
    if kind in ("enum", "literal_error"):
        choices = [c.strip(" '") for c in context["expected"].replace(" or ", ",").split(",")]
        return (
            _("{field}: {given} is not a choice", field=field, given=given),
            nearest(value, choices),
        )
    if kind in _WRONG_TYPE:
        what, fix = (_(text, field=field, given=given) for text in _WRONG_TYPE[kind])
        if kind in ("float_type", "int_type") and isinstance(value, str):
            fix = _(
                "Write `{name}: {value}` without quotes, and the unit in its own field.",
                name=name,
                value=value,
            )
        return what, fix
    what, fix = _wrong_form(kind, value, context)
    said = what or error["msg"].removeprefix("Value error, ")
    # A mistake of several fields together stands at none of them.
    return f"{field}: {said}" if field else said, fix


def _wrong_form(kind: str, value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong with a value of the right type; empty where pydantic's own words say it."""
    if kind == "string_pattern_mismatch":
        what = _("{given} is not written as this field asks", given=_shown(value))
        return what, _pattern_words(context["pattern"])
    if kind == "string_too_long":
        what = _(
            "has {length} characters, at most {limit} fit",
            length=len(str(value)),
            limit=context["max_length"],
        )
        return what, _("Say it shorter.")
    if kind == "too_short":
        least = context["min_length"]
        what = _(
            "the list has {length} of at least {least}",
            length=context["actual_length"],
            least=least,
        )
        return what, _("Give at least {least}.", least=least)
    return "", _("Change the value so that it fits.")


def _shown(value: object) -> str:
    """A value as a message quotes it: on one line, cut where it is long."""
    if isinstance(value, dict):
        return _("a group")
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + '..."'


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
    """How to write what a pattern of `scifi.model.texts` asks for."""
    if "[12][0-9]{3}" in pattern:
        return _("Write a year, a month or a day: 2019, 2019-06 or 2019-06-17.")
    if pattern == r"^[A-Z]{2}$":
        return _('Write two capital letters in quotes, such as "BE".')
    if pattern == r"^[a-z]{2}$":
        return _("Write two small letters, such as nl.")
    if pattern == r"^[A-Z]{3}$":
        return _("Write three capital letters, such as EUR.")
    if pattern.startswith("^https?"):
        return _("Write a web address that starts with https://.")
    if pattern.startswith("^[a-z0-9]+"):
        return _("Use small letters, digits and single hyphens.")
    if pattern.startswith("^("):
        return _("Use one of: {names}.", names=pattern.strip("^()$").replace("|", ", "))
    return _("Write it on one line, without spaces at its ends.")


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
