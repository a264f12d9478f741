"""`scifi stage`, then Zensical: the successor of MkDocs makes the same pages."""

import pytest
from bs4 import BeautifulSoup

from scifi.build import checked
from scifi.site import pages


@pytest.fixture(scope="module")
def page(staged):
    """`page("aid-kit/")`: a page of the staged folder as Zensical built it."""
    return lambda url: BeautifulSoup(
        (staged / url / "index.html").read_text(encoding="utf-8"), "html.parser"
    )


def test_zensical_builds_every_page(staged, small_project, monkeypatch):
    """Each page of the content and the prose page."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")
    for page in pages.pages(checked.site(small_project)):
        assert (staged / page.src_uri.removesuffix(".md") / "index.html").is_file(), page.src_uri
    assert (staged / "index.html").is_file()


def test_a_case_study_says_what_its_file_says(page):
    """Its texts and numbers are there, and no braces are left in it."""
    case = page("casestudies/example-bins/")

    assert "Bins were emptied by habit, full or not" in case.article.get_text()
    assert "about 7 to 9 collections/week" in case.article.get_text()
    assert "{{" not in str(case)


def test_zensical_runs_the_macros(staged, page, macro_calls):
    """In chapters and in prose; nowhere are an engine's braces left."""
    for path in staged.rglob("*.html"):
        if path.parent.name != "hard-signs":
            text = path.read_text(encoding="utf-8")
            assert "{{" not in text and "{%" not in text, path

    assert "Take 2 case study." in page("cookbook/example-chapter/").get_text()
    for call in macro_calls:
        wanted = f"Call of {call.partition('(')[0]}"
        heading = page("").find(lambda e, w=wanted: e.name == "h2" and w in e.get_text())
        # A place for a tool may stand first, which a script fills.
        made = [block.get_text(strip=True) for block in heading.find_next_siblings(limit=2)]
        assert any(text and "Call of" not in text for text in made), call


def test_links_lead_to_pages(staged, links_to_nothing):
    """In any folder and from a USB stick, so no link climbs above the site."""
    assert links_to_nothing(staged, "article") == []


def test_texts_are_shown_as_typed_and_nothing_of_them_runs(page, hard_text):
    """Signs in a text do not act in the other engine's own templates either."""
    tree = page("casestudies/hard-signs/")

    assert tree.select_one(".lead").get_text().startswith(hard_text)
    assert not any("alert(1)" in script.get_text() for script in tree("script"))
