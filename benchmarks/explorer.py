"""
How fast the explorer answers with 1,000 case studies, in the browser, on its real page.

Its data scripts are answered with a thousand cases made from the real ones; each kind of choice
is made several times, and timed from the click until the next frame is painted.
"""

import json
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, sync_playwright

from benchmarks.serving import served
from scifi.build import browser
from scifi.site.scripts import script

CASES = 1000
"""Case studies on the page."""

TIMES = 8
"""How often each kind of choice is made; the first is made unmeasured, to fill caches."""

PAINTED = """
    async act => {
        const painted = () => new Promise(done => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = done;
            channel.port2.postMessage(0);
        }));
        await painted();
        const began = performance.now();
        new Function(act)();
        await painted();
        return performance.now() - began;
    }
"""

CHOICES = {
    "a filter, cards": ("", "document.querySelectorAll('[data-facet=theme] input')[{i}].click()"),
    "a filter, table": (
        "?view=table",
        "document.querySelectorAll('[data-facet=theme] input')[{i}].click()",
    ),
    "a filter, map": (
        "?view=map",
        "document.querySelectorAll('[data-facet=theme] input')[{i}].click()",
    ),
    "all filters cleared, cards": (
        "",
        "const all = document.querySelector('.chip-clear');"
        "all ? all.click() : document.querySelector('[data-facet=theme] input').click()",
    ),
    "a filter, by effect": (
        "?sort=effect",
        "document.querySelectorAll('[data-facet=grade] input')[{i} % 5].click()",
    ),
    "thirty more cards": ("", "document.querySelector('.explorer-more').click()"),
}
"""What is done, on which view; `{i}` counts the times."""

WORDS = ("water", "heat pump", "bins full", "led street", "school energy", "dashboard", "sensor")

SEARCHED = """
    async words => {
        const box = document.querySelector(".explorer-search input");
        const status = document.querySelector(".explorer-status");
        const before = status.textContent;
        const answered = new Promise(done => {
            new MutationObserver((_, watch) => { watch.disconnect(); done(); })
                .observe(status, { childList: true, characterData: true, subtree: true });
        });
        const began = performance.now();
        box.value = words;
        box.dispatchEvent(new Event("input", { bubbles: true }));
        await answered;
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - began;
    }
"""


def read(path: Path) -> Any:
    """The value of a data script."""
    return json.loads(path.read_text(encoding="utf-8").partition("] = ")[2].rstrip(";\n"))


def thousand(data: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """A thousand cases and their words: the real ones again and again, with facets mixed."""
    known, words = read(data / "casestudies.js"), read(data / "casewords.js")
    real = known["cases"]
    cases, more = [], {}
    for i in range(CASES):
        case, other = real[i % len(real)], real[(7 * i + 3) % len(real)]
        id_ = f"{case['id']}-{i}"
        facets = {
            **case["facets"],
            **{f: other["facets"][f] for f in ("step", "money", "obstacle")},
        }
        # Titles differ, so that the index holds as many of its own words as real ones would.
        cases.append({**case, "id": id_, "title": f"{case['title']} no{i}", "facets": facets})
        more[id_] = f"{words[case['id']]} word{i} term{i}"
    return {**known, "cases": cases}, more


def open_page(page: Page, address: str) -> None:
    """Open an address below the explorer and wait until it is ready."""
    page.goto(address)
    page.locator("[data-tool=explorer][data-ready]").wait_for()


def typical(times: list[float]) -> dict[str, float]:
    """Median and slowest, ms, without the first."""
    return {
        "median": round(statistics.median(times[1:]), 1),
        "slowest": round(max(times[1:]), 1),
    }


def measure(site: Path) -> dict[str, float]:
    """Milliseconds from each kind of choice until it is painted."""
    cases, words = thousand(site / "assets" / "data")
    texts = {
        "casestudies": script("casestudies", cases),
        "casewords": script("casewords", words),
    }

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2].removesuffix(".js")
        route.fulfill(body=texts[name], content_type="text/javascript")

    found: dict[str, float] = {}
    with served(site) as root, sync_playwright() as playwright:
        address = f"{root}casestudies/"
        opened = playwright.chromium.launch(
            executable_path=browser.find(), args=[*browser.FLAGS, "--no-sandbox"]
        )
        # The policy of the pages lets nobody make code of a text, as the measured choices are.
        page = opened.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
        for name in texts:
            page.route(f"**/assets/data/{name}.js", answer)
        for name, (query, act) in CHOICES.items():
            open_page(page, address + query)
            times = [page.evaluate(PAINTED, act.format(i=i)) for i in range(TIMES)]
            found |= {f"explorer: {name}, {k}, ms": v for k, v in typical(times).items()}
        open_page(page, address)
        times = [page.evaluate(SEARCHED, phrase) for phrase in WORDS]
        found["explorer: first search, index built, ms"] = round(times[0], 1)
        found |= {f"explorer: words, {k}, ms": v for k, v in typical(times).items()}
        opened.close()
    return found


if __name__ == "__main__":
    for name, value in measure(Path(__file__).resolve().parent.parent / "site").items():
        print(f"{name:60} {value}")
