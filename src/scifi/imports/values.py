"""What a cell says: a value, or a doubt in words where it could mean two things or none."""

import re
from collections.abc import Collection
from typing import NamedTuple

from scifi.content import scalars
from scifi.content.checks import codes, numerals
from scifi.content.problem import closest
from scifi.imports.cells import Cell
from scifi.language import _, or_list
from scifi.quantities import whole

_EMPTY = Cell("")
_NOTHING = ("-", "–", "—", "?", "n/a", "na", "unknown", "none", "null", "not reported")


class Value(NamedTuple):
    """A value as content holds it, None where there is none; and why it is doubtful, if it is."""

    value: object = None
    doubt: str = ""


def number(cell: Cell = _EMPTY) -> Value:
    """A bare number; what a program stored as one is never doubtful, `1.234` as text is."""
    text = cell.text.strip()
    if not text or text.casefold() in _NOTHING:
        return Value()
    if cell.exact:
        return _exact(text)
    pair = numerals.both(text) or scalars.two_readings(text)
    if pair:
        return Value(
            doubt=_("“{said}” can be {first} or {second}", said=text, first=pair[0], second=pair[1])
        )
    plain = numerals.plain(text)
    return _exact(plain) if plain else Value(doubt=_("“{said}” is no bare number", said=text))


def _exact(text: str) -> Value:
    try:
        value = float(text)
    except ValueError:
        return Value(doubt=_("“{said}” is no bare number", said=text))
    if not abs(value) <= 1e15:
        return Value(doubt=_("“{said}” is no number that a town could have", said=text))
    return Value(whole(value))


def date(cell: Cell = _EMPTY) -> Value:
    """A year, a month or a day; `03/04/2025` has two readings and is none."""
    text = cell.text.strip()
    if not text or text.casefold() in _NOTHING:
        return Value()
    if re.fullmatch(r"(19|20)\d\d(\.0)?", text):
        return Value(int(text[:4]))
    found = numerals.dates(text)
    if len(found) == 1:
        return Value(found[0])
    if found:
        return Value(doubt=_("“{said}” can be {days}", said=text, days=or_list(found)))
    return Value(doubt=_("“{said}” is no date such as 2025-04-03", said=text))


def country(cell: Cell = _EMPTY) -> Value:
    """A country by its two letters."""
    text = cell.text.strip()
    code = codes.meant("country", text)
    if not text or code:
        return Value(code or None)
    return Value(doubt=_("“{said}” is no country that ISO 3166 lists", said=text))


def word(cell: Cell, known: Collection[str]) -> Value:
    """One of some words; case and blanks do not matter."""
    text = cell.text.strip()
    said = text.casefold().replace(" ", "-").replace("_", "-")
    if not said or said in known:
        return Value(said or None)
    near = closest(text, list(known))
    if near:
        return Value(
            doubt=_("“{said}” is not known; perhaps {name} is meant", said=text, name=near)
        )
    return Value(doubt=_("“{said}” is not known", said=text))


def words(cell: Cell = _EMPTY, most: int = 200) -> Value:
    """A short text on one line."""
    text = " ".join(cell.text.split())
    if len(text) > most:
        return Value(doubt=_("the text has more than {n} characters", n=most))
    if re.search(r"[<>]|\{\{|\{%", text):
        return Value(doubt=_("“{said}” holds < or > or braces", said=text))
    return Value(text or None)


def address(cell: Cell = _EMPTY) -> Value:
    """A web address."""
    text = cell.text.strip()
    if not text or (re.fullmatch(r"https?://[^\s<>\"']+", text) and len(text) <= 500):
        return Value(text or None)
    return Value(doubt=_("“{said}” is no web address", said=text[:80]))
