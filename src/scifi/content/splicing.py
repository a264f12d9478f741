"""
A value cut into the text of a content file, where YAML's own marks say that it belongs.
"""

import copy
import re
from collections.abc import Iterable
from typing import Any

import yaml

from scifi.content import comments, notation
from scifi.content.canonical import Writer
from scifi.content.comments import Comments
from scifi.content.load import Document, Path
from scifi.content.settling import settled
from scifi.kinds import KINDS
from scifi.language import _

_NULL = ("", "~", "null", "Null", "NULL")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class EditingError(Exception):
    """The value cannot be set; the message is a sentence that says why."""


class Splice:
    """The text of a document, and the nodes in it with the place of each."""

    def __init__(self, document: Document):
        self.document = document
        self.text = document.file.text
        self.root: Any = yaml.compose(comments.fields_of(document), Loader=_Loader)

    def put(self, path: Path, value: object) -> str:
        """The text with the value in it."""
        nodes, rest = self.found(path)
        flow = next((depth for depth, node in enumerate(nodes) if _in_brackets(node)), None)
        if flow is not None:
            return self.in_line(nodes, rest, value) or self.renew(nodes, path, value, flow)
        at = path[: len(path) - len(rest)]
        if not rest or _is_null(nodes[-1]):
            return self.replace(nodes, at, _nested(rest, value))
        return self.add(nodes[-1], at, rest[0], _nested(rest[1:], value))

    def found(self, path: Path) -> tuple[list[Any], Path]:
        """The nodes along a path as far as there are any, and what is left of the path."""
        nodes = [self.root]
        for depth, key in enumerate(path):
            child = _child(nodes[-1], key)
            if child is None:
                return nodes, path[depth:]
            nodes.append(child)
        return nodes, ()

    def in_line(self, nodes: list[Any], rest: Path, value: object) -> str | None:
        """A single value set or added in brackets that are there; None where more is needed."""
        node = nodes[-1]
        if isinstance(value, dict | list):
            return None
        written = notation.scalar(value, inside=",[]{}")
        if not rest and isinstance(node, yaml.ScalarNode):
            return self.text[: _start(node)] + written + self.text[self.end(node) :]
        if isinstance(node, yaml.SequenceNode) and node.value and rest == (len(node.value),):
            end = self.end(node.value[-1])
            return f"{self.text[:end]}, {written}{self.text[end:]}"
        return None

    def renew(self, nodes: list[Any], path: Path, value: object, flow: int) -> str:
        """Everything in the outermost brackets written anew, with the value in it."""
        if flow < len(path):
            whole: Any = copy.deepcopy(_at(self.document.data, path[:flow]))
            set_in(whole, path[flow:], value)
            value = whole
        return self.replace(nodes[: flow + 1], path[:flow], value)

    def replace(self, nodes: list[Any], path: Path, value: object) -> str:
        """Another value in the place of the last node; a comment behind it stays behind it."""
        if not path:
            raise by_hand()
        lead, indent, behind = self.lead(nodes[-2], path[-1], nodes[-1])
        first, *below = self.lines(lead, indent, path, value)
        written = first[indent + len(lead) :]
        gap, end = self.text[behind : _start(nodes[-1])], self.end(nodes[-1])
        if written and gap.strip(" ") == "" and gap:
            written = gap + written[1:]
        line_end = self.line_end(end)
        rest = self.header_comment(nodes[-1]) + self.text[end:line_end]
        return "\n".join([self.text[:behind] + written + rest, *below]) + self.text[line_end:]

    def add(self, node: Any, at: Path, key: str | int, value: object) -> str:
        """A field at its place in a group, or an item at the end of a list."""
        path = (*at, key)
        if isinstance(node, yaml.MappingNode) and isinstance(key, str):
            before = self.before(node, at, key)
            indent = node.start_mark.column
            lines = self.lines(f"{notation.scalar(key)}:", indent, path, value)
            if before is None:
                start = _start(node)
                inserted = "\n".join([*lines, ""]).lstrip() + " " * indent
                return self.text[:start] + inserted + self.text[start:]
        elif isinstance(node, yaml.SequenceNode) and key == len(node.value):
            before = node.value[-1]
            lines = self.lines("-", self.lead(node, key, before)[1], path, value)
        else:
            raise _absent(path)
        line_end = self.line_end(self.end(before))
        return "\n".join([self.text[:line_end], *lines]) + self.text[line_end:]

    def before(self, node: Any, at: Path, key: str) -> Any:
        """The value in a group after which a new field stands in the order of the model."""
        group = {**_at(self.document.data, at), key: None}
        order = list(_in_order(self.document, at, group, kept=group))
        earlier = order[: order.index(key)]
        return _child(node, earlier[-1]) if earlier else None

    def lead(self, parent: Any, key: str | int, node: Any) -> tuple[str, int, int]:
        """The name with its colon, or the dash, of a value; its column; where it ends."""
        if isinstance(parent, yaml.MappingNode):
            name = next(name for name, _value in parent.value if name.value == key)
            end = name.end_mark.index
            return self.text[_start(name) : end] + ":", name.start_mark.column, end + 1
        above = self.text[: _start(node)].rstrip()
        if not above.endswith("-"):
            raise by_hand()
        return "-", len(above) - above.rfind("\n") - 2, len(above)

    def lines(self, lead: str, indent: int, path: Path, value: object) -> list[str]:
        """The lines of a value in its written form, its lead included."""
        return Writer(Comments()).entry(lead, _in_order(self.document, path, value), indent, ())

    def end(self, node: Any) -> int:
        """Where the last sign of a value ends, without the comments and lines that follow."""
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            start, end = _start(node), node.end_mark.index
            return start + len(self.text[start:end].rstrip())
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self.end(last[1] if isinstance(node, yaml.MappingNode) else last)

    def header_comment(self, node: Any) -> str:
        """The comment behind the sign of a folded text."""
        if not isinstance(node, yaml.ScalarNode) or node.style not in ("|", ">"):
            return ""
        header = self.text[_start(node) : self.line_end(_start(node))]
        return re.sub(r"^[|>][-+0-9]*", "", header).rstrip()

    def line_end(self, at: int) -> int:
        """Where the line that holds a sign ends."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end


def _in_order(document: Document, path: Path, value: Any, kept: Iterable[str] = ()) -> Any:
    """A value as the model orders and writes it at its place; fields in `kept` stay in any case."""
    if document.file.kind not in KINDS:
        return value
    place = tuple(0 if isinstance(key, int) else key for key in path)
    above = {place[: depth + 1] for depth in range(len(place))}
    data = settled(
        document.file.kind,
        _nested(place, value),
        above | {(*place, name) for name in kept},
    )
    return _at(data, place)


def _nested(path: Path, value: object) -> Any:
    """A value in the groups and lists of a path."""
    for key in reversed(path):
        value = [value] if isinstance(key, int) else {key: value}
    return value


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def _child(node: Any, key: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
        return node.value[key]
    return None


def _start(node: Any) -> int:
    return int(node.start_mark.index)


def _in_brackets(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _is_null(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NULL


def by_hand() -> EditingError:
    """What is said where more than the value would change."""
    return EditingError(_("this value cannot be set alone here; change the file by hand."))


def _absent(path: Path) -> EditingError:
    return EditingError(_("there is no {path} in this file.", path=spelt(path)))


def spelt(path: Path) -> str:
    """A path as people write it: `results[2].measured_by`."""
    parts = [f"[{key}]" if isinstance(key, int) else f".{key}" for key in path]
    return "".join(parts).lstrip(".")


def set_in(data: Any, path: Path, value: object) -> None:
    """Set a value in plain data, with the groups and lists above it."""
    for depth, key in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(key, int) and isinstance(data, list) and key in range(len(data) + 1):
            data[key:] = data[key:] or [None]
        elif isinstance(key, str) and isinstance(data, dict):
            data.setdefault(key, None)
        else:
            raise _absent(path)
        if last:
            data[key] = value
        elif data[key] is None:
            data[key] = [] if isinstance(path[depth + 1], int) else {}
        data = data[key]
