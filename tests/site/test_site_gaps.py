"""The list of what we have not found."""

from pathlib import Path

from bs4 import BeautifulSoup

SITE = Path(__file__).parents[2] / "site"


def test_every_gap_comes_with_a_way_to_fill_it():
    """An open question without a next step would only be a complaint."""
    tree = BeautifulSoup((SITE / "about/gaps/index.html").read_text(encoding="utf-8"), "lxml")
    entries = tree.select(".gap-list > li")

    assert len(entries) > 80
    for entry in entries:
        assert entry.select("ul li"), entry
        way = entry.find_all("p")[-1].get_text()
        assert way.startswith("A way to fill it: "), entry
        assert len(way) > 40, entry
