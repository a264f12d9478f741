"""
A content file as the checks see it: fields, the place of each, and the prose below them.

What the fields mean is read by `reader`; here a file becomes a `Document`, or a list of problems.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice

from scifi import corpus, language
from scifi.content import characters, prose, reader
from scifi.content.problem import Problem
from scifi.content.reader import Path as Path
from scifi.content.source import PAGE, SourceFile
from scifi.content.source import Place as Place
from scifi.language import _

_MOST = 20
"""Characters that nobody sees, told at once: a file full of them is no text."""

_CONFLICT = re.compile(r"^<<<<<<< ", re.MULTILINE)

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---[ ]*(\n|\Z)", re.DOTALL)
_HEAD_OF_PAGE = re.compile(r"---|[ ]{0,3}[\w-]+:")
"""How a page begins of which an engine would take the first lines as fields."""
_READ_OTHERWISE = re.compile(r"(?m)^\.\.\.|<|\{[{%#]")
"""What the engine of the pages would not take as fields, but as text that nobody has checked."""


@dataclass
class Document:
    """
    One content file, read: its `data`, the `places` (line, column) of its values, its prose.

    `body` is the Markdown under a chapter's front matter and starts at `body_line`.
    """

    file: SourceFile
    data: dict[str, object]
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Line and column of a value (or its key); of the nearest parent where it is missing."""
        known = self.keys if key else self.places
        while path:
            if path in known:
                return known[path]
            path, known = path[:-1], self.places
        return (1, 1)

    @cached_property
    def _values(self) -> list[tuple[Path, object]]:
        """Everything in the fields, groups and lists too, with its path, outermost first."""
        return _walk(self.data, (), [])

    @cached_property
    def texts(self) -> list[tuple[Path, str]]:
        """Every text with its path, those of the `sources` left out."""
        return [(path, text) for path, text in self._texts if path[0] != "sources"]

    @cached_property
    def source_texts(self) -> list[tuple[Path, str]]:
        """Every text of the `sources` with its path."""
        return [(path, text) for path, text in self._texts if path[0] == "sources"]

    @cached_property
    def _texts(self) -> list[tuple[Path, str]]:
        return [(path, value) for path, value in self._values if isinstance(value, str)]

    @cached_property
    def groups(self) -> list[tuple[Path, Mapping[str, object]]]:
        """Every group of fields with its path, outermost first."""
        return [(path, value) for path, value in self._values if isinstance(value, dict)]

    @cached_property
    def lists(self) -> list[tuple[Path, list[object]]]:
        """Every list with its path, outermost first."""
        return [(path, value) for path, value in self._values if isinstance(value, list)]

    @cached_property
    def references(self) -> list[tuple[Path, str, str]]:
        """Every (path, kind, id) by which the fields name another entry."""
        return list(corpus.references(self.data))

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """The lines of the prose with their numbers in the file."""
        return list(enumerate(self.body.split("\n"), self.body_line))

    @cached_property
    def passages(self) -> list[tuple[Place, str]]:
        """Every text of `texts` and every line of prose, with its place in the file."""
        return [
            *((self.place(path), text) for path, text in self.texts),
            *(((number, 1), line) for number, line in self.lines),
        ]


def _walk(data: object, path: Path, found: list[tuple[Path, object]]) -> list[tuple[Path, object]]:
    """Plain data and all that is in it, each with its path, outermost first."""
    found.append((path, data))
    if isinstance(data, dict):
        for key, value in data.items():
            _walk(value, (*path, key), found)
    elif isinstance(data, list):
        for i, item in enumerate(data):
            _walk(item, (*path, i), found)
    return found


def load(file: SourceFile) -> Document | list[Problem]:
    """
    The document in `file`, or every problem that keeps it from being understood.

    A file that has not changed is not read again: a preview asks for all after each edit of one.
    """
    return _loaded(file, language.code())


@lru_cache(maxsize=5000)
def _loaded(file: SourceFile, _spoken: str) -> Document | list[Problem]:
    """The same; problems are told in the language that is spoken, so each has its own."""
    refused = list(islice(_unseen(file), _MOST)) or _conflict(file)
    if refused:
        return refused
    if file.kind not in ("chapter", PAGE):
        return _document(file, file.text)
    if file.kind == PAGE and not _HEAD_OF_PAGE.match(file.text):
        return _with_short_text(Document(file, {}, body=file.text))
    match = _FRONT_MATTER.match(file.text)
    if not match or (file.kind == PAGE and (not match[2] or _READ_OTHERWISE.search(match[1]))):
        return [_without_front_matter(file)]
    end = match.end()
    # The opening --- stays: it is valid YAML, and lines keep their numbers.
    body_line = file.text[:end].count("\n") + 1
    found = _document(file, file.text[: match.end(1)], file.text[end:], body_line)
    return _with_short_text(found) if isinstance(found, Document) else found


def _without_front_matter(file: SourceFile) -> Problem:
    if file.kind == PAGE:
        what = _("the page starts with fields, and not all of them are plain")
    else:
        what = _("the chapter does not start with a front matter")
    return file.problem(
        (1, 1),
        what,
        _("Title, roles and sources of a chapter stand between two lines of ---."),
        _("Start the file with ---, the fields, and --- again."),
    )


def _with_short_text(document: Document) -> Document | list[Problem]:
    """The document, or all that would keep Markdown and the rules busy for minutes."""
    found = [
        document.file.problem(
            (document.body_line + line - 1, 1),
            what,
            _("Reading it could take minutes; no text for people needs that much."),
            _("Break it up with an empty line, or take out what repeats itself."),
            "short-text",
        )
        for line, what in prose.excesses(document.body)
    ]
    return found or document


def _document(
    file: SourceFile, fields: str, body: str = "", body_line: int = 1
) -> Document | list[Problem]:
    read = reader.read(file, fields)
    if isinstance(read, list):
        return read
    return Document(file, read.data, read.places, read.keys, body, body_line)


def _unseen(file: SourceFile) -> Iterator[Problem]:
    for at, name in characters.all_refused(file.text, allowed="\n\t"):
        before = file.text[:at]
        place = (before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)
        yield reader.unseen(file, place, name)


def _conflict(file: SourceFile) -> list[Problem]:
    """Two versions of a line that Git left for a person to choose from."""
    match = _CONFLICT.search(file.text) if "<<<<<<< " in file.text else None
    if not match:
        return []
    place = (file.text[: match.start()].count("\n") + 1, 1)
    return [
        file.problem(
            place,
            _("two versions of the text stand here, one below the other"),
            _("Git could not join them and left the choice to a person."),
            _("Keep one version; delete the lines that begin with <<<<<<<, ======= and >>>>>>>."),
        )
    ]
