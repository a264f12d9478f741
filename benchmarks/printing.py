"""
Every paper of the built site: set with nothing kept from before, and once more with all kept.

A process of its own, so that its memory is not mixed with that of other benchmarks. Memory is the
proportional share (PSS) of this process and all that it starts, looked at every twentieth of a
second, because processes share what they have not changed.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

from scifi.content.checks import check_all
from scifi.corpus import Corpus
from scifi.printing.papers.kept import Printed
from scifi.printing.papers.press import cache
from scifi.printing.run import print_all
from scifi.printing.setting.fonts import folder, fonts

ROOT = Path(__file__).resolve().parent.parent


def measure() -> dict[str, float]:
    """Seconds and MB of one print run, from a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.printing"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print one line of JSON."""
    corpus = check_all(ROOT).corpus
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for name in ("CHANGELOG.md", "mkdocs.yml"):
            (root / name).symlink_to(ROOT / name)
        # The typefaces are cut once, not at every run.
        shutil.copytree(fonts(folder(cache(ROOT))), folder(cache(root)))
        most = _Watch()
        with most:
            cold, printed = _print(root, corpus)
        warm, _printed = _print(root, corpus)
    print(
        json.dumps(
            {
                "print everything, s": round(cold, 1),
                "print everything again, nothing changed, s": round(warm, 1),
                "print everything, files": len(printed),
                "print everything, PDFs": sum(file.path.suffix == ".pdf" for file in printed),
                "print everything, pages": sum(file.pages for file in printed),
                "print everything, MB": most.all // 1_000_000,
                "print everything, MB of the largest process": most.largest // 1_000_000,
            }
        )
    )


def _print(root: Path, corpus: Corpus) -> tuple[float, list[Printed]]:
    """Seconds of one run on fresh pages, and what it printed."""
    site = root / "site"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(ROOT / "site", site, ignore=shutil.ignore_patterns("*.pdf", "*.zip"))
    began = time.perf_counter()
    printed = print_all(root, site, corpus, lambda line: None)
    return time.perf_counter() - began, printed


class _Watch:
    """The most memory of this process and its children, together and of one of them."""

    def __init__(self) -> None:
        self.all = self.largest = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.05):
            sizes = [_share(process) for process in [_ME, *_ME.children(recursive=True)]]
            self.all = max(self.all, sum(sizes))
            self.largest = max(self.largest, *sizes)


_ME = psutil.Process()


def _share(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        # It has ended meanwhile.
        return 0


if __name__ == "__main__":
    main()
