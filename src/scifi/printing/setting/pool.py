"""Several documents set side by side, on as many cores as there are."""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from scifi.printing.setting.fonts import fonts
from scifi.printing.setting.typeset import Document, Printout, run

CORES = os.cpu_count() or 1

WORTH_A_PROCESS = 4
"""Fewer documents than this are done sooner than a process has started."""

BATCH = 60
"""Jobs of one pool: the typesetter keeps what it has set, and gives it up with its process."""


def run_all(documents: Iterable[Document]) -> list[Printout]:
    """
    Set all documents, those that take longest first; what was set before is found in the cache.

    Raises:
        PrintError: Something could not be set.
    """
    documents = list(documents)
    missing = sorted(
        (document for document in documents if not document.done),
        key=lambda document: -document.weight,
    )
    if len(missing) >= WORTH_A_PROCESS:
        # The faces are cut once, before several processes ask for them.
        fonts(missing[0].faces)
        for start in range(0, len(missing), BATCH):
            with ProcessPoolExecutor(CORES, get_context("spawn")) as pool:
                list(pool.map(run, missing[start : start + BATCH]))
    return [run(document) for document in documents]
