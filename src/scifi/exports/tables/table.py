"""A table as plain values: its columns with what they mean, its rows, and what a cell may hold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

Cell = str | float | int | bool | None
"""What stands in a row and column; None where nothing is known."""

BETWEEN = " | "
"""What stands between several values in one cell."""


class Type(StrEnum):
    """What the cells of a column are, in the words of Table Schema."""

    STRING = "string"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"


@dataclass(frozen=True)
class Column:
    """
    A column. `refers` names the table whose `id` stands in its cells.

    `values` are the words that a cell may hold; empty where it may hold any.
    """

    name: str
    title: str
    description: str
    type: Type = Type.STRING
    refers: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """
    A table and its rows, each with a cell for every column.

    `part` is the part of the site it belongs to. `key` names columns that tell its rows apart and
    are never empty; none where there are no such columns.
    """

    name: str
    title: str
    description: str
    part: str
    key: tuple[str, ...]
    columns: Sequence[Column]
    rows: Sequence[tuple[Cell, ...]]

    @property
    def sql_name(self) -> str:
        """Its name where a hyphen would be a minus."""
        return self.name.replace("-", "_")

    def column(self, name: str) -> int:
        """The place of a column among the others, from 0."""
        return [column.name for column in self.columns].index(name)


_ADDRESS = re.compile(r"https?://\S+")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_SPECIAL = re.compile("[;\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(value: object) -> Cell:
    """
    A value as a cell that every format can hold.

    A semicolon ends a cell in half of Europe, and a tab in what is copied: in words they become a
    comma and a space, in an address the semicolon is escaped. Signs that cannot be seen are taken
    out, lines stay apart. A text without a letter is an empty cell.
    """
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return None if value != value else value
    return _clean_text(str(value))


@lru_cache(maxsize=100_000)
def _clean_text(text: str) -> str | None:
    if not _SPECIAL.search(text):
        return text.strip() or None
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    text = text.replace(";", "%3B" if _ADDRESS.fullmatch(text) else ",")
    return _UNSEEN.sub("", text).strip() or None


def cleaned(rows: Iterable[Iterable[object]]) -> list[tuple[Cell, ...]]:
    """Rows of values as rows of cells."""
    return [tuple(clean(value) for value in row) for row in rows]
