"""
`scifi check` on a thousand case studies and all other content, each time in a new process.

Nothing is known from an earlier check. Seconds are counted after the start, that is from the moment
at which Python has loaded the program.
"""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from scifi.content.checks import check_all

ROOT = Path(__file__).resolve().parent.parent

CASES = 1000
"""Case studies that are checked."""

TIMES = 3
"""How often; the quickest counts, as other programs only make it slower."""


def measure(folder: Path) -> dict[str, float]:
    """Seconds of a check of content laid into `folder`, in all and of the processor."""
    thousand_cases(folder)
    runs = [_run(folder) for _ in range(TIMES)]
    return {
        f"check {CASES:,} case studies and all else, files": runs[0]["files"],
        f"check {CASES:,} case studies and all else, s": min(run["s"] for run in runs),
        f"check {CASES:,} case studies and all else, processor s": min(
            run["processor s"] for run in runs
        ),
    }


def thousand_cases(folder: Path) -> None:
    """A copy of the content in which case studies stand again and again, to make a thousand."""
    for name in ("casestudies", "cookbook", "data"):
        shutil.copytree(ROOT / name, folder / name)
    files = sorted((folder / "casestudies").glob("*.yml"))
    for i in range(CASES - len(files)):
        shutil.copy(files[i % len(files)], folder / "casestudies" / f"copy-{i}.yml")


def _run(folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.checking", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print one line of JSON: one check of the folder that is named."""
    began, used = time.perf_counter(), time.process_time()
    report = check_all(Path(sys.argv[1]))
    seconds, processor = time.perf_counter() - began, time.process_time() - used
    assert not report.problems
    print(
        json.dumps(
            {
                "files": report.files,
                "s": round(seconds, 2),
                "processor s": round(processor, 2),
            }
        )
    )


if __name__ == "__main__":
    main()
