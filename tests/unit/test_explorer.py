"""The explorer's page without JavaScript, and the data it works on with it."""

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from scifi.figures.outline import project
from scifi.site.pages import pages
from scifi.site.tools import explorer


@pytest.fixture
def site_with(site, corpus_with):
    """The smallest site with entries added."""
    return lambda *entries: replace(site, corpus=corpus_with(*entries))


@pytest.fixture
def bare(case, make):
    """A case study of which next to nothing is known."""
    period = {"start": None, "end": None}
    return make(case, id="bare", title="Nothing", money=[], results=[], period=period)


@pytest.fixture
def page(site_with, bare):
    """The page with two case studies, as a reader without JavaScript has it."""
    return BeautifulSoup(explorer.block(site_with(bare), "casestudies/"), "html.parser")


def test_without_javascript_every_value_leads_to_a_list(page):
    """Twelve facets, each with its values and how many case studies they have."""
    facets = {
        box.summary.get_text(" ", strip=True): [li.get_text(strip=True) for li in box("li")]
        for box in page.select("details.browse")
    }

    assert len(facets) == 12
    assert facets["Country (1)"] == ["Belgium(2)"]
    assert facets["Evidence grade (2)"] == ["A (independent proof)(1)", "E (no number)(1)"]
    assert facets["Indicator (2)"] == ["Bin collections(1)", "No result(1)"]


def test_without_javascript_all_case_studies_stand_by_theme(page):
    """A case study about two services stands under both, the better founded one first."""
    titles = [link.get_text() for link in page.select("#waste + ul > li > a")]

    assert titles == ["Twelve invented bins were emptied a third less often", "Nothing"]
    assert page.select_one("[id='public-space'] + ul a") is not None


def test_every_link_of_the_page_leads_to_a_page(site_with, bare, page):
    """Pages of entries, or lists made for the other values."""
    made = {page.src_uri for page in pages(site_with(bare))}
    known = {"about/evidence.md", "pathways/axes.md", "pathways.md"}

    for a in page.select("[data-explorer-plain] a"):
        address = a["href"].removeprefix("../")
        prefix = "" if a["href"].startswith("../") else "casestudies/"
        assert f"{prefix}{address}".rstrip("/") + ".md" in made | known, a


def test_the_rules_are_printed(page):
    """What is counted as money and as effect stands on the page."""
    rules = page.select_one(".explorer-rules").get_text(" ")

    assert "up to 50,000 EUR" in rules
    assert "the end that is nearer to no change" in rules


def test_a_list_for_each_value_that_has_no_page(site_with, bare, as_read):
    """Theme, country, size, aftermath, grade, money; and those that name no entry."""
    made = {page.src_uri: page for page in pages(site_with(bare)) if "/by/" in page.src_uri}

    assert "casestudies/by/theme/waste.md" in made
    assert "casestudies/by/indicator/none.md" in made
    assert not [uri for uri in made if uri.startswith("casestudies/by/step/")]
    grades = as_read(made["casestudies/by/grade/a.md"].body)
    assert len(grades.select(".case-list > li")) == 1
    assert "E (no number) (1)" in grades.get_text()


def test_the_data_say_what_a_card_shows(site, case):
    """Texts are ready to show, and each number names its source."""
    data = explorer.casestudies(site)
    [card] = data["cases"]

    assert card["title"] == case.title
    assert "[@" not in card["summary"]
    assert card["money"]["text"] == "at most 10,000 EUR"
    assert card["effects"][0]["text"] == "33 % less"
    assert card["effects"][0]["kind"] == "measured, compared with the time before"
    assert card["effects"][0]["url"] == "https://example.org/report"
    assert data["cities"]["exampleville"] == {"title": "Exampleville", "country": "Belgium"}
    place = data["places"]["exampleville"]
    assert place["name"] == "Exampleville, Belgium"
    assert place["point"] == pytest.approx(project(4.5, 51.0), abs=0.1)


def test_a_country_as_a_whole_has_a_place_of_its_own(site_with, case, make):
    """It is told from its towns, so that a click shows its own cases only."""
    nation = make(case, id="everywhere", cities=[], countries=["NO"])

    data = explorer.casestudies(site_with(nation))

    assert data["places"]["NO"]["title"] == "Norway as a whole"
    assert data["places"]["NO"]["whole"]
    assert next(c for c in data["cases"] if c["id"] == "everywhere")["nations"] == ["NO"]


def test_an_effect_from_a_baseline_shows_both_numbers(site_with, case_of, result):
    """A reader can work it out again; more or less says which way it went."""
    case = case_of(result(value=19, baseline=115, unit="kWh/m2/year"))

    [card] = explorer.casestudies(site_with(case))["cases"]

    assert card["effects"][0]["text"] == "83 % less (19 kWh/m2/year, before: 115)"


def test_an_order_keeps_values_that_nobody_has(site):
    """That no case study has a B can be seen; a theme without one is no choice."""
    values = {facet["id"]: facet["values"] for facet in explorer.casestudies(site)["facets"]}

    assert list(values["grade"]) == ["A", "B", "C", "D", "E"]
    assert list(values["theme"]) == ["waste", "public-space"]
    assert "none" not in values["step"]


def test_all_facets_of_a_case_are_offered(site_with, bare):
    """No case study has a value that no checkbox stands for."""
    data = explorer.casestudies(site_with(bare))
    offered = {facet["id"]: set(facet["values"]) for facet in data["facets"]}

    for card in data["cases"]:
        for facet, values in card["facets"].items():
            assert set(values) <= offered[facet]


def test_words_to_search_are_those_the_card_does_not_show(site):
    """Challenge, solution, lessons, suppliers, places and names, each word once."""
    words = explorer.casewords(site)["example-bins"].split()

    assert "morning" in words
    assert "belgium" in words
    assert "bins" not in words
    assert len(words) == len(set(words))


def test_data_are_classic_scripts(site):
    """They load from a USB stick, and hold what they should."""
    made = dict(explorer.files(site))

    assert set(made) == {"assets/data/casestudies.js", "assets/data/casewords.js"}
    for text in made.values():
        assert json.loads(text.partition("] = ")[2].rstrip(";\n"))


def test_of_very_many_cases_of_a_theme_the_list_of_the_theme_has_the_others(
    site_with, case, make, monkeypatch
):
    """The page stays one that can be loaded, and no case study is out of reach."""
    monkeypatch.setattr(explorer, "LISTED", 1)
    site = site_with(make(case, id="second", title="A second one"))
    html = explorer.block(site, "casestudies/")
    page = BeautifulSoup(html, "html.parser")

    theme = case.themes[0].value
    more = page.select_one(f'p a[href="by/theme/{theme}/"]')
    assert more.get_text() == "All 2 case studies of this theme"
    assert len(page.select(f"#{theme} ~ ul")[0].select("li")) == 1
    (listed,) = [
        found for found in pages(site) if found.address == f"casestudies/by/theme/{theme}/"
    ]
    assert "A second one" in listed.body
