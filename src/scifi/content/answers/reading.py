"""
An answer as a small YAML file: read, and refused in words where it is none.

It says which value stood there when the reader looked, so that nobody overwrites somebody else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scifi.content import load, source
from scifi.content.problem import Problem, nearest
from scifi.language import _

KEYS = ("file", "field", "was", "now", "into", "source", "by", "note")
"""What an answer may say."""

SOURCE_KEYS = ("title", "lang", "publisher", "url", "date", "read", "note")
"""What it may say of its source, in the order in which a file tells it."""

MAX_LETTERS = 16_000
"""Longest answer; one sentence and its source need a tenth of it."""


class AnswerError(Exception):
    """The answer cannot be put in; the message says why, and what to do."""


@dataclass(frozen=True)
class Answer:
    """What an answer says: the value `now` of a field, what it `was`, and where it was read."""

    file: str
    field: str
    was: Any
    now: Any
    source: Mapping[str, Any]
    into: str = ""
    by: str = ""
    note: str = ""


def read(path: Path) -> Answer:
    """
    The answer in a file.

    Raises:
        AnswerError: It cannot be read, or is no answer.
    """
    text = source.read_page(path, path.parent)
    if isinstance(text, Problem):
        raise AnswerError(str(text))
    if len(text.text) > MAX_LETTERS:
        raise AnswerError(
            _(
                "{file} is too long for one answer; send each answer in a file of its own.",
                file=path.name,
            )
        )
    loaded = load.load(source.SourceFile(path.name, "answer", path.stem, text.text))
    if not isinstance(loaded, load.Document):
        raise AnswerError("\n".join(str(problem) for problem in loaded))
    return _answer(loaded)


def _answer(document: load.Document) -> Answer:
    data = document.data
    for key in data:
        if key not in KEYS:
            raise _refused(document, key, _("an answer has no such line"), nearest(key, list(KEYS)))
    for key in ("file", "field", "was", "now"):
        if key not in data:
            raise _refused(
                document,
                key,
                _("the line is missing"),
                _("Write `{key}:` with its value.", key=key),
            )
    for key in ("file", "field", "into", "by", "note"):
        if not isinstance(data.get(key, ""), str):
            raise _refused(document, key, _("this is not text"), _("Write text."))
    return Answer(**{**data, "source": _source(document)})  # type: ignore[arg-type]


def _source(document: load.Document) -> dict[str, Any]:
    given = document.data.get("source") or {}
    if not isinstance(given, dict):
        raise _refused(
            document,
            "source",
            _("this is not a group of lines"),
            _("Write title, publisher and url below it."),
        )
    for key in given:
        if key not in SOURCE_KEYS:
            raise _refused(
                document,
                f"source.{key}",
                _("a source has no such line"),
                nearest(key, list(SOURCE_KEYS)),
            )
    return {key: given[key] for key in SOURCE_KEYS if given.get(key) is not None}


def _refused(document: load.Document, key: str, what: str, fix: str) -> AnswerError:
    line, _column = document.place(tuple(key.split(".")))
    return AnswerError(f"{document.file.path}:{line}: {key}: {what}. {fix}")
