"""
Why YAML stumbles over a line, in the words of the person who wrote it.

A parser names the sign at which it gave up. Here the line is looked at again for what people
really do: a colon in a text, a sign that opens something, a quote that is never closed, a space
that is none.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from scifi.language import N_, _


class Fault(NamedTuple):
    """What is wrong in a line, from which column (1 is the first) on, and how to write it."""

    column: int
    what: str
    fix: str


ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that YAML takes for letters, as they stand in a class of a regular expression."""

_LINE = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?:(?P<name>[\w-]+):(?:\s+|$))?(?P<value>.*)")
_ODD_SPACE = re.compile(rf"^[^\w\"']*([{ODD_SPACES}])|:([{ODD_SPACES}])")
_OTHER_COLON = re.compile(r"^\s*(?:- )*[\w-]+\s*([\uff1a\ufe55\ua789])")
_TIGHT_COLON = re.compile(r"^\s*(?:- )*([a-z_]+):(?!//)[^\s:]")
_EQUALS = re.compile(r"^\s*(?:- )*([a-z_]+)\s*(=)\s")
_CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb"
_OPENER = re.compile(
    r"[%@`*&!\]},]"  # each of them opens something, or nothing at all
    r"|[-?]\s"
    r"|[|>][-+0-9]*\s*[^\s#]"  # a block begins on the next line
    r"|\[(?![^\[\]]*\]\s*(#|$))|\{(?![^{}]*\}\s*(#|$))"  # a list or group ends with its line
)
_BEGINS = N_("a text that begins with {sign} is not in quotes")
_QUOTE = N_("Put the whole text in quotes: {example}")


def fault(line: str) -> Fault | None:
    """The first thing people do that YAML cannot read, in one line; None where none is seen."""
    return next(_faults(line), None)


def quoted(text: str) -> str:
    """A text as YAML reads it whole: in double quotes, or in single ones where it holds those."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def example(line: str, limit: int = 50) -> str:
    """A line with its text in quotes, cut where it is long."""
    match = _LINE.match(line)
    assert match
    value = match["value"].strip(_CURLY + " ")
    shown = quoted(value if len(value) <= limit else value[:limit].rstrip() + " …")
    return f"{match['name']}: {shown}" if match["name"] else f"- {shown}"


def _faults(line: str) -> Iterator[Fault]:
    for pattern, find in ((_ODD_SPACE, odd_space), (_OTHER_COLON, _other_colon)):
        match = pattern.search(line)
        if match:
            yield find(match)
    equals = _EQUALS.match(line)
    if equals:
        yield Fault(
            equals.start(2) + 1,
            _("there is a = where a colon is due"),
            _("Write `{name}:`, a space, and the value.", name=equals[1]),
        )
    tight = _TIGHT_COLON.match(line)
    if tight:
        yield Fault(
            tight.end(1) + 1,
            _("there is no space after the colon"),
            _("Write `{name}:`, a space, and the value.", name=tight[1]),
        )
    match = _LINE.match(line)
    if match and match["value"]:
        yield from _in_value(line, match["value"], match.start("value"))


def odd_space(match: re.Match[str]) -> Fault:
    """A space that YAML takes for a letter."""
    at = match.start(match.lastindex or 1)
    sign = match.string[at]
    name = unicodedata.name(sign).lower()
    return Fault(
        at + 1,
        _("there is a {name} (U+{code}) where a space is due", name=name, code=f"{ord(sign):04X}"),
        _("Delete it and press the space bar."),
    )


def _other_colon(match: re.Match[str]) -> Fault:
    return Fault(
        match.start(1) + 1,
        _("{sign} is not the colon that ends a field name", sign=match[1]),
        _("Write the colon of the keyboard and a space after it."),
    )


def _in_value(line: str, value: str, at: int) -> Iterator[Fault]:
    """What keeps a value without quotes, or with quotes around a part of it, from being read."""
    shown = _(_QUOTE, example=example(line))
    if value[0] in _CURLY:
        yield Fault(at + 1, _("{sign} is no quote for YAML", sign=value[0]), shown)
    elif value[0] in "\"'":
        yield from _in_quotes(value, at, shown)
    elif cut := re.match(r"\[[^\]]*?\s(#)", value):
        yield Fault(
            at + cut.start(1) + 1,
            _("a # after a space begins a comment, so the list never ends"),
            _("Put the text with the # in quotes."),
        )
    elif value[0] in "[{" and not re.search(r"[\]}]", value):
        yield Fault(
            at + 1,
            _("the {sign} that opens here is not closed", sign=value[0]),
            _("Close it on the same line; put a text that begins with it in quotes."),
        )
    elif opener := _OPENER.match(value):
        yield Fault(at + 1, _(_BEGINS, sign=opener.group()[0]), shown)
    elif colon := re.search(r":(\s|$)", value):
        yield Fault(
            at + colon.start() + 1,
            _("a text with a colon is not in quotes"),
            shown,
        )


def _in_quotes(value: str, at: int, shown: str) -> Iterator[Fault]:
    mark = value[0]
    if mark == "'" and re.match(r"'\w", value) and not re.search(r"'\s*$", value[1:]):
        yield Fault(at + 1, _("the text begins with an apostrophe, which opens a quote"), shown)
        return
    rest = re.match(rf"{mark}[^{mark}]*{mark}(?!{mark})\s*([^\s#])", value)
    if rest:
        yield Fault(at + rest.start(1) + 1, _("the text goes on after its closing quote"), shown)
    elif mark == '"' and (escape := re.search(r"\\[^0abtnvfre \"/\\N_LPxuU]", value)):
        yield Fault(
            at + escape.start() + 1,
            _("{sign} means nothing in double quotes", sign=escape.group()),
            _("Write \\\\ for a single \\, or put the text in single quotes."),
        )
