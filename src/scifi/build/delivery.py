"""
A finished site put in the place of the last good one.

A plain folder is swapped by renaming. Where `site/` is a link, a mount or on another disk, it stays
what it is, and what is in it is swapped piece by piece. Whatever is stopped half-way is put right
by `recover` at the next run.
"""

import os
import shutil
from pathlib import Path

NEW, OLD = ".scifi-new", ".scifi-old"
"""Folders inside a site that cannot be renamed, while it is being replaced."""


def replace(site: Path, fresh: Path, old: Path) -> None:
    """Put the folder `fresh` in the place of `site`; `old` takes the last one meanwhile."""
    shutil.rmtree(old, ignore_errors=True)
    if site.is_symlink() or os.path.ismount(site) or not _swapped(site, fresh, old):
        _fill(site.resolve(), fresh)
        shutil.rmtree(fresh)
    shutil.rmtree(old, ignore_errors=True)


def recover(site: Path, old: Path) -> None:
    """Give back the last good site, if a run was killed between taking it and giving the new."""
    if old.is_dir() and not site.exists() and not site.is_symlink():
        old.rename(site)
    parted = site / OLD
    if parted.is_dir():
        for entry in parted.iterdir():
            if not (site / entry.name).exists():
                entry.rename(site / entry.name)
    for folder in (parted, site / NEW):
        shutil.rmtree(folder, ignore_errors=True)


def _swapped(site: Path, fresh: Path, old: Path) -> bool:
    """Swap two folders by renaming; False, and nothing has changed, where that cannot be done."""
    if not site.exists():
        try:
            fresh.rename(site)
        except OSError:
            return False
        return True
    try:
        site.rename(old)
    except OSError:
        return False
    fresh.rename(site)
    return True


def _fill(site: Path, fresh: Path) -> None:
    """Swap what is in two folders; the long part, copying, is done before anything is taken."""
    site.mkdir(parents=True, exist_ok=True)
    shutil.copytree(fresh, site / NEW)
    (site / OLD).mkdir()
    for entry in list(site.iterdir()):
        if entry.name not in (NEW, OLD):
            entry.rename(site / OLD / entry.name)
    for entry in list((site / NEW).iterdir()):
        entry.rename(site / entry.name)
    shutil.rmtree(site / OLD)
    shutil.rmtree(site / NEW)
