"""Characters that no shipped typeface has would stop the typesetter: paper shows their number."""

import re
from typing import Any, TypeVar, cast

from scifi.language import _
from scifi.printing.documents import Data
from scifi.printing.setting.fonts import known_characters

D = TypeVar("D", bound=Data)

INVISIBLE = "\ufe0f\ufe0e\u200d\u200b\ufeff\u2060\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
"""Characters that show nothing: dropped where no typeface has them."""

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that no text has, only a slip or a trick."""

VERBATIM = {
    "t", "id", "to", "label", "labels", "places", "index", "src", "web", "kind",
    "style", "slug", "lang",
}  # fmt: skip
"""Keys that hold names, not words."""


def shown(text: str, missing: set[str]) -> str:
    """A text in which what cannot be set is replaced by its number; `missing` collects it."""
    if not text.isprintable():
        text = CONTROLS.sub("", text)
    if not text.isascii() and not known_characters().issuperset(text):
        text = "".join(_settable_character(character, missing) for character in text)
    return text


def _settable_character(character: str, missing: set[str]) -> str:
    if character in known_characters():
        return character
    if character in INVISIBLE:
        return ""
    if character == "\u2011":
        return "-"
    missing.add(character)
    return f"[U+{ord(character):04X}]"


def settable(value: Any, missing: set[str]) -> Any:
    """A whole tree in which every text can be set."""
    if isinstance(value, str):
        return shown(value, missing)
    if isinstance(value, list):
        return [settable(part, missing) for part in value]
    if isinstance(value, dict):
        return {k: v if k in VERBATIM else settable(v, missing) for k, v in value.items()}
    return value


def ready(data: D) -> D:
    """A document's data in which every text can be set; a line in its imprint tells what is not."""
    if data.get("ready"):
        return data
    missing: set[str] = set()
    made = settable(data, missing)
    if missing and "imprint" in made:
        numbers = ", ".join(f"U+{ord(character):04X}" for character in sorted(missing))
        told = _(
            "Characters that our typefaces lack are given by number: {numbers}.", numbers=numbers
        )
        made["imprint"] = [*made["imprint"], told]
    return cast(D, {**made, "ready": True})
