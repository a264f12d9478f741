"""
One value set in the text of a content file; every other byte stays.

The place of each value is read from YAML's own marks, and what was written is read back: if the
file does not say exactly what it said, with that one value, nothing is given out.
"""

import copy
import re
from typing import Any

from scifi.content import comments
from scifi.content.comments import MODELINE
from scifi.content.load import Document, Path, load
from scifi.content.settling import settled
from scifi.content.source import SourceFile
from scifi.content.splicing import EditingError, Splice, by_hand, set_in, spelt
from scifi.kinds import KINDS
from scifi.language import _

__all__ = ["EditingError", "put", "spelt"]


def put(text: str, path: Path, value: object, kind: str = "") -> str:
    """
    The text of a file with one value set.

    The last part of `path` may be a field that is missing, which is added at its place in the
    order of the model, or one past the end of a list. Groups and lists above it are made where
    there is null, or nothing. The kind is read from the first line if it is not given.

    Raises:
        EditingError: The text cannot be read, has no such place, or the value cannot be set alone.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    if newline == "\r\n" and text.count("\n") != text.count(newline):
        raise EditingError(_("its lines end in two ways; run scifi check --fix first."))
    plain = text.removeprefix(mark).replace("\r\n", "\n")
    before = _read(plain, kind or _kind_of(plain))
    wanted = copy.deepcopy(before.data)
    set_in(wanted, path, value)
    after = Splice(before).put(path, value)
    _verify(before, after, wanted)
    return mark + after.replace("\n", newline)


def _kind_of(text: str) -> str:
    """The kind that the line for editors names; a text with --- is a chapter, others unknown."""
    named = re.search(rf"^{MODELINE} \S*/([a-z]+)\.json$", text, re.MULTILINE)
    return named[1] if named else "chapter" if text.startswith("---\n") else ""


def _read(text: str, kind: str) -> Document:
    read = load(SourceFile("", kind, "", text))
    if isinstance(read, Document):
        return read
    raise EditingError(_("the file cannot be read: {reason}", reason=read[0].what))


def _verify(before: Document, after: str, wanted: dict[str, object]) -> None:
    """The text says what is wanted, and no comment of it is gone."""
    read = load(SourceFile("", before.file.kind, "", after))
    if (
        not isinstance(read, Document)
        or read.body != before.body
        or _told(read, read.data) != _told(before, wanted)
        or not comments.told(before) <= comments.told(read)
    ):
        raise by_hand()


def _told(document: Document, data: dict[str, Any]) -> Any:
    return settled(document.file.kind, data) if document.file.kind in KINDS else data
