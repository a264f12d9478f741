"""
The engines that make pages of the content, each a program of its own.

MkDocs makes the site. ProperDocs, its fork, reads the same files and makes the same bytes. Zensical
gets plain files from `stage`, and makes pages in a frame of its own.
"""

import importlib.util
import os
import runpy
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from scifi import children, parallel
from scifi.build import checked, stage
from scifi.exports import sizes
from scifi.language import _

MKDOCS, PROPERDOCS, ZENSICAL = "mkdocs", "properdocs", "zensical"

NAMES = {MKDOCS: "MkDocs", PROPERDOCS: "ProperDocs", ZENSICAL: "Zensical"}
"""Each engine by its package, with its name."""


class EngineError(Exception):
    """An engine is missing, or stopped; the message says what to do or what it said."""


def write(engine: str, root: Path, out: Path, which: str, meanwhile: Callable[[], object]) -> None:
    """
    Write the pages of the project below `root` into the folder `out`, which is not there yet.

    `which` names the papers that pages may lead to; Zensical knows none. `meanwhile` is done while
    MkDocs or ProperDocs is at work.

    Raises:
        EngineError: The engine is not installed, or refused a page.
    """
    if importlib.util.find_spec(engine) is None:
        raise EngineError(
            _(
                "{name} is not installed: run make site ENGINE={engine}, which installs it.",
                name=NAMES[engine],
                engine=engine,
            )
        )
    if engine == ZENSICAL:
        _zensical(root, out)
        return
    said = root / checked.CACHE / "engine.log"
    with parallel.Beside(_mkdocs, engine, root, out, which, said) as beside:
        meanwhile()
        whole = beside.finish()
    if not whole:
        raise _stopped(engine, said.read_text(encoding="utf-8"))


def _mkdocs(engine: str, root: Path, out: Path, which: str, said: Path) -> None:
    """MkDocs or its fork in this process, which may know the content already."""
    os.chdir(root)
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", checked.PAPERS: which}
    sys.argv = [engine, "build", "--strict", "-f", "mkdocs.yml", "-d", str(out)]
    with said.open("w", encoding="utf-8") as told, redirect_stdout(told), redirect_stderr(told):
        runpy.run_module(engine, run_name="__main__")


def _zensical(root: Path, out: Path) -> None:
    folder = root / checked.CACHE / "staged"
    stage.stage(root, folder)
    _run(ZENSICAL, folder, "build", "--strict", "-f", "mkdocs.yml")
    (folder / "site").rename(out)
    sizes.fill_in(out)


def _run(engine: str, folder: Path, *arguments: str) -> None:
    done = children.run([sys.executable, "-m", engine, *arguments], folder)
    if done.returncode:
        raise _stopped(engine, done.stdout + done.stderr)


def _stopped(engine: str, said: str) -> EngineError:
    told = "\n".join(line for line in said.strip().splitlines() if not line.startswith("INFO"))
    return EngineError(_("{name} stopped:\n{said}", name=NAMES[engine], said=told))
