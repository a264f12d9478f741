"""
Setting on as many cores as there are.

A helper process for each core does one task after the other. What is made goes through the cache,
so that processes need not talk much.
"""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition, Thread
from types import TracebackType
from typing import Any, Self, TypeVar

from scifi.printing import task
from scifi.printing.joining import Binding, bind
from scifi.printing.typeset import Job, Printout, run

S = TypeVar("S")
T = TypeVar("T")

CORES = os.cpu_count() or 1

WORTH_A_PROCESS = 4
"""Fewer jobs than this are done sooner than a process has started."""


@dataclass(frozen=True)
class _Errand:
    work: Callable[[Any], object]
    task: Any
    done: "Future[None]" = field(default_factory=Future)


class Workers:
    """Processes that set jobs side by side; use it as `with Workers() as workers:`."""

    def __init__(self) -> None:
        self._next: deque[_Errand] = deque()
        self._spare: deque[_Errand] = deque()
        self._spare_for_all = self._over = False
        self._changed = Condition()
        self._threads: list[Thread] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._changed:
            self._over = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()

    def run(self, jobs: list[Job], spare: bool = False) -> Callable[[], list[Printout]]:
        """
        Begin to set jobs; call what is given back to wait for their PDFs.

        Jobs for spare time leave one process free for others until they are waited for.
        """
        return self._start(run, jobs, _ready([job for job in jobs if not job.done]), spare)

    def bind(self, bindings: list[Binding]) -> Callable[[], list[Printout]]:
        """Begin to bind long editions; call what is given back to wait for their PDFs."""
        return self._start(bind, bindings, [binding for binding in bindings if not binding.done])

    def _start(
        self, work: Callable[[S], T], tasks: list[S], missing: list[S], spare: bool = False
    ) -> Callable[[], list[T]]:
        """Everything goes through the cache: at the end, each task finds its work done."""
        begun = [_Errand(work, absent) for absent in missing]
        self._hand_over(begun, spare)

        def wait() -> list[T]:
            with self._changed:
                self._spare_for_all |= spare
                self._changed.notify_all()
            for errand in begun if self._threads else ():
                errand.done.result()
            return [work(task) for task in tasks]

        return wait

    def _hand_over(self, errands: list[_Errand], spare: bool) -> None:
        with self._changed:
            (self._spare if spare else self._next).extend(errands)
            waiting = len(self._spare) + len(self._next)
            self._changed.notify_all()
        if not self._threads and waiting >= WORTH_A_PROCESS:
            self._threads = [
                Thread(target=self._serve, args=(nth, Helper())) for nth in range(CORES)
            ]
            for thread in self._threads:
                thread.start()

    def _serve(self, nth: int, helper: "Helper") -> None:
        """Give one errand after the other to a process of its own."""
        with helper:
            while errand := self._wait_for_errand(nth):
                try:
                    helper.do(errand.work, errand.task)
                    errand.done.set_result(None)
                except Exception as error:
                    errand.done.set_exception(error)

    def _wait_for_errand(self, nth: int) -> _Errand | None:
        """The next for this thread, the nth from 0; None at the end, or once nobody needs any."""
        with self._changed:
            while not self._over:
                if self._next:
                    return self._next.popleft()
                if self._spare and (self._spare_for_all or nth > 0 or CORES == 1):
                    return self._spare.popleft()
                self._changed.wait()
        return None


def _ready(jobs: list[Job]) -> list[Job]:
    """The longest first, so that the last ones end at about the same time."""
    for job in jobs[:1]:
        job.prepare()
    return sorted(jobs, key=lambda job: -job.weight)


class Helper:
    """A process that does what it is told; use it as `with Helper() as helper:`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", task.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Each core has a process already.
            env={**os.environ, "RAYON_NUM_THREADS": "1"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.communicate()

    def do(self, work: Callable[[Any], object], task: Any) -> None:
        """Have one task done; raises what was raised there."""
        assert self._process.stdin and self._process.stdout
        try:
            pickle.dump((work, task), self._process.stdin)
            self._process.stdin.flush()
            error = pickle.load(self._process.stdout)
        except (EOFError, OSError):
            error = RuntimeError("A helper of the press has ended, so nothing more can be set.")
        if error:
            raise error


def run_all(jobs: list[Job]) -> list[Printout]:
    """Set all jobs."""
    with Workers() as workers:
        return workers.run(jobs)()
