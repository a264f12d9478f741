"""Nodes: what a page is made of once it has been read, as plain values that JSON can hold."""

import re
from collections.abc import Sequence
from typing import Any, Literal, Required, TypedDict, TypeGuard, cast


class Node(TypedDict, total=False):
    """One part of a page; `t` is its type, and which other keys it has hangs on that."""

    t: Required[str]
    c: "Content | str"
    """What stands inside; a plain text in `code` and `pre`. Ask `inner` for it."""

    # Of any type: its label, its look, and what `shapes` found out.
    id: str
    kind: str
    style: str
    mixed: bool
    leads: bool
    whole: bool

    # Headings and lists: level, first number. Boxes: word and title.
    l: int  # noqa: E741 (the key of the data that the template reads)
    start: int
    word: str
    title: "Content"

    # Receipts and links: number, where they lead and how paper says so.
    n: int
    to: str
    shown: str
    term: str
    label: str
    index: str
    web: str
    lang: str

    # Tables, which also have a number `n` of columns; cells.
    head: "list[list[Node]]"
    rows: "list[list[Node]]"
    cap: "Content"
    w: list[float]
    sides: list[str]
    longest: list[int]
    th: bool
    side: str
    cs: int
    rs: int

    # Charts: drawing, its width in points and description, what was counted, the same as tables.
    src: str
    alt: str
    width: int
    basis: "Content"
    table: "list[Node]"


Content = list[str | Node]
"""Nodes and strings in reading order."""

Tree = None | str | Node | Sequence["Tree"]
"""Anything that holds nodes."""

ContentKey = Literal["c", "title", "cap", "basis", "head", "rows", "table"]
CONTENT_KEYS: tuple[ContentKey, ...] = ("c", "title", "cap", "basis", "head", "rows", "table")
"""Keys that hold content."""


def new_node(type_: str, content: Sequence[str | Node] | str | None = None, **more: Any) -> Node:
    """A node; keys without a value are left out."""
    made: dict[str, Any] = {"t": type_}
    if content is not None:
        made["c"] = content
    made.update((key, value) for key, value in more.items() if value not in (None, "", []))
    return cast(Node, made)


def is_node(content: object) -> TypeGuard[Node]:
    """True for a node, False for text and for lists."""
    return isinstance(content, dict)


def inner(node: Node) -> Content:
    """What stands inside a node."""
    content = node.get("c", [])
    return [content] if isinstance(content, str) else content


def nodes_in(node: Node) -> list[Node]:
    """The nodes right inside a node that holds no loose text, such as the items of a list."""
    return [part for part in inner(node) if is_node(part)]


def walk(content: Tree) -> list[Node]:
    """Every node in reading order, from the outside in."""
    found: list[Node] = []
    _collect(content, found)
    return found


def _collect(content: Tree, found: list[Node]) -> None:
    # Not a generator: one in another for each level would hand every node through all of them.
    if isinstance(content, list):
        for part in content:
            if not isinstance(part, str):
                _collect(part, found)
    elif is_node(content):
        found.append(content)
        for key in CONTENT_KEYS:
            if key in content:
                _collect(content[key], found)


def text_of(content: Tree) -> str:
    """All words of a content, without its notes."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(text_of(part) for part in content)
    if is_node(content) and content["t"] not in ("note", "mark"):
        return "".join(text_of(content[key]) for key in CONTENT_KEYS if key in content)
    return ""


def blank(content: Tree) -> bool:
    """True for text that is nothing but space."""
    return isinstance(content, str) and not content.strip()


def whole_number(text: str | None, most: int) -> int | None:
    """The number that an attribute gives; None if it gives none, or one above `most`."""
    found = text or ""
    # Some signs are digits to Python and no number.
    return int(found) if re.fullmatch("[0-9]{1,9}", found) and int(found) <= most else None
