"""
Which papers a run of the tests looks at: a sixth of the kinds of which there are hundreds.

They are made by one template, so a sixth of them meets what all would. Which sixth depends on the
name alone, so that a failure comes again. The book for a press has the pages of the book, and is
left out. `make papers` looks at every one.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TypeVar
from zlib import crc32

MANY = ("case-study-", "solution-")
"""How the names of papers begin of which there are hundreds."""

EVERY = "SCIFI_EVERY_PAPER"
"""The variable that asks for all of them."""

SHARE = 6

PathT = TypeVar("PathT", str, PurePath)
CaseT = TypeVar("CaseT")


def in_turn(paths: Iterable[PathT]) -> list[PathT]:
    """Those that this run looks at."""
    return [path for path in paths if os.environ.get(EVERY) or _chosen(PurePath(path).name)]


def for_the_checker(paths: Iterable[PathT]) -> list[PathT]:
    """The same without the book: it has what the parts have, and takes as long as all else."""
    return [path for path in in_turn(paths) if os.environ.get(EVERY) or not _is_book(path)]


def _is_book(path: PurePath | str) -> bool:
    return PurePath(path).name.startswith("whole-book")


def some_of(cases: Sequence[CaseT]) -> Sequence[CaseT]:
    """Of the case studies those that this run looks at; all on demand."""
    return cases if os.environ.get(EVERY) else cases[::SHARE]


def _chosen(name: str) -> bool:
    if name == "whole-book-for-press.pdf":
        return False
    return not name.startswith(MANY) or crc32(name.encode()) % SHARE == 0
