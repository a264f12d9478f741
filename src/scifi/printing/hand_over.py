"""
Files that a tool of the site cuts or fills in, handed to it as scripts of data.

A page that is opened from a folder may not read files, so a file stands there in letters (base64).
"""

from base64 import b64encode
from pathlib import Path

from scifi.site.scripts import script


def in_letters(content: bytes) -> str:
    """A file as text, which `bytesOf` in `frontend/scripts/dom.js` turns back."""
    return b64encode(content).decode()


def hand_over(site: Path, name: str, value: object) -> None:
    """Write a value where a tool looks for it by its name, below the built site."""
    path = site / f"assets/data/{name}.js"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script(name, value), encoding="utf-8")
