"""Case studies side by side: what the page says by itself, and what the browser gets to compare."""

import json

import pytest
from bs4 import BeautifulSoup

from scifi.site.pages import Site
from scifi.site.tools import compare


@pytest.fixture
def site_with(corpus_with):
    """`site_with(entry, ...)`: the smallest site with these entries."""
    return lambda *entries: Site(corpus_with(*entries), {}, {})


def text(html):
    """What one reads of some HTML."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def test_without_javascript_every_case_is_a_row_that_leads_to_its_page(site):
    page = BeautifulSoup(compare.block(site, "compare/"), "html.parser")

    row = page.select_one("tbody tr")
    assert row.th.a["href"] == "../casestudies/example-bins/"
    assert "Exampleville" in row.get_text()
    assert "still running" in row.get_text()
    assert "at most 10,000 EUR" in row.get_text()
    assert row.select("td")[-1].a.get_text() == "33 % less"
    assert "needs JavaScript" in page.select_one(".without-script").get_text()


def test_an_unreported_sum_and_a_case_without_numbers_are_said(site_with, case_of):
    """Unknown is written out, never left empty."""
    page = compare.block(site_with(case_of(money=[])), "compare/")

    assert "not reported" in text(page)
    assert "no number published" in text(page)


def test_a_case_has_a_cell_for_every_row(site, case):
    made = compare.side(site, case)

    assert list(made["cells"]) == [row.key for row in compare.ROWS]
    assert all(text(html) for html in made["cells"].values())
    assert {row.key for row in compare.ROWS if row.values} == set(made["values"])


def test_numbers_in_cells_lead_to_their_sources_and_pages_are_found_from_the_tool(site, case):
    """Links are those of the page they are put on."""
    made = compare.side(site, case)

    number = BeautifulSoup(made["results"][0]["numbers"][0]["html"], "html.parser").a
    assert (number.get_text(), number["href"]) == ("33 % less", "https://example.org/report")
    city = BeautifulSoup(made["cells"]["where"], "html.parser").a
    assert city["href"] == "../cities/exampleville/"


def test_no_glossary_term_is_linked_twice_by_two_cases(site, case):
    """Which use is the first depends on the choice; so none is linked."""
    assert 'class="term"' not in json.dumps(compare.side(site, case))


def test_entities_that_only_markdown_needs_are_spared(site_with, make, case):
    """A title is text, whatever signs it holds, and the file stays small."""
    hard = make(case, challenge='A "quoted" & <b>bold</b>: need * _ [@example-report].')
    need = compare.side(site_with(hard), hard)["cells"]["need"]

    assert "&lt;b&gt;bold&lt;/b&gt;" in need
    assert "&#58;" not in need
    assert BeautifulSoup(need, "html.parser").b is None


def test_values_that_are_not_reported_are_empty(site, make, case):
    bare = make(
        case,
        providers=[],
        money=[],
        period={"start": None, "end": None},
        afterwards={**case.afterwards.model_dump(mode="json"), "status": "unknown"},
    )
    values = compare.values(site.corpus, bare)

    assert [key for key, value in values.items() if not value] == [
        "status",
        "when",
        "money",
        "provider",
    ]


def test_results_are_aligned_by_indicator(site, case):
    """All numbers of one indicator stand in one row, the unreported one as well."""
    (row,) = compare.side(site, case)["results"]

    assert row["id"] == "example-collections"
    assert [number["numbers"] for number in row["numbers"]] == [[33], [7, 9], []]
    assert "not reported" in row["numbers"][2]["html"]


def test_a_result_is_shown_in_other_units_of_its_indicator(
    site_with, corpus, make, case_of, result
):
    """The whole sum is shown; "% less" stays as it is."""
    indicator = make(
        corpus.get("indicator", "example-collections"),
        units=["kWh/year", "MWh/year", "% less"],
    )
    case = case_of(result(value=2.4, value_to=3, unit="MWh/year", qualifier="about"))
    site = site_with(indicator, case)

    (row,) = compare.side(site, case)["results"]

    assert row["numbers"][0]["in_units"] == {
        "kWh/year": {
            "numbers": [2400, 3000],
            "text": "about 2.4 to 3 MWh/year = 2,400 to 3,000 kWh/year",
        }
    }


def test_a_change_against_the_baseline_is_shown_with_its_sum(site_with, case_of, result):
    case = case_of(result(value=78, baseline=216, unit="collections/week"))
    number = compare.side(site_with(case), case)["results"][0]["numbers"][0]

    assert (
        "Before: 216 collections/week . Change, worked out by us: (78 − 216) ÷ 216 ≈ −63.9 %."
        in text(number["html"])
    )


def test_no_change_is_made_up(case_of, result):
    """Without a baseline, from a range or from zero there is none."""
    for changes in ({"baseline": None}, {"value_to": 90}, {"baseline": 0}):
        assert compare.changed(result(unit="collections/week", **changes)) is None


def test_cases_that_share_an_indicator_are_suggested(corpus_with, make, case, case_of):
    """A shared city alone is no reason to compare numbers."""
    twin = make(case, id="twin-bins")
    other = make(case_of(), id="other-bins")

    found = compare.alike(corpus_with(case, twin, other), case)

    assert found == [("twin-bins", "Bin collections")]


def test_every_case_is_a_file_of_its_own(site):
    files = dict(compare.files(site))

    assert sorted(files) == ["assets/data/casestudies/example-bins.js", "assets/data/compare.js"]
    assert files["assets/data/compare.js"].startswith("(globalThis.scifi ??= {})")


def test_a_spreadsheet_says_how_a_number_came_about_in_words(site_with, case_of, result):
    """The same words as on the page, not the values of the file."""
    case = case_of(result(measured_by="unknown", comparison="none"))
    number = compare.side(site_with(case), case)["results"][0]["numbers"][0]

    said = (number["kind"], number["measured_by"], number["comparison"])
    assert said == ("measured", "somebody not named", "not compared")


def test_of_very_many_cases_the_table_shows_the_first_and_leads_to_the_others(
    site_with, case_of, monkeypatch
):
    """A page that holds all of ten thousand cases would load for minutes."""
    monkeypatch.setattr(compare, "LISTED", 1)
    html = compare.block(site_with(case_of(id="second", title="A second one")), "compare/")
    page = BeautifulSoup(html, "html.parser")

    assert len(page.select("tbody tr")) == 1
    assert page.summary.get_text() == "The 1 best founded of 2 case studies as a table"
    assert page.select_one(".without-script a")["href"] == "../casestudies/"
