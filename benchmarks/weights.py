"""
What the first view of each page weighs, compressed: all that loads before anybody does anything.

Page, style sheets, scripts, fonts and pictures, in bytes as a host sends them that has them
compressed by Brotli (`scifi build --compressed`). `make audit` prints them.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import brotli
from playwright.sync_api import sync_playwright

from benchmarks.heights import addresses
from benchmarks.serving import served
from scifi.build import browser

ROOT = Path(__file__).resolve().parent.parent

TEXT, TOOL = 80_000, 110_000
"""
Most bytes of the first view of a page that is read, and of one with a tool.

For text 75,000 are wanted; a few chapters with their drawings are above.
"""

FOREIGN = 18_000
"""What the letters of names from Poland to Latvia may add: a file for each of the two typefaces."""

REASONS = {
    "about/sources/": "a list of something from every file",
    "about/gaps/": "a list of something from every file",
    "about/glossary/": "a list of every word, in four languages",
    "about/all-pages/": "a list of every page",
    "casestudies/": "all case studies, listed without scripts and again as data to filter",
    "compare/": "all case studies, listed without scripts and again as data to compare",
    "indicators/plan/": "all indicators, listed without scripts and again as data to choose from",
    "pathways/find/": "the rules for every kind of city, in tables and as data to reckon with",
    "pathways/axes/": "thirteen axes with all their classes, read as one",
    "cookbook/pathways-and-planning/": "the longest chapter, with its drawings",
    "cookbook/from-pilot-to-purchase/": "a long chapter with its drawings",
    "contribute/first/": "a guide with pictures",
    "contribute/form/": "the rules of all fields, by which it checks what one writes",
    "print/worksheets/": "the words of every sheet, to be read and copied",
}
"""Why pages of an address may weigh more; nothing else may."""

LOADED = re.compile(
    r'<(?:script[^>]* src|img[^>]* src|link rel="(?:stylesheet|icon)"[^>]* href)="([^"]+)"'
)

TOOL_SCRIPT = "assets/bundle/tools/"

PACKED = {".woff2", ".png", ".jpg", ".webp"}
"""Kinds of files that are sent as they are."""


@cache
def compressed(path: Path, quality: int = 11) -> int:
    """Bytes of a file as it is sent; with a lower quality a seventh more, and much sooner."""
    data = path.read_bytes()
    return len(data) if path.suffix in PACKED else len(brotli.compress(data, quality=quality))


def first_view(site: Path, address: str) -> set[Path]:
    """The files that a page names, and the fonts that hold its letters."""
    path = site / address / "index.html"
    page = path.read_text(encoding="utf-8")
    lazy = re.sub(r'<img[^>]* loading="lazy"[^>]*>', "", page)
    files = {site / urljoin(address, unescape(name)) for name in LOADED.findall(lazy)}
    letters = set(unescape(re.sub(r"<[^>]*>", "", page)))
    return {path, *files, *_fonts(site, frozenset(letters))}


def _fonts(site: Path, letters: frozenset[str]) -> Iterator[Path]:
    for file, held in _faces(site):
        if letters & held:
            yield file


@cache
def _faces(site: Path) -> list[tuple[Path, frozenset[str]]]:
    """Each font file of the style sheet, and the letters that it is for."""
    (sheet,) = (site / "assets/bundle").glob("site-*.css")
    faces = re.findall(
        r"@font-face\{[^}]*?url\(\"?([^\")]+)\"?\)[^}]*?unicode-range:([^;}]+)",
        sheet.read_text(encoding="utf-8"),
    )
    return [(sheet.parent / file, frozenset(_letters(ranges))) for file, ranges in faces]


def _letters(ranges: str) -> Iterator[str]:
    """The characters of a range as style sheets write it: `U+20-7E,U+131`."""
    for part in ranges.split(","):
        first, _dash, last = part.strip().removeprefix("U+").partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def weights(site: Path) -> dict[str, int]:
    """Bytes of the first view of every page, by address; tools are opened in a browser."""
    found = {address: first_view(site, address) for address in addresses(site)}
    tools = {a: files for a, files in found.items() if is_tool(files)}
    with served(site) as root, sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=browser.find(), args=[*browser.FLAGS, "--no-sandbox"]
        )
        for address, files in tools.items():
            page = started.new_page()
            page.on("request", lambda request, files=files: files.add(site / _path(request.url)))
            page.goto(f"{root}{address}", wait_until="networkidle")
            page.close()
        started.close()
    return {
        address: sum(compressed(path) for path in files if path.is_file())
        for address, files in found.items()
    }


def _path(url: str) -> str:
    """The path below the root that an address asks for."""
    return url.split("/", 3)[3].partition("?")[0].partition("#")[0]


def most(site: Path, address: str) -> int:
    """The budget of a page, in bytes."""
    files = first_view(site, address)
    foreign = any("latin-ext" in path.name for path in files)
    return (TOOL if is_tool(files) else TEXT) + foreign * FOREIGN


def reason(address: str) -> str:
    """Why a page may weigh more; empty if it may not."""
    return REASONS.get(address, "")


def is_tool(files: set[Path]) -> bool:
    """Whether a page has a script of its own."""
    return any(TOOL_SCRIPT in path.as_posix() and path.suffix == ".js" for path in files)
