"""The sizes of files on pages that link to them: known once the files are written."""

import re
from pathlib import Path

from scifi.language import _, number

PAGE = "data/index.html"
"""The page with places for sizes, below the site."""

_PLACE = re.compile(r'<span data-size="([^"]+)"></span>')


def fill_in(folder: Path) -> None:
    """Write the size of each file into its place on the page of open data, if there is one."""
    page = folder / PAGE
    if page.is_file():
        text = page.read_text(encoding="utf-8")
        page.write_text(_PLACE.sub(lambda place: _size(page.parent / place[1]), text), "utf-8")


def _size(file: Path) -> str:
    return f"<small>{in_words(file.stat().st_size)}</small>" if file.is_file() else ""


def in_words(size: int) -> str:
    """A size in bytes as people read it: kB of 1,000 bytes, MB from 1,000 kB on."""
    if size >= 1_000_000:
        return _("{size}\u00a0MB", size=number(size / 1_000_000, 1))
    return _("{size}\u00a0kB", size=number(max(1, round(size / 1000))))
