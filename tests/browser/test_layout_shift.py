"""Stillness: nothing that one reads moves when a typeface or a tool arrives late."""

from collections.abc import Iterator

import pytest
from benchmarks.stillness import MOST, moved, reason, watch
from playwright.sync_api import Browser, Page

from .conftest import Reader
from .page_types import DESK, PAGE_TYPES, PHONE


@pytest.fixture(scope="module")
def stranger(browser: Browser, own: tuple[str, ...]) -> Iterator[Page]:
    """A window that has nothing in its cache, and gets every font half a second late."""
    reader = Reader(browser, own)
    watch(reader.page)
    yield reader.page
    reader.context.close()
    assert reader.complaints == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_type_of_page_moves(stranger, site_url, width):
    """On a phone and at a desk, not even where the fonts come late."""
    shares = {
        name: moved(stranger, site_url + address, width)
        for name, address in PAGE_TYPES.items()
        if not reason(address)
    }

    assert {name: share for name, share in shares.items() if share >= MOST} == {}


def test_what_moves_is_seen(stranger, site_url):
    """A line that comes late is counted: the browser is really asked."""
    stranger.goto(site_url)
    stranger.wait_for_timeout(700)
    before = stranger.evaluate("globalThis.moved")
    stranger.evaluate("() => document.querySelector('h1').append(document.createElement('hr'))")
    stranger.evaluate("() => { document.querySelector('h1').before('late\\n'.repeat(400)); }")
    stranger.wait_for_timeout(200)

    assert stranger.evaluate("globalThis.moved") > before
