"""
YAML as this project understands it: text in, plain data with the place of every value out.

PyYAML speaks YAML 1.1, where `NO` is false, `012` is ten and a key given twice is silently
lost. Here scalars follow the YAML 1.2 core schema, and what two readers could understand
differently is refused with its line. Only PyYAML's parser is used; nothing is constructed
from tags, so no file can run code.
"""

import re
from dataclasses import dataclass, field

import yaml

from scifi.content import characters
from scifi.content.problem import Problem
from scifi.content.source import PAGE, SourceFile

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
    text, body, body_line = file.text, "", 1
    if file.kind == "chapter":
        match = re.match(r"---\n(.*?\n)---[ ]*(?:\n|$)", file.text, re.DOTALL)
        if not match:
            return [
                _problem(
                    file,
                    (1, 1),
                    "the chapter does not start with a front matter",
                    "Title, roles and sources of a chapter stand between two lines of ---.",
                    "Start the file with ---, the fields, and --- again.",
                )
            ]
        # The opening --- stays: it is valid YAML, and lines keep their numbers.
        text = file.text[: match.end(1)]
        body, body_line = file.text[match.end() :], file.text[: match.end()].count("\n") + 1
    try:
        problem = _bounds(file, text)
        if problem:
            return [problem]
        root = yaml.compose(text, Loader=_Parser)
    except yaml.MarkedYAMLError as error:
        return [_syntax(file, error)]
    except yaml.YAMLError as error:
        return [
            _problem(
                file,
                (1, 1),
                f"this is not YAML: {' '.join(str(error).split())}",
                "Nothing in the file can be read until this is mended.",
                "Compare the file with a neighbouring one.",
            )
        ]
    document = Document(file, {}, body=body, body_line=body_line)
    problems: list[Problem] = []
    if not isinstance(root, yaml.MappingNode):
        return [
            _problem(
                file,
                (1, 1),
                "the file holds no fields",
                "Every file is a list of `field: value` lines.",
                "Start with `title:` or `name:`; a neighbouring file shows the others.",
            )
        ]
    document.places[()] = _place(root)
    document.data = _mapping(root, (), document, problems)
    return problems or document


def _bounds(file: SourceFile, text: str) -> Problem | None:
    """Refuse what could exhaust the machine or hide meaning, before anything is built."""
    depth = 0
    for event in yaml.parse(text, Loader=_Parser):
        place = _place(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return _problem(
                file,
                place,
                "anchors (&) and aliases (*) are not used here",
                "A few aliases can unfold into billions of values, and readers of the file must "
                "jump around.",
                "Write the value where it is needed.",
            )
        tag = getattr(event, "tag", None)
        if tag:
            return _problem(
                file,
                place,
                f"the tag {tag} is not used here",
                "Tags can make YAML readers build objects; here every value is plain text, a "
                "number or null.",
                "Delete the tag.",
            )
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > MAX_DEPTH:
                return _problem(
                    file,
                    place,
                    f"lists are nested more than {MAX_DEPTH} deep",
                    "No field needs this; it is a slip or an attack.",
                    "Close brackets, or check the indentation.",
                )
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
    return None


def _place(of: yaml.Node | yaml.Event) -> Place:
    mark = of.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _value(node: yaml.Node, path: Path, document: Document, problems: list[Problem]) -> object:
    document.places[path] = _place(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, i), document, problems) for i, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document, problems)
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node, _place(node), document.file, problems)


def _mapping(
    node: yaml.MappingNode, path: Path, document: Document, problems: list[Problem]
) -> dict[str, object]:
    data: dict[str, object] = {}
    for key_node, value_node in node.value:
        place = _place(key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(
                _problem(
                    document.file,
                    place,
                    "a field name is a list",
                    "Field names are single words.",
                    "Check for a stray [ or ?.",
                )
            )
            continue
        key = key_node.value
        _refuse_unseen(key_node, document.file, problems)
        if key in data:
            problems.append(
                _problem(
                    document.file,
                    place,
                    f'"{key}" is given twice',
                    "Only one of the two values could be kept, and nobody would know which.",
                    f"Keep one; the first is in line {document.keys[(*path, key)][0]}.",
                    "unique-keys",
                )
            )
            continue
        document.keys[(*path, key)] = place
        data[key] = _value(value_node, (*path, key), document, problems)
    return data


def _scalar(
    node: yaml.ScalarNode, place: Place, file: SourceFile, problems: list[Problem]
) -> object:
    text: str = node.value
    _refuse_unseen(node, file, problems)
    if node.style:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if _AMBIGUOUS.fullmatch(text):
        problems.append(
            _problem(
                file,
                place,
                f"{text} means different things to different YAML readers",
                "Without quotes some read it as true or false, or as another number.",
                f'Write "{text}" in quotes if it is text; write a plain decimal if it is a number.',
                "plain-scalars",
            )
        )
        return text
    if _INT.fullmatch(text) and len(text) < 20:
        return int(text)
    if (
        _FLOAT.fullmatch(text)
        and len(text) < 40
        and float(text) not in (float("inf"), -float("inf"))
    ):
        return float(text)
    return text


def _refuse_unseen(node: yaml.ScalarNode, file: SourceFile, problems: list[Problem]) -> None:
    """Look at what a quoted text means, not at how it is written: escapes hide characters."""
    unseen = characters.refused(node.value, allowed="\n\t" if node.style in ("|", ">") else "\n")
    if unseen:
        problems.append(_unseen(file, _place(node), unseen[1]))


def _unseen(file: SourceFile, place: Place, name: str) -> Problem:
    return _problem(
        file,
        place,
        f"there is {name}",
        "It cannot be seen, and it breaks or disguises what is made from this text.",
        "Delete it, as a character and as an escape such as \\u200b, or type the text again.",
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
            "the line is indented with a tab",
            "YAML counts spaces; a tab has no agreed width.",
            "Replace the tab by two spaces for each level.",
        )
    said = " ".join(part for part in (error.context, error.problem) if part)
    return _problem(
        file,
        place,
        f"this is not YAML: {said}",
        "Nothing in the file can be read until this line, or the one above it, is mended.",
        "Check the indentation, and put text with a colon or # in quotes.",
    )


def _problem(
    file: SourceFile, place: Place, what: str, why: str, fix: str, rule: str = "readable-file"
) -> Problem:
    return Problem(file.path, *place, rule, what, why, fix)
