"""Signs that no shipped typeface has would stop the typesetter: paper shows their number."""

import re
from typing import Any

from scifi.printing.fonts import known_signs

INVISIBLE = "\ufe0f\ufe0e\u200d\u200b\ufeff\u2060\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
"""Signs that show nothing: dropped where no typeface has them."""

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Signs that no text has, only a slip or a trick."""

LINE = 46
LONG = re.compile(rf"[^\s\u200b]{{{LINE},}}")
PIECE = re.compile(r".{15}(?=.)")
"""A word too long for a line may be broken after every piece."""

VERBATIM = {
    "t", "id", "to", "far", "label", "labels", "seek", "places", "index", "src", "web", "kind",
    "style", "slug",
}  # fmt: skip
"""Keys that hold names, not words."""


def shown(text: str, missing: set[str]) -> str:
    """A text with each sign that cannot be set replaced by its number; `missing` collects them."""
    if not text.isprintable():
        text = CONTROLS.sub("", text)
    if not text.isascii() and not known_signs().issuperset(text):
        text = "".join(_sign(sign, missing) for sign in text)
    if len(text) < LINE:
        return text
    return LONG.sub(lambda match: PIECE.sub("\\g<0>\u200b", match.group()), text)


def _sign(sign: str, missing: set[str]) -> str:
    if sign in known_signs():
        return sign
    if sign in INVISIBLE:
        return ""
    if sign == "\u2011":
        return "-"
    missing.add(sign)
    return f"[U+{ord(sign):04X}]"


def settable(value: Any, missing: set[str]) -> Any:
    """A whole tree in which every text can be set."""
    if isinstance(value, str):
        return shown(value, missing)
    if isinstance(value, list):
        return [settable(one, missing) for one in value]
    if isinstance(value, dict):
        return {k: v if k in VERBATIM else settable(v, missing) for k, v in value.items()}
    return value


def ready(data: dict[str, Any]) -> dict[str, Any]:
    """A document's data in which every text can be set; a line in its imprint tells what is not."""
    if data.get("ready"):
        return data
    missing: set[str] = set()
    made = settable(data, missing)
    if missing and "imprint" in made:
        signs = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(missing))
        told = f"Signs that our typefaces lack are given by number: {signs}."
        # The last line leads to the address that follows it.
        made["imprint"] = [*made["imprint"][:-1], told, *made["imprint"][-1:]]
    return {**made, "ready": True}
