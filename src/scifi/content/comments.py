"""
Comments of a content file: where they stand, and to which value each belongs.

A comment on a line of its own belongs to the line that follows, another to the line it ends.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from scifi.content.load import Document, Path

MODELINE = "# yaml-language-server:"
"""How the first line of a file begins; it tells editors the schema."""


@dataclass
class Comments:
    """Comments of a file: about it, above or beside the values at their paths, below them all."""

    head: list[str] = field(default_factory=list)
    above: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)

    def __contains__(self, path: object) -> bool:
        """Whether the value at a path has a comment."""
        return path in self.above or path in self.beside

    def inside(self, path: Path) -> bool:
        """Whether a value in the value at a path has a comment."""
        return any(
            len(other) > len(path) and other[: len(path)] == path
            for other in (*self.above, *self.beside)
        )


_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HEADER = re.compile(r"[|>][-+0-9]*")
_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")


class Comment(NamedTuple):
    """A comment: its line and column (the first are 1), its text, and if it has its own line."""

    line: int
    column: int
    text: str
    alone: bool


def fields_of(document: Document) -> str:
    """The YAML of a file: all of it, or what stands above the prose of a chapter."""
    text = document.file.text
    if document.file.kind != "chapter":
        return text
    above = text[: len(text) - len(document.body)]
    return above[: above.rstrip().rfind("\n") + 1]


def found(fields: str) -> list[Comment]:
    """Every comment of YAML that can be read, in order; the line for editors is none."""
    lines = fields.split("\n")
    comments = []
    for number, start in _after_values(fields, lines):
        line = lines[number]
        sign = _SIGN.search(line, start)
        if sign and not line.lstrip().startswith(MODELINE):
            text = line[sign.start() :].rstrip()
            alone = not line[: sign.start()].strip()
            comments.append(Comment(number + 1, sign.start() + 1, text, alone))
    return comments


def told(document: Document) -> Counter[str]:
    """The texts of all comments of a file, each with how often it stands there."""
    return Counter(comment.text for comment in found(fields_of(document)))


def _after_values(fields: str, lines: list[str]) -> Iterator[tuple[int, int]]:
    """Each line that may hold a comment, and the column behind its last value."""
    behind = dict.fromkeys(range(len(lines)), 0)
    for event in yaml.parse(fields, Loader=_Parser):
        start, end = event.start_mark, event.end_mark
        if not isinstance(event, yaml.ScalarEvent) or not start or not end:
            continue
        if event.style in ("|", ">"):
            header = _HEADER.match(lines[start.line], start.column)
            behind[start.line] = header.end() if header else start.column
            inner = range(start.line + 1, end.line + (end.column > 0))
        else:
            inner = range(start.line, end.line)
            behind[end.line] = end.column
        for number in inner:
            behind.pop(number, None)
    yield from sorted(behind.items())


def by_value(document: Document) -> Comments:
    """Every comment with the value that it belongs to."""
    fields = fields_of(document)
    starts = _starts(document)
    first = min(starts, default=0)
    blank = [n for n, line in enumerate(fields.split("\n"), 1) if not line.strip() and n < first]
    comments = Comments()
    for comment in found(fields):
        if comment.alone:
            _above(comments, starts, comment, top=max(blank, default=0))
        else:
            _beside(comments, starts, comment)
    return comments


def _above(comments: Comments, starts: dict[int, list[Path]], comment: Comment, top: int) -> None:
    """A comment on a line of its own; up to line `top` it is about the whole file."""
    line = next((line for line in sorted(starts) if line > comment.line), None)
    if comment.line <= top:
        comments.head.append(comment.text)
    elif line is None:
        comments.tail.append(comment.text)
    else:
        comments.above.setdefault(starts[line][0], []).append(comment.text)


def _beside(comments: Comments, starts: dict[int, list[Path]], comment: Comment) -> None:
    """A comment at the end of a line; the second of one value stands above it."""
    line = max(line for line in starts if line <= comment.line)
    path = starts[line][-1]
    if path in comments.beside:
        comments.above.setdefault(path, []).append(comment.text)
    else:
        comments.beside[path] = comment.text


def _starts(document: Document) -> dict[int, list[Path]]:
    """The fields and items that begin in a line, the outermost first."""
    items = {path: place for path, place in document.places.items() if _is_item(path)}
    starts: dict[int, list[Path]] = {}
    for path, (line, _column) in sorted(
        [*items.items(), *document.keys.items()], key=lambda start: (start[1], len(start[0]))
    ):
        starts.setdefault(line, []).append(path)
    return starts


def _is_item(path: Path) -> bool:
    return bool(path) and isinstance(path[-1], int)
