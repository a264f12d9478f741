"""Nodes: what a page is made of once it has been read, as plain values that JSON can hold."""

import re
from typing import Any

Node = dict[str, Any]
"""`t` is its type, `c` its content: nodes and strings; other keys belong to the type."""

Content = list[Any]
"""Nodes and strings in reading order."""

PARTS = ("c", "title", "cap", "basis", "head", "rows", "table")
"""Keys that hold content."""


def node(type_: str, content: Content | str | None = None, **more: Any) -> Node:
    """A node; keys without a value are left out."""
    made: Node = {"t": type_}
    if content is not None:
        made["c"] = content
    made.update((key, value) for key, value in more.items() if value not in (None, "", []))
    return made


def walk(content: Any) -> list[Node]:
    """Every node in reading order, from the outside in."""
    found: list[Node] = []
    _collect(content, found)
    return found


def _collect(content: Any, found: list[Node]) -> None:
    # Not a generator: one in another for each level would hand every node through all of them.
    if isinstance(content, list):
        for part in content:
            if not isinstance(part, str):
                _collect(part, found)
    elif isinstance(content, dict):
        found.append(content)
        for key in PARTS:
            if key in content:
                _collect(content[key], found)


def text_of(content: Any) -> str:
    """All words of a content, without its notes."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(text_of(part) for part in content)
    if isinstance(content, dict) and content["t"] not in ("note", "mark"):
        return "".join(text_of(content[key]) for key in PARTS if key in content)
    return ""


def blank(content: Any) -> bool:
    """True for text that is nothing but space."""
    return isinstance(content, str) and not content.strip()


def whole_number(text: str | None, most: int) -> int | None:
    """The number that an attribute gives; None if it gives none, or one above `most`."""
    found = text or ""
    # Some signs are digits to Python and no number.
    return int(found) if re.fullmatch("[0-9]{1,9}", found) and int(found) <= most else None
