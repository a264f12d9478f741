"""
The fields of each kind of file, as values for the pages that list them: made from the models.

Whoever adds a field gives it its description there; these pages then have it without being told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scifi import guides
from scifi.kinds import KINDS
from scifi.language import _
from scifi.model import CaseStudy, Entry
from scifi.model.casestudy import UNWRITTEN
from scifi.site import field_forms


@dataclass(frozen=True)
class FieldRow:
    """
    A field: its name, what it is, whether it is needed, and what its value looks like.

    `options` are the words it may be, each with its meaning where the word alone does not say it.
    `example` is a value as a file has it; `groups` are anchors and names of the groups of fields
    that it holds instead.
    """

    name: str
    anchor: str
    help: str
    need: str
    form: str
    options: Sequence[tuple[str, str]]
    example: str
    groups: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class FieldGroup:
    """Fields that stand together: in the file itself, or below the fields that `places` names."""

    anchor: str
    places: Sequence[str]
    help: str
    rows: Sequence[FieldRow]


def field_groups(kind: str, entries: Sequence[Entry]) -> list[FieldGroup]:
    """The fields of a file of this kind, then those of each group in it; each group once."""
    places: dict[type[BaseModel], list[str]] = {}
    _note_places(KINDS[kind].model, "", places)
    examples = field_forms.examples(entries)
    return [
        FieldGroup(
            _anchor("group", names[0]),
            names,
            guides.said(model.__doc__),
            [_row(model, name, places, examples) for name in fields(model)],
        )
        for model, names in places.items()
    ]


def fields(model: type[BaseModel]) -> dict[str, tuple[Any, FieldInfo]]:
    """Type and description of each field that a file has: no id of its own, sources at the end."""
    hints = get_type_hints(model, include_extras=True)
    named = {
        info.alias or name: (hints[name], info)
        for name, info in model.model_fields.items()
        if not (name == "id" and issubclass(model, Entry))
    }
    return dict(sorted(named.items(), key=lambda item: item[0] == "sources"))


def records(hint: Any) -> Iterator[type[BaseModel]]:
    """The groups of fields that a type holds, alone, in a list or by key."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for part in get_args(hint):
        yield from records(part)


def _note_places(model: type[BaseModel], at: str, places: dict[type[BaseModel], list[str]]) -> None:
    """Where each group stands: `results`, `results › promised`, `blocks (table)`."""
    known = model in places
    # One of several groups at a place is told from the others by its type.
    word = get_args(get_type_hints(model).get("type"))
    places.setdefault(model, []).append(f"{at} ({word[0]})" if word else at)
    for name, (hint, _info) in () if known else fields(model).items():
        for group in records(hint):
            _note_places(group, f"{at} › {name}" if at else name, places)


def _anchor(*names: str) -> str:
    return "-".join(re.findall(r"\w+", " ".join(names)))


def _row(
    model: type[BaseModel],
    name: str,
    places: Mapping[type[BaseModel], Sequence[str]],
    examples: field_forms.Examples,
) -> FieldRow:
    hint, info = fields(model)[name]
    groups = [places[group] for group in records(hint)]
    return FieldRow(
        name,
        _anchor(places[model][0], name),
        _(str(info.description)),
        _need(model, name, hint, info),
        field_forms.group_form(hint) if groups else field_forms.form(hint, name, info),
        field_forms.options(hint),
        "" if groups else field_forms.example(hint, examples.get((model, name))),
        [(_anchor("group", names[0]), names[0]) for names in groups],
    )


def _need(model: type[BaseModel], name: str, hint: Any, info: FieldInfo) -> str:
    if not info.is_required():
        return _("may be left out")
    if model is CaseStudy and name in UNWRITTEN:
        return _("needed; a draft may leave it out")
    if NoneType in get_args(hint):
        return _("needed; null where nobody tells")
    return _("needed")
