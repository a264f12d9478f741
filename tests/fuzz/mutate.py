"""Broken files made from right ones: a stretch cut, doubled, moved, or something strange put in."""

import os
from random import Random

SEED = int(os.environ.get("SCIFI_FUZZ_SEED", "1"))
"""The same inputs on every machine; another seed gives others."""

STRANGE = (
    *"\n\t :-?[]{}#&*!|>'\"%@`~,.()<=+_^\\/$;0",
    *("---\n", "...\n", "\n\n", "  ", "\n  - ", ": ", "? ", "|\n", ">-\n", "- - - ", "!!! tip\n"),
    *("title: ", "sources:\n", "results:\n", "value: ", "unit: ", "id: ", "key_points:\n"),
    *("!!python/object:os.system ", "&a ", "*a ", "<<: ", "{{", "}}", "{%", "%}", "{#", "#}"),
    *("null", "NO", "012", "12:30", "1_000", "0x1F", ".inf", "-.nan", "1e999", "true", "9" * 400),
    *("[@ours]", "[@", "![a](", "](javascript:x)", "<script>", "{: onclick=x }", "&#106;", "[a]: "),
    *("\u2028", "\x85", "\ufeff", "\u202e", "\u200b", "\x7f", "\x00", "\ud800", "é", "😀", "ﷺ"),
    *("2020-13-01", "9999-12-31", "=cmd|' /C x'!A0", "</script>", "__proto__", "constructor"),
    *('"\\u2028"', '"\\x7f"', "{{ count('city') }}", "{{ chart(", "\\", "\r", "\r\n", "TODO"),
)
"""What YAML, Markdown, Jinja, HTML, spreadsheets and people give a meaning to."""


def mutated(text: str, dice: Random) -> str:
    """A text after one to four changes, each of them small or wild."""
    for _change in range(dice.randint(1, 4)):
        text = dice.choice(CHANGES)(text, dice)
    return text


def _stretch(text: str, dice: Random) -> tuple[int, int]:
    start = dice.randint(0, len(text))
    return start, min(len(text), start + dice.choice((1, 5, 40, 400)))


def _cut(text: str, dice: Random) -> str:
    start, end = _stretch(text, dice)
    return text[:start] + text[end:]


def _doubled(text: str, dice: Random) -> str:
    start, end = _stretch(text, dice)
    return text[:end] + text[start:end] * dice.choice((1, 2, 50)) + text[end:]


def _moved(text: str, dice: Random) -> str:
    start, end = _stretch(text, dice)
    rest = text[:start] + text[end:]
    there = dice.randint(0, len(rest))
    return rest[:there] + text[start:end] + rest[there:]


def _strange(text: str, dice: Random) -> str:
    start, end = dice.choice((_stretch(text, dice), (at := dice.randint(0, len(text)), at)))
    put = "".join(dice.choice(STRANGE) for _piece in range(dice.choice((1, 1, 1, 3, 10))))
    return text[:start] + put * dice.choice((1, 1, 1, 1, 300)) + text[end:]


def _value(text: str, dice: Random) -> str:
    """Another value for one field."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    lines[at] = lines[at].partition(":")[0] + ": " + dice.choice(STRANGE)
    return "\n".join(lines)


def _line(text: str, dice: Random) -> str:
    """One line less, or once more elsewhere."""
    lines = text.split("\n")
    line = lines.pop(dice.randrange(len(lines)))
    if dice.random() < 0.5:
        lines.insert(dice.randint(0, len(lines)), line)
    return "\n".join(lines)


CHANGES = (_cut, _doubled, _moved, _strange, _strange, _strange, _value, _value, _line)


def nasty(text: str, dice: Random) -> str:
    """A text of a field with strange signs in it."""
    put = "".join(dice.choice(STRANGE) for _piece in range(dice.randint(1, 5)))
    at = dice.choice((0, len(text), dice.randint(0, len(text))))
    return text[:at] + put + text[at:]


def changed(value: object, dice: Random, share: float) -> object:
    """Plain data in which a share of all texts and numbers is strange."""
    if isinstance(value, dict):
        return {key: changed(inner, dice, share) for key, inner in value.items()}
    if isinstance(value, list):
        return [changed(inner, dice, share) for inner in value]
    if dice.random() > share or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return nasty(value, dice)
    if isinstance(value, (int, float)):
        return dice.choice((0, -1, 1, 0.5, 1e-9, 1e15, -1e15, 1e300, 2**62, 1 / 3))
    return value
