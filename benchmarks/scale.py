"""
How costs grow with the number of case studies: `python -m benchmarks.scale 100 1000 10000`.

Each size is a made-up knowledge base (`benchmarks/corpora.py`), checked, built and built again
after one edit, each time in a new process, and looked at in a browser; stock MkDocs with Material,
macros and search builds the same pages beside it. Writes `benchmarks/scale.json` and `README.md`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpora, scale_table, scale_views, stock

ROOT = Path(__file__).resolve().parent.parent

NAMES = ("assets", "fonts")
"""Bundles of style sheet, scripts and fonts: kept, as they do not change with the content."""

Row = dict[str, float]
"""A figure by its name; seconds, kB and MB as the name says."""


@dataclass(frozen=True)
class Cost:
    """What a program took: seconds, seconds of the processor, MB of its largest process."""

    wall: float
    processor: float
    memory: float


def run(command: list[str], folder: Path) -> Cost:
    """
    Run a program to its end; what it starts itself is counted too.

    Raises:
        RuntimeError: It failed; with what it said.
    """
    with tempfile.TemporaryFile("w+") as said:
        began = time.perf_counter()
        started = subprocess.Popen(
            command,
            cwd=folder,
            stdout=said,
            stderr=said,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "NO_MKDOCS_2_WARNING": "1"},
        )
        _pid, status, used = os.wait4(started.pid, 0)
        wall = time.perf_counter() - began
        started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {said.read()[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure(count: int, folder: Path, *, with_stock: bool) -> Row:
    """All figures of one size; `folder` is empty."""
    project = folder / "project"
    corpora.write(count, project)
    _lend_bundles(project)
    python = [sys.executable, "-m"]
    load = run([*python, "benchmarks.loading", str(project)], project)
    check = run([*python, "scifi", "check"], project)
    build = run([*python, "scifi", "build", "--no-print"], project)
    _edit(project)
    again = run([*python, "scifi", "build", "--no-print"], project)
    found = {
        "load, processor s": load.processor,
        "check, s": check.wall,
        "check, processor s": check.processor,
        "first build, s": build.wall,
        "first build, processor s": build.processor,
        "first build for a case study, processor ms": 1000 * build.processor / count,
        "build after one edit, processor s": again.processor,
        "largest process of a build, MB": max(build.memory, again.memory),
        **scale_views.weights(project / "site"),
        **scale_views.answers(project / "site"),
    }
    if with_stock:
        stock.prepare(project, folder / "staged")
        command = [*python, "mkdocs", "build", "--quiet", "-d", str(folder / "stock")]
        beside = run(command, folder / "staged")
        found["stock MkDocs, processor s"] = beside.processor
        found["largest process of stock MkDocs, MB"] = beside.memory
    return {name: round(value, 2) for name, value in found.items()}


def _lend_bundles(project: Path) -> None:
    """Let a project use the bundles of this one."""
    cache = project / ".cache"
    cache.mkdir()
    for name in NAMES:
        for bundle in (ROOT / ".cache").glob(f"{name}-*"):
            (cache / bundle.name).symlink_to(bundle)
    (project / "frontend" / "node_modules").symlink_to(ROOT / "frontend" / "node_modules")


def _edit(project: Path) -> None:
    """Change one number of one case study, as somebody does who corrects it."""
    for path in sorted((project / "casestudies").glob("*.yml")):
        before = path.read_text(encoding="utf-8")
        after = before.replace("    baseline: null\n", "    baseline: 1\n", 1)
        if after != before:
            path.write_text(after, encoding="utf-8")
            return
    raise RuntimeError("no case study has a result without a baseline")


def main() -> None:
    """Measure the sizes that are named, and write both files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("counts", type=int, nargs="+", help="numbers of case studies")
    parser.add_argument("--stock-up-to", type=int, default=1000, help="largest size beside stock")
    asked = parser.parse_args()
    kept = scale_table.read()
    for count in asked.counts:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(count, Path(folder), with_stock=count <= asked.stock_up_to)
        kept[str(count)] = {**scale_table.circumstances(), "figures": found}
        scale_table.write(kept)
        print(count, json.dumps(found, indent=2), flush=True)


if __name__ == "__main__":
    main()
