"""
Everything that the site promises about its own quality, in one table: `make audit`.

What has a budget fails `make test` too; here it stands with its numbers. Lighthouse and the search
are only measured here: points depend on the machine, and two hundred questions take minutes.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import heights, lighthouse, searching, weights
from scifi.build import compressing

ROOT = Path(__file__).resolve().parent.parent

EVERY_PAGE = {**os.environ, "SCIFI_EVERY_PAGE": "1"}
"""Where a test looks at some pages, here it looks at all."""

Row = tuple[str, str, str]
"""What is measured, what was found, what is wanted."""

PROVEN = {
    "layout shift below 0.02, every type of page": "tests/browser/test_layout_shift.py",
    "axe, every type of page, both palettes": "tests/browser/test_browser_accessibility.py",
    "content policy, nothing runs, no other host": "tests/browser/test_policy.py",
    "links": "tests/site/test_site_links.py",
    "weights within their budgets": "tests/site/test_site_weight.py",
}
"""Promises that a test holds, each with its file."""


def search(site: Path) -> Iterator[Row]:
    """Share of questions that are answered among the first three, by group."""
    for way, groups in searching.shares(site).items():
        for group, (right, every) in groups.items():
            wanted = "85 %" if way == "file" or group in ("nl", "fr", "de") else "95 %"
            yield f"search, {way}, {group}", f"{100 * right / every:.0f} % of {every}", wanted


def weight(site: Path) -> Iterator[Row]:
    """The heaviest first views, and how many are above the budget."""
    found = weights.weights(site)
    budgets = {address: weights.most(site, address) for address in found}
    for most in sorted(set(budgets.values())):
        pages = {address: found[address] for address in found if budgets[address] == most}
        heavy = [a for a, w in pages.items() if w > most]
        middle = sorted(pages.values())[len(pages) // 2] / 1000
        yield (
            "first view of a page",
            f"{middle:.0f} kB in the middle, {len(heavy)} of {len(pages)} above",
            f"{most / 1000:.0f} kB",
        )
        for address in sorted(heavy, key=lambda a: -pages[a])[:10]:
            why = weights.reason(address)
            yield f"  /{address}", f"{pages[address] / 1000:.0f} kB", why or "no reason"


def long_pages(site: Path) -> Iterator[Row]:
    """Pages that are higher than a page should be, with the reason."""
    for height, address in sorted(heights.heights(site), reverse=True):
        if height > heights.MOST:
            yield f"  /{address}", f"{height:,} px", heights.reason(address) or "no reason"


def points(site: Path) -> Iterator[Row]:
    """Points of Lighthouse on a phone."""
    wanted = " ".join(str(least) for least in lighthouse.LEAST.values())
    for address, found in lighthouse.points(site).items():
        why = lighthouse.REASONS.get(address)
        told = f"{wanted} ({why})" if why else wanted
        yield f"Lighthouse, /{address}", " ".join(map(str, found.values())), told


def proven() -> Iterator[Row]:
    """What the tests say."""
    for promise, file in PROVEN.items():
        asked = [sys.executable, "-m", "pytest", "-n", "0", file]
        done = subprocess.run(
            asked, cwd=ROOT, capture_output=True, text=True, check=False, env=EVERY_PAGE
        )
        said = re.findall(r"(\d+ (?:passed|failed|error)\w*)", done.stdout)
        yield promise, ", ".join(said) or "could not run", "0 failed"


def main() -> None:
    """Print the table, line by line as it is measured."""
    site = ROOT / "site"
    if not (site / "index.html.br").is_file():
        compressing.compress(site)
    for rows in (weight(site), long_pages(site), proven(), points(site), search(site)):
        for what, found, wanted in rows:
            print(f"{what:62.62}  {found:38}  {wanted}", flush=True)


if __name__ == "__main__":
    main()
