"""
What a process of a print run does: `python -m scifi.printing.task`, tasks on standard input.

It loads no more than its tasks need, because many such processes are started.
"""

import pickle
import sys

from scifi.printing.errors import PrintError

REFUSED = 3
"""How a process ends that met something it could not set."""


def main() -> None:
    """Do the pickled tasks: a function and a list of what to call it with, one after the other."""
    work, tasks = pickle.load(sys.stdin.buffer)
    try:
        for task in tasks:
            work(task)
    except PrintError as error:
        print(error, file=sys.stderr)
        sys.exit(REFUSED)


if __name__ == "__main__":
    main()
