"""
Gaps: what an entry does not tell, each as a question that somebody from the city can answer.

From them come the links on pages, the form for one answer, and the sheet of questions for a city.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scifi.kinds import KINDS
from scifi.labels import label
from scifi.language import _
from scifi.model import Entry
from scifi.model.base import MeasuredBy, Status
from scifi.questions import QUESTIONS, Part, Question


@dataclass(frozen=True)
class Gap:
    """A question about one entry: the field it is about, whose number it is, the present value."""

    question: Question
    field: str
    about: str
    unit: str
    was: Any


_BY_NAME = {question.name: question for question in QUESTIONS}
_KIND = {kind.model: kind.name for kind in KINDS.values()}
_PLACE = re.compile(r"\[\d+\]")


def gap(entry: Entry, field: str) -> Gap | None:
    """The gap at a field such as `results[2].baseline`; None if it is filled or never asked for."""
    question = _BY_NAME.get(f"{_KIND[type(entry)]} {_PLACE.sub('[]', field)}")
    found = _found(entry, field) if question else []
    if not question or not found or not _is_open(question, entry, found[-1]):
        return None
    owner = found[-2] if len(found) > 1 else entry
    about, unit = _about(question, owner)
    return Gap(question, field, about, unit, _was(question, found[-1]))


def gaps(entry: Entry) -> list[Gap]:
    """All gaps of an entry, in the order in which one would ask."""
    asked = (question for question in QUESTIONS if question.kind == _KIND[type(entry)])
    fields = (field for question in asked for field in _fields(entry, question.field))
    return [found for field in fields if (found := gap(entry, field))]


def kind_of(entry: Entry) -> str:
    """The name of an entry's kind."""
    return _KIND[type(entry)]


def address(entry: Entry, field: str = "") -> str:
    """The address of the form that asks for a field; of a draft, of the form for the whole case."""
    if getattr(entry, "draft", False):
        return f"contribute/form/#{kind_of(entry)}/{entry.id}"
    return f"contribute/gap/#{kind_of(entry)}/{entry.id}/{field}"


def choices(part: Part) -> list[tuple[str, str]]:
    """The values that one may choose, each with its words."""
    return [(choice.value, label(choice)) for choice in part.choices]


def what(found: Gap) -> str:
    """What is missing, to follow words such as "not reported": the number before (bins)."""
    short = _(found.question.short)
    return _("{what} ({which})", what=short, which=found.about) if found.about else short


def _fields(value: Any, pattern: str) -> Iterator[str]:
    """Every field of an entry that a pattern means: `results[].value` is one for each result."""
    before, mark, after = pattern.partition("[]")
    if not mark:
        yield pattern
        return
    for place, item in enumerate(_found(value, before)[-1]):
        start = f"{before}[{place}]"
        if after.startswith("."):
            yield from (f"{start}.{rest}" for rest in _fields(item, after[1:]))
        else:
            yield start


def _found(value: Any, field: str) -> list[Any]:
    """The values on the way to a field, the last its own; empty if there is no such place."""
    found = []
    for name, place in re.findall(r"(\w+)|\[(\d+)\]", field):
        if name and hasattr(value, name):
            value = getattr(value, name)
        elif place and isinstance(value, list) and int(place) < len(value):
            value = value[int(place)]
        else:
            return []
        found.append(value)
    return found


def _is_open(question: Question, entry: Any, value: Any) -> bool:
    if question.field == "afterwards":
        return value.status is Status.UNKNOWN
    if question.field == "afterwards.confirmed":
        # While nobody knows what became of it, that is what is asked.
        return value is None and entry.afterwards.status is not Status.UNKNOWN
    if question.field.endswith("unknowns[]"):
        return True
    return value in (None, []) or value is MeasuredBy.UNKNOWN


def _about(question: Question, owner: Any) -> tuple[str, str]:
    """What the question is about inside its entry, and the unit of its number."""
    if question.field.startswith("results[]."):
        return owner.what, owner.unit
    if question.field.startswith("providers[]."):
        return owner.name, ""
    if question.field.startswith("phases[]."):
        return owner.title, ""
    return "", ""


def _was(question: Question, value: Any) -> Any:
    if question.field == "afterwards":
        return {"status": value.status.value}
    return value


def words(found: Gap) -> str:
    """The question of the form."""
    return _(found.question.question)


def as_question(found: Gap) -> str:
    """A gap as one question on paper: what we looked for is a question in its own words."""
    if found.question.field.endswith("unknowns[]"):
        return str(found.was)
    return words(found)
