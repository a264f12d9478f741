"""A web server for the built site, one browser, and pages that listen for complaints."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from scifi import browser as installed

from .page_types import DESK

ROOT = Path(__file__).parents[2]

PATIENCE = 30_000
"""How long a busy machine may take to do what is asked of it, in ms; no test measures time."""

ALLOWED = ("data:", "blob:")
"""Addresses that leave the browser's memory no more than the page itself does."""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files as a static host does, and says nothing about it."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing address with the site's own page, as hosts do."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    folder = ROOT / "site"
    assert (folder / "index.html").is_file(), "there is no built site: run `make site` first"
    return folder


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


# Playwright keeps an event loop running in this thread for as long as it is open: it is closed
# with the last test of this package, so that tests elsewhere may start a loop of their own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser of this machine, started once."""
    path = installed.find()
    assert path, "no browser found: install Chromium, Chrome or Edge, or set SCIFI_BROWSER"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=path, args=[*installed.FLAGS, "--no-sandbox"]
        )


@pytest.fixture
def new_context(browser: Browser, site: Path, site_url: str) -> Iterator[Callable]:
    """
    Make a fresh reader: nothing stored, nothing cached.

    At the end of the test no page may have complained in the console, thrown an error, or asked
    another host for anything.
    """
    own = (site_url, f"{site.as_uri()}/", *ALLOWED)
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def listen(page: Page) -> None:
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))

    def make(width: int = DESK, height: int = 900, **settings) -> BrowserContext:
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        context.set_default_timeout(PATIENCE)
        context.on("page", listen)
        context.on(
            "console",
            lambda said: (
                complaints.append(f"{said.page.url}: {said.text}")
                if said.type in ("error", "warning")
                else None
            ),
        )
        context.on(
            "request",
            lambda request: (
                None if request.url.startswith(own) else complaints.append(f"asked {request.url}")
            ),
        )
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def visit(new_context: Callable, site_url: str) -> Callable[..., Page]:
    """Open a page of the site for a fresh reader: `visit("cities/", width=390)`."""

    def open_page(address: str = "", **settings) -> Page:
        page = new_context(**settings).new_page()
        page.goto(site_url + address)
        return page

    return open_page
