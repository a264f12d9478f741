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

BATCH = 60
"""Jobs of one pool: the typesetter keeps what it has set, and gives it up with its process."""


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
        for start in range(0, len(missing), BATCH):
            with ProcessPoolExecutor(CORES, get_context("spawn")) as pool:
                list(pool.map(run, missing[start : start + BATCH]))
    return [run(job) for job in jobs]
