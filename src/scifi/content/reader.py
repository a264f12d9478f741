"""
YAML as this project understands it: text in, plain data with the place of every value out.

PyYAML speaks YAML 1.1, where `NO` is false, `012` is ten and a key given twice is silently
lost. Here scalars follow the YAML 1.2 core schema, and what two readers could understand
differently is refused with its line. Only PyYAML's parser is used, in one pass over its
events; nothing is constructed from tags, so no file can run code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from scifi.content import characters, scalars, stumble, syntax
from scifi.content.problem import Problem
from scifi.content.source import Place, SourceFile
from scifi.language import _, number

MAX_DEPTH = 20
"""Deepest nesting of lists and mappings; the content model needs seven."""

MAX_VALUES = 10_000
"""Most values in one file; the longest so far has a tenth of them."""

MAX_TEXT = 4000
"""Longest text of one value, characters: twice what the longest field takes."""

Path = tuple[str | int, ...]

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORD = re.compile(r"[A-Za-z0-9.-]+")
_NEVER_THOUSANDS = (("latitude",), ("longitude",))
_ODD_SPACE = re.compile(rf"([{syntax.ODD_SPACES}])")


@dataclass
class Fields:
    """What a file says: its `data`, and the line and column of every value and field name."""

    data: dict[str, object] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)


def read(file: SourceFile, text: str) -> Fields | list[Problem]:
    """The fields that `text`, the file or its front matter, holds; or all its problems."""
    return _Reader(file, text).read()


class _RefusedError(Exception):
    """Reading stops here: what follows cannot be understood, or must not be built."""

    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


class _Reader:
    """Takes fields from YAML's events; bounds are checked before anything is built."""

    def __init__(self, file: SourceFile, text: str):
        self.file = file
        self.lines = text.split("\n")
        self.fields = Fields()
        self.problems: list[Problem] = []
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Parser)
        self.hash_in_text = " #" in text
        self.quote: tuple[Place, Place] = ((1, 1), (1, 1))
        """Where the last text in quotes begins and ends."""

    def read(self) -> Fields | list[Problem]:
        """The fields of the text, or all its problems."""
        try:
            data = self._root()
        except _RefusedError as refused:
            return [refused.problem]
        except yaml.MarkedYAMLError as error:
            return [stumble.explained(self.file, self.lines, error, self.quote)]
        except yaml.YAMLError as error:
            return [
                self.file.problem(
                    (1, 1),
                    _("this is not YAML: {reason}", reason=" ".join(str(error).split())),
                    _("Nothing in the file can be read until this is mended."),
                    _("Compare the file with a neighbouring one."),
                )
            ]
        if not isinstance(data, dict):
            return [self._no_fields()]
        self.fields.data = data
        return self.problems or self.fields

    def _no_fields(self) -> Problem:
        return self.file.problem(
            (1, 1),
            _("the file holds no fields"),
            _("Every file is a list of `field: value` lines; the first is `title:`."),
            _(
                "Delete the file and start it again with {command}, or copy a neighbouring one.",
                command=f"scifi new {self.file.kind} {self.file.id}",
            ),
        )

    def _root(self) -> object:
        """The value of the one document of a file; None if it is empty."""
        data: object = None
        starts = (event for event in self.events if isinstance(event, yaml.DocumentStartEvent))
        for count, start in enumerate(starts):
            if count:
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
        self._refuse_too_many(event)
        self.fields.places[path] = _place(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
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
                        line=self.fields.keys[(*path, key)][0],
                    ),
                    "unique-keys",
                )
            else:
                self.fields.keys[(*path, key)] = _place(event)
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
        name = str(event.value)
        odd = None if name.isascii() else _ODD_SPACE.search(name)
        if odd:
            self._refuse_odd_space(event, odd)
        return name

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> object:
        text: str = event.value
        self._refuse_unseen(event)
        if event.style:
            if event.style in "\"'":
                self.quote = _place(event), _end(event)
            return text
        if self.hash_in_text:
            self._refuse_cut(event)
        if scalars.is_ambiguous(text):
            self._refuse_ambiguous(event)
        if path[-1:] not in _NEVER_THOUSANDS:
            self._refuse_two_readings(event)
        return scalars.plain(text)

    def _refuse_ambiguous(self, event: yaml.ScalarEvent) -> None:
        text = event.value
        if scalars.is_truth(text):
            fix = _(
                'Write "{value}" in quotes if it is text; else write true or false.', value=text
            )
        else:
            fix = _(
                'Write "{value}" in quotes if it is text; write a plain decimal if it is a number.',
                value=text,
            )
        self._refuse(
            event,
            _("{value} means different things to different YAML readers", value=text),
            _("Without quotes some read it as true or false, or as another number."),
            fix,
            "plain-scalars",
        )

    def _refuse_two_readings(self, event: yaml.ScalarEvent) -> None:
        readings = scalars.two_readings(event.value)
        if readings:
            thousands, fraction = readings
            self._refuse(
                event,
                _(
                    "{value} can be read as {thousands} or as {fraction}",
                    value=event.value,
                    thousands=thousands,
                    fraction=fraction,
                ),
                _("Half of Europe groups thousands by points, and others see a fraction."),
                _("Write {thousands} or {fraction}.", thousands=thousands, fraction=fraction),
                "clear-number",
            )

    def _refuse_cut(self, event: yaml.ScalarEvent) -> None:
        """A text that ends at a #, although its writer went on."""
        line, column = _end(event)
        rest = self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""
        sign = re.match(r"\s+(#)(\s?)", rest)
        if not sign or not isinstance(scalars.plain(event.value), str | None):
            return
        is_comment = sign[2] and (not event.value or _WORD.fullmatch(event.value))
        if is_comment or event.value == "TODO":
            return
        self.problems.append(
            self.file.problem(
                (line, column + sign.start(1)),
                _("the text ends before the #"),
                _("In YAML a # after a space begins a comment: what follows is lost."),
                _("Put the whole text in quotes; write a comment on a line of its own."),
                "whole-text",
            )
        )

    def _refuse_too_many(self, event: yaml.Event) -> None:
        """Stop at more values, or a longer text, than anybody would write by hand."""
        if len(self.fields.places) >= MAX_VALUES:
            raise self._stop(
                event,
                _("the file has more than {limit} values", limit=number(MAX_VALUES)),
                _("A file is one entry; checking it would take long."),
                _("Delete what repeats itself."),
                "short-text",
            )
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > MAX_TEXT:
            raise self._stop(
                event,
                _("the text has more than {limit} characters", limit=number(MAX_TEXT)),
                _("No field takes so much, and checking it would take long."),
                _("Say it shorter."),
                "short-text",
            )

    def _refuse_odd_space(self, event: yaml.Event, odd: re.Match[str]) -> None:
        found = syntax.odd_space(odd)
        line, column = _place(event)
        place = (line, column + found.column - 1)
        self.problems.append(self.file.problem(place, found.what, _(stumble.NOT_READ), found.fix))

    def _refuse_unseen(self, event: yaml.ScalarEvent) -> None:
        """Look at what a quoted text means, not at how it is written: escapes hide characters."""
        if event.style != '"' and "\t" not in event.value:
            return  # what stands in the file as it is was looked at before
        allowed = "\n\t" if event.style in ("|", ">") else "\n"
        found = characters.refused(event.value, allowed)
        if found:
            self.problems.append(unseen(self.file, _place(event), found[1]))

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
                _("If it is a text, put it in quotes; else write the value where it is needed."),
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
                _("If it is a text, put it in quotes; else delete the tag."),
            )

    def _stop(
        self, event: yaml.Event, what: str, why: str, fix: str, rule: str = "readable-file"
    ) -> _RefusedError:
        return _RefusedError(self.file.problem(_place(event), what, why, fix, rule))

    def _refuse(self, event: yaml.Event, what: str, why: str, fix: str, rule: str) -> None:
        self.problems.append(self.file.problem(_place(event), what, why, fix, rule))


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _end(event: yaml.Event) -> Place:
    mark = event.end_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def unseen(file: SourceFile, place: Place, name: str) -> Problem:
    """A character nobody sees, as `characters` calls it, at its place."""
    return file.problem(
        place,
        name,
        _("It cannot be seen, and it breaks or disguises what is made from this text."),
        _("Delete it, as a character and as an escape such as \\u200b, or type the text again."),
        "visible-text",
    )
