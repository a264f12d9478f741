"""
One at a time: a second build waits for the first.

The system holds the lock for a process, so a killed one leaves nothing that blocks.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from scifi.language import _

PAUSE = 0.1
"""Seconds between two looks whether the other is done."""


@contextmanager
def alone(path: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock in the file at `path`; while another process has it, wait, and say so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if not _taken(file):
            tell(
                _("Another run (process {number}) is at work; waiting for it ...", number=_by(path))
            )
            while not _taken(file):
                time.sleep(PAUSE)
        holder = path.with_suffix(".pid")
        holder.write_text(str(os.getpid()), encoding="utf-8")
        yield


def _by(path: Path) -> str:
    """The number of the process that has the lock; it may have had no time to write it."""
    try:
        return path.with_suffix(".pid").read_text(encoding="utf-8")
    except OSError:
        return "?"


def _taken(file: BinaryIO) -> bool:
    """Take the lock, until the file is closed; False if another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
