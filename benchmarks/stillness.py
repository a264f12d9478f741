"""
How much of a page moves while it loads, as browsers count it (Layout Instability, W3C).

Measured with an empty cache and fonts that come late: then text stands in another font first.
"""

import time

from playwright.sync_api import Page, Route

MOST = 0.02
"""Share of the window that may move."""

LATE = 0.25
"""Seconds by which each font comes too late, one after the other: half a second for the two."""

REASONS = {
    "pathways/find/#": "a shared plan opens at the plan, which its script has to reckon first",
}
"""Why pages whose address begins so may move; nothing else may."""

COUNT = """
    globalThis.moved = 0;
    new PerformanceObserver(list => {
        for (const { value } of list.getEntries()) globalThis.moved += value;
    }).observe({ type: "layout-shift", buffered: true });
"""

SETTLED = """
    async () => {
        await document.fonts.ready;
        const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        await painted();
        await painted();
        return globalThis.moved;
    }
"""


def reason(address: str) -> str:
    """Why a page may move; empty if it may not."""
    return next((why for start, why in REASONS.items() if address.startswith(start)), "")


def watch(page: Page) -> None:
    """Make a window count what moves, forget what it has loaded, and get every font late."""
    page.add_init_script(COUNT)
    cache = page.context.new_cdp_session(page)
    cache.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.route("**/*.woff2", _late)


def _late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()


def moved(page: Page, address: str, width: int) -> float:
    """The share of a window of this width, px, that moved until all was there."""
    page.set_viewport_size({"width": width, "height": 900})
    # Two addresses that differ behind their # only would be one page.
    page.goto("about:blank")
    page.goto(address)
    if page.locator("[data-tool=explorer]").count():
        page.locator("[data-tool=explorer][data-ready]").wait_for(state="attached")
    found: float = page.evaluate(SETTLED)
    return round(found, 3)
