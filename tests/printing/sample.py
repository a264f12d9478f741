"""
Which papers a run of the tests looks at: a sixth of the kinds of which there are many.

They are made by one template, so a sixth of them meets what all would. Which sixth depends on the
name alone, so that a failure comes again. The book for a press has the pages of the book, and is
left out. `make papers` looks at every one.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TypeVar
from zlib import crc32

MANY = ("case-study-", "solution-", "remedy-", "pathway-")
"""How the names of papers begin of which there are many."""

EVERY = "SCIFI_EVERY_PAPER"
"""The variable that asks for all of them."""

SHARE = 6

CHECKED_PARTS = ("part-cookbook.pdf", "part-aid-kit.pdf")
"""Parts that every run looks at: with charts and worksheets, and with lists of remedies."""

PathT = TypeVar("PathT", str, PurePath)
CaseT = TypeVar("CaseT")


def in_turn(paths: Iterable[PathT]) -> list[PathT]:
    """Those that this run looks at."""
    return [path for path in paths if os.environ.get(EVERY) or _chosen(PurePath(path).name)]


def for_the_checker(paths: Iterable[PathT]) -> list[PathT]:
    """
    The same, of the book and its parts only two: what the others hold stands in the short PDFs too.

    Such a long file takes the checkers as long as thirty short ones.
    """
    return [path for path in in_turn(paths) if os.environ.get(EVERY) or not _is_skipped(path)]


def for_the_ruler(paths: Iterable[PathT]) -> list[PathT]:
    """The same without the parts: the book has their pages."""
    return [path for path in in_turn(paths) if os.environ.get(EVERY) or not _is_part(path)]


def _is_part(path: PurePath | str) -> bool:
    return PurePath(path).name.startswith("part-")


def _is_skipped(path: PurePath | str) -> bool:
    name = PurePath(path).name
    return name.startswith("whole-book") or (_is_part(name) and name not in CHECKED_PARTS)


def some_of(cases: Sequence[CaseT]) -> Sequence[CaseT]:
    """Of the case studies those that this run looks at; all on demand."""
    return cases if os.environ.get(EVERY) else cases[::SHARE]


def _chosen(name: str) -> bool:
    if name == "whole-book-for-press.pdf":
        return False
    return not name.startswith(MANY) or crc32(name.encode()) % SHARE == 0
