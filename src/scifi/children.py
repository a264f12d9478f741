"""
Programs and processes that a build starts: they end with it, however it ends.

All join one process group, whose first member waits for the end of this process and then ends the
group. So neither Ctrl-C nor a kill leaves a typesetter or a browser at work. Windows has no such
groups; there a child ends by itself.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_GUARD = "import os, signal, sys; sys.stdin.read(); os.killpg(0, signal.SIGKILL)"
"""Its input ends when this process does."""


@cache
def group() -> int | None:
    """The number of the group, for `process_group` of `subprocess`; None on Windows."""
    if os.name == "nt":
        return None
    # -I and -S: it needs nothing of ours, and is there in a hundredth of a second.
    guard = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _GUARD], stdin=subprocess.PIPE, process_group=0
    )
    _guards.append(guard)
    return guard.pid


_guards: list[subprocess.Popen[bytes]] = []


def run(command: Sequence[str], folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program of the group to its end, in a folder; its code, and what it said."""
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        process_group=group(),
    )


def join(number: int | None) -> None:
    """Let this process, a child, belong to the group."""
    if number is not None:
        os.setpgid(0, number)


def end() -> None:
    """End the whole group now; a later child finds a new one."""
    for guard in _guards:
        os.killpg(guard.pid, signal.SIGKILL)
        guard.wait()
    _guards.clear()
    group.cache_clear()
