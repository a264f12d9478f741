"""
How many real questions the search answers: `python -m benchmarks.searching [FOLDER]`.

Each question of `tests/examples/search/questions.tsv` is put into the search of the built site,
over http and from the folder; it is answered if a page that was expected is among the first three.
"""

import csv
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, sync_playwright

from benchmarks.serving import served
from scifi.build import browser

ROOT = Path(__file__).resolve().parent.parent

QUESTIONS = ROOT / "tests" / "examples" / "search" / "questions.tsv"

FIRST = 3
"""How many results a reader looks at."""

TOLD = "wanted => (document.querySelector('#search [role=status]').textContent !== '') === wanted"
"""True once the dialog tells how many results there are, or once it tells nothing any more."""


def questions() -> list[dict[str, str]]:
    """Query, group and expected addresses, parted by `|`, of each question."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def shares(site: Path) -> dict[str, dict[str, tuple[int, int]]]:
    """For `http` and `file`: answered questions and all questions of each group."""
    with served(site) as root, sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=browser.find(), args=[*browser.FLAGS, "--no-sandbox"]
        )
        starts = {"http": f"{root}about/", "file": (site / "about" / "index.html").as_uri()}
        # The policy of the pages lets nobody make code of a text, as waiting for an answer does.
        found = {
            way: _answered(started.new_page(bypass_csp=True), site, start)
            for way, start in starts.items()
        }
        started.close()
    return found


def _answered(page: Page, site: Path, start: str) -> dict[str, tuple[int, int]]:
    page.goto(start)
    page.keyboard.press("/")
    answered, asked = Counter[str](), Counter[str]()
    for question in questions():
        first = _first(page, site, question["query"])
        group = question["group"]
        asked[group] += 1
        answered[group] += not first.isdisjoint(question["expected"].split("|"))
    return {group: (answered[group], asked[group]) for group in asked}


def _first(page: Page, site: Path, query: str) -> set[str]:
    """The addresses below the root of the first results."""
    box = page.locator("#search input[type=search]")
    box.fill("")
    page.wait_for_function(TOLD, arg=False)
    box.fill(query)
    page.wait_for_function(TOLD, arg=True)
    links = page.locator(".search-results a").evaluate_all("all => all.map(link => link.href)")
    root = "" if page.url.startswith("http") else site.as_posix()
    return {
        unquote(urlsplit(link).path).removeprefix(root).removesuffix("index.html")
        for link in links[:FIRST]
    }


if __name__ == "__main__":
    place = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "site"
    for way, groups in shares(place).items():
        for group, (right, every) in groups.items():
            print(f"{way}  {group:12} {right:3} of {every:3}  {100 * right / every:3.0f} %")
