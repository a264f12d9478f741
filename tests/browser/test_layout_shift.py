"""Stillness: nothing that one reads moves when a typeface or a tool arrives late."""

import os
from collections.abc import Iterator

import pytest
from benchmarks.stillness import MOST, moved, reason, watch
from playwright.sync_api import Browser, Page

from .conftest import Reader
from .page_types import DESK, LAYOUTS, PAGE_TYPES, PHONE

DRAWN_LATER = ("pathway finder", "aid kit", "case studies", "case form", "one answer")
"""Pages whose tool is drawn by its script; others of this kind are layouts."""

LOOKED_AT = PAGE_TYPES if os.environ.get("SCIFI_EVERY_PAGE") else [*LAYOUTS, *DRAWN_LATER]
"""One page of each layout, as every page takes two seconds; `make audit` looks at all types."""


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
    addresses = {name: PAGE_TYPES[name] for name in LOOKED_AT}
    shares = {
        name: moved(stranger, site_url + address, width)
        for name, address in addresses.items()
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
