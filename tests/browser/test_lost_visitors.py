"""A wrong address below a path: the page is whole, searches, and guesses what was meant."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.built import built_pages

from .conftest import Reader, _Quiet


class _BelowAPath(_Quiet):
    """A host that has the site below /cookbook/ and answers any wrong address with its page."""

    def translate_path(self, path: str) -> str:
        if not path.startswith("/cookbook/"):
            return str(Path(self.directory, "nothing"))
        return super().translate_path(path.removeprefix("/cookbook"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the small site is built."""
    return tmp_path_factory.mktemp("lost")


@pytest.fixture(scope="module")
def address(small_project: Path, folder: Path) -> Iterator[str]:
    """Where a small site is served that knows its own address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_BelowAPath, directory=folder / "site"))
    found = f"http://127.0.0.1:{server.server_port}/cookbook/"
    root = shutil.copytree(small_project, folder / "project", symlinks=True)
    built(root, folder / "site", found)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


def built(root: Path, site: Path, address: str) -> None:
    """The site of a project that is told its address as a publisher tells it."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", site],
        cwd=root,
        env={**os.environ, "SCIFI_BROWSER": "none", "SITE_URL": address},
        check=True,
    )


@pytest.fixture
def lost(browser: Browser, address: str) -> Iterator[Page]:
    """A reader at an address that is wrong, three folders deep."""
    reader = Reader(browser, (address,))
    reader.page.goto(f"{address}aid-kit/example/nobody-bids-exampel/")
    yield reader.page
    reader.context.close()
    missing = "Failed to load resource: the server responded with a status of 404"
    assert [line for line in reader.complaints if missing not in line] == []
    assert len(reader.complaints) <= 1


def test_a_lost_visitor_sees_a_whole_page_and_the_page_that_was_meant(lost: Page, address: str):
    """Style and scripts come from the site's own path; a slip in the name is forgiven."""
    assert lost.evaluate("getComputedStyle(document.querySelector('.skip')).position") != "static"
    near = lost.locator("[data-lost] a")
    expect(near.first).to_have_attribute("href", f"{address}aid-kit/example-no-bids/")
    for part in ("solutions", "pathways", "cookbook", "survival-guide", "aid-kit"):
        link = lost.locator(f"article a[href$='/cookbook/{part}/']")
        expect(link).to_have_count(1)


def test_a_lost_visitor_can_search(lost: Page):
    """The field on the page opens the search."""
    lost.locator("[data-search-door]").click()
    lost.locator("#search input").fill("bins")

    expect(lost.locator(".search-results a").first).to_be_visible()


def test_the_sitemap_names_every_page_and_each_page_its_own_address(address: str, folder: Path):
    """What a search engine is told: all pages, once each, and a picture that is there."""
    site = folder / "site"
    files = [path for path in built_pages(site) if path.name == "index.html"]
    found = {path.parent.relative_to(site).as_posix() for path in files}
    pages = {page for page in found if not page.startswith("embed/")}
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    for page in pages:
        own = address if page == "." else f"{address}{page}/"
        assert listed.count(f"<loc>{own}</loc>") == 1
        text = (site / page / "index.html").read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{own}">' in text
        picture = text.split('<meta property="og:image" content="')[1].split('"')[0]
        assert (site / picture.removeprefix(address)).is_file(), page
    assert listed.count("<loc>") == len(pages)
    assert not (site / "robots.txt").exists()
