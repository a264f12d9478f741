"""
YAML as this project understands it: text in, plain data with the place of every value out.

PyYAML speaks YAML 1.1, where `NO` is false, `012` is ten and a key given twice is silently
lost. Here scalars follow the YAML 1.2 core schema, and what two readers could understand
differently is refused with its line. Only PyYAML's parser is used, in one pass over its
events; nothing is constructed from tags, so no file can run code.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite

import yaml

from scifi.content import characters
from scifi.content.problem import Problem
from scifi.content.source import PAGE, SourceFile
from scifi.language import _

MAX_DEPTH = 20
"""Deepest nesting of lists and mappings; the content model needs seven."""

Path = tuple[str | int, ...]
Place = tuple[int, int]

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_AMBIGUOUS = re.compile(
    r"(?i:y|n|yes|no|on|off)"  # YAML 1.1 booleans
    r"|[-+]?0[0-9_]+"  # octal there, decimal here
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"  # base 60
    r"|[-+]?[0-9]+_[0-9_]*"  # digits grouped by underscores
    r"|0[xob][0-9a-fA-F_]+"
    r"|[-+]?\.(?i:inf|nan)|\.(?i:nan)"
)


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
        return list(_walk(self.data))

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


def _walk(data: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Plain data and all that is in it, each with its path, outermost first."""
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _walk(value, (*path, key))
    elif isinstance(data, list):
        for i, item in enumerate(data):
            yield from _walk(item, (*path, i))


def load(file: SourceFile) -> Document | list[Problem]:
    """The document in `file`, or every problem that keeps it from being understood."""
    unseen = characters.refused(file.text, allowed="\n\t")
    if unseen:
        at, name = unseen
        before = file.text[:at]
        place = (before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)
        return [_unseen(file, place, name)]
    if file.kind == PAGE:
        return Document(file, {}, body=file.text)
    if file.kind != "chapter":
        return _Reader(Document(file, {})).read(file.text)
    match = re.match(r"---\n(.*?\n)---[ ]*(?:\n|$)", file.text, re.DOTALL)
    if not match:
        return [
            _problem(
                file,
                (1, 1),
                _("the chapter does not start with a front matter"),
                _("Title, roles and sources of a chapter stand between two lines of ---."),
                _("Start the file with ---, the fields, and --- again."),
            )
        ]
    end = match.end()
    document = Document(file, {}, body=file.text[end:], body_line=file.text[:end].count("\n") + 1)
    # The opening --- stays: it is valid YAML, and lines keep their numbers.
    return _Reader(document).read(file.text[: match.end(1)])


class _RefusedError(Exception):
    """Reading stops here: what follows cannot be understood, or must not be built."""

    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


class _Reader:
    """Fills a document from YAML's events; bounds are checked before anything is built."""

    def __init__(self, document: Document):
        self.document = document
        self.file = document.file
        self.problems: list[Problem] = []
        self.events: Iterator[yaml.Event] = iter(())

    def read(self, text: str) -> Document | list[Problem]:
        """The document with the fields that `text` holds, or all its problems."""
        self.events = yaml.parse(text, Loader=_Parser)
        try:
            data = self._root()
        except _RefusedError as refused:
            return [refused.problem]
        except yaml.MarkedYAMLError as error:
            return [_syntax(self.file, error)]
        except yaml.YAMLError as error:
            return [
                _problem(
                    self.file,
                    (1, 1),
                    _("this is not YAML: {reason}", reason=" ".join(str(error).split())),
                    _("Nothing in the file can be read until this is mended."),
                    _("Compare the file with a neighbouring one."),
                )
            ]
        if not isinstance(data, dict):
            return [
                _problem(
                    self.file,
                    (1, 1),
                    _("the file holds no fields"),
                    _("Every file is a list of `field: value` lines."),
                    _("Start with `title:` or `name:`; a neighbouring file shows the others."),
                )
            ]
        self.document.data = data
        return self.problems or self.document

    def _root(self) -> object:
        """The value of the one document of a file; None if it is empty."""
        data: object = None
        starts = (event for event in self.events if isinstance(event, yaml.DocumentStartEvent))
        for number, start in enumerate(starts):
            if number:
                raise self._stop(
                    start,
                    _("a second list of fields starts with ---"),
                    _("A file is one entry; what follows would be lost without a word."),
                    _("Delete the line ---, or give the second entry its own file."),
                )
            data = self._value(next(self.events), ())
        return data

    def _value(self, event: yaml.Event, path: Path) -> object:
        self._refuse_machinery(event)
        self.document.places[path] = _place(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(path) >= MAX_DEPTH:
            raise self._stop(
                event,
                _("lists are nested more than {limit} deep", limit=MAX_DEPTH),
                _("No field needs this; it is a slip or an attack."),
                _("Close brackets, or check the indentation."),
            )
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        items: list[object] = []
        while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(item, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, object]:
        data: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event)
            if key in data:
                self._refuse(
                    event,
                    _('"{field}" is given twice', field=key),
                    _("Only one of the two values could be kept, and nobody would know which."),
                    _(
                        "Keep one; the first is in line {line}.",
                        line=self.document.keys[(*path, key)][0],
                    ),
                    "unique-keys",
                )
            else:
                self.document.keys[(*path, key)] = _place(event)
            data[key] = self._value(next(self.events), (*path, key))
        return data

    def _key(self, event: yaml.Event) -> str:
        self._refuse_machinery(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise self._stop(
                event,
                _("a field name is a list"),
                _("Field names are single words."),
                _("Check for a stray [ or ?."),
            )
        self._refuse_unseen(event)
        return str(event.value)

    def _scalar(self, event: yaml.ScalarEvent) -> object:
        text: str = event.value
        self._refuse_unseen(event)
        if event.style:
            return text
        if _AMBIGUOUS.fullmatch(text):
            self._refuse(
                event,
                _("{value} means different things to different YAML readers", value=text),
                _("Without quotes some read it as true or false, or as another number."),
                _(
                    'Write "{value}" in quotes if it is text; '
                    "write a plain decimal if it is a number.",
                    value=text,
                ),
                "plain-scalars",
            )
        return _plain(text)

    def _refuse_unseen(self, event: yaml.ScalarEvent) -> None:
        """Look at what a quoted text means, not at how it is written: escapes hide characters."""
        allowed = "\n\t" if event.style in ("|", ">") else "\n"
        unseen = characters.refused(event.value, allowed)
        if unseen:
            self.problems.append(_unseen(self.file, _place(event), unseen[1]))

    def _refuse_machinery(self, event: yaml.Event) -> None:
        """Stop at what could exhaust the machine or hide meaning."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._stop(
                event,
                _("anchors (&) and aliases (*) are not used here"),
                _(
                    "A few aliases can unfold into billions of values, and readers of the file "
                    "must jump around."
                ),
                _("Write the value where it is needed."),
            )
        tag = getattr(event, "tag", None)
        if tag:
            raise self._stop(
                event,
                _("the tag {tag} is not used here", tag=tag),
                _(
                    "Tags can make YAML readers build objects; here every value is plain text, a "
                    "number or null."
                ),
                _("Delete the tag."),
            )

    def _stop(self, event: yaml.Event, what: str, why: str, fix: str) -> _RefusedError:
        return _RefusedError(_problem(self.file, _place(event), what, why, fix))

    def _refuse(self, event: yaml.Event, what: str, why: str, fix: str, rule: str) -> None:
        self.problems.append(_problem(self.file, _place(event), what, why, fix, rule))


def _plain(text: str) -> object:
    """What a text without quotes means: null, true, false, a number, or itself."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if _INT.fullmatch(text) and len(text) < 20:
        return int(text)
    if _FLOAT.fullmatch(text) and len(text) < 40 and isfinite(float(text)):
        return float(text)
    return text


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _unseen(file: SourceFile, place: Place, name: str) -> Problem:
    return _problem(
        file,
        place,
        name,
        _("It cannot be seen, and it breaks or disguises what is made from this text."),
        _("Delete it, as a character and as an escape such as \\u200b, or type the text again."),
        "visible-text",
    )


def _syntax(file: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    opened = "quoted scalar" in (error.context or "")
    # A quote that is never closed is noticed at the end of the file; it is mended where it opens.
    mark = (opened and error.context_mark) or error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line = (file.text.splitlines() or [""])[min(place[0], file.text.count("\n") + 1) - 1 :][:1]
    if line and "\t" in line[0][: len(line[0]) - len(line[0].lstrip())]:
        return _problem(
            file,
            (place[0], line[0].index("\t") + 1),
            _("the line is indented with a tab"),
            _("YAML counts spaces; a tab has no agreed width."),
            _("Replace the tab by two spaces for each level."),
        )
    said = " ".join(part for part in (error.context, error.problem) if part)
    return _problem(
        file,
        place,
        _("this is not YAML: {reason}", reason=said),
        _("Nothing in the file can be read until this line, or the one above it, is mended."),
        _("Check the indentation, and put text with a colon or # in quotes."),
    )


def _problem(
    file: SourceFile, place: Place, what: str, why: str, fix: str, rule: str = "readable-file"
) -> Problem:
    return Problem(file.path, *place, rule, what, why, fix)
