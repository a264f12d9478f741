"""Data in the head of pages: read back by other programs they say what the page says."""

import json

import pytest

from scifi.site.structured_data import of_page

HOSTILE = '</script><!-- & "q" \u2028 {{ 7 * 7 }} <b>'
PARENTS = [{"title": "Case studies", "url": "casestudies/"}]


def read(address, title="A title", published="", changed="", **meta):
    return json.loads(of_page(address, title, "What it is.", meta, published, changed))["@graph"]


@pytest.mark.parametrize(
    ("address", "meta", "wanted"),
    [
        ("", {}, "WebSite"),
        ("data/", {}, "Dataset"),
        ("about/glossary/", {"kind": "term"}, "DefinedTermSet"),
        ("indicators/users/", {"kind": "indicator"}, "DefinedTerm"),
        ("casestudies/bins/", {"kind": "casestudy"}, "Article"),
        ("casestudies/by/country/be/", {"kind": "casestudy"}, "CollectionPage"),
        ("casestudies/", {}, "CollectionPage"),
        ("pathways/axes/", {"kind": "axis"}, "CollectionPage"),
        ("about/privacy/", {}, "WebPage"),
    ],
)
def test_each_page_has_the_type_of_what_it_is(address, meta, wanted):
    assert read(address, **meta)[0]["@type"] == wanted


def test_a_page_says_title_date_authors_and_where_it_stands():
    """Links are relative until the site has an address."""
    given = {"kind": "casestudy", "parents": PARENTS, "authors": ["Josiah Carberry"]}
    page, trail = read("casestudies/bins/", changed="2026-11-30", **given)
    published = read("casestudies/bins/", published="https://city.example/", **given)

    assert page["headline"] == "A title" and page["dateModified"] == "2026-11-30"
    assert page["author"] == [{"@type": "Person", "name": "Josiah Carberry"}]
    assert trail["itemListElement"][0]["item"] == "../"
    assert published[0]["url"] == "https://city.example/casestudies/bins/"
    assert published[1]["itemListElement"][0]["item"] == "https://city.example/casestudies/"


def test_a_hostile_title_ends_no_block():
    text = str(of_page("data/", HOSTILE, HOSTILE, {}))

    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["@graph"][0]["name"] == HOSTILE
