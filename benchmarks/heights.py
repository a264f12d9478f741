"""
How long the pages of a built site are on a desktop: `python -m benchmarks.heights [FOLDER]`.

Prints every page over `MOST`, the longest first, and why it may be long if there is a reason.
"""

import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.serving import served
from scifi.build import browser
from scifi.site import embed_code

ROOT = Path(__file__).resolve().parent.parent

MOST = 8000
"""Height in px at which a page counts as one that does not end."""

WIDTH = 1280
"""Width of a desktop window, px."""

REASONS = {
    "cookbook/?*": "a chapter is read from start to end, and printed; its contents stand beside it",
    "casestudies/?*": "a case study with many results, which are its proof",
    "solutions/?*": "a solution with many effects, each a dot in its chart; its lists are folded",
    "programmes/?*": "a programme with two charts; its lists are folded",
    "survival-guide/do/": "the step with most to do; its lists are folded",
    "pathways/axes/": "thirteen axes, with contents beside them; definitions are folded",
    "pathways/find/#*": "a plan is read whole, and printed",
    "worked-pilots/?*": "a pilot from idea to gate note; its contents stand beside it",
    "print/worksheets/": "every sheet with its files; its words are folded, contents beside it",
    "clauses/": "the list of all clauses, in the order of a contract, with contents beside it",
}
"""Why pages of an address may be longer; nothing else may."""


def addresses(site: Path) -> list[str]:
    """The address of every page, below the site's root."""
    found = sorted(
        page.parent.relative_to(site).as_posix()
        for page in site.rglob("index.html")
        if b'http-equiv="refresh"' not in page.read_bytes()[:2000]
    )
    pages = ("" if address == "." else f"{address}/" for address in found)
    return [page for page in pages if not page.startswith(embed_code.FOLDER)]


def heights(site: Path) -> Iterator[tuple[int, str]]:
    """Height in px and address of every page, as a reader with scripts sees it."""
    with served(site) as root, sync_playwright() as playwright:
        flags = [*browser.FLAGS, "--no-sandbox"]
        started = playwright.chromium.launch(executable_path=browser.find(), args=flags)
        page = started.new_page(viewport={"width": WIDTH, "height": 900})
        for address in addresses(site):
            page.goto(f"{root}{address}", wait_until="load")
            if page.locator("[data-tool=explorer]").count():
                page.locator("[data-tool=explorer][data-ready]").wait_for(state="attached")
            yield page.evaluate("() => document.documentElement.scrollHeight"), address


def reason(address: str) -> str:
    """Why a page may be long; empty if it may not."""
    return next((why for pattern, why in REASONS.items() if fnmatch(address, pattern)), "")


def main() -> None:
    """Print the pages that are too long, each with its reason if it has one."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    long = sorted(((h, a) for h, a in heights(site) if h > MOST), reverse=True)
    for height, address in long:
        print(f"{height:7,} px  /{address}  {reason(address)}".rstrip())
    unexplained = sum(not reason(address) for _height, address in long)
    print(f"{len(long)} pages over {MOST:,} px, {unexplained} of them without a reason")


if __name__ == "__main__":
    main()
