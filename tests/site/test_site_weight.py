"""Weight: what a phone in a basement has to load before it can read."""

import gzip
import re

import pytest
from failures import listed

FIRST_VIEW = 120_000
"""Most bytes of a chapter's first view: page, style, scripts, fonts and pictures, compressed."""

PAGE = 150_000
"""Most bytes of any page's own HTML, compressed."""

LISTS = {"about/sources/": 200_000}
"""A page that lists something of every file of the knowledge base may have more."""


def _compressed(path):
    data = path.read_bytes()
    # Fonts come compressed; servers send them as they are.
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 6))


def _latin_fonts(site):
    """The font files a page in a Western European language loads."""
    css = (site / "assets" / "site.css").read_text(encoding="utf-8")
    return {
        site / "assets" / re.search(r"url\([\"']?([^\"')]+)", face).group(1)
        for face in re.findall(r"@font-face\s*\{[^}]*\}", css)
        if re.search(r"unicode-range:[^;}]*U\+0{0,4}-00ff", face, re.IGNORECASE)
    }


def test_the_site_brings_its_two_latin_fonts(site):
    """One file for each of the two typefaces serves Western European languages."""
    assert len(_latin_fonts(site)) == 2


def _first_view(page, site):
    files = {site / page.address / "index.html"} | _latin_fonts(site)
    for tag in page.soup.select(
        "script[src], img[src], link[rel=stylesheet][href], link[rel=icon][href]"
    ):
        files.add(site / page.resolve(str(tag.get("src") or tag.get("href"))))
    return files


def test_every_chapter_is_light(pages, site, corpus):
    """A chapter of the cookbook opens with at most 120 kB, all that it needs included."""
    heavy = {}
    for chapter in corpus.chapters:
        files = _first_view(pages[f"cookbook/{chapter.id}/"], site)
        names = {path.name for path in files}
        assert {"site.css", "site.js", "palette.js", "icon.svg"} <= names
        weight = sum(_compressed(path) for path in files)
        if weight > FIRST_VIEW:
            heavy[chapter.id] = weight

    assert corpus.chapters
    assert not heavy, listed(heavy.items())


def test_no_page_is_heavy(pages):
    """However long a list grows, its page stays below 150 kB compressed."""
    weights = {a: len(gzip.compress(page.html.encode(), 6)) for a, page in pages.items()}
    heavy = {a: n for a, n in weights.items() if n > LISTS.get(a, PAGE)}

    assert not heavy, listed(heavy.items())


@pytest.mark.parametrize("name", ["plotly-basic.min.js", "pages.js", "names.js"])
def test_what_is_loaded_on_demand_is_not_in_any_page(pages, name):
    """The chart library and the lists for the search box wait until somebody asks for them."""
    early = [
        a
        for a, page in pages.items()
        for tag in page.tags
        if tag.name == "script" and str(tag.get("src", "")).endswith(name)
    ]

    assert not early, listed(early)
