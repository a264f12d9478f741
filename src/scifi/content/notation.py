"""
How a value is written in YAML: without quotes where nobody could misread it, else in double ones.

Its twin is `frontend/scripts/pure/notation.js`, which writes the same characters.
"""

import json
import re
from collections.abc import Sequence
from decimal import Decimal

WIDTH = 120
"""Longest line of a content file, in characters; only what cannot be broken is longer."""

_NOT_TEXT = re.compile(
    r"|~|null|true|false|y|n|yes|no|on|off"
    r"|[-+]?[0-9_]*\.?[0-9_]*(e[-+]?[0-9]*)?"  # a number, perhaps with digits in groups
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"  # base 60
    r"|0[xob][0-9a-f_]+"
    r"|[-+]?\.(inf|nan)",
    re.ASCII | re.IGNORECASE,
)
"""What some reader of YAML takes for something other than text."""

_MISLEADING = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`\s]|: | #|\t|\n|:$|\s$")
"""What begins or ends something in YAML, and so cannot stand in a text without quotes."""

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LIKE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_WORD = re.compile(r"(?!TODO$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_BREAK = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def scalar(value: object, *, inside: str = "") -> str:
    """A text, number, truth value or null on one line; `inside` are signs that need quotes too."""
    if isinstance(value, str):
        return quoted(value) if _needs_quotes(value, inside) else value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    return _number(value) if isinstance(value, float) else str(value)


def _needs_quotes(text: str, inside: str) -> bool:
    return bool(
        _NOT_TEXT.fullmatch(text)
        or _MISLEADING.search(text)
        or _UNPRINTABLE.search(text)
        or any(sign in text for sign in inside)
    )


def quoted(text: str) -> str:
    """A text in double quotes, all that cannot be seen as an escape."""
    return _UNPRINTABLE.sub(
        lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False)
    )


def _number(value: float) -> str:
    """
    As JavaScript writes it: plain digits from 0.000001 up to 21 of them.

    `13.125` gets a zero at its end: half of Europe would read it as thirteen thousand.
    """
    if value == 0 or 1e-6 <= abs(value) < 1e21:
        text = f"{Decimal(repr(value or 0.0)).normalize():f}"
    else:
        text = re.sub(r"(?<=e[-+])0", "", repr(value))
    return text + "0" if _LIKE_THOUSANDS.fullmatch(text) else text


def short_list(items: Sequence[object], room: int, *, nested: bool) -> str | None:
    """
    A list in brackets, if it fits in `room` characters; else None.

    That is for lists of ids; a list in a list (`nested`), a row of a table, may hold any text. TODO
    counts as text: one that ends with its receipt may take its place, and brackets would end there.
    """
    if any(isinstance(item, dict | list) for item in items):
        return None
    if not nested and not all(isinstance(item, str) and _WORD.fullmatch(item) for item in items):
        return None
    text = "[" + ", ".join(scalar(item, inside=",[]{}") for item in items) + "]"
    return text if len(text) <= room else None


def text(value: str, room: int, room_below: int) -> list[str]:
    """
    A text as what stands behind its name, in `room` characters, and the lines below.

    A text is folded (`>-`) at its spaces if it is long, or could else not do without a backslash;
    one with a layout of its own keeps it (`|-`).
    """
    line = scalar(value)
    lines = value.split("\n")
    if _UNPRINTABLE.search(value) or value != value.strip(" \t\n"):
        return [line]
    if any(part != part.strip(" \t") for part in lines):
        return ["|-", *lines]
    escaped = line != value and re.search(r'[\t\n"\\]', value)
    if not escaped and (len(line) <= room or not _BREAK.search(value)):
        return [line]
    return [">-", *_folded(lines, room_below)]


def _folded(lines: list[str], room: int) -> list[str]:
    """Lines of at most `room` characters; a line break of the text is an empty line more."""
    folded: list[str] = []
    for number, line in enumerate(lines):
        if number:
            folded.append("")
        if line:
            folded += _wrapped(line, room)
    return folded


def _wrapped(line: str, room: int) -> list[str]:
    wrapped: list[str] = []
    for word in _BREAK.split(line):
        if wrapped and len(wrapped[-1]) + 1 + len(word) <= room:
            wrapped[-1] += " " + word
        else:
            wrapped.append(word)
    return wrapped
