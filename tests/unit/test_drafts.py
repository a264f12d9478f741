"""A case study that is not complete is shown, marked, and counts nowhere."""

import json

import pytest
from bs4 import BeautifulSoup

from scifi import facets
from scifi.content.checks import check_all
from scifi.exports.tables import files as tables
from scifi.figures import metrics
from scifi.model import CaseStudy
from scifi.model.base import Theme
from scifi.papers import ALL, papers
from scifi.site import downloads
from scifi.site.pages import Site, pages
from scifi.site.tools import explorer

DRAFT = """
draft: true
title: Somebody began to tell this
cities: [exampleville]
themes: [waste]
solutions:
  - solution: example-sensors
results:
  - indicator: example-collections
    what: collections that were not needed
    value: 90
    baseline: 0
    unit: "% less"
    period: a week
    kind: measured
    measured_by: independent
    comparison: control-group
    source: page
sources:
  page:
    title: A page
    publisher: Somebody
    url: https://example.org/draft
    date: null
    read: 2026-11
"""


@pytest.fixture
def with_draft(root):
    """The smallest knowledge base with a draft in it."""
    (root / "casestudies" / "begun.yml").write_text(DRAFT, encoding="utf-8")
    report = check_all(root)
    assert [str(problem) for problem in report.problems] == []
    return report.corpus


def test_a_draft_is_no_case_study_among_others(with_draft, corpus):
    """It stands apart, so that whoever counts, draws or searches never meets it."""
    assert [case.id for case in with_draft.drafts] == ["begun"]
    assert [case.id for case in with_draft.casestudies] == ["example-bins"]
    assert with_draft.naming("city", "exampleville", "casestudy") == ["example-bins"]
    assert metrics.counts(with_draft) == metrics.counts(corpus)
    assert facets.members(with_draft) == facets.members(corpus)
    assert metrics.related(with_draft, with_draft.casestudies[0]) == []


def test_a_draft_about_what_nobody_else_tried_has_no_likeness(with_draft):
    """Its page says so, and the build goes on."""
    named = {"themes": [Theme.WATER], "solutions": [], "results": []}
    alone = with_draft.drafts[0].model_copy(update=named)

    assert metrics.related(with_draft, alone) == []


def test_no_download_and_no_paper_tells_of_a_draft(with_draft, corpus):
    """Tables, searches and papers are the same with and without it."""
    site, before = Site(with_draft, {}, {}), Site(corpus, {}, {})
    data = {
        path: text for path, text in downloads.files(site) if "begun" in path or "begun" in text
    }
    assert set(data) == {"assets/data/cases/begun.js", "assets/data/form.js"}
    assert dict(tables(site)) == dict(tables(before))
    assert explorer.casestudies(site) == explorer.casestudies(before)
    assert papers(with_draft, ALL) == papers(corpus, ALL)


def test_the_page_of_a_draft_says_that_it_is_one(with_draft):
    """Marked in its heading and above its text, without a grade, with a way to complete it."""
    page = next(p for p in pages(Site(with_draft, {}, {})) if p.address == "casestudies/begun/")
    text = BeautifulSoup(page.body, "lxml")

    assert page.meta["title"] == "Draft: Somebody began to tell this"
    assert page.meta["facets"] == {"theme": [], "country": []}
    assert text.select_one(".notice").text.strip().startswith("Draft: not complete, not counted.")
    assert text.select(".grade") == []
    assert text.select_one(".notice a")["href"] == "../../contribute/form/#casestudy/begun"
    assert "90 % less" in text.text and "Not written yet." in text.text


def test_what_a_draft_does_not_tell_leads_to_its_form(with_draft, corpus_with, make):
    """The form for one answer knows no drafts; what nobody knows is on the page all the same."""
    draft = make(with_draft.drafts[0], unknowns=["Who paid for it [@ours]."])
    made = pages(Site(corpus_with(draft), {}, {}))
    page = next(page for page in made if page.address == "casestudies/begun/")
    text = BeautifulSoup(page.body, "lxml")

    assert "start not reported to end not reported" in text.text
    assert "Who paid for it" in text.select_one(".unknowns").text
    asked = text.select("a.gap, li a.tell")
    assert {a["href"] for a in asked} == {"../../contribute/form/#casestudy/begun"}
    assert len(asked) == 3


def test_the_list_of_case_studies_names_drafts_apart(with_draft):
    """Below everything that is counted."""
    block = BeautifulSoup(explorer.block(Site(with_draft, {}, {}), "casestudies/"), "lxml")
    heading = block.find(id="drafts")

    assert heading.text == "Drafts: not complete, not counted"
    assert [a["href"] for a in heading.find_next("ul").select("a")] == ["begun/"]
    assert block.text.count("Somebody began to tell this") == 1


def test_a_draft_is_read_back_as_it_was_written(with_draft):
    """What stands for missing words is not taken for words of the contributor."""
    written = with_draft.drafts[0].written()

    assert set(written) == {"draft", "title", "cities", "themes", "solutions", "results", "sources"}
    again = CaseStudy.model_validate_json(json.dumps({"id": "begun", **written}))
    assert again == with_draft.drafts[0]


@pytest.mark.parametrize(
    "missing, said",
    [
        ("title", '"title" is missing'),
        ("themes", '"themes" is missing'),
        ("cities", "the case study has no place: `cities` and `countries` are both empty"),
    ],
)
def test_a_draft_has_a_title_a_place_and_a_service(root, missing, said):
    """Else nobody could find it."""
    lines = [line for line in DRAFT.splitlines() if not line.startswith(f"{missing}:")]
    (root / "casestudies" / "begun.yml").write_text("\n".join(lines), encoding="utf-8")

    assert [problem.what for problem in check_all(root).problems] == [said]


def test_what_is_no_draft_is_told_each_field_that_is_missing(root):
    """In one go, each by its name."""
    text = DRAFT.replace("draft: true\n", "")
    (root / "casestudies" / "begun.yml").write_text(text, encoding="utf-8")

    said = {problem.what for problem in check_all(root).problems}

    fields = ("summary", "challenge", "built", "lessons", "afterwards")
    assert said == {f'"{field}" is missing' for field in fields}


def test_a_case_study_needs_at_most_twelve_fields():
    """Half an hour is enough; what is not known shows as not reported."""
    schema = CaseStudy.model_json_schema()
    needed = [*schema["required"], *schema["else"]["required"]]

    assert len(needed) + len(("a place",)) <= 12
