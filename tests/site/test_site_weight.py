"""Weight: what a phone in a basement has to load before it can read."""

import gzip
from statistics import mean

import pytest
from benchmarks import weights
from failures import listed

PAGE = 150_000
"""Most bytes of any page's own HTML, compressed."""

LISTS = {"about/sources/": 200_000}
"""A page that lists something of every file of the knowledge base may have more."""


CASE_PAGE, LARGEST_CASE_PAGE = 42_000, 90_000
"""Most bytes of a case study's own HTML: on the average, and of any."""

SEARCHED_PAGE = 7_000
"""Most bytes of the index of the search for each page, its own scripts included."""

DATA_OF_A_CASE = {"casestudies": 2_100, "casewords": 800, "compare": 700}
"""Most bytes for each case study in a file that a tool loads whole."""


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


def test_a_page_of_a_case_study_does_not_swell(site, corpus):
    """Each case study costs its page and no more, also when there are ten times as many."""
    pages = {c.id: site / "casestudies" / c.id / "index.html" for c in corpus.casestudies}
    sizes = {id_: page.stat().st_size for id_, page in pages.items()}
    heavy = {id_: size for id_, size in sizes.items() if size > LARGEST_CASE_PAGE}

    assert not heavy, listed(heavy.items())
    assert mean(sizes.values()) <= CASE_PAGE


def test_the_index_of_the_search_grows_by_its_pages_only(site, pages):
    """A reader on a slow line loads its parts; each page may add so much."""
    files = [*(site / "pagefind").rglob("*"), site / "assets" / "data" / "search.js"]
    weight = sum(file.stat().st_size for file in files if file.is_file())
    searched = [address for address in pages if not address.startswith("embed/")]

    assert weight / len(searched) <= SEARCHED_PAGE


@pytest.mark.parametrize("name", DATA_OF_A_CASE)
def test_what_tools_load_whole_stays_small_for_each_case_study(site, corpus, name):
    """Explorer and comparison load all case studies at once: a new field there is paid by all."""
    weight = (site / "assets" / "data" / f"{name}.js").stat().st_size

    assert weight / len(corpus.casestudies) <= DATA_OF_A_CASE[name]
