"""
What a record of the model is in tables: the fields of one row, and the lists that stand apart.

Made from the models, so that a new field is a new column without being told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from scifi.exports.tables.table import Column, Type
from scifi.fieldwords import field
from scifi.kinds import KIND_BY_FIELD, KINDS
from scifi.language import N_, _, capitalised
from scifi.model import texts
from scifi.site.field_forms import options
from scifi.site.field_rows import fields, records

LEFT_OUT = frozenset({"draft", "drawing", "also_called", "sources"})
"""
Fields without a column: drafts are left out whole, a drawing says nothing that its text does not,
names and sources of all entries have one table each.
"""

EARLIER_NAMES = {
    "period_start": "start",
    "period_end": "end",
    "afterwards_status": "status",
    "interval_low": "low",
    "interval_high": "high",
    "interval_level": "level",
    "promised_value": "promised",
}
"""Columns that had a shorter name before tables were made from the models; others use it."""

TYPES = ((bool, Type.BOOLEAN), (int, Type.INTEGER), (float, Type.NUMBER), (str, Type.STRING))


@dataclass(frozen=True)
class Leaf:
    """A field of one value: its column, and the way to it from the record."""

    column: Column
    path: tuple[str, ...]
    cites: bool = False
    """Whether its value is the key of a source of the file."""


@dataclass(frozen=True)
class Listed:
    """A field of many values: records (`models`), or plain values; `kind` if these are ids."""

    name: str
    path: tuple[str, ...]
    models: tuple[type[BaseModel], ...]
    kind: str = ""
    help: str = ""

    @property
    def word(self) -> str:
        """Its own name, without the fields it stands in."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True)
class Shape:
    """A record in tables."""

    leaves: tuple[Leaf, ...]
    lists: tuple[Listed, ...]


def value(record: object, path: Sequence[str]) -> Any:
    """What stands at the end of a way; None where a record on it is missing."""
    for name in path:
        record = getattr(record, name, None)
    return record


@cache
def shape(*models: type[BaseModel]) -> Shape:
    """The shape of records of these models, which may stand in one list, all fields together."""
    leaves: dict[str, Leaf] = {}
    lists: dict[str, Listed] = {}
    for model in models:
        for found in _found(model, (), ()):
            if isinstance(found, Listed):
                lists.setdefault(found.name, found)
            else:
                known = leaves.get(found.column.name)
                leaves[found.column.name] = _both(known, found) if known else found
    return Shape(tuple(leaves.values()), tuple(lists.values()))


def _both(one: Leaf, other: Leaf) -> Leaf:
    """A field that several models of a list have: the help of each, the words of all."""
    a, b = one.column, other.column
    help = a.description if b.description in a.description else f"{a.description} {b.description}"
    values = tuple(dict.fromkeys(a.values + b.values))
    return Leaf(Column(a.name, a.title, help, a.type, a.refers, values), one.path)


def _found(
    model: type[BaseModel], path: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[Leaf | Listed]:
    attributes = {info.alias or name: name for name, info in model.model_fields.items()}
    for name, (hint, info) in fields(model).items():
        if name in LEFT_OUT:
            continue
        way, called = (*path, attributes[name]), (*names, name)
        models, help = tuple(records(hint)), _(str(info.description))
        if get_origin(plain(hint)) in (list, dict):
            kind = KIND_BY_FIELD.get(name, "") if texts.Id in get_args(hint) else ""
            yield Listed(".".join(called), way, models, kind, help)
        elif models:
            yield from _found(models[0], way, called)
        else:
            yield from _leaves(hint, way, called, help)


def _leaves(hint: Any, way: tuple[str, ...], called: tuple[str, ...], help: str) -> Iterator[Leaf]:
    name = "_".join(called).rstrip("_")
    name = EARLIER_NAMES.get(name, name)
    title = capitalised(": ".join(field(word) for word in called))
    if called[-1] == "source":
        address = _("The web address of the source it was read in.")
        yield Leaf(Column(name, title, address), way, cites=True)
        id_ = _("The source it was read in, by its id in the table of sources.")
        yield Leaf(Column(f"{name}_id", _("{title} (id)", title=title), id_, refers="sources"), way)
        return
    kind = KIND_BY_FIELD.get(called[-1]) if plain(hint) == texts.Id else None
    words = tuple(word for word, _meaning in options(hint))
    refers = table_name(kind) if kind else ""
    yield Leaf(Column(name, title, help, column_type(hint), refers, words), way)


def plain(hint: Any) -> Any:
    """A type without the None that it may be besides."""
    inner = [part for part in get_args(hint) if part is not NoneType]
    return inner[0] if NoneType in get_args(hint) else hint


def column_type(hint: Any) -> Type:
    """What the cells of a field of this type are."""
    hint = plain(hint)
    # Behind `Annotated` stands the type itself; a word of a few (`Literal`) is a text.
    base = getattr(hint, "__origin__", hint)
    if isinstance(base, type):
        return next((kind for type_, kind in TYPES if issubclass(base, type_)), Type.STRING)
    return Type.STRING


NAMES = {"chapter": "chapters", "term": "terms"}
"""Tables of kinds whose folder is not called by what lies in it."""


def table_name(kind: str) -> str:
    """The table with a row for each entry of a kind."""
    return NAMES.get(kind) or KINDS[kind].folder.rpartition("/")[2]


POSITION = N_("Its place in the list, from 1.")
