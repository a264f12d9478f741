"""Characters that nobody can see, or that change how the text around them is read."""

import re
import unicodedata
from collections.abc import Iterator

from scifi.language import N_, _

REFUSED = {
    "Cc": N_("there is a control character ({code})"),
    "Cf": N_("there is an invisible character ({code})"),
    "Cn": N_("there is a character that does not exist ({code})"),
    "Co": N_("there is a character without an agreed meaning ({code})"),
    "Cs": N_("there is half a character ({code})"),
    "Zl": N_("there is an invisible line break ({code})"),
    "Zp": N_("there is an invisible line break ({code})"),
}
"""What is said of the characters of a Unicode category; no text of content holds one."""

_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
"""Letters and marks by their category, yet nothing is drawn for them."""

_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_UNUSUAL = re.compile(r"[^ -~]")


def refused(text: str, allowed: str = "\n") -> tuple[int, str] | None:
    """Where the first refused character of a text stands, and what is said of it; or None."""
    return next(all_refused(text, allowed), None)


def all_refused(text: str, allowed: str = "\n") -> Iterator[tuple[int, str]]:
    """Where each refused character of a text stands, and what is said of it."""
    if text.isascii() and text.isprintable():
        return
    for match in _UNUSUAL.finditer(text):
        char = match.group()
        if char not in allowed and (what := _what(char)):
            yield match.start(), _(what, code=f"U+{ord(char):04X}")


def _what(char: str) -> str:
    if char in _TURNING:
        return N_("there is a character that changes the direction of reading ({code})")
    if char in _FILLERS:
        return REFUSED["Cf"]
    return REFUSED.get(unicodedata.category(char), "")
