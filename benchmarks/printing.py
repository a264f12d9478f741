"""
Set all chapters and the book of the built site, with nothing kept from before.

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
from scifi.printing.editions import Edition, editions
from scifi.printing.fonts import folder, fonts
from scifi.printing.press import Press, cache

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
        for name in ("site", "CHANGELOG.md", "mkdocs.yml"):
            (root / name).symlink_to(ROOT / name)
        site = root / "printed"
        site.mkdir()
        for page in (ROOT / "site").iterdir():
            if page.name != "print":
                (site / page.name).symlink_to(page)
        # The typefaces are cut once, not at every run.
        shutil.copytree(fonts(folder(cache(ROOT))), folder(cache(root)))
        wanted = [edition for edition in editions(corpus) if edition.kind in ("chapter", "book")]
        press = Press(root, site, corpus)
        seconds = min(_seconds(press, wanted) for _ in range(3))
        # Once more to see its memory: looking takes time itself.
        _forget(root)
        most = _Watch()
        with most:
            printed = press.print(wanted)
    what = "print all chapters and the book"
    print(
        json.dumps(
            {
                f"{what}, s": round(seconds, 1),
                f"{what}, pages": sum(pdf.pages for pdf in printed),
                f"{what}, MB": most.all // 1_000_000,
                f"{what}, MB of the largest process": most.largest // 1_000_000,
            }
        )
    )


def _seconds(press: Press, wanted: list[Edition]) -> float:
    """One run with nothing kept."""
    _forget(press.root)
    began = time.perf_counter()
    press.print(wanted)
    return time.perf_counter() - began


def _forget(root: Path) -> None:
    for path in cache(root).glob("*.*"):
        if path.is_file():
            path.unlink()


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
