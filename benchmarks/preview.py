"""
How long the preview takes from a save until the page shows it, on a copy of the real project.

Each kind of edit is made several times; the median counts, from the moment of saving until the page
has been loaded again as a browser does it.
"""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from scifi.preview.changes import FILES, FOLDERS

TIMES = 3
"""How often each edit is made and taken back."""

CASE = "accessible-parking-murcia-region"

EDITS = {
    "a case study": (f"casestudies/{CASE}.yml", "title: ", "title: New ", f"casestudies/{CASE}/"),
    "a chapter": ("cookbook/measuring.md", "\n## ", "\n## New ", "cookbook/measuring/"),
    "prose": ("docs/about/index.md", "\n## ", "\n## New ", "about/"),
    "a template": (
        "src/scifi/site/templates/casestudy.html",
        'class="citation">',
        'class="citation new">',
        f"casestudies/{CASE}/",
    ),
    "the frame": ("theme/main.html", "<body ", '<body data-new="" ', "about/"),
    "a style": ("frontend/styles/frame.css", ".made-from {", ".new{top:0}.made-from {", "about/"),
    "a script": ("frontend/scripts/paper.js", "function fold", "/* new */ function fold", "about/"),
    "Python": ("src/scifi/site/pages.py", "def best_first", "\ndef best_first", "about/"),
}
"""What is saved: file, text, its new text, and the page that is looked at."""


def measure(root: Path) -> dict[str, float]:
    """Seconds by kind of edit."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "project")
        for name in (*FOLDERS, "frontend"):
            ignored = shutil.ignore_patterns("node_modules")
            shutil.copytree(root / name, copy / name, ignore=ignored)
        shutil.copytree(root / ".cache", copy / ".cache", ignore=shutil.ignore_patterns("print"))
        for name in FILES:
            shutil.copy(root / name, copy / name)
        (copy / "frontend/node_modules").symlink_to(root / "frontend/node_modules")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        preview = subprocess.Popen(
            [sys.executable, "-m", "scifi.preview", copy, str(port)],
            env={**os.environ, "PYTHONPATH": str(copy / "src")},
            stdout=subprocess.DEVNULL,
        )
        try:
            return {
                f"preview: {name}, s": _median(copy, f"http://127.0.0.1:{port}/", *edit)
                for name, edit in EDITS.items()
            }
        finally:
            preview.terminate()
            preview.wait()


def _median(copy: Path, site: str, file: str, old: str, new: str, page: str) -> float:
    path = copy / file
    before = path.read_text(encoding="utf-8")
    times = []
    for _ in range(TIMES):
        for text in (before.replace(old, new, 1), before):
            times.append(_shown(path, text, site, page))
    return round(statistics.median(times), 2)


def _shown(path: Path, text: str, site: str, page: str) -> float:
    """Seconds from saving a text until the page has been loaded again."""
    found = re.search(r'data-state="(\d+)"', _get(site + page))
    state = found[1] if found else ""
    began = time.perf_counter()
    path.write_text(text, encoding="utf-8")
    while _get(f"{site}-/state?known={state}") == state:
        pass
    shown = _get(site + page)
    took = time.perf_counter() - began
    if 'id="content"' not in shown:
        raise RuntimeError(shown)
    return took


def _get(address: str) -> str:
    while True:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                content: bytes = answer.read()
                return content.decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except OSError:
            # It has not begun yet, or its worker has just been replaced.
            time.sleep(0.1)


if __name__ == "__main__":
    for name, value in measure(Path(__file__).resolve().parent.parent).items():
        print(f"{name:30} {value}")
