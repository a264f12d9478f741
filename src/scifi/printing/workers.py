"""
Setting on as many cores as there are.

Each batch of jobs gets a process of its own. What is made goes through the cache, so that processes
need not talk.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

from scifi.printing import task
from scifi.printing.errors import PrintError
from scifi.printing.joining import Binding, bind
from scifi.printing.typeset import Job, Layout, Printout, lay_out, run

S = TypeVar("S")
T = TypeVar("T")

CORES = os.cpu_count() or 1

WORTH_A_PROCESS = 4
"""Fewer jobs than this are done sooner than another process has started."""

BATCHES = 2
"""Batches for each core: the last ones end at about the same time."""


class Workers:
    """Processes that set jobs side by side; use it as `with Workers() as workers:`."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(CORES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._threads.shutdown(cancel_futures=True)

    def run(self, jobs: list[Job]) -> Callable[[], list[Printout]]:
        """Begin to set jobs; call what is given back to wait for their PDFs."""
        return self._start(run, jobs, _batches([job for job in jobs if not job.done]))

    def lay_out(self, jobs: list[Job]) -> Callable[[], list[Layout]]:
        """Begin to lay out jobs; call what is given back to wait for their layouts."""
        missing = [job for job in jobs if not job.laid_out.exists()]
        return self._start(lay_out, jobs, _batches(missing))

    def bind(self, bindings: list[Binding]) -> Callable[[], list[Printout]]:
        """Begin to bind long editions; call what is given back to wait for their PDFs."""
        return self._start(bind, bindings, [[one] for one in bindings if not one.done])

    def _start(
        self, work: Callable[[S], T], tasks: list[S], batches: list[list[S]]
    ) -> Callable[[], list[T]]:
        """Everything goes through the cache: at the end, each task finds its work done."""
        begun = [self._threads.submit(_elsewhere, work, batch) for batch in batches]

        def wait() -> list[T]:
            for one in begun:
                one.result()
            return [work(one) for one in tasks]

        return wait


def run_all(jobs: list[Job]) -> list[Printout]:
    """Set all jobs."""
    with Workers() as workers:
        return workers.run(jobs)()


def _batches(jobs: list[Job]) -> list[list[Job]]:
    """Batches of about the same length, the longest jobs first in each."""
    if len(jobs) < WORTH_A_PROCESS:
        return []
    jobs[0].prepare()
    batches: list[list[Job]] = [[] for _ in range(min(BATCHES * CORES, len(jobs)))]
    for job in sorted(jobs, key=lambda job: -job.weight):
        min(batches, key=lambda batch: sum(one.weight for one in batch)).append(job)
    return batches


def _elsewhere(work: Callable[[S], object], tasks: list[S]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", task.__name__],
        input=pickle.dumps((work, tasks)),
        capture_output=True,
        check=False,
        # Each core has a process already.
        env={**os.environ, "RAYON_NUM_THREADS": "1"},
    )
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode == task.REFUSED:
        raise PrintError(said)
    if done.returncode:
        raise RuntimeError(f"The typesetter's process ended with {done.returncode}: {said}")
