"""
What makes the built site one that can be installed and read without a network.

Three files: the manifest, by which browsers offer to install it; the service worker (bundled from
`frontend/scripts/worker/`), with the offline page and what that needs; and the list of all files,
for readers who want to keep the whole.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from scifi.build.pictures import COLOURS, ICONS
from scifi.language import _, code

LIST = "assets/offline.json"
PAGE = "offline/"
"""The page that is shown where there is no network."""

LEFT_OUT = (
    *("print/", "data/", "embed/", "hosting/", "assets/cards/", "assets/icons/"),
    *("assets/javascripts/", "assets/stylesheets/"),
)
"""Folders that reading needs nothing of: papers, tables, what others show or ask for."""

ENDINGS = (".html", ".css", ".js", ".json", ".svg", ".png", ".woff2", ".wasm")
"""Endings of files that pages need; the search index has endings of its own."""

PLACE_OF_LIST = "self.__WB_MANIFEST"
"""Where the worker takes what it keeps from the start; so Workbox calls it."""


def write(site: Path, name: str, description: str) -> None:
    """Write the three files into the built site called `name`."""
    (site / "manifest.webmanifest").write_text(_manifest(name, description), encoding="utf-8")
    bundled = site / "assets/worker.js"
    worker = bundled.read_text(encoding="utf-8")
    bundled.unlink()
    files = list(_files(site))
    listed = json.dumps({"files": files}, ensure_ascii=False, separators=(",", ":"))
    (site / LIST).write_text(listed, encoding="utf-8")
    needed = [{"url": address, "revision": mark} for address, mark in _needed_offline(site)]
    before, place, after = worker.partition(PLACE_OF_LIST)
    assert place, f"scripts/worker/worker.js has no {PLACE_OF_LIST}"
    # With the mark of the list any change of the site makes a new worker.
    text = f"// {_mark(listed.encode())}\n{before}{json.dumps(needed)}{after}"
    (site / "sw.js").write_text(text, encoding="utf-8")


def _manifest(name: str, description: str) -> str:
    """The manifest (https://www.w3.org/TR/appmanifest/)."""
    icons = [
        {
            "src": f"assets/icons/{file}",
            "sizes": f"{asked['size']}x{asked['size']}",
            "type": "image/png",
            "purpose": "maskable" if asked["margin"] else "any",
        }
        for file, asked in ICONS.items()
    ]
    said = {
        "name": name,
        "short_name": _("Cookbook"),
        "description": description,
        "lang": code(),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": COLOURS["cookbook"],
        "background_color": COLOURS["paper"],
        "icons": icons,
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _files(site: Path) -> Iterator[tuple[str, int, str]]:
    """Address, bytes and mark of every file that reading the whole site needs."""
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        name = path.relative_to(site).as_posix()
        if name.startswith(LEFT_OUT) and name != "print/index.html":
            continue
        if name.startswith("pagefind/") or path.suffix in ENDINGS:
            content = path.read_bytes()
            yield name.removesuffix("index.html"), len(content), _mark(content)


def _needed_offline(site: Path) -> Iterable[tuple[str, str]]:
    """Address and mark of the offline page and of the scripts and style sheets it names."""
    page = site / PAGE / "index.html"
    content = page.read_bytes()
    found = {PAGE: _mark(content)}
    for link in re.findall(r'(?:src|href)="(\.\./assets/[^"]+)"', content.decode()):
        file = (page.parent / link).resolve()
        found[file.relative_to(site.resolve()).as_posix()] = _mark(file.read_bytes())
    return found.items()


def _mark(content: bytes) -> str:
    """What changes with the content."""
    return hashlib.sha256(content).hexdigest()[:8]
