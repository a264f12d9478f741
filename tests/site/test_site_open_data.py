"""The tables beside the pages: the page that lists them, and the numbers that pages show."""

import csv
import sqlite3

import pytest

from scifi.exports.sizes import in_words
from scifi.language import number


@pytest.fixture(scope="module")
def rows(site):
    """`rows("results")`: the rows of a table as dicts."""

    def read(name):
        with (site / f"data/{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


def test_the_data_page_lists_every_file_with_rows_and_size(pages, site, rows):
    """Nothing is missing, and what stands beside a name is true of the file."""
    page = pages["data/"]
    listed = {str(link["href"]): link for link in page.main.select("table a[download]")}
    made = {path.name for path in (site / "data").iterdir() if path.is_file()}
    assert set(listed) == {name for name in made if not name.startswith("index.")}
    for name, link in listed.items():
        cell = link.find_parent("tr").get_text(" ", strip=True)
        assert in_words((site / "data" / name).stat().st_size) in cell, name
        if name.endswith(".csv"):
            count = link.find_parent("tr").find_all("td")[1].get_text()
            assert count == number(len(rows(name.removesuffix(".csv")))), name


def test_a_case_page_and_the_tables_say_the_same(pages, rows, site):
    """Grade and result on the aim of a pilot, wherever one looks."""
    shown = [row for row in rows("casestudies") if row["headline_value"]]
    assert len(shown) > 100
    for row in shown[:40]:
        text = pages[row["address"]].main.get_text(" ")
        assert number(float(row["headline_value"])) in text, row["id"]
        badge = pages[row["address"]].main.select_one(".grade")
        assert badge and row["grade"] in badge.get_text(), row["id"]


def test_the_home_page_counts_what_the_table_holds(pages, rows):
    """As many case studies as there are rows."""
    assert f"{len(rows('casestudies'))} case studies" in pages[""].main.get_text(" ")


def test_a_solution_has_the_verdict_of_its_page(pages, site):
    """The database has the word behind the words of the page."""
    base = sqlite3.connect(f"file:{site / 'data/scifi-cookbook.sqlite'}?mode=ro", uri=True)
    found = base.execute("SELECT address, verdict FROM solutions").fetchall()

    assert len(found) == len([a for a in pages if a.startswith("solutions/")]) - 2
    for address, verdict in found:
        assert f"verdict-{verdict}" in pages[address].html or verdict.replace("-", " ") in pages[
            address
        ].main.get_text(" ").lower().replace("-", " "), address
