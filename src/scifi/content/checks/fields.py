"""Rule `fields`: a file has the fields its kind asks for, each of the right type."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from scifi.content.checks import expected, mends
from scifi.content.checks.base import Library, Rule
from scifi.content.checks.reading import FileName
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, nearest
from scifi.content.source import SourceFile
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
    "int_parsing_size": _WHOLE_NUMBER,
    "finite_number": (N_("{field}: {given} is not a number"), N_("Write a number.")),
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

_BOUNDS = {
    "greater_than": ("gt", N_("Write a number above {bound}.")),
    "greater_than_equal": ("ge", N_("Write a number from {bound} up.")),
    "less_than": ("lt", N_("Write a number below {bound}.")),
    "less_than_equal": ("le", N_("Write a number up to {bound}.")),
}
"""How to mend a number outside its bounds, by pydantic's name for it."""

_OWN_REFUSALS = (
    (
        N_("has no receipt"),
        N_("End it with [@key], where key stands under sources; your own advice with [@ours]."),
    ),
    (
        N_("holds < or > or {{: write it in words; pages show text, never markup"),
        N_('Write it in words: "less than", "more than".'),
    ),
    (
        N_("is no date of the calendar: {date}"),
        N_("Look the date up again; the month has no such day, or the year no such month."),
    ),
    (
        N_("the case study has no place: `cities` and `countries` are both empty"),
        N_("Name the city under `cities`; for a trial of a whole country, the country."),
    ),
    (
        N_("rests on nothing: name `casestudies`, or cite a source with [@key] or [@ours]"),
        N_("Add `casestudies: [id]`, or end the text with [@key] of a source."),
    ),
    (
        N_("has {words} words, at most 60 are read on a card"),
        N_("Say it in 60 words; the rest belongs into the fields below."),
    ),
)
"""What the model refuses in a sentence of its own, and how to mend it."""


class Fields(Rule):
    """
    A file has exactly the fields of its kind, and each value has the type of its field.

    The fields are listed in the JSON Schemas in `data/schemas/`; editors that know
    them complete names and show this help while one types.

    Why: pages, charts and downloads are made from the fields. A misspelt field would be
    lost without a word, and a number in quotes cannot be drawn.

    Fix: the message names the field, what is expected and, where there is a near match,
    the name that was probably meant. Write `null` where a value is not known.

    Mended by `scifi check --fix`: numbers and dates written otherwise that can mean only one
    thing, such as `33,5` or `24.4.2024`; capitals; a single value where a list is due.
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

    def mend(self, file: SourceFile, problem: Problem) -> Iterator[str]:
        """A number or date written otherwise, a single value for a list, a word in capitals."""
        document = mends.document_of(file)
        result = parse(document) if document else None
        if document and isinstance(result, ValidationError):
            for error in result.errors(include_url=False):
                if document.place(error["loc"]) == (problem.line, problem.column):
                    yield from mends.value(document, error["loc"])

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
                expected.when_missing(str(path[-1]), _field_at(model, path)),
            )
        if error["type"] == "extra_forbidden":
            return self.problem(
                document,
                path,
                _('unknown field "{field}"', field=field),
                _("A field nobody reads would be lost without a word."),
                _field_meant(str(path[-1]), list(_fields(_model_at(model, path[:-1])))),
                key=True,
            )
        if path[-1:] == ("[key]",):
            path, field = path[:-1], field.removesuffix(".[key]")
            what, fix = _wrong_value(error, field, path, model)
            return self.problem(document, path, what, help_, fix, key=True)
        what, fix = _wrong_value(error, field, path, model)
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


def _field_meant(name: str, known: list[str]) -> str:
    """What to do about a field that nobody knows."""
    if name.isdigit():  # `{low: 0,5}` is low: 0, and a field called 5
        return _("A comma ended the number before it: write decimals behind a point, 0.5.")
    return nearest(name, known)


def _wrong_value(
    error: Mapping[str, Any], field: str, path: Path, model: type[BaseModel]
) -> tuple[str, str]:
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
        return what, _right_type(kind, value, path, model) or fix
    what, fix = _wrong_form(kind, value, context, path[-1] if path else "")
    if kind == "value_error":
        what = str(context["error"])
    said = what or _("{given} is not written as this field asks", given=given)
    # A mistake of several fields together stands at none of them.
    return f"{field}: {said}" if field else said, fix


def _right_type(kind: str, value: object, path: Path, model: type[BaseModel]) -> str:
    """How to write this very value as the type its field asks for; empty for no better words."""
    name, field = path[-1], _field_at(model, path)
    if value is None:
        return expected.when_null(field)
    if kind == "string_type":
        return expected.as_text(name, value)
    if kind == "list_type":
        return expected.as_list(name, value)
    if kind in ("model_type", "model_attributes_type"):
        fields = _fields(_model_at(model, path))
        return expected.as_group([key for key, field in fields.items() if field.is_required()])
    if kind in ("float_type", "int_type"):
        beside = list(_fields(_model_at(model, path[:-1])))
        return expected.as_number(name, value, beside, null=expected.may_be_null(field))
    return ""


def _field_at(model: type[BaseModel], path: Path) -> Any:
    """The field of a model at a path; None at an item of a list, which has no field of its own."""
    return _fields(_model_at(model, path[:-1])).get(str(path[-1])) if path else None


def _wrong_form(
    kind: str, value: object, context: Mapping[str, Any], name: str | int
) -> tuple[str, str]:
    """What is wrong with a value of the right type; empty where the model's own words say it."""
    if kind == "string_pattern_mismatch":
        what = _("{given} is not written as this field asks", given=_shown(value))
        return what, expected.by_pattern(name, context["pattern"], str(value))
    if kind == "string_too_long":
        what = _(
            "has {length} characters, at most {limit} fit",
            length=len(str(value)),
            limit=context["max_length"],
        )
        return what, _("Say it shorter.")
    if kind == "string_too_short":
        what = _("is too short: at least {least} characters", least=context["min_length"])
        return what if str(value).strip() else _("this is empty"), _("Say it in words.")
    if kind in _BOUNDS:
        sign, fix = _BOUNDS[kind]
        bound = f"{context[sign]:.16g}"
        return _("{given} cannot be", given=_shown(value)), _(fix, bound=bound)
    if kind == "union_tag_invalid":
        tags = [tag.strip(" '") for tag in context["expected_tags"].split(",")]
        return _("{given} is not a choice", given=_shown(context["tag"])), nearest(
            context["tag"], tags
        )
    if kind == "too_long":
        what = _(
            "the list has {length}, at most {limit} fit",
            length=context["actual_length"],
            limit=context["max_length"],
        )
        return what, _("Leave some out.")
    if kind == "too_short":
        least = context["min_length"]
        what = _(
            "the list has {length} of at least {least}",
            length=context["actual_length"],
            least=least,
        )
        return what, _("Give at least {least}.", least=least)
    return "", _own_fix(str(context.get("error", "")))


def _own_fix(said: str) -> str:
    """What to do about something that a validator of `scifi.model` refuses in words of its own."""
    for refusal, fix in _OWN_REFUSALS:
        if said.startswith(_(refusal).partition("{")[0]):
            return _(fix)
    return _("Change the value so that it fits.")


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
    parts = iter(path)
    for part in parts:
        field = _fields(current).get(str(part))
        if field is not None:
            current = _inner_model(field.annotation)
            if get_origin(field.annotation) is dict:
                next(parts, None)  # the key of a source may be called like a field
    return current


def _description(model: type[BaseModel], path: Path) -> str:
    while path:
        field = _field_at(model, path)
        if field is not None and field.description:
            return str(field.description)
        path = path[:-1]
    return ""
