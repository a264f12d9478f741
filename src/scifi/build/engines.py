"""
The engines that make pages of the content, each a program of its own.

MkDocs makes the site. ProperDocs, its fork, reads the same files and makes the same bytes. Zensical
gets plain files from `stage`, and makes pages in a frame of its own.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from scifi import children
from scifi.build import checked, stage
from scifi.exports import sizes
from scifi.language import _

MKDOCS, PROPERDOCS, ZENSICAL = "mkdocs", "properdocs", "zensical"

NAMES = {MKDOCS: "MkDocs", PROPERDOCS: "ProperDocs", ZENSICAL: "Zensical"}
"""Each engine by its package, with its name."""


class EngineError(Exception):
    """An engine is missing, or stopped; the message says what to do or what it said."""


def write(engine: str, root: Path, out: Path, which: str) -> None:
    """
    Write the pages of the project below `root` into the folder `out`, which is not there yet.

    `which` names the papers that pages may lead to; Zensical knows none.

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
    else:
        _mkdocs(engine, root, out, which)


def _mkdocs(engine: str, root: Path, out: Path, which: str) -> None:
    ours = {"NO_MKDOCS_2_WARNING": "1", checked.PAPERS: which}
    _run(engine, root, ours, "build", "--strict", "-f", "mkdocs.yml", "-d", str(out))


def _zensical(root: Path, out: Path) -> None:
    folder = root / checked.CACHE / "staged"
    stage.stage(root, folder)
    _run(ZENSICAL, folder, {}, "build", "--strict", "-f", "mkdocs.yml")
    (folder / "site").rename(out)
    sizes.fill_in(out)


def _run(engine: str, folder: Path, variables: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", engine, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        process_group=children.group(),
        env={**os.environ, **variables},
    )
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines()
        said = "\n".join(line for line in lines if not line.startswith("INFO"))
        raise EngineError(_("{name} stopped:\n{said}", name=NAMES[engine], said=said))
