"""
Comments of a content file: where they stand, and to which value each belongs.

A comment on a line of its own belongs to the line that follows, or stands further in than that and
belongs to what is above; another belongs to the line it ends.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import yaml

from scifi.content.load import Document, Path

MODELINE = "# yaml-language-server:"
"""How the first line of a file begins; it tells editors the schema."""


@dataclass
class Comments:
    """Comments of a file: about it, by the paths of the values they stand at, below them all."""

    head: list[str] = field(default_factory=list)
    above: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)
    below: dict[Path, list[str]] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)

    @property
    def paths(self) -> set[Path]:
        """Values that have a comment."""
        return {*self.above, *self.beside, *self.below}

    def inside(self, path: Path) -> bool:
        """Whether a value in the value at a path has a comment."""
        return any(len(p) > len(path) and p[: len(path)] == path for p in self.paths)


_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HEADER = re.compile(r"[|>][-+0-9]*")
_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")


Where = Literal["head", "above", "beside", "below", "tail"]


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
    comments = Comments()
    for comment, where, path in attached(document):
        if where == "beside" and path not in comments.beside:
            comments.beside[path] = comment.text
        elif where in ("head", "tail"):
            getattr(comments, where).append(comment.text)
        else:
            # The second comment of a line stands above it.
            lists = comments.below if where == "below" else comments.above
            lists.setdefault(path, []).append(comment.text)
    return comments


def attached(document: Document) -> Iterator[tuple[Comment, Where, Path]]:
    """Every comment, where it stands, and the path of the value; () for the whole file."""
    fields = fields_of(document)
    starts = _starts(document, fields.split("\n"))
    first = starts[0].line if starts else 0
    blank = [n for n, line in enumerate(fields.split("\n"), 1) if not line.strip() and n < first]
    for comment in found(fields):
        earlier = [start for start in starts if start.line <= comment.line]
        if comment.line < max(blank, default=0):
            yield comment, "head", ()
        elif comment.alone:
            yield comment, *_alone(comment, earlier, starts[len(earlier) :])
        else:
            yield comment, "beside", earlier[-1].path


class _Start(NamedTuple):
    """Where a field begins, with its name, or an item, with its dash."""

    line: int
    column: int
    path: Path


def _starts(document: Document, lines: list[str]) -> list[_Start]:
    """The beginnings of all fields and items, in the order of the file, the outermost first."""
    starts = [_Start(*place, path) for path, place in document.keys.items()]
    for path, (line, column) in document.places.items():
        if path and isinstance(path[-1], int):
            before = lines[line - 1][: column - 1].rstrip()
            starts.append(_Start(line, len(before) if before.endswith("-") else column, path))
    return sorted(starts, key=lambda start: (start.line, start.column, len(start.path)))


def _alone(comment: Comment, earlier: list[_Start], later: list[_Start]) -> tuple[Where, Path]:
    """Where a comment on its own line stands: further in than what follows, it ends a group."""
    beside = [start for start in earlier if start.column <= comment.column]
    if beside and comment.column > (later[0].column if later else 1):
        return "below", beside[-1].path
    return ("above", later[0].path) if later else ("tail", ())
