"""
What Lighthouse says of a page on a phone: `python -m benchmarks.lighthouse ADDRESS...`.

It is fetched into `.cache/` when it is first asked; neither a build nor a test needs it.
"""

import json
import os
import sys
from operator import itemgetter
from pathlib import Path

from benchmarks.serving import served
from scifi.build import browser, node

ROOT = Path(__file__).resolve().parent.parent

PACKAGE = "lighthouse@13.5.0"

ADDRESSES = (
    "",
    "solutions/",
    "solutions/clean-air-rules/",
    "pathways/compact-heritage-city/",
    "cookbook/innovative-procurement/",
    "survival-guide/plan/",
    "aid-kit/no-bids/",
    "casestudies/",
    "casestudies/allride-cycling-mechelen-bruges/",
    "indicators/energy-saving/",
    "cities/bruges/",
    "about/privacy/",
)
"""One page of each layout."""

LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The points, of 100, that each page is to have."""

RUNS = 3
"""How often a page is opened: what else a machine does changes the points."""

REASONS = {
    "casestudies/": "a panel of hundreds of values and its cards are made in the browser",
}
"""Why a page may have fewer."""


def points(site: Path, addresses: tuple[str, ...] = ADDRESSES) -> dict[str, dict[str, int]]:
    """Points of each page by what they are for; the site has to be built `--compressed`."""
    folder = ROOT / ".cache" / "lighthouse"
    os.environ["CHROME_PATH"] = browser.find() or ""
    if not (folder / "node_modules").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        node.npm(folder, "install", "--ignore-scripts", "--no-fund", "--no-audit", PACKAGE)
    with served(site) as root:
        return {address: _middle(folder, root + address) for address in addresses}


def _middle(folder: Path, url: str) -> dict[str, int]:
    """The points of the run that was neither the quickest nor the slowest."""
    runs = sorted((_points(folder, url) for _run in range(RUNS)), key=itemgetter("performance"))
    return runs[RUNS // 2]


def _points(folder: Path, url: str) -> dict[str, int]:
    report = folder / "report.json"
    node.run(
        folder,
        "node_modules/lighthouse/cli/index.js",
        url,
        "--quiet",
        "--chrome-flags=--headless=new --no-sandbox",
        f"--only-categories={','.join(LEAST)}",
        "--output=json",
        f"--output-path={report}",
    )
    found = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: round(100 * found[name]["score"]) for name in LEAST}


if __name__ == "__main__":
    asked = tuple(sys.argv[1:]) or ADDRESSES
    for address, found in points(ROOT / "site", asked).items():
        print(f"/{address:50} {found}")
