"""The measuring plan: what the page says by itself, and what the browser gets to make a plan of."""

import pytest
from bs4 import BeautifulSoup

from scifi.site.pages import Site, pages
from scifi.site.tools import picker


def soup(html):
    return BeautifulSoup(html, "html.parser")


@pytest.fixture
def indicator(corpus):
    """The one indicator of the smallest knowledge base."""
    return corpus.indicators[0]


def test_without_javascript_the_page_holds_every_indicator_with_the_columns_of_the_plan(site):
    page = soup(picker.block(site, "indicators/plan/"))

    assert [head.get_text() for head in page.select("details th[scope=col]")] == [
        "What",
        "Unit",
        "Baseline: what spoils it",
        "Who measures",
        "How often",
        "Cost to collect",
        "Cases that used it",
    ]
    row = page.select_one("tbody tr")
    assert row.th.a["href"] == "../example-collections/"
    cells = [cell.get_text(" ", strip=True) for cell in row.select("td")]
    assert cells[0] == "% less or collections/week"
    assert "Spring has more picnics" in cells[1]
    assert cells[2:5] == ["depends on the service", "depends on the service", "no source says"]
    assert cells[5].startswith("1")


def test_each_indicator_stands_once_under_its_first_service(corpus_with, indicator, make):
    more = make(indicator, id="more", themes=["water", "waste"])
    page = soup(picker.block(Site(corpus_with(more), {}, {}), "indicators/plan/"))

    assert [summary.get_text() for summary in page.select("summary")] == ["Waste (1)", "Water (1)"]


def test_who_measures_and_how_often_are_shown_where_they_are_known(corpus_with, indicator, make):
    """On the plan and on the indicator's own page; where they are not, that is said."""
    known = make(
        indicator,
        measured_by="The depot counts its rounds [@ours].",
        how_often="Each week, from eight weeks before the start [@ours].",
    )
    site = Site(corpus_with(known), {}, {})

    made = picker.row(site, known)
    assert made["texts"]["who"] == "The depot counts its rounds."
    assert "Each week, from eight weeks before the start" in made["cells"]["often"]
    page = next(page.body for page in pages(site) if page.address == f"indicators/{known.id}/")
    assert "The depot counts its rounds" in page
    assert "Each week" in page


def test_an_indicator_page_says_what_depends_on_the_service(site):
    page = next(
        page.body for page in pages(site) if page.src_uri == "indicators/example-collections.md"
    )

    facts = {fact.dt.get_text(): fact.dd.get_text() for fact in soup(page).select(".facts > div")}
    assert facts["Who measures"] == "depends on the service"
    assert facts["How often"] == "depends on the service"


def test_cases_that_used_it_come_with_grade_and_result(site, indicator):
    made = picker.row(site, indicator)

    cell = soup(made["cells"]["cases"])
    assert cell.select_one(".grade").get_text() == "Evidence grade A"
    assert cell.select_one("a")["href"] == "../../casestudies/example-bins/"
    assert cell.select_one("a.number")["href"] == "https://example.org/report"
    assert made["texts"]["cases"] == (
        "Exampleville (grade A): 33 % less, about 7 to 9 collections/week, not reported"
    )


def test_of_many_cases_the_best_founded_come_first_and_the_rest_can_be_unfolded(
    corpus_with, indicator, case, make, case_of, result
):
    weak = [make(case_of(result(kind="reported")), id=f"weak-{n}") for n in range(5)]
    corpus = corpus_with(case, *weak)

    used = picker.users(corpus, indicator.id)
    assert next(found.id for found, _ in used) == case.id
    made = picker.row(Site(corpus, {}, {}), indicator)
    cell = soup(made["cells"]["cases"])
    assert cell.summary.get_text() == "and 2 more"
    assert len(cell.select("li")) == 6


def test_one_can_start_from_a_case_or_a_pathway(corpus):
    made = picker.index(corpus)

    assert made["cases"] == [
        {
            "id": "example-bins",
            "title": "Twelve invented bins were emptied a third less often",
            "place": "Exampleville",
            "indicators": ["example-collections"],
        }
    ]
    assert made["pathways"][0]["themes"] == corpus.pathways[0].themes
    assert made["indicators"][0]["cases"] == 1


def test_a_case_without_numbers_is_no_start(corpus_with, case_of):
    assert picker.index(corpus_with(case_of()))["cases"] == []


def test_every_indicator_is_a_file_of_its_own(site):
    assert sorted(dict(picker.files(site))) == [
        "assets/data/indicators/example-collections.js",
        "assets/data/picker.js",
    ]
