"""How wide words are when they are drawn, and where a line of them ends."""

import re

from scifi.figures.palette import LETTER

LINE_HEIGHT = 18
"""From one line of words to the next, px."""

_WIDTH_BY_LETTER = {
    **dict.fromkeys(" \N{NO-BREAK SPACE}", 0.22),
    **dict.fromkeys("ijlI.,:;'’|!", 0.30),
    **dict.fromkeys("frt()-/", 0.38),
    **dict.fromkeys("mwMW%@", 0.86),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.66),
}
"""Parts of the size of letters; a little more than in Source Sans 3, so that all words fit."""

_ANY_OTHER = 0.56
_BOLD = 1.06


def width(text: str, *, bold: bool = False) -> float:
    """How wide a text is at the size of all letters of drawings, px; rather too wide."""
    wide = sum(_WIDTH_BY_LETTER.get(letter, _ANY_OTHER) for letter in text)
    return wide * LETTER * (_BOLD if bold else 1)


def lines(text: str, room: float, *, bold: bool = False) -> list[str]:
    """
    A text in lines that fit into `room` px; a word that is too long has a line of its own.

    A line of the text begins a new one; a sum or an article is never parted from its number.
    """
    kept = re.sub(r"\b(EUR|GBP|Article) (?=\d)", "\\1\N{NO-BREAK SPACE}", text)
    return [line for part in kept.split("\n") for line in _filled(part.split(" "), room, bold)]


def _filled(words: list[str], room: float, bold: bool) -> list[str]:
    found = words[:1]
    for word in words[1:]:
        longer = f"{found[-1]} {word}"
        if width(longer, bold=bold) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return found
