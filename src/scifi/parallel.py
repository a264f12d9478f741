"""
Work done by all processors at once: jobs of one kind, or one long job beside others.

On Linux a process begins as a copy of this one and knows all that this one knows. Elsewhere it
begins anew, so jobs that live on what is in memory are done one after another there.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from typing import Any, TypeVar

from scifi import children

ValueT = TypeVar("ValueT")

PROCESSORS = os.cpu_count() or 1

COPIES = sys.platform == "linux"
"""Whether a process can begin as a copy; macOS could, but its own libraries do not bear it."""


def results(jobs: Sequence[Callable[[], ValueT]]) -> Iterator[ValueT]:
    """
    What each job gives, in their order.

    Whatever a job only keeps in memory is lost: it may be done in another process.
    """
    if not COPIES or PROCESSORS == 1:
        yield from (job() for job in jobs)
        return
    global _jobs
    _jobs = jobs
    group = children.group()
    with get_context("fork").Pool(PROCESSORS, children.join, (group,)) as pool:
        yield from pool.imap(_done, range(len(jobs)))


_jobs: Sequence[Callable[[], Any]] = ()
"""What copies of this process work on; a function itself cannot be sent to them."""


def _done(place: int) -> Any:
    return _jobs[place]()


class Beside:
    """
    A job at work in a process of its own. As a context it ends with its block, done or not.

    The job must stand at the top of a module; on Linux it knows all that this process knows.
    """

    def __init__(self, job: Callable[..., None], *given: Any):
        start = get_context("fork").Process if COPIES else get_context("spawn").Process
        self._process = start(target=_joined, args=(children.group(), job, *given))

    def __enter__(self) -> "Beside":
        self._process.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.join()

    def finish(self) -> bool:
        """Wait for its end; False where it failed."""
        self._process.join()
        return self._process.exitcode == 0


def _joined(group: int | None, job: Callable[..., None], *given: Any) -> None:
    children.join(group)
    job(*given)
