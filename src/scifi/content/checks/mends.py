"""
What a machine can mend: for a problem, texts of the file in which it may be gone.

Nothing here decides. `scifi.content.mending` takes a text only if the rule that complained has no
complaint left and no other rule a new one. Where two readings are possible, none is offered.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from scifi.content import editing, notation
from scifi.content.checks import numerals
from scifi.content.load import Document, Path, load
from scifi.content.problem import Problem
from scifi.content.schema import schema
from scifi.content.source import SourceFile
from scifi.content.syntax import ODD_SPACES
from scifi.kinds import KINDS

_INDENT = re.compile(rf"^[ \t{ODD_SPACES}]+", re.MULTILINE)
_BEHIND_NAME = re.compile(rf"^( *(?:- )*[\w-]+:)[\t{ODD_SPACES}]+", re.MULTILINE)
_LINE = re.compile(r"(?P<lead> *(?:- +)*(?:(?P<name>[\w-]+): +)?)(?P<value>\S.*?) *")
_CURLY = re.compile("[“„‟«‘‚].*[”“‟»’‘]")
_SOFT = ("\u00ad", "\u200b", "\u2060", "\ufeff")
_WORD_BREAKS = ("\u000b", "\u000c", "\u2028", "\u2029")
_WORDS_OF_TRUTH = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false"}


def readable(file: SourceFile, problem: Problem) -> Iterator[str]:
    """Spaces for tabs and for spaces that YAML takes for letters; quotes round a whole value."""
    fields = re.match(r"---\n.*?\n---", file.text, re.DOTALL) if file.kind == "chapter" else None
    end = fields.end() if fields else len(file.text)
    spaced = _BEHIND_NAME.sub(r"\1 ", _INDENT.sub(_spaces, file.text[:end]))
    yield spaced + file.text[end:]
    yield from _with_line(file, problem, _in_quotes)


def visible(file: SourceFile, problem: Problem) -> Iterator[str]:
    """
    The text without one character that nobody sees; a break that Word pastes becomes a space.

    What turns the direction of reading is left: a person has to look at what it hides.
    """
    lines = file.text.split("\n")
    line, at = lines[problem.line - 1], problem.column - 1
    sign = line[at : at + 1]
    if sign in _SOFT or sign in _WORD_BREAKS:
        lines[problem.line - 1] = line[:at] + (" " * (sign in _WORD_BREAKS)) + line[at + 1 :]
        yield "\n".join(lines)


def plain(file: SourceFile, problem: Problem) -> Iterator[str]:
    """`NO` and `12:30` in quotes, `yes` as true where the field asks for one; no number."""
    yield from _with_line(file, problem, _as_text_or_truth)


def value(document: Document, path: Path) -> Iterator[str]:
    """A value in the form that its field asks for."""
    try:
        given = _at(document.data, path)
    except (LookupError, TypeError):
        return
    for meant in _meanings(given) if isinstance(given, str | int) else ():
        yield from put(document, path, meant)


def put(document: Document, path: Path, value: object) -> Iterator[str]:
    """The text of a document with one value set, if it can be set alone."""
    try:
        yield editing.put(document.file.text, path, value, document.file.kind)
    except editing.EditingError:
        return


def _meanings(given: str | int) -> Iterator[object]:
    """What a value may be meant to be; only that which it alone can mean."""
    if not isinstance(given, str):
        yield str(given)
        return
    words = given.strip()
    dates = numerals.dates(words)
    if len(dates) == 1:
        yield int(dates[0]) if dates[0].isdigit() else dates[0]
    found = numerals.read(words)
    if found == numerals.Reading(found.value if found else "") and not numerals.both(words):
        yield float(found.value) if "." in found.value else int(found.value)
    if re.fullmatch(r"[A-Za-z-]{2,40}", words):
        yield from (words.lower(), words.upper())
    yield [word.strip() for word in words.split(",")]


def _spaces(match: re.Match[str]) -> str:
    return re.sub(rf"[{ODD_SPACES}]", " ", match.group().replace("\t", "  "))


def _with_line(
    file: SourceFile, problem: Problem, change: Callable[[re.Match[str]], str | None]
) -> Iterator[str]:
    """The text with the line of a problem changed, if no other line continues it."""
    lines = file.text.split("\n")
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    match = _LINE.fullmatch(line)
    if match and not _goes_on(match, lines[problem.line :]):
        changed = change(match)
        if changed is not None:
            lines[problem.line - 1] = match["lead"] + changed
            yield "\n".join(lines)


def _goes_on(match: re.Match[str], below: list[str]) -> bool:
    """Whether the next line stands further in than the name or dash of this one."""
    following = next((line for line in below if line.strip()), "")
    dashes = re.match(r"( *)(- +)*", match["lead"])
    own = dashes.end() if dashes and match["name"] else len(match["lead"]) - 2
    return len(following) - len(following.lstrip(" ")) > own


def _in_quotes(match: re.Match[str]) -> str | None:
    """A value that YAML stumbles over as the text it is; None where quotes stand there already."""
    value = match["value"]
    if _CURLY.fullmatch(value):
        value = value[1:-1]
    elif (
        value[0] in '"|>#'
        or " #" in value
        or (value[0] == "'" and "'" in value[1:])
        or (value[0] in "[{" and not value.startswith("[@"))
    ):
        return None
    written = notation.scalar(value)
    return written if written != match["value"] else None


def _as_text_or_truth(match: re.Match[str]) -> str | None:
    value = match["value"]
    if match["name"] in _truths():
        return _WORDS_OF_TRUTH.get(value.lower())
    is_word = value.isalpha() or re.fullmatch(r"\d{1,2}:\d\d", value)
    return notation.quoted(value) if is_word else None


@cache
def _truths() -> frozenset[str]:
    """The names of fields that are true or false."""
    groups = [g for kind in KINDS for g in (schema(kind), *schema(kind).get("$defs", {}).values())]
    fields = [field for group in groups for field in group.get("properties", {}).items()]
    return frozenset(name for name, field in fields if '"boolean"' in str(field).replace("'", '"'))


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def document_of(file: SourceFile) -> Document | None:
    """The file as rules see it; None where it cannot be read."""
    read = load(file)
    return read if isinstance(read, Document) else None
