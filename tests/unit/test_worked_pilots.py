"""Worked pilots: sums that come out, a contract without a forgotten blank, a page that says so."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from scifi import contract, formulas
from scifi.content.checks import check_all
from scifi.content.checks.worked import is_rounded
from scifi.model.clause import ClauseLevel, Need
from scifi.printing.imprint import imprint
from scifi.printing.office.spreadsheet import as_xlsx
from scifi.printing.papers.worked import in_blanks, worked_contracts, worked_sums
from scifi.site import blocks
from scifi.site.pages import Site, pages
from scifi.site.views.worked import in_numbers

CHOICES = json.loads(
    (Path(__file__).parents[1] / "examples/contracts/choices.json").read_text(encoding="utf-8")
)

PILOTS = ("twenty-litter-bins", "one-park")


@pytest.fixture
def pilot(corpus):
    """The one worked pilot of the smallest knowledge base."""
    (only,) = corpus.worked_pilots
    return only


@pytest.fixture
def page(corpus, as_read):
    """Its page, read as HTML."""
    made = {page.address: page.body for page in pages(Site(corpus, {}, {}))}
    return as_read(made["worked-pilots/example-pilot/"])


@pytest.fixture
def real(published):
    """The worked pilots that are published, by id."""
    return {pilot.id: pilot for pilot in published.worked_pilots}


@pytest.mark.parametrize("example", CHOICES["examples"], ids=lambda e: str(e["answers"]))
def test_answers_choose_the_clauses_that_they_choose_in_the_browser(example):
    """One table for both: whoever changes one rule changes the other."""
    found = {
        clause["id"]: why
        for clause in CHOICES["clauses"]
        if (
            why := contract.reason(
                ClauseLevel(clause["level"]), map(Need, clause["needs"]), example["answers"]
            )
        )
    }
    assert found == example["chosen"]


@pytest.mark.parametrize(
    ("formula", "value"),
    [("2 * (bins - 1)", 18), ("bins / 4", 2.5), ("1 + 2 * 3", 7), ("(bins + 6) ** 0.5", 4)],
)
def test_a_formula_is_a_sum_as_at_school(formula, value):
    """Brackets first, then times and divided by, then plus and minus; a root is a root."""
    assert formulas.computed(formula, {"bins": 10}) == value


@pytest.mark.parametrize(
    "formula", ["exit()", "bins.real", "'a'", "2 ** 9", "1 if 1 else 2", "bins +", "(" * 300, "-1"]
)
def test_a_formula_runs_nothing(formula):
    """It is a stranger's text: no call, no field, no power that never ends."""
    with pytest.raises(ValueError, match=r".*"):
        formulas.computed(formula, {"bins": 10})


@pytest.mark.parametrize("id_", PILOTS)
def test_every_sum_comes_out_again(real, id_):
    """From the inputs alone, in their order, each rounded as it is written."""
    values = dict(real[id_].named_inputs)
    for line in real[id_].sums:
        result = formulas.computed(line.formula, values)
        assert is_rounded(result, line.value), line.what
        if line.name:
            values[line.name] = result
        if line.formula_to:
            high = formulas.computed(line.formula_to, values)
            assert is_rounded(high, line.value_to), line.what
            if line.name:
                values[f"{line.name}_to"] = high


def test_the_bins_show_that_twelve_weeks_cannot_tell_ten_per_cent(real):
    """The invented result lies within its margin, and the note stops all the same."""
    sums = {line.what: line for line in real["twenty-litter-bins"].sums}
    margin = next(line.value for what, line in sums.items() if what.startswith("Margin"))
    smallest = next(line.value for what, line in sums.items() if what.startswith("Smallest"))

    assert 11 < margin < smallest
    assert "11 per cent" in " ".join(real["twenty-litter-bins"].results.text)
    assert real["twenty-litter-bins"].gate.decided == "stop"


@pytest.mark.parametrize("id_", PILOTS)
def test_every_input_has_its_receipt_or_is_ours(real, id_):
    """A number without a source is planned or estimated; what was not found has no kind."""
    for given in real[id_].inputs:
        if given.value is None:
            assert given.kind is None
            assert given.note
        elif given.source is None:
            assert given.kind in ("planned", "estimated"), given.what
        else:
            assert given.source in real[id_].sources


@pytest.mark.parametrize("id_", PILOTS)
def test_no_blank_of_the_contract_is_forgotten(published, real, id_):
    """Each is filled in, keeps our proposal, or is left open with the reason."""
    pilot = real[id_]
    clauses = contract.chosen(published.clauses, pilot.contract.answers.given)
    left_open = [line.blank for line in pilot.contract.left_open]
    stands = in_blanks(published, pilot)

    parties = {"name of the city", "name of the firm"}
    assert {*stands, *left_open} == parties | set(contract.blanks(clauses))
    assert [blank for blank, words in stands.items() if not words] == []


@pytest.mark.parametrize("id_", PILOTS)
def test_the_contract_names_its_blanks_only_where_they_are_left_open(project, published, real, id_):
    """What is called filled in has no bracket but those."""
    (paper,) = (
        p for p in worked_contracts(published, imprint(project, published)) if p.edition.id == id_
    )
    blank = {
        piece[0]
        for group in paper.data["groups"]
        for clause in group["clauses"]
        for piece in clause["pieces"]
        if not isinstance(piece, str)
    }

    assert blank == {line.blank for line in real[id_].contract.left_open}


@pytest.mark.parametrize("id_", PILOTS)
def test_a_calendar_has_26_weeks_and_ends_with_the_decision(real, id_):
    """The last bar is a gate in the last week."""
    form = real[id_].drawing.form

    assert form.weeks == 26
    assert form.tasks[-1].gate
    assert form.tasks[-1].spans[0].last == 26


def test_a_formula_is_shown_in_numbers(pilot):
    """Nobody has to look up what a name stands for."""
    assert in_numbers(pilot, "bins * visits_to") == "5 × 104"
    assert in_numbers(pilot, "(bins + 4) ** 0.5 / hours") == "√(5 + 4) ÷ 10"


def test_a_page_says_at_once_that_the_town_is_invented(page):
    """Before the first section, and again above the results."""
    notice = page.select_one(".notice")

    assert notice.get_text(strip=True) == "The town and its results are invented."
    assert notice.find_next("h2")["id"] == "the-idea"
    assert page.select_one("h2#results-sheet").get_text() == "Results sheet (invented)"


def test_a_page_tells_unknown_prices_from_ours_and_from_those_of_a_source(page):
    """Three inputs: planned by us, reported with a mark, and one that nobody publishes."""
    bins, visits, price = (
        page.select_one("#what-we-know-before").find_next("table").select("tbody tr")
    )

    assert "planned , by us" in bins.get_text(" ", strip=True)
    assert visits.select_one("sup.receipt a")["href"] == "https://example.org/law"
    assert price.select_one(".unknown").get_text() == "no public figure found"


def test_a_page_lists_what_is_filled_in_and_what_is_left_open(page):
    """Each blank once, and the reason of the open one."""
    part = page.select_one("#the-contract").find_all_next(["table", "ul"])
    words = " ".join(piece.get_text(" ", strip=True) for piece in part)

    assert "Days to look: 10 Two weeks." in words
    assert "Price without VAT: The consultation tells" in words
    assert "#price=small&data=none&" in page.select_one("#the-contract + div a")["href"]


def test_a_chapter_ends_with_what_the_examples_say(corpus, as_read):
    """In a quiet box with the way to the whole."""
    made = {page.address: page for page in pages(Site(corpus, {}, {}))}
    box = as_read(made["cookbook/example-chapter/"].body).select_one(".worked-thread")

    assert "In the example, five bins are too few." in box.get_text()
    assert box.a["href"] == "../../worked-pilots/example-pilot/"


def test_the_list_says_what_was_decided(corpus, as_read):
    """A stop is as good an example as a go."""
    listed = blocks.listing(Site(corpus, {}, {}), "worked-pilots/", "worked-pilot")

    assert as_read(listed).select_one(".card .card-foot").get_text() == "Decision: stop."


def test_formulas_stay_alive_in_the_spreadsheet(project, corpus):
    """They call cells by the names of the file, and the same content gives the same bytes."""
    (paper,) = worked_sums(corpus, imprint(project, corpus))
    made = as_xlsx(paper.data)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        book = file.read("xl/workbook.xml").decode()
        sums = file.read("xl/worksheets/sheet2.xml").decode()

    assert made == as_xlsx(paper.data)
    assert {"bins", "visits", "visits_to", "all_visits", "hours"} <= set(
        re.findall(r'definedName name="(\w+)"', book)
    )
    assert re.search(r"<f>bins\*visits</f><v>260(\.0)?</v>", sums)
    assert "<f>all_visits/3</f><v>86.6" in sums


def test_a_range_without_its_formula_is_refused(root):
    """A number that nobody can do again is no sum."""
    file = root / "data/worked-pilots/example-pilot.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    formula_to: bins * visits_to\n", ""), encoding="utf-8")

    assert {problem.rule for problem in check_all(root).problems} == {"worked-sums"}


def test_a_text_that_looks_like_a_formula_stays_text(project, corpus):
    """A file of a stranger computes nothing in a spreadsheet."""
    (paper,) = worked_sums(corpus, imprint(project, corpus))
    cells = [{"text": '=HYPERLINK("https://other.example")'}, {"text": "https://other.example"}]
    sheet = {"title": "A", "widths": [9], "rows": [{"look": "line", "cells": cells}]}
    with zipfile.ZipFile(io.BytesIO(as_xlsx({**paper.data, "sheets": [sheet]}))) as file:
        made = file.read("xl/worksheets/sheet1.xml").decode()

    assert "<f>" not in made
    assert "hyperlink" not in made
