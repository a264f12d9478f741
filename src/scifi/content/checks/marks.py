"""Marks that look like a citation and are none: `(@key)`, `[^key]`, `[ @key ]`, `@key`."""

import re
from collections.abc import Collection

from scifi.language import _
from scifi.model.texts import CITATION, OURS

_OPEN, _CLOSE = r"[\[({<\uff3b\uff08\u3010]", r"[\])}>\uff3d\uff09\u3011]"
_LOOSE = re.compile(
    rf"\[@[^\]\s]*\]?"  # begun right: [@Key], [@a, or never closed
    rf"|{_OPEN}\s*[@\uff20]\s*[\w-]+\s*{_CLOSE}"  # other brackets, or spaces within
    r"|(?<![\w.@/+-])[@\uff20][\w-]+"  # no brackets at all
)
_SQUARE = re.compile(r"\[\s*[@\uff20]")
_SIGN = re.compile("[@\uff20[]")
_KEY_ALONE = re.compile(r"\[\^?\s*([\w-]+)\s*\](?![(\[:])")
_ADDRESS = re.compile(r"https?://\S+|`[^`]*`|\{\{[^{}\n]*\}\}")


def almost(text: str, known: Collection[str]) -> list[tuple[str, str]]:
    """
    The marks of a text that a reader would see as they stand, each with the key that is meant.

    The key is empty where none of `known`, the keys of the file's sources, is meant.
    """
    bare = CITATION.sub(" ", text)
    if not _SIGN.search(bare):
        return []
    bare = _ADDRESS.sub(" ", bare)
    keys = {*known, OURS}
    found = []
    for mark in _LOOSE.findall(bare):
        key = _key(mark, keys)
        if key or _SQUARE.match(mark):
            found.append((mark, key))
    rest = _LOOSE.sub(" ", bare)
    found += [(m.group(), m[1]) for m in _KEY_ALONE.finditer(rest) if m[1] in keys]
    return found


def _key(mark: str, keys: Collection[str]) -> str:
    """The key that a mark names, in capitals or not; empty for none, or for several."""
    names = re.findall(r"[\w-]+", mark.casefold())
    return names[0] if len(names) == 1 and names[0] in keys else ""


def advice(key: str) -> str:
    """How to write the mark."""
    if key:
        return _("Write [@{key}].", key=key)
    return _("Write one key in each pair of brackets: [@first-key][@second-key].")
