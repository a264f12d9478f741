"""What a value in a file looks like: its form in words from its type, and an example."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scifi.content import notation
from scifi.kinds import KIND_BY_FIELD, KINDS
from scifi.labels import LABELS
from scifi.language import N_, _, number
from scifi.model import texts
from scifi.model.clause import ClauseText
from scifi.model.credit import Orcid
from scifi.model.worked import Formula, Name

FORMS: tuple[tuple[Any, str, object], ...] = (
    (texts.Id, N_("small letters, digits and single hyphens"), "delft-2024"),
    (texts.Label, N_("a few words on one line, at most 200 characters"), "litter bins"),
    (texts.Title, N_("one line, 3 to 150 characters"), "Bins were emptied a third less often"),
    (texts.Text, N_("a paragraph in plain words, at most 2,000 characters"), "Asked by mail."),
    (texts.Purpose, N_("a paragraph in plain words, at most 255 characters"), "A plan."),
    (
        texts.Claim,
        N_("a paragraph with its receipt: [@key] of a source of the file, or [@ours]"),
        "Look into the bin before you buy a sensor [@ours].",
    ),
    (
        ClauseText,
        N_("a paragraph with blanks that name themselves: [name] or [name: our proposal]"),
        "The test takes [weeks of the test: 12] weeks.",
    ),
    (texts.Summary, N_("a paragraph of at most 60 words"), "A sensor in each bin."),
    (texts.PartialDate, N_("a year, a month or a day: 2019, 2019-06 or 2019-06-17"), "2019-06"),
    (texts.Country, N_("two capital letters"), "BE"),
    (texts.Annex, N_("one capital letter"), "B"),
    (texts.Language, N_("two small letters"), "nl"),
    (texts.Currency, N_("three capital letters"), "EUR"),
    (texts.Address, N_("the address of a page, below the start of the site"), "cities/"),
    (texts.Url, N_("a web address; it starts with https:// or http://"), "https://city.example/"),
    (texts.Number, N_("a number in digits, with a point before decimals"), 12.5),
    (Orcid, N_("four groups of four digits; the last sign may be an X"), "0000-0002-1825-0097"),
    (Name, N_("small letters, joined by _"), "visits_a_year"),
    (Formula, N_("numbers and names with + - * / and brackets"), "bins * visits_a_year"),
    (float, N_("a number in digits, with a point before decimals"), 12.5),
    (int, N_("a whole number"), 1),
    (bool, N_("true or false"), True),
    (str, N_("a word"), "about"),
)
"""Each type of value, its form in words, and an example for where no file has one."""

ONE_LINE = 80
"""An example that is no longer than this is taken because it comes first, in characters."""

HUGE = 1e12
"""Limits of a number from here on only keep slips of the keyboard out."""

Examples = Mapping[tuple[type[BaseModel], str], str]
"""A value as a file has it, by group and field."""


def form(hint: Any, name: str, info: FieldInfo | None = None) -> str:
    """
    What a value of this type, in a field of this name, looks like.

    Raises:
        KeyError: A type is new, and nobody has said yet what its values look like.
    """
    inner = [part for part in get_args(hint) if part is not NoneType]
    if NoneType in get_args(hint):
        return form(inner[0], name, info)
    if known := next((words for type_, words, _e in FORMS if hint == type_), None):
        if hint == texts.Id and name in KIND_BY_FIELD:
            return _("the id of an entry: ID in {file}", file=KINDS[KIND_BY_FIELD[name]].file("ID"))
        if hint == texts.Id and name == "source":
            return _("the key of a source of the file")
        return _(known) + _limits(info)
    if get_origin(hint) is list:
        return _list(inner[0], name, info)
    if get_origin(hint) is dict:
        return _("by language, two small letters: {form}", form=form(inner[1], name))
    if options(hint):
        return _("always the word:") if len(options(hint)) == 1 else _("one word of:")
    raise KeyError(f"{hint}: say in FORMS what a value of this type looks like")


def group_form(hint: Any) -> str:
    """What a field looks like that holds groups of fields."""
    if get_origin(hint) is list:
        return _("groups of fields, a dash before each")
    if get_origin(hint) is dict:
        return _("groups of fields, each below a short key of your choice")
    return _("a group of fields")


def options(hint: Any) -> list[tuple[str, str]]:
    """The words that a value may be, each with what it means where the word does not say it."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        meant = {word: _(words) for word, words in LABELS.get(hint, {}).items()}
        return [(word.value, _beyond(word.value, meant.get(word.value, ""))) for word in hint]
    if get_origin(hint) is Literal:
        return [(word, "") for word in get_args(hint)]
    return next((found for part in get_args(hint) if (found := options(part))), [])


def _beyond(word: str, meaning: str) -> str:
    return "" if meaning == word.replace("-", " ") else meaning


def _list(hint: Any, name: str, info: FieldInfo | None) -> str:
    least, most = (_limit(info, which) for which in ("min_length", "max_length"))
    each = form(hint, name)
    if least and most:
        return _("a list of {low} to {high}; each: {form}", low=least, high=most, form=each)
    if least:
        return _("a list of at least {least}; each: {form}", least=least, form=each)
    return _("a list; each: {form}", form=each)


def _limits(info: FieldInfo | None) -> str:
    """Between which numbers a number lies, as the end of a sentence."""
    low, high = _limit(info, "ge"), _limit(info, "le")
    if low is not None and high is not None and max(abs(low), abs(high)) < HUGE:
        return _(", from {low} to {high}", low=number(low), high=number(high))
    above, below = _limit(info, "gt"), _limit(info, "lt")
    if above is not None and below is not None:
        return _(", above {low} and below {high}", low=number(above), high=number(below))
    return _(", above {low}", low=number(above)) if above is not None else ""


def _limit(info: FieldInfo | None, name: str) -> float | None:
    """A limit of a field; the last one counts, as it is the field's own."""
    found = [getattr(each, name, None) for each in info.metadata] if info else []
    return next((limit for limit in reversed(found) if limit is not None), None)


def example(hint: Any, found: str | None) -> str:
    """How a value of this type stands in a file: what was found in one, or a made-up value."""
    text = found or _made_up(hint)
    if get_origin(hint) is not list:
        return text
    return f"[{text}]" if re.fullmatch(r"[\w-]+", text) else f"- {text}"


def _made_up(hint: Any) -> str:
    if words := options(hint):
        return words[0][0]
    for type_, _words, value in FORMS:
        if hint == type_:
            return _shown(value)
    inner = [part for part in get_args(hint) if part is not NoneType]
    return _made_up(inner[-1]) if inner else ""


def examples(entries: Sequence[BaseModel]) -> Examples:
    """The first value of each field that fits on one line, else the shortest."""
    found: dict[tuple[type[BaseModel], str], str] = {}
    for record in entries:
        for place, value in _values(record):
            text, known = _shown(value), found.get(place)
            if known is None or (len(known) > ONE_LINE and len(text) < len(known)):
                found[place] = text
    return found


def _shown(value: object) -> str:
    """A value as it stands in a file; a year does without quotes there."""
    return str(value) if str(value).isdecimal() else notation.scalar(value)


def _values(record: BaseModel) -> Iterator[tuple[tuple[type[BaseModel], str], object]]:
    """Every value that a record and its groups hold, with its place; what is not told is none."""
    for name, info in type(record).model_fields.items():
        for value in _singles(getattr(record, name)):
            if isinstance(value, BaseModel):
                yield from _values(value)
            elif value != info.default:
                yield (type(record), info.alias or name), value


def _singles(value: object) -> Iterator[object]:
    """A value, or the values in a list or below keys."""
    if isinstance(value, list):
        yield from (single for item in value for single in _singles(item))
    elif isinstance(value, Mapping):
        yield from (single for item in value.values() for single in _singles(item))
    elif isinstance(value, StrEnum):
        yield value.value
    elif value is not None:
        yield value
