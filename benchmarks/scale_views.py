"""What a built site weighs, and how soon its search and its explorer answer in a browser."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.explorer import CHOICES, PAINTED, open_page
from benchmarks.serving import served
from scifi.build import browser

WORDS = ("water saved", "street lighting", "heat pumps", "bins")
"""What is searched; the first time the index is loaded too."""

TIMES = 5
"""How often a choice is made in the explorer; the first is not counted."""

FOUND = """
    async words => {
        const dialog = document.querySelector("#search");
        const box = dialog.querySelector("input[type=search]");
        const began = performance.now();
        box.value = words;
        box.dispatchEvent(new Event("input", { bubbles: true }));
        while (!dialog.querySelector(".search-results a")) {
            await new Promise(done => setTimeout(done, 5));
        }
        return performance.now() - began;
    }
"""
"""Milliseconds from the last letter until the first result stands there."""


def weights(site: Path) -> dict[str, float]:
    """Pages, their bytes, and the bytes of what search and explorer load, in kB."""
    pages = {path: path.stat().st_size for path in site.rglob("*.html")}
    data = site / "assets" / "data"
    return {
        "pages": len(pages),
        "pages, MB": sum(pages.values()) / 1e6,
        "largest page, kB": max(pages.values()) / 1e3,
        "/casestudies/, kB": pages[site / "casestudies" / "index.html"] / 1e3,
        "/compare/, kB": pages[site / "compare" / "index.html"] / 1e3,
        "search, all its files, kB": _kilobytes([*(site / "pagefind").rglob("*")]),
        "search, names of pages, kB": _kilobytes(_of(data, "search")),
        "explorer, all its data, kB": _kilobytes([*_of(data, "casestud"), *_of(data, "caseword")]),
        "site, MB": _kilobytes([*site.rglob("*")]) / 1e3,
    }


def _of(data: Path, name: str) -> Iterator[Path]:
    """A data script and the parts of it."""
    yield from data.glob(f"{name}*.js")


def _kilobytes(paths: list[Path] | Iterator[Path]) -> float:
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e3


def answers(site: Path) -> dict[str, float]:
    """Milliseconds until search and explorer have answered."""
    with served(site) as root, sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=browser.find(), args=[*browser.FLAGS, "--no-sandbox"]
        )
        # The policy of the pages lets nobody make code of a text, as the measured choices are.
        page = started.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
        found = {**_search(page, root), **_explorer(page, root)}
        started.close()
    return found


def _search(page: Page, root: str) -> dict[str, float]:
    times = []
    for words in WORDS:
        page.goto(f"{root}about/")
        page.keyboard.press("/")
        page.locator("#search input[type=search]").wait_for()
        times.append(page.evaluate(FOUND, words))
    return {"search, first result, ms": statistics.median(times)}


def _explorer(page: Page, root: str) -> dict[str, float]:
    found = {}
    for name in ("a filter, cards", "a filter, map"):
        query, act = CHOICES[name]
        open_page(page, f"{root}casestudies/{query}")
        times = [page.evaluate(PAINTED, act.format(i=i)) for i in range(TIMES)]
        found[f"explorer, {name}, ms"] = statistics.median(times[1:])
    return found
