"""
Setting on as many cores as there are.

Each batch of jobs gets a process of its own, because the typesetter remembers all that it has set
until its process ends. What is made goes through the cache, so that processes need not talk.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

from scifi.printing.errors import PrintError
from scifi.printing.typeset import Job, Layout, Printout, lay_out, run

T = TypeVar("T")

WORTH_A_PROCESS = 4
"""Fewer jobs than this are done sooner than another process has started."""

BATCH = 150_000
"""Letters of data that one process sets: some thirty pages, about 100 MB of memory."""


class Workers:
    """Processes that set jobs side by side; use it as `with Workers() as workers:`."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(os.cpu_count() or 1)

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
        return self._start(run, jobs, [job for job in jobs if not job.done])

    def lay_out(self, jobs: list[Job]) -> Callable[[], list[Layout]]:
        """Begin to lay out jobs; call what is given back to wait for their layouts."""
        return self._start(lay_out, jobs, [job for job in jobs if not job.laid_out.exists()])

    def _start(
        self, work: Callable[[Job], T], jobs: list[Job], missing: list[Job]
    ) -> Callable[[], list[T]]:
        begun: list[Future[None]] = []
        if len(missing) >= WORTH_A_PROCESS:
            missing[0].prepare()
            begun = [self._threads.submit(_elsewhere, work, some) for some in _batches(missing)]

        def wait() -> list[T]:
            for one in begun:
                one.result()
            return [work(job) for job in jobs]

        return wait


def run_all(jobs: list[Job]) -> list[Printout]:
    """Set all jobs."""
    with Workers() as workers:
        return workers.run(jobs)()


def _batches(jobs: list[Job]) -> Iterator[list[Job]]:
    """The longest first, so that no core waits for it at the end."""
    batch: list[Job] = []
    size = 0
    for job in sorted(jobs, key=lambda job: -job.weight):
        if batch and size + job.weight > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(job)
        size += job.weight
    if batch:
        yield batch


def _elsewhere(work: Callable[[Job], object], jobs: list[Job]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        input=pickle.dumps((work, jobs)),
        capture_output=True,
        check=False,
        # Each core has a process already.
        env={**os.environ, "RAYON_NUM_THREADS": "1"},
    )
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode == REFUSED:
        raise PrintError(said)
    if done.returncode:
        raise RuntimeError(f"The typesetter's process ended with {done.returncode}: {said}")


REFUSED = 3
"""How a process ends that met something it could not set."""


def main() -> None:
    """Set the jobs that come through standard input."""
    work, jobs = pickle.load(sys.stdin.buffer)
    try:
        for job in jobs:
            work(job)
    except PrintError as error:
        print(error, file=sys.stderr)
        sys.exit(REFUSED)


if __name__ == "__main__":
    main()
