"""The open data of a site, part by part, written beside its pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

from scifi.exports import tables
from scifi.exports.api import run as api
from scifi.site.pages import Site

Files = Iterator[tuple[str, bytes]]
"""Paths below the site's root, and what the files hold."""

PARTS: tuple[Callable[[Site], Files], ...] = (tables.files, api.files)
"""What there is; each gives its files, the same bytes for the same content."""


def write(site: Site, folder: Path) -> int:
    """Write all open data of a site below `folder`; return the number of files."""
    return sum(write_part(part(site), folder) for part in PARTS)


def write_part(files: Files, folder: Path) -> int:
    """Write these files below `folder`; return how many they are."""
    written = 0
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written += 1
    return written
