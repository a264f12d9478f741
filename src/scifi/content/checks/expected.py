"""What a field asks for, in words: the right form for a missing or a wrong value."""

import json
import re
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from scifi.content.checks import codes, numerals
from scifi.content.problem import nearest
from scifi.folding import fold
from scifi.language import _, and_list, ngettext, or_list

DATES = ("start", "end", "date", "read", "confirmed", "checked", "closes")
"""Fields that hold a date wherever they stand."""

_LONGEST = 500
"""Characters of a value that are looked at; an address has no more."""

_EXAMPLE = 40
"""Signs of a text that a message shows as an example."""


def may_be_null(field: Any) -> bool:
    """Whether `null`, not known, is a value of the field."""
    return field is not None and type(None) in get_args(field.annotation)


def least_items(field: Any) -> int | None:
    """How many items a list has at least; None for a field that is no list."""
    if field is None or get_origin(field.annotation) is not list:
        return None
    return max([getattr(limit, "min_length", 0) or 0 for limit in field.metadata], default=0)


def when_missing(name: str, field: Any) -> str:
    """How to add a field that is not there; nothing that the next check would refuse."""
    least = least_items(field)
    if may_be_null(field):
        return _("Add `{name}:` and what is known, or `{name}: null`.", name=name)
    if least == 0:
        return _("Add `{name}:` and a list, or `{name}: []` if there is nothing.", name=name)
    if least:
        return _("Add `{name}:` and below it a list, each line with a -.", name=name)
    if field is not None and _is_group(field.annotation):
        return _("Add `{name}:` and its fields below it.", name=name)
    return _("Add `{name}:` and the value after it; it cannot stay open.", name=name)


def when_null(field: Any) -> str:
    """What to write where `null` is no answer."""
    least = least_items(field)
    if least == 0:
        return _("Write [] if there is nothing.")
    if least:
        return ngettext("Give at least {n}.", "Give at least {n}.", least)
    return _("Write the value; this field cannot stay open.")


def as_text(name: str | int, value: object) -> str:
    """How to write something else as a text."""
    if isinstance(value, dict):
        return _("Put the whole text in quotes; a colon in it made a group of fields.")
    if isinstance(value, list):
        return _("Write one text, without brackets and dashes.")
    if type(value) is int and name in DATES:
        return _date(str(value))
    shown = f'"{json.dumps(value)}"'
    return _("Write it in quotes: `{line}`.", line=_line(name, shown))


def as_list(name: str | int, value: object) -> str:
    """How to write a single value as a list."""
    if isinstance(value, str) and re.fullmatch(r"[\w-]+", value) and len(value) < _EXAMPLE:
        return _("Write `{line}`.", line=_line(name, f"[{value}]"))
    first = str(value)[:1]
    if first == "-":
        return _("Write a space after the -.")
    if first and first in "\u2010\u2011\u2012\u2013\u2014\u2022*":
        return _("Begin each line with - and a space; {sign} makes no list.", sign=first)
    return _("Begin a new line for it, with - and a space in front.")


def as_group(names: list[str]) -> str:
    """Which fields a group has."""
    return _("Write its fields, each on its line: {names}.", names=and_list(names))


def as_number(name: str | int, value: object, beside: list[str], *, null: bool) -> str:
    """How to write a text as a number."""
    if not isinstance(value, str):
        return _("Write a number.")
    if re.fullmatch(r"-?\d+(\.\d+)?", value.strip()):
        return _(
            "Write `{name}: {value}` without quotes, and the unit in its own field.",
            name=name,
            value=value.strip(),
        )
    return numerals.advice(str(name), value[:_LONGEST], beside, may_be_null=null)


def by_pattern(name: str | int, pattern: str, value: str) -> str:
    """How to write what a pattern of `scifi.model.texts` asks for, from what was written."""
    value = value[:_LONGEST]
    if "[12][0-9]{3}" in pattern:
        return _date(value)
    for field, form in (("country", r"^[A-Z]{2}$"), ("lang", r"^[a-z]{2}$")):
        if pattern == form and codes.meant(field, value):
            return codes.advice(field, value)
    if pattern == r"^[A-Z]{2}$":
        return _('Write two capital letters in quotes, such as "BE".')
    if pattern == r"^[a-z]{2}$":
        return _("Write two small letters, such as nl.")
    if pattern == r"^[A-Z]{3}$":
        return _currency(value)
    if pattern.startswith("^https?"):
        return _address(value)
    if pattern.startswith("^[a-z0-9]+"):
        return _id(value)
    if pattern.startswith("^("):
        return nearest(value, pattern.strip("^()$").split("|"))
    return _("Write it on one line, without spaces at its ends.")


def _date(value: str) -> str:
    found = numerals.dates(value)
    if re.fullmatch(r"\s*[12]\d{3}(-\d\d){0,2}\s*", value) and value.strip() != value:
        return _("Write {dates}.", dates=value.strip())
    if found:
        return _("Write {dates}.", dates=or_list(found))
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return _("Write a year between 1900 and 2100.")
    return _("Write a year, a month or a day: 2019, 2019-06 or 2019-06-17.")


def _currency(value: str) -> str:
    signs = {"\u20ac": "EUR", "\u00a3": "GBP", "$": "USD"}
    code = signs.get(value.strip()) or codes.meant("currency", value)
    if code:
        return codes.advice("currency", code)
    return _("Write three capital letters, such as EUR.")


def _address(value: str) -> str:
    doi = re.fullmatch(r"(?:doi:\s*)?(10\.\d{4,}/\S+)", value.strip(), re.I)
    inside = re.search(r"https?://[^\s<>\"'()]+", value)
    if doi:
        return _("Write https://doi.org/{doi}", doi=doi[1])
    if re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/[^\s<>\"']*)?", value):
        return _("Write https://{address}", address=value)
    if inside and not re.match(r"https?:", value):
        return _("Write {address}", address=inside.group())
    if re.search(r"\s", value):
        return _("Write a web address without spaces; %20 stands for one.")
    return _("Write a web address that starts with https://.")


def slug(text: str) -> str:
    """A text as an id: small letters, digits, single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _id(value: str) -> str:
    if slug(value) and value.isascii():
        return _('Write "{id}": small letters, digits and single hyphens.', id=slug(value))
    return _("Use small letters, digits and single hyphens.")


def _line(name: str | int, value: str) -> str:
    return f"- {value}" if isinstance(name, int) else f"{name}: {value}"


def _is_group(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
