"""
The whole build: check, draw, bundle, MkDocs, search, print, and only then replace `site/`.

MkDocs runs as its own program in a folder beside the site, so a build that fails or is stopped
leaves the last good site as it was.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scifi.build import assets, browser, checked
from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.printing import run as press
from scifi.printing.errors import PrintError


class BuildError(Exception):
    """The site could not be built; the message says why and what to do."""


def build(root: Path, tell: Callable[[str], None]) -> str:
    """
    Build `root/site` and say in one line what was built; `tell` gets a line for each stage.

    Raises:
        BuildError: Something failed; `root/site` is untouched.
    """
    began = time.monotonic()
    tell("Checking content and drawing charts ...")
    try:
        site = checked.site(root)
    except checked.ContentError as error:
        raise BuildError(str(error)) from None
    if browser.find() is None:
        tell(
            "NO BROWSER FOUND: charts will be tables only. Install Chromium, Chrome or Edge, or "
            "set SCIFI_BROWSER to its path, and build again."
        )
    tell("Bundling style sheet, scripts and fonts ...")
    try:
        assets.build(root, root / checked.CACHE)
    except assets.AssetsError as error:
        raise BuildError(str(error)) from None
    tell("Writing pages and the search index ...")
    fresh = root / checked.CACHE / "site.part"
    shutil.rmtree(fresh, ignore_errors=True)
    _mkdocs(root, fresh)
    tell("Setting the PDFs ...")
    printed = _print(root, fresh, site.corpus, tell)
    _replace(root / "site", fresh)
    counted = metrics.counts(site.corpus)
    pages = sum(1 for _ in (root / "site").rglob("index.html"))
    files = f"{len(printed)} PDFs"
    drawn = f"{len(site.drawings)} charts" if site.drawings else "NO drawn charts (no browser)"
    return (
        f"Built site/ in {time.monotonic() - began:.0f} s: {pages} pages, "
        f"{counted['casestudy']} case studies, {drawn}, {files}. "
        "Look at it with `make serve`, or open site/index.html."
    )


def _mkdocs(root: Path, out: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(out)]
    done = subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines()
        said = "\n".join(line for line in lines if not line.startswith("INFO"))
        raise BuildError(f"MkDocs stopped:\n{said}\nThe last good site/ is untouched.")


def _print(
    root: Path, site: Path, corpus: Corpus, tell: Callable[[str], None]
) -> list[press.Printed]:
    try:
        return press.print_all(root, site, corpus, tell)
    except PrintError as error:
        raise BuildError(f"{error}\nThe last good site/ is untouched.") from None


def _replace(site: Path, fresh: Path) -> None:
    """Swap folders by renaming: at no moment is there half a site."""
    old = site.with_name(".cache") / "site.old"
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
