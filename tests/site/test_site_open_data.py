"""The tables beside the pages: the page that lists them, and the numbers that pages show."""

import csv
import io
import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import duckdb
import pandas as pd
import pytest
import xlsxwriter
from tests.office import converted

from scifi.exports.sizes import in_words
from scifi.exports.tables.excel import add_sheet
from scifi.exports.tables.gather import tables
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


@pytest.fixture(scope="module")
def example(project):
    """`example("pandas")`: the lines below the heading that begins so."""
    text = (project / "docs/data/index.md").read_text(encoding="utf-8")

    def below(word):
        found = re.search(rf"(?s)\n### {word}.*?\n```\w*\n(.*?)\n```", text)
        assert found and len(found[1].splitlines()) <= 6, word
        return found[1]

    return below


@pytest.fixture(scope="module")
def measured(rows):
    """The measured results on the aim of a pilot, counted without any of the programs."""
    return [r for r in rows("results") if r["headline"] == "true" and r["kind"] == "measured"]


def test_the_example_for_pandas_runs(example, site, measured):
    """It prints as many rows as there are measured results on the aim."""
    command = [sys.executable, "-c", f"{example('pandas')}"]
    done = subprocess.run(command, cwd=site / "data", capture_output=True, text=True, check=True)

    assert f"[{len(measured)} rows x 3 columns]" in done.stdout


def test_the_example_for_duckdb_runs(example, site, rows, monkeypatch):
    """It counts the case studies of programmes."""
    monkeypatch.chdir(site / "data")
    found = duckdb.sql(example("DuckDB")).fetchall()

    assert sum(count for _grade, _status, count in found) == len(
        [row for row in rows("casestudies") if row["programme"]]
    )


def test_the_example_for_sql_runs(example, site, rows):
    """It counts each case study once for each solution."""
    with closing(sqlite3.connect(site / "data/scifi-cookbook.sqlite")) as base:
        found = base.execute(example("SQL")).fetchall()
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []

    tried = {(row["casestudy"], row["solution"]) for row in rows("casestudies-solutions")}
    assert sum(count for _title, _verdict, count in found) == len(tried)


def test_the_example_for_r_names_what_there_is(example, site):
    """R is not asked; the files and the columns that it names exist."""
    text = example("R")

    columns = set()
    for file in re.findall(r'read\.csv\("([^"]+)"', text):
        columns |= set(pd.read_csv(site / "data" / file, nrows=1).columns)
    named = re.findall(r'c\(([^)]*)\)|by\.[xy] = ("\w+")', text)
    words = re.findall(r'"(\w+)"', " ".join(part for pair in named for part in pair))
    assert {"headline", "kind", "casestudy", "id", "title"} <= columns
    assert words and set(words) <= columns


def test_the_formulas_for_a_spreadsheet_count_right(example, corpus, tmp_path, rows, measured):
    """LibreOffice reckons them out in a workbook of ours."""
    path = tmp_path / "formulas.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("formulas")
        for row, line in enumerate(example("Excel").splitlines()):
            sheet.write_formula(row, 0, line, value="")
        for table in tables(corpus)[:3]:
            add_sheet(book, table.name, table)
    converted(tmp_path, "csv", path)

    cells = [row[0] for row in csv.reader(io.StringIO((tmp_path / "formulas.csv").read_text()))]
    cases = rows("casestudies")
    scaled = sum(int(row["results"]) for row in cases if row["status"] == "scaled")
    verdicts = {row["id"]: row["verdict"] for row in rows("solutions")}
    assert cells == [
        str(len([row for row in rows("results") if row["kind"] == "measured"])),
        str(len(measured)),
        str(len([row for row in cases if row["grade"] == "A"])),
        str(scaled),
        verdicts["bottle-deposit"],
    ]
