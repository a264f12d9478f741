"""Embedded pages: small, readable by everybody, framed by others, and not a page of the site."""

import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from benchmarks import weights

from .conftest import _Quiet
from .test_browser_accessibility import barriers_everywhere

SAMPLES = (
    "embed/case/opencard-prague/",
    "embed/solution/pay-as-you-throw/",
    "embed/chart/evidence-grades/",
    "embed/chart/solution-pay-as-you-throw/",
)

MOST = 15_000
"""Bytes of an embedded page with its style sheet, as they are sent."""


@pytest.mark.parametrize("address", SAMPLES)
def test_an_embedded_page_has_no_barrier(visit, address):
    """At a desk and on a phone, in both palettes."""
    assert barriers_everywhere(visit(address)) == {}


@pytest.mark.parametrize("address", SAMPLES)
def test_nothing_is_cut_off_in_a_narrow_frame(visit, address):
    page = visit(address)
    page.set_viewport_size({"width": 320, "height": 400})

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_embedded_page_is_light_and_loads_only_its_style_sheet(site):
    """Page and style sheet, compressed; no script and no font."""
    pages = sorted((site / "embed").rglob("index.html"))
    (sheet,) = (site / "assets/bundle").glob("embed-*.css")
    heaviest = max(weights.compressed(page, 5) for page in pages)

    assert len(pages) > 400
    assert heaviest + weights.compressed(sheet, 5) <= MOST
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "<script" not in text and "@font-face" not in text
        assert '<meta name="robots" content="noindex">' in text
        assert "CC BY 4.0" in text


def test_a_page_of_another_site_may_show_it_and_no_page_of_the_site(browser, site_url, tmp_path):
    """The browser itself obeys what the host says."""
    asked = {"may": SAMPLES[0], "not": "casestudies/opencard-prague/"}
    frames = [f"<iframe name={n} src='{site_url}{path}'></iframe>" for n, path in asked.items()]
    (tmp_path / "index.html").write_text("".join(frames))
    (tmp_path / "_headers").write_text("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    other = context.new_page()
    other.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="networkidle")
    shown = {name: other.frame(name).content() for name in asked}
    context.close()
    server.shutdown()
    server.server_close()

    assert "Opencard" in shown["may"]
    assert "Opencard" not in shown["not"]


@pytest.mark.parametrize("address", SAMPLES)
def test_it_reads_from_the_disk(newcomer, site, address):
    """With its style, and a link to a page that is there."""
    newcomer.goto((site / address / "index.html").as_uri())
    link = newcomer.locator("footer a").get_attribute("href")

    edge = newcomer.evaluate("getComputedStyle(document.body).borderTopWidth")
    assert edge == "4px"
    assert (site / address / link.partition("#")[0] / "index.html").resolve().is_file()
