"""Reading without a network: pages that were read are there, of all others one is told."""

import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import KEPT, STORED, Reader, _Quiet

READ = "aid-kit/no-bids/"

KEPT_BY_NOW = """
    async page => {
      for (let wait = 0; wait < 300; wait += 1) {
        const found = await caches.match(page);
        const font = (await (await caches.open(`scifi-runtime-${location.origin}/`)).keys())
          .some(({ url }) => url.endsWith(".woff2"));
        if (found && font) return true;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      return false;
    }
"""
"""Whether the service worker has kept a page with all that it is made of, in 30 s at most."""


@pytest.fixture
def away(browser: Browser, site: Path):
    """A reader with a service worker, and a way to leave the network."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    reader = Reader(browser, (address,), service_workers="allow")

    def leave() -> None:
        reader.context.set_offline(True)
        server.shutdown()
        server.server_close()

    yield address, reader.page, leave
    assert set(reader.page.evaluate(STORED)) <= KEPT
    reader.context.close()


def test_a_page_that_was_read_is_there_and_another_one_is_not(away: tuple[str, Page, object]):
    """With its style; who asks for another page is told so, and can go back to what is there."""
    address, page, leave = away
    page.goto(address + READ)
    assert page.evaluate(KEPT_BY_NOW, f"/{READ}")
    heading = page.locator("h1").inner_text()
    leave()

    page.reload()
    assert page.locator("h1").inner_text() == heading
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") != "static"

    page.goto(address + "cities/bruges/")
    assert page.url == f"{address}offline/#cities/bruges/"
    told = page.get_by_text("There is no network, and the page you asked for is not")
    expect(told).to_be_visible()
    expect(page.get_by_role("link", name="Try it again")).to_have_attribute(
        "href", f"{address}cities/bruges/"
    )
    page.get_by_role("link", name=heading).click()
    expect(page.locator("h1")).to_have_text(heading)


def test_nothing_is_kept_before_a_reader_wishes_it_and_the_size_is_told(away):
    """Only the page for readers without a network, and what it needs; the whole costs megabytes."""
    address, page, _leave = away
    page.goto(address + "offline/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    whole = page.get_by_role("button", name="Keep the whole cookbook on this device (")

    expect(whole).to_be_visible()
    assert int(whole.inner_text().split("(")[1].split()[0]) > 20
    kept = page.evaluate("""async () => {
        const found = [];
        for (const name of await caches.keys())
          for (const { url } of await (await caches.open(name)).keys()) found.push(url);
        return found; }""")
    assert len(kept) < 40
    assert not any(url.endswith(".pdf") or "/casestudies/" in url for url in kept)


def test_a_page_from_a_folder_asks_for_no_worker(newcomer: Page, site: Path):
    """A USB stick has no host that could be away."""
    newcomer.goto((site / "offline/index.html").as_uri())

    expect(newcomer.locator("[data-tool=offline]")).to_contain_text("a secure address (https)")
