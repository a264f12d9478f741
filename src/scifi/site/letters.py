"""The letters under which a long list stands, from A to Z."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from scifi.folding import fold

Row = TypeVar("Row")

DIGITS = "0–9"
"""What stands above all titles that begin with no letter."""


@dataclass(frozen=True)
class Letter(Generic[Row]):
    """A letter: its sign, the anchor of its place on the page, and the rows below it."""

    sign: str
    anchor: str
    rows: list[Row]


def by_letter(rows: Iterable[Row], title: Callable[[Row], str]) -> list[Letter[Row]]:
    """Rows, in their order, under the first letter of their title; accents do not count."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[_first(title(row))].append(row)
    return [Letter(sign, _anchor(sign), found[sign]) for sign in sorted(found)]


def as_sorted(title: str) -> str:
    """A title as the alphabet sorts it: without accents, capitals and signs."""
    return "".join(sign for sign in fold(title) if sign.isalnum() or sign == " ").strip()


def _first(title: str) -> str:
    first = (as_sorted(title) or "0")[0]
    return first.upper() if first.isalpha() else DIGITS


def _anchor(sign: str) -> str:
    if sign == DIGITS:
        return "letter-digits"
    return f"letter-{sign.lower()}" if sign.isascii() else f"letter-{ord(sign[0])}"
