"""What the check says of one file in memory, as if it lay in the smallest knowledge base."""

import re
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from scifi.content import source
from scifi.content.checks import PAGE_RULES, RULES
from scifi.content.checks.base import Library
from scifi.content.checks.fields import parse
from scifi.content.load import Document, load
from scifi.content.problem import Problem
from scifi.content.source import PAGE, SourceFile
from scifi.model import Entry

EXAMPLES = Path(__file__).parents[1] / "examples"


def right_files() -> list[SourceFile]:
    """The files of the smallest knowledge base, and of the hostile one."""
    found = []
    for root in (EXAMPLES / "valid", EXAMPLES / "hostile"):
        found += [source.read(path, root) for path in source.find(root)]
        found += [source.read_page(path, root) for path in source.find_pages(root)]
    return [file for file in found if isinstance(file, SourceFile)]


def with_entry(library: Library, kind: str, id_: str, entry: Entry | ValidationError) -> Library:
    """The library as the check has it: the entry is in it if its fields are right."""
    entries = {k: v for k, v in library.entries.get(kind, {}).items() if k != id_}
    if isinstance(entry, Entry):
        entries[id_] = entry
    return replace(library, entries={**library.entries, kind: entries})


def judged(file: SourceFile, library: Library) -> list[Problem]:
    """All that the loader, the model and every rule say of one file."""
    read = load(file)
    if not isinstance(read, Document):
        return read
    if file.kind != PAGE:
        library = with_entry(library, file.kind, file.id, parse(read))
    rules = PAGE_RULES if file.kind == PAGE else RULES
    return [problem for rule in rules for problem in rule().check(read, library)]


def hold(problems: list[Problem]) -> None:
    """Every problem has a place, and sentences of our own that fit on a line."""
    for problem in problems:
        assert problem.line >= 1 and problem.column >= 1
        assert problem.what and problem.fix
        assert not re.search(r"Input should|Value error|Unable to|should have", problem.what)
        assert "\n" not in f"{problem.path}{problem.what}{problem.why}{problem.fix}"
