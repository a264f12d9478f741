"""Embedded pages and the line that shows them: what they say, and who may show them."""

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from scifi.figures.charts import chart
from scifi.grade import grade, headline
from scifi.site import embed_code, embeds, hosting, pages
from scifi.site.pages import Site

BASE = "https://city.example/book/"
HOSTILE = 'Ends &lt;/title&gt; "q" \' & **b** {{ 7 * 7 }} --'


def made(site):
    return dict(embeds.files(site, hosting.policy(), "assets/bundle/embed-X.css"))


def read(site, address):
    return BeautifulSoup(made(site)[f"{address}index.html"], "html.parser")


@pytest.fixture(scope="module")
def site(published):
    shown = {"evidence-grades": chart(published, "evidence-grades")}
    return Site(published, shown, {"evidence-grades": {"narrow": "<svg><path/></svg>"}})


def test_a_case_study_says_number_kind_grade_source_and_where_the_whole_is(site, published):
    case = published.get("casestudy", "opencard-prague")
    result = headline(published, case)
    tree = read(site, "embed/case/opencard-prague/")
    text = " ".join(tree.get_text().split())

    assert tree.h1.get_text() == case.title
    assert "at least 1,750 million CZK" in text and "Reported by the city; not compared." in text
    assert f"Evidence grade {grade(published, case).letter}" in text
    assert tree.find("a", href=case.sources[result.source].url)
    assert tree.footer.a["href"] == "../../../casestudies/opencard-prague/"
    assert "CC BY 4.0" in tree.footer.get_text()


def test_a_solution_says_its_verdict_and_a_chart_its_finding(site):
    solution = read(site, "embed/solution/pay-as-you-throw/")
    drawn = read(site, "embed/chart/evidence-grades/")

    assert "Verdict: works" in " ".join(solution.get_text().split())
    assert drawn.h1.get_text() == site.charts["evidence-grades"].finding and drawn.svg
    assert drawn.footer.a["href"] == "../../../about/evidence/#chart-evidence-grades"


def test_every_named_chart_leads_to_a_page(site):
    from scifi.figures.charts import SITE_CHARTS

    assert set(embeds.CHART_PAGES) == set(SITE_CHARTS)


def test_programs_find_the_line_where_the_site_has_an_address(site):
    """Without one there is no line that would work, and no page offers it."""
    assert not [path for path in made(site) if path.endswith(".json")]
    files = made(replace(site, published=BASE))
    said = json.loads(files["embed/oembed/case/opencard-prague.json"])
    frame = BeautifulSoup(said["html"], "html.parser").iframe

    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert frame["src"] == f"{BASE}embed/case/opencard-prague/" and frame["title"] == said["title"]
    assert (int(frame["width"]), int(frame["height"])) == (said["width"], said["height"])
    assert set(embeds.oembed_by_page(site.corpus).values()) <= set(files)


@pytest.mark.parametrize("base", ["", BASE])
def test_a_page_offers_the_line_only_where_it_would_work(site, base):
    """To be copied, in a line that one can read and mark without scripts."""
    there = replace(site, published=base)
    page = next(p for p in pages.pages(there) if p.address == "casestudies/opencard-prague/")
    offered = BeautifulSoup(page.body, "html.parser").select("details.embed [data-copy] code")

    title = site.corpus.get("casestudy", "opencard-prague").title
    wanted = [embed_code.code(base, "case", "opencard-prague", title)] if base else []
    assert [code.get_text() for code in offered] == wanted


def test_a_hostile_title_stays_words(site, published):
    """In the page, in the line, and in the line as programs get it."""
    case = published.get("casestudy", "opencard-prague").model_copy(update={"title": HOSTILE})
    cases = {**published.entries["casestudy"], case.id: case}
    corpus = replace(published, entries={**published.entries, "casestudy": cases})
    files = made(replace(site, corpus=corpus, published=BASE))
    tree = BeautifulSoup(files["embed/case/opencard-prague/index.html"], "html.parser")
    said = json.loads(files["embed/oembed/case/opencard-prague.json"])

    assert tree.h1.get_text() == HOSTILE
    assert BeautifulSoup(said["html"], "html.parser").iframe["title"] == HOSTILE
    assert "{{" not in tree.title.get_text() or HOSTILE in tree.title.get_text()


def test_only_embedded_pages_may_be_framed():
    """Each host is told so in its own words."""
    files = dict(hosting.files(["about/", "casestudies/"]))
    framed, unframed = hosting.policy(), hosting.policy(hosting.UNFRAMED)

    rules = files["_headers"]
    everywhere = rules.split("\n/")[0]
    assert everywhere.startswith("/*\n")
    assert f"\n  Content-Security-Policy: {framed}\n" in everywhere
    for path in ("/", "/index.html", "/about/*", "/casestudies/*"):
        assert f"\n{path}\n  Content-Security-Policy: frame-ancestors 'none'\n" in rules
    assert "embed" not in rules
    for name in (".htaccess", "hosting/nginx.conf", "hosting/Caddyfile"):
        assert f'"{framed}"' in files[name] and f'"{unframed}"' in files[name], name
        assert "/embed/" in files[name]
