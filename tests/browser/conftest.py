"""A web server for the built site, one browser, and pages that listen for complaints."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from scifi.build import browser as installed

from .page_types import DESK

PATIENCE = 30_000
"""How long a busy machine may take to do what is asked of it, in ms; no test measures time."""

KEPT = {"scifi-case", "scifi-contract", "scifi-palette", "scifi-profile", "scifi-read"}
"""What the privacy page says that a browser keeps; no page may store anything else."""

STORED = """
    () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
           ...(document.cookie ? [document.cookie] : [])]
"""

TODAY = f"""
    const shift = {os.environ["SOURCE_DATE_EPOCH"]} * 1000 - Date.now();
    Date = class extends Date {{
        constructor(...given) {{ super(...(given.length ? given : [Date.now()])); }}
        static now() {{ return super.now() + shift; }}
    }};
"""
"""
Lets a page write the day of all tests as that of today, on which what it wrote is judged.

Playwright's own clock holds up what a page does by timers.
"""

ALLOWED = ("data:", "blob:")
"""Addresses that leave the browser's memory no more than the page itself does."""


def built_by_mkdocs(root: Path, *, strict: bool = True) -> Path:
    """The site of a small project, built as by anyone who has only MkDocs."""
    asked = ["--quiet", *(["--strict"] if strict else [])]
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *asked, "-d", root / "site"],
        cwd=root,
        env={**os.environ, "SCIFI_BROWSER": "none", "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return root / "site"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files as a static host does, with the headers of the site's own file for hosts."""

    def end_headers(self) -> None:
        said = Path(self.directory, "_headers").read_text(encoding="utf-8")
        for rule in re.finditer(r"^(/\S*)\n((?:  .*\n)*)", said, re.MULTILINE):
            if fnmatch(self.path, rule[1]):
                for line in rule[2].splitlines():
                    name, _colon, value = line.strip().partition(": ")
                    self.send_header(name, value)
        super().end_headers()

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


class Reader:
    """
    A window of the browser, with a record of what was wrong while it was looked through.

    Opening a window takes longer than most tests; so it is kept, and handed on as if it were new.
    """

    def __init__(self, browser: Browser, own: tuple[str, ...], **settings: object):
        self.own = own
        self.complaints: list[str] = []
        # What a service worker fetches cannot be held up or changed; one test lets it work.
        settings.setdefault("service_workers", "block")
        self.context: BrowserContext = browser.new_context(**settings)
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(TODAY)
        self.context.on("request", self._hear_request)
        self.context.on("console", self._hear_console)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page: Page = self.context.new_page()

    def _hear_request(self, request: Request) -> None:
        if not request.url.startswith(self.own):
            self.complaints.append(f"asked another host: {request.url}")

    def _hear_console(self, said: ConsoleMessage) -> None:
        if said.text == "Service Worker registration blocked by Playwright":
            return
        if said.type in ("error", "warning"):
            self.complaints.append(f"{self.page.url} said: {said.text}")

    def renew(self, width: int, height: int, color_scheme: str) -> None:
        """Forget the page before, and what was chosen on it."""
        self.page.goto("about:blank")
        self.page.unroute_all()
        self.page.emulate_media(media="screen", color_scheme=color_scheme)
        self.page.set_viewport_size({"width": width, "height": height})
        self.complaints.clear()

    def finish(self) -> None:
        """Leave nothing stored, and tell what was wrong."""
        if self.page.url.startswith(self.own):
            more = set(self.page.evaluate(STORED)) - KEPT
            self.complaints += [f"{self.page.url} stored {name}" for name in sorted(more)]
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        assert self.complaints == []


@pytest.fixture(scope="package")
def own(site: Path, site_url: str) -> tuple[str, ...]:
    """How every address starts that a page of the site may ask for."""
    return (site_url, f"{site.as_uri()}/", *ALLOWED)


@pytest.fixture(scope="package")
def readers(browser: Browser, own: tuple[str, ...]) -> Iterator[dict[bool, Reader]]:
    """One reader with JavaScript and one without."""
    found = {
        scripts: Reader(browser, own, java_script_enabled=scripts) for scripts in (True, False)
    }
    yield found
    for reader in found.values():
        reader.context.close()


@pytest.fixture
def open_page(readers: dict[bool, Reader]) -> Iterator[Callable[..., Page]]:
    """
    Open any address; at the end no page may have complained or asked another host.

    `width` and `height` are those of the window, `color_scheme` is the wish of the system.
    """
    used: list[Reader] = []

    def open_address(
        address: str,
        width: int = DESK,
        height: int = 900,
        color_scheme: str = "light",
        scripts: bool = True,
    ) -> Page:
        reader = readers[scripts]
        if reader in used:
            reader.finish()
        used.append(reader)
        reader.renew(width, height, color_scheme)
        reader.page.goto(address)
        return reader.page

    yield open_address
    for reader in dict.fromkeys(used):
        reader.finish()


@pytest.fixture
def visit(open_page: Callable[..., Page], site_url: str) -> Callable[..., Page]:
    """Open a page of the site: `visit("cities/", width=390)`."""
    return lambda address="", **settings: open_page(site_url + address, **settings)


@pytest.fixture
def newcomer(browser: Browser, own: tuple[str, ...]) -> Iterator[Page]:
    """A window that nobody has used, for tests that listen to it or prepare it."""
    reader = Reader(browser, own)
    yield reader.page
    reader.context.close()
    assert reader.complaints == []


@pytest.fixture
def newcomer_to(browser: Browser) -> Iterator[Callable[[Path, str], Page]]:
    """Open a page of another built site, from the disk: `newcomer_to(folder, "compare/")`."""
    readers: list[Reader] = []

    def open_address(site: Path, address: str) -> Page:
        readers.append(Reader(browser, (f"{site.as_uri()}/", *ALLOWED)))
        path, mark, rest = address.partition("?")
        readers[-1].page.goto(f"{site.as_uri()}/{path}index.html{mark}{rest}")
        return readers[-1].page

    yield open_address
    for reader in readers:
        reader.context.close()
        assert reader.complaints == []
