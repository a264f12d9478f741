"""Texts as they are compared and put in order: Águilas stands with the words in A, CO₂ is CO2."""

import unicodedata

LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)
"""Letters that are not an accent on another letter."""


def fold(text: str) -> str:
    """A text without case, accents and signs above or below the line; twin of `pure/folding.js`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.category(sign).startswith("M"))
    return bare.translate(LETTERS)
