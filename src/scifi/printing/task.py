"""
What a helper process of a print run does: `python -m scifi.printing.task`.

It reads pickled tasks from standard input and answers each with what was raised, or None. It does
each in a copy of itself where the system can make one: the typesetter keeps what it has set, and
to drop a whole process is the quickest way to forget it.
"""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

from scifi.printing.errors import PrintError


def main() -> None:
    """Do tasks, a function and what to call it with, until there are no more."""
    # Who stopped the run closes our input; until then a task may end what it writes.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is printed by chance must not mix with the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            work, task = pickle.load(sys.stdin.buffer)
        except EOFError:
            break
        answers.write(_done_in_a_copy(work, task) if hasattr(os, "fork") else _done(work, task))
        answers.flush()


def _done(work: Callable[[Any], object], task: Any) -> bytes:
    """The answer to a task: what it raised, or None."""
    try:
        work(task)
    except PrintError as error:
        return pickle.dumps(error)
    except Exception:
        told = f"A helper of the press failed.\n{traceback.format_exc()}"
        return pickle.dumps(RuntimeError(told))
    return pickle.dumps(None)


def _done_in_a_copy(work: Callable[[Any], object], task: Any) -> bytes:
    ours, theirs = os.pipe()
    copy = os.fork()
    if copy == 0:
        with os.fdopen(theirs, "wb") as answer:
            answer.write(_done(work, task))
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as answer:
        said = answer.read()
    _, status = os.waitpid(copy, 0)
    if said:
        return said
    return pickle.dumps(RuntimeError(f"A helper of the press ended with status {status}."))


if __name__ == "__main__":
    main()
