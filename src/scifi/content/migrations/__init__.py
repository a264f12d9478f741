"""
Files written for an older version of the model, brought into the present form.

A file says no version: it may come from an old copy, a fork or a letter. Each migration knows an
older form when it sees one, and leaves every other file alone. Nothing is guessed: what an older
form did not tell is marked TODO, with the reason beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from scifi.content import source
from scifi.content.load import Document, load
from scifi.content.migrations import m0001_funding_status, m0002_search_words
from scifi.content.source import SourceFile
from scifi.language import _

MIGRATIONS: tuple[ModuleType, ...] = (m0001_funding_status, m0002_search_words)
"""
Every migration in order; the first leads to version 1 of the model.

Each has a `KIND` of file, the `FIELD` by which it knows the older form, `WORDS` for what it does,
and `migrated`, which gives the text of a document in the newer form.
"""


@dataclass(frozen=True)
class Step:
    """One migration of one file: the version it leads to, what it does, the text that comes out."""

    version: int
    field: str
    words: str
    file: SourceFile


def steps(file: SourceFile) -> Iterator[Step]:
    """Every migration that a file needs, one after the other; none if it cannot be read."""
    for version, migration in enumerate(MIGRATIONS, 1):
        document = load(file)
        if not isinstance(document, Document):
            return
        if file.kind == migration.KIND and migration.FIELD in document.data:
            file = replace(file, text=migration.migrated(document))
            yield Step(version, migration.FIELD, _(migration.WORDS), file)


def migrate(root: Path) -> None:
    """Bring every content file below a folder into the present form; for a copy of an old state."""
    for path in source.find(root):
        file = source.read(path, root)
        made = list(steps(file)) if isinstance(file, SourceFile) else []
        if made:
            path.write_text(made[-1].file.text, encoding="utf-8")
