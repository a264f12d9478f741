"""A file taken in: what it holds is told by its ending and the names of its columns."""

from collections.abc import Callable
from pathlib import Path

from scifi.corpus import Corpus
from scifi.imports import case_rows, cordis, result_rows
from scifi.imports.errors import ImportFileError
from scifi.imports.sheets import Table, tables
from scifi.imports.taken import Taken
from scifi.language import _

SHEETS = (".csv", ".xlsx", ".ods")
RECORDS = (".json", ".xml")


def take(path: Path, corpus: Corpus) -> Taken:
    """
    The drafts that a file makes, and what is told of each of its lines; nothing is written.

    Raises:
        ImportFileError: Its ending or its columns are none that can be taken in.
    """
    taken = Taken(corpus)
    ending = path.suffix.lower()
    if ending in RECORDS:
        cordis.take(path, taken)
        return taken
    if ending not in SHEETS:
        raise ImportFileError(
            _(
                "Its name ends in {ending}; take .csv, .xlsx, .ods, or .json or .xml of CORDIS.",
                ending=ending or "?",
            )
        )
    readers = [(table, _reader(table)) for table in tables(path)]
    known = [(table, reader) for table, reader in readers if reader]
    if not known:
        seen = "; ".join(", ".join(filter(None, table.columns)) for table, _none in readers)
        raise ImportFileError(
            _(
                "Its columns are none that can be taken in ({columns}): a case study has a title, "
                "a result casestudy, indicator and value, a series indicator, year and value.",
                columns=seen[:300],
            )
        )
    for table, reader in readers:
        if reader is None:
            taken.told.append(
                _("{sheet} is left out: its columns are none of ours.", sheet=table.name)
            )
    # Case studies first, so that results find the drafts that they belong to.
    for table, reader in sorted(known, key=lambda one: one[1] is not _cases):
        reader(table, taken, path)
    return taken


_Reader = Callable[[Table, Taken, Path], None]


def _reader(table: Table) -> _Reader | None:
    names = set(table.columns)
    if {"casestudy", "indicator", "value"} <= names or {*result_rows.SERIES} <= names:
        return result_rows.take
    return _cases if "title" in names else None


def _cases(table: Table, taken: Taken, _file: Path) -> None:
    case_rows.take(table, taken)
