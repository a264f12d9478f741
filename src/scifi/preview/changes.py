"""Which files of the project were saved, and what a preview has to do about it."""

import queue
from collections.abc import Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

FOLDERS = ("casestudies", "cookbook", "data", "docs", "src", "theme")
"""Watched with all that is in them."""

FRONT_END = ("frontend/scripts", "frontend/styles")
"""The same; the packages beside them never change."""

FILES = ("mkdocs.yml", "macros.py", "hooks.py", "CHANGELOG.md", "frontend/build.mjs")

QUIET = 0.05
"""Seconds without a further change after which those before are told; editors save in steps."""

CHANGING = {"created", "modified", "moved", "deleted"}
"""Events that change a file; it is also told who opens and closes one."""


class _Heard(FileSystemEventHandler):
    def __init__(self, root: Path):
        self.root = root
        self.paths: queue.Queue[str] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in CHANGING or event.is_directory:
            return
        for path in filter(None, (event.src_path, event.dest_path)):
            shown = Path(str(path)).relative_to(self.root).as_posix()
            if is_ours(shown):
                self.paths.put(shown)


def is_ours(path: str) -> bool:
    """True for a file that pages are made from; false for what editors and Python leave beside."""
    hidden = any(part.startswith((".", "__pycache__")) for part in path.split("/"))
    if hidden or path.endswith("~"):
        return False
    return path in FILES or path.startswith(tuple(f"{name}/" for name in (*FOLDERS, *FRONT_END)))


def needs_restart(path: str) -> bool:
    """True for Python code and what it reads once, such as catalogues; a template is read anew."""
    read_anew = "src/scifi/site/templates/"
    return path.endswith(".py") or (path.startswith("src/") and not path.startswith(read_anew))


def changes(root: Path) -> Iterator[set[str]]:
    """Paths below `root`, in groups as they were saved; without end."""
    root = root.resolve()
    heard = _Heard(root)
    observer = Observer()
    for folder in (*FOLDERS, *FRONT_END):
        if (root / folder).is_dir():
            observer.schedule(heard, str(root / folder), recursive=True)
    for folder in (".", "frontend"):
        if (root / folder).is_dir():
            observer.schedule(heard, str(root / folder))
    observer.daemon = True
    observer.start()
    while True:
        yield _group(heard.paths)


def _group(paths: queue.Queue[str]) -> set[str]:
    found = {paths.get()}
    while True:
        try:
            found.add(paths.get(timeout=QUIET))
        except queue.Empty:
            return found
