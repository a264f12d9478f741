"""The checker for PDFs, in a process of its own: see `validate`."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

BOTH = ("PDFUA-1", "PDFA-2A")
"""Accessible, and fit for an archive."""


def broken(
    paths: Iterable[Path | str], standards: Iterable[str] = BOTH
) -> dict[str, dict[str, int]]:
    """The files that break rules of the standards, with the rules."""
    wanted = [str(path) for path in paths]
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("validate.py"), ",".join(standards), *wanted],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert set(found) == set(wanted)
    return {path: rules for path, rules in found.items() if rules}
