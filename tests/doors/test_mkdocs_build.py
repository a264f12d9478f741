"""`mkdocs build --strict` by itself makes the whole site, whatever signs the texts hold."""

import pytest
from bs4 import BeautifulSoup

from scifi.build import checked
from scifi.site import pages


@pytest.fixture(scope="module")
def page(built):
    """`page("aid-kit/")`: a built page as a tree."""
    return lambda url: BeautifulSoup(
        (built / url / "index.html").read_text(encoding="utf-8"), "html.parser"
    )


def test_every_page_is_there(built, small_project, monkeypatch):
    """Each page of the content, the prose page, the page for lost visitors, the search index."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")
    for page in pages.pages(checked.site(small_project)):
        assert (built / page.src_uri.removesuffix(".md") / "index.html").is_file(), page.src_uri
    assert (built / "index.html").is_file()
    assert (built / "404.html").is_file()
    assert (built / "pagefind" / "pagefind.js").is_file()
    assert (built / "data" / "charts" / "aid-kit.csv").is_file()
    assert list((built / "assets" / "bundle").glob("site-*.css"))


def test_no_macro_is_left_unrun_and_none_runs_by_accident(built):
    """No page shows an engine's braces, and no text of the content was computed."""
    for path in built.rglob("*.html"):
        if path.parent.name != "hard-signs":
            text = path.read_text(encoding="utf-8")
            assert "{{" not in text and "{%" not in text, path


def test_every_macro_is_at_work_on_the_prose_page(page, macro_calls):
    """Under each heading stands what its call gives."""
    tree = page("")

    for call in macro_calls:
        heading = tree.find("h2", string=f"Call of {call.partition('(')[0]}")
        # A place for a tool may stand first, which a script fills.
        made = [block.get_text(strip=True) for block in heading.find_next_siblings(limit=2)]
        assert any(text and "Call of" not in text for text in made), call


def test_a_title_with_signs_is_shown_as_typed_everywhere(page, hard_title):
    """In the tab, in the heading, in lists and in links to it."""
    tree = page("casestudies/hard-signs/")

    assert tree.title.get_text().startswith(hard_title)
    assert tree.h1.get_text().startswith(hard_title)
    for url in ("cities/exampleville/", "programmes/scifi/", "casestudies/example-bins/"):
        links = page(url).select('a[href$="/hard-signs/"]')
        assert any(a.get_text().startswith(hard_title) for a in links), url


def test_a_text_with_signs_is_shown_as_typed_and_nothing_of_it_runs(page, hard_text):
    """In the page; its description for search engines has the words of the text at least."""
    tree = page("casestudies/hard-signs/")

    assert tree.select_one(".lead").get_text().startswith(hard_text)
    described = tree.select_one('meta[name="description"]')["content"]
    assert "Exampleville put invented sensors into twelve bins." in described
    for document in (tree, page("cities/exampleville/"), page("")):
        assert not any("alert(1)" in script.get_text() for script in document("script"))
        assert not document.select('a[href*="evil.example"]')


def test_no_page_loads_or_runs_anything_of_a_third_party(built):
    """No script or style stands in a page, and all that is loaded lies beside it."""
    for path in built.rglob("*.html"):
        tree = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        inline = [s for s in tree("script") if not s.get("src")]
        # A block of data is no script: no browser runs it.
        assert {s.get("type") for s in inline} <= {"application/ld+json"}, path
        for element in tree.select(
            "script[src], img, iframe, link[rel=stylesheet], link[rel=icon]"
        ):
            address = element.get("src") or element.get("href")
            assert not address.startswith(("http:", "https:", "//")), (path, address)


def test_links_between_pages_lead_to_pages(built, links_to_nothing):
    """No link of a built page misses, anchors included."""
    dead = links_to_nothing(built, "main")

    # Tables are written by `scifi build`, after MkDocs.
    assert [link for link in dead if not link[1].startswith("data/")] == []
