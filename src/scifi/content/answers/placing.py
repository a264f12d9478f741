"""Where a value goes in an entry: its field in the model, and the receipt that it brings along."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from scifi.content.answers.reading import AnswerError
from scifi.folding import fold
from scifi.language import _
from scifi.model.texts import OURS, Claim, cited

Path = tuple[str | int, ...]

_FIELD = re.compile(r"[a-z_]+(\[\d{1,4}\])?(\.[a-z_]+(\[\d{1,4}\])?){0,6}")


def parse_field(text: str) -> Path:
    """`results[2].baseline` as a path; empty if it is not written like that."""
    if not _FIELD.fullmatch(text):
        return ()
    parts = re.findall(r"([a-z_]+)|\[(\d+)\]", text)
    return tuple(name or int(place) for name, place in parts)


def present(data: Any, path: Path) -> Any:
    """The value at a path of plain data; None where there is none."""
    for part in path:
        if isinstance(part, int) and isinstance(data, list):
            data = data[part] if part < len(data) else None
        else:
            data = data.get(part) if isinstance(data, Mapping) and isinstance(part, str) else None
    return data


def same(was: Any, now: Any) -> bool:
    """True if an answer's `was` is the present value; of a group only what it names."""
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        return all(same(value, now.get(name)) for name, value in was.items())
    if isinstance(was, str) and isinstance(now, str):
        return was.split() == now.split()
    return was == now or (was in (None, []) and now in (None, []))


def hint_at(model: type[BaseModel], path: Path) -> Any:
    """The type of the field at a path of a model, with its limits; None if it has none."""
    hint: Any = model
    for part in path:
        hint = next(_inside(hint, part), None)
        if hint is None:
            return None
    return hint


def _options(hint: Any) -> Iterator[Any]:
    """The types that a value may have, without limits."""
    origin = get_origin(hint)
    if origin is Annotated:
        yield from _options(get_args(hint)[0])
    elif origin in (Union, UnionType):
        for option in get_args(hint):
            yield from _options(option)
    else:
        yield hint


def record(hint: Any) -> type[BaseModel] | None:
    """The group of fields that a type means; None if it means none."""
    records = (o for o in _options(hint) if isinstance(o, type) and issubclass(o, BaseModel))
    return next(records, None)


def _inside(hint: Any, part: str | int) -> Iterator[Any]:
    if isinstance(part, int):
        yield from (get_args(o)[0] for o in _options(hint) if get_origin(o) is list)
    elif group := record(hint):
        hints = get_type_hints(group, include_extras=True)
        names = {info.alias or name: name for name, info in group.model_fields.items()}
        # An id is the name of the file, sources are added by their own way.
        if part in names and part not in ("id", "sources"):
            yield hints[names[part]]


def is_list(model: type[BaseModel], path: Path) -> bool:
    """True if the field at a path of a model is a list."""
    return any(get_origin(option) is list for option in _options(hint_at(model, path)))


def _is_claim(hint: Any) -> bool:
    return hint == Claim or Claim in get_args(hint)


@dataclass
class Placing:
    """
    Values on their way into an entry: `edits` are those to put in, in order.

    A claim gets the receipt of the answer's source, a group with a field `source` its key.
    """

    model: type[BaseModel]
    data: Mapping[str, Any]
    source: Mapping[str, Any]
    day: str
    edits: list[tuple[Path, Any]] = field(default_factory=list)
    cited: bool = False

    def place(self, path: Path, value: Any) -> None:
        """
        Put a value at a path; of a group that is there already, only the fields that differ.

        Raises:
            AnswerError: It has no place there, or needs a source and has none.
        """
        held = present(self.data, path)
        merged = isinstance(held, Mapping) and isinstance(value, Mapping)
        values = (
            {(*path, str(name)): part for name, part in value.items()} if merged else {path: value}
        )
        for place, part in values.items():
            hint = hint_at(self.model, place)
            if hint is None or (isinstance(part, str) and is_list(self.model, place)):
                raise AnswerError(
                    _("The answer has another form than its field; write it into the file by hand.")
                )
            if present(self.data, place) != part:
                self.edits.append((place, self._with_receipt(hint, part)))
        if self.cited and self.key not in (self.data.get("sources") or {}):
            told = {"date": None, "read": self.day, **self.source}
            self.edits.insert(0, (("sources", self.key), told))

    def _with_receipt(self, hint: Any, value: Any) -> Any:
        """The value, with the answer's source wherever a receipt is due and missing."""
        if isinstance(value, list):
            return [self._with_receipt(next(_inside(hint, 0), None), item) for item in value]
        if isinstance(value, Mapping):
            made = {
                name: self._with_receipt(next(_inside(hint, name), None), part)
                for name, part in value.items()
            }
            group = record(hint)
            due = group is not None and "source" in group.model_fields and not made.get("source")
            return {**made, "source": self._cite()} if due else made
        if _is_claim(hint) and isinstance(value, str) and not cited(value):
            return f"{value.rstrip(' .')} [@{self._cite()}]."
        return value

    def _cite(self) -> str:
        if not self.source:
            raise AnswerError(
                _("This answer needs a source: add `source:`, with title, publisher and url below.")
            )
        self.cited = True
        return self.key

    @property
    def key(self) -> str:
        """The key of the answer's source: that of the same address, or a fresh one."""
        sources = self.data.get("sources") or {}
        for key, known in sources.items():
            if isinstance(known, Mapping) and known.get("url") == self.source.get("url"):
                return str(key)
        words = re.findall(r"[a-z0-9]+", fold(str(self.source.get("publisher", ""))))[:4]
        year = re.findall(r"^\d{4}", str(self.source.get("date", "")))
        start = "-".join([*words, *year])[:60].strip("-") or "answer"
        numbered = (f"{start}-{number}" for number in range(2, 1000))
        return next(key for key in (start, *numbered) if key not in (*sources, OURS))
