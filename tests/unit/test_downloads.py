"""Files to download: what a spreadsheet and a program get."""

import csv
import io
import json
import re

import pandas as pd
import pytest

from scifi.figures.charts import CSS_BY_COLOUR, charts
from scifi.kinds import KINDS
from scifi.site import downloads
from scifi.site.pages import Site


@pytest.fixture(scope="module")
def site(corpus):
    """The smallest site, with a drawing of one chart."""
    return Site(
        corpus,
        charts(corpus),
        {"aid-kit": {"wide": "<svg/>", "narrow": "<svg/>", "print": "<svg/>"}},
    )


def read(text):
    """Rows of a CSV text as dicts."""
    return list(csv.DictReader(io.StringIO(text)))


FORMULA = 'HYPERLINK("https://example.org","click")'
STARTS = ["=", "+", "-", "@", "\t=", "\r=", "＝", "＠", ' "=', "\n=", " =", "-2+3+"]


def cells(text, separator):
    """The cells a spreadsheet sees that takes this sign for the end of a cell."""
    return [cell for row in csv.reader(io.StringIO(text), delimiter=separator) for cell in row]


def runs(cell):
    """True for a cell that some spreadsheet would run."""
    return cell.lstrip(' "\t\r\n').startswith(tuple("=+-@＝＋－＠"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("before", ["", "a;", "a; ", 'a;"', "a, b;", "a\t", "a\n", '"a";'])
@pytest.mark.parametrize("start", STARTS)
def test_text_never_runs_as_a_formula(start, before, separator):
    """Neither in its own cell nor in those that a European spreadsheet makes of it."""
    frame = pd.DataFrame({"title": [before + start + FORMULA], "more": ["x"]})

    assert not [cell for cell in cells(downloads.csv(frame), separator) if runs(cell)]


@pytest.mark.parametrize("text", ["a - b", "well-known; a-b", "1;2", "x@y.example", "-5", "+3,2"])
def test_text_that_is_no_formula_stays_as_it_is(text):
    """A hyphen, an address or a number is no reason to change what somebody wrote."""
    (row,) = read(downloads.csv(pd.DataFrame({"title": [text]})))

    assert row["title"] == text


def test_an_address_stays_an_address():
    """A semicolon in it is written so that no spreadsheet takes it for the end of a cell."""
    (row,) = read(downloads.csv(pd.DataFrame({"source": ["https://a.example/b;+c=d"]})))

    assert row["source"] == "https://a.example/b%3B+c=d"


def test_numbers_stay_numbers():
    """A negative number is not led in by an apostrophe."""
    frame = pd.DataFrame({"value": [-5.0, 1234567.0, 0.1], "count": [-1, 0, 1]})

    assert downloads.csv(frame) == "value,count\n-5.0,-1\n1234567.0,0\n0.1,1\n"


def test_what_is_missing_stays_empty_and_never_becomes_zero():
    """An empty cell is not a report of zero."""
    frame = pd.DataFrame({"value": [None, 0.0, float("nan")], "note": ["", None, "a"]})

    assert [row["value"] for row in read(downloads.csv(frame))] == ["", "0.0", ""]
    assert "nan" not in downloads.csv(frame).lower()
    assert "none" not in downloads.csv(frame).lower()


def test_commas_quotes_and_lines_keep_their_place():
    """A text with a comma does not move into the next column."""
    text = 'one, "two"\nthree; é'

    assert read(downloads.csv(pd.DataFrame({"a": [text], "b": ["c"]}))) == [{"a": text, "b": "c"}]


def test_an_empty_table_keeps_its_header():
    """A program finds the columns even before the first entry."""
    assert downloads.csv(pd.DataFrame(columns=["id", "title"])) == "id,title\n"


def test_every_chart_can_be_downloaded(site):
    """Nothing on the site is only a picture."""
    names = [path for path, _ in downloads.files(site)]

    assert len(names) == len(set(names))
    for chart in site.charts:
        assert f"data/charts/{chart}.csv" in names


def test_only_drawn_charts_get_a_script(site):
    """Without a browser there is no button, so there is nothing to load."""
    files = dict(downloads.files(site))
    scripts = [path for path in files if re.match(r"assets/charts/.*\.js$", path)]

    assert scripts == ["assets/charts/aid-kit.js"]
    head, figures = files[scripts[0]].split(" = ", 1)
    assert head == '(globalThis.scifiCharts ??= {})["aid-kit"]'
    data = json.loads(figures.rstrip(";\n"))
    for width in ("wide", "narrow"):
        assert {"data", "layout"} <= set(data[width])
    assert data["variables"] == CSS_BY_COLOUR


def test_drawings_for_paper_stand_beside_the_pages_not_in_them(site):
    """Print takes them from the built site; a page on a phone does not load them."""
    files = dict(downloads.files(site))

    charts = [path for path in files if re.match(r"assets/charts/.*\.svg$", path)]
    assert charts == [
        "assets/charts/aid-kit-print.svg",
        "assets/charts/worked-pilot-example-pilot-print.svg",
    ]


def test_the_search_knows_every_page_by_its_names_and_its_gist(site):
    """Titles first, then what readers call it at home, and what the page is about."""
    text = dict(downloads.files(site))["assets/data/search.js"]
    rows = json.loads(text.partition(" = ")[2].rstrip(";\n"))
    by_url = {row["url"]: row for row in rows}

    shown = [name for name in site.corpus.entries if KINDS[name].listed or name == "shortcut"]
    assert len(rows) == len(by_url) == sum(len(site.corpus.all(name)) for name in shown)
    bids = by_url["aid-kit/example-no-bids/"]
    assert (bids["title"], bids["part"]) == ("Nobody bids for the example", "Aid kit")
    assert bids["text"] == "The invented tender brought no bids; ask by telephone."
    sensors = by_url["solutions/example-sensors/"]
    assert sensors["themes"] == ["waste"]
    assert sensors["names"][0] == {"text": "Invented sensors in bins", "lang": "en"}
    assert {"text": "slimme vuilnisbakken", "lang": "nl"} in sensors["names"]


def test_scifi_export_refuses_content_with_problems(root, tmp_path, scifi):
    """Nobody gets tables with a hole in them."""
    (root / "data/cities/exampleville.yml").write_text("title: Exampleville\n")

    done = scifi("export", tmp_path / "open", root=root)

    assert done.exit_code == 1
    assert "scifi check" in done.output
    assert not (tmp_path / "open").exists()
