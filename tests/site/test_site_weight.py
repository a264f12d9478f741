"""Weight: what a phone in a basement has to load before it can read."""

import gzip

import pytest
from benchmarks import weights
from failures import listed

PAGE = 150_000
"""Most bytes of any page's own HTML, compressed."""

LISTS = {"about/sources/": 200_000}
"""A page that lists something of every file of the knowledge base may have more."""


def test_a_first_view_is_all_that_a_page_loads_by_itself(site):
    """Page, style sheet, scripts, icon and the two typefaces; other letters only where needed."""

    def loaded(address):
        return {path.name.partition("-")[0] for path in weights.first_view(site, address)}

    def foreign(address):
        return [p.name for p in weights.first_view(site, address) if "latin-ext" in p.name]

    assert {"index.html", "site", "palette", "icon.svg", "source", "fraunces"} <= loaded("data/")
    assert foreign("about/privacy/") == []
    assert len(foreign("casestudies/opencard-prague/")) == 2


def test_every_first_view_is_light(site, pages):
    """75 kB for what is read, 110 kB for a tool, by Brotli; what may be more has a reason."""

    def weight(address, quality):
        files = weights.first_view(site, address)
        return sum(weights.compressed(path, quality) for path in files)

    # Few pages are near the limit: only those are compressed as well as a host has them.
    heavy = {
        address: weight(address, 11)
        for address in pages
        if address.endswith("/") and not weights.reason(address)
        if weight(address, 5) > weights.most(site, address) < weight(address, 11)
    }

    assert not heavy, listed(heavy.items())


def test_no_page_is_heavy(pages):
    """However long a list grows, its page stays below 150 kB compressed."""
    found = {a: len(gzip.compress(page.html.encode(), 6)) for a, page in pages.items()}
    heavy = {a: n for a, n in found.items() if n > LISTS.get(a, PAGE)}

    assert not heavy, listed(heavy.items())


@pytest.mark.parametrize("name", ["plotly-basic", "europe", "pages.js", "names.js"])
def test_what_is_loaded_on_demand_is_not_in_any_page(pages, name):
    """The chart library and the lists for the search box wait until somebody asks for them."""
    early = [
        a
        for a, page in pages.items()
        for tag in page.tags
        if tag.name == "script" and f"/{name}" in str(tag.get("src", ""))
    ]

    assert not early, listed(early)
