"""Several documents set side by side, on as many cores as there are."""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from scifi.printing.fonts import fonts
from scifi.printing.typeset import Job, Printout, run

CORES = os.cpu_count() or 1

WORTH_A_PROCESS = 4
"""Fewer jobs than this are done sooner than a process has started."""

JOBS_OF_A_PROCESS = 24
"""The typesetter keeps what it has set: a process ends after so many jobs, with its memory."""


def run_all(jobs: Iterable[Job]) -> list[Printout]:
    """
    Set all jobs, those that take longest first; what was set before is found in the cache.

    Raises:
        PrintError: Something could not be set.
    """
    jobs = list(jobs)
    missing = sorted((job for job in jobs if not job.done), key=lambda job: -job.weight)
    if len(missing) >= WORTH_A_PROCESS:
        # The faces are cut once, before several processes ask for them.
        fonts(missing[0].faces)
        with ProcessPoolExecutor(
            CORES, get_context("spawn"), max_tasks_per_child=JOBS_OF_A_PROCESS
        ) as pool:
            for done in [pool.submit(run, job) for job in missing]:
                done.result()
    return [run(job) for job in jobs]
