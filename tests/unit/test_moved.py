"""Former addresses: a page that leads on without a script, and what hosts are told."""

import re
from posixpath import normpath

import pytest
from lxml import html

from scifi.corpus import Corpus
from scifi.redirects import Redirect, redirects
from scifi.site import hosting, moved

OLD = "aid-kit/example-no-offers/"
NEW = "aid-kit/example-no-bids/"


def pages(corpus: Corpus, published: str = "") -> dict[str, html.HtmlElement]:
    """Each page read as a browser reads it, by its path."""
    return {path: html.fromstring(text) for path, text in moved.files(corpus, published)}


def test_a_former_address_leads_on_by_itself_and_by_a_link(corpus):
    """From a disk too: the link names the file, as a browser would show the folder otherwise."""
    page = pages(corpus)[f"{OLD}index.html"]
    (link,) = page.xpath("//a/@href")
    (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")

    assert refresh == f"0; url={link}"
    assert normpath(OLD + link) == f"{NEW}index.html"
    assert corpus.get("remedy", "example-no-bids").title in page.text_content()
    assert not page.xpath("//script | //style | //@style")


def test_search_engines_are_told_the_page_that_counts(corpus):
    """With the whole address where the site has one, as the standard for canonical links asks."""
    (whole,) = pages(corpus, "https://city.example/kit/")[f"{OLD}index.html"].xpath("//link/@href")
    (part,) = pages(corpus)[f"{OLD}index.html"].xpath("//link/@href")

    assert whole == f"https://city.example/kit/{NEW}"
    assert part == "../example-no-bids/"


def test_an_entry_that_was_taken_out_leads_to_the_list_of_its_kind(corpus):
    """And the page says that it is gone, so that nobody takes the list for it."""
    page = pages(corpus)["casestudies/example-baskets/index.html"]

    assert page.xpath("//a/@href") == ["../index.html"]
    assert page.xpath("//h1")[0].text == "This page was taken out"


def test_what_stands_on_a_page_of_all_has_no_page_to_leave(corpus):
    """A host never hears what stands behind the sign #."""
    words = redirects({"data/glossary/a.yml": "data/glossary/b.yml"})
    held = Corpus(corpus.entries, corpus.bodies, words)

    assert list(moved.files(held, "")) == []


def test_a_page_leads_to_the_place_on_a_page_of_all(corpus):
    """A page of its own became a word of the glossary."""
    term = corpus.terms[0].id
    held = Corpus(corpus.entries, {}, (Redirect("law", "old", ("term", term)),))

    (link,) = pages(held)["survival-guide/laws/old/index.html"].xpath("//a/@href")

    assert link == f"../../../about/glossary/index.html#{term}"


def test_lines_that_name_no_entry_are_left_out():
    """`scifi check` tells of them; here they lead nowhere."""
    assert redirects({"README.md": None, "casestudies/a.yml": "README.md"}) == ()


MOVES = [(OLD, NEW), ("casestudies/example-baskets/", "casestudies/")]


def test_netlify_and_cloudflare_answer_with_the_new_address_for_good():
    """The first needs a "!" where a page is there, the second takes the line without."""
    told = dict(hosting.files(moves=MOVES, published="https://city.example/kit/"))["_redirects"]

    assert f"/kit/{OLD} /kit/{NEW} 301!\n/kit/{OLD} /kit/{NEW} 301\n" in told
    assert f"\n/{OLD} /{NEW} 301\n" in dict(hosting.files(moves=MOVES))["_redirects"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (".htaccess", r'RedirectMatch 301 "(.+)" "(.+)"'),
        ("hosting/nginx.conf", r'rewrite "(.+)" "(.+)" permanent;'),
        ("hosting/Caddyfile", r"path_regexp moved\d (.+)\nredir @moved\d (.+) permanent"),
    ],
)
@pytest.mark.parametrize("asked", ["", "/kit"])
def test_the_patterns_for_other_hosts_fit_the_former_address_and_no_other(name, line, asked):
    """With and without its slash, below any path; not the new address, and not a longer name."""
    rules = re.findall(line, dict(hosting.files(moves=MOVES))[name])
    goals = [re.sub(r"\{re\.\w+\.1\}", "$1", goal) for _pattern, goal in rules]

    assert goals == [f"$1/{NEW}", "$1/casestudies/"]
    for (pattern, _goal), (was, now) in zip(rules, MOVES, strict=True):
        for address in (was, was.rstrip("/"), f"{was}index.html"):
            assert re.fullmatch(pattern, f"{asked}/{address}")[1] == asked
        for address in (now, f"{was.rstrip('/')}-2/", f"{was}more/"):
            assert not re.fullmatch(pattern, f"{asked}/{address}")


def test_without_former_addresses_hosts_are_told_nothing_of_them():
    """No empty file, no empty lines."""
    assert "_redirects" not in dict(hosting.files())
    assert "301" not in "".join(dict(hosting.files()).values())
