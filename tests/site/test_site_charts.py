"""Charts: each is a drawing with a name, a real table and a download; none rests on colour."""

import re
from collections import Counter

import pandas as pd
import pytest

from scifi.vocabulary import CHARTS


@pytest.fixture(scope="module")
def charts(pages):
    """Each chart box with the page it stands on."""
    found = [
        (page, figure) for page in pages.values() for figure in page.main.select("figure.chart")
    ]
    assert len(found) > 5
    return found


def _commonest_unit(figure):
    """How many numbers of a chart's table share a unit; all, if the table names none."""
    rows = figure.select("table tbody tr")
    heads = [head.get_text() for head in figure.select("thead th")]
    if "Unit" not in heads:
        return len(rows)
    units = Counter(row.select("th, td")[heads.index("Unit")].get_text() for row in rows)
    return max(units.values())


@pytest.fixture(scope="module")
def drawn(charts):
    """Those that are drawn: of a single number in its unit the open table says all."""
    found = [(page, figure) for page, figure in charts if figure.select("svg")]
    for _, figure in charts:
        alone = figure["id"].removeprefix("chart-") not in CHARTS and _commonest_unit(figure) == 1
        assert bool(figure.select("svg")) != alone, figure["id"]
        assert figure.select_one("details").has_attr("open") == alone, figure["id"]
    assert len(found) > 50
    return found


def test_every_chart_is_a_drawing_with_a_name(drawn):
    """A screen reader hears what the drawing shows and what it says."""
    for page, figure in drawn:
        drawings = figure.select(".chart-drawing svg")
        assert len(drawings) == 2, (page.address, figure["id"])
        for svg in drawings:
            assert svg["role"] == "img"
            named = [svg.find(id=id_) for id_ in str(svg["aria-labelledby"]).split()]
            assert [element.name for element in named] == ["title", "desc"]
            assert all(element.get_text(strip=True) for element in named)


def test_the_title_of_a_chart_is_its_finding(drawn):
    """Caption, drawing and table of a chart carry the same sentence."""
    for page, figure in drawn:
        finding = figure.select_one(".chart-finding").get_text(strip=True)
        assert len(finding.split()) > 2, (page.address, finding)
        # Quotes are single in a drawing, where double ones would end an attribute.
        spoken = figure.select_one("svg > title").get_text(strip=True)
        assert spoken.replace("'", '"') == finding.replace("'", '"')
        assert figure.select_one("table caption").get_text(strip=True) == finding


def test_every_chart_says_how_many_it_counts(charts):
    """Below each drawing stands what was counted."""
    for page, figure in charts:
        basis = figure.select_one(".chart-basis").get_text(strip=True)
        assert re.search(r"^Counted: \d+ ", basis), (page.address, basis)


def test_every_chart_has_its_numbers_as_a_table(charts):
    """The same numbers stand beside the drawing, row by row, each cell filled or said empty."""
    for page, figure in charts:
        heads = figure.select("table thead th")
        rows = figure.select("table tbody tr")
        assert len(heads) >= 2, (page.address, figure["id"])
        assert len(rows) >= 1, (page.address, figure["id"])
        assert {len(row.select("th, td")) for row in rows} == {len(heads)}


def test_every_chart_has_its_data_to_download(charts, site):
    """The file behind "Data as CSV" exists and has rows."""
    for page, figure in charts:
        link = figure.select_one(".chart-tools a[download]")
        frame = pd.read_csv(site / page.resolve(str(link["href"])))
        assert len(frame) >= 1, (page.address, link["href"])


def test_every_chart_can_be_explored(drawn, site):
    """What the button loads exists: the figure of this chart, and the library of the site."""
    for page, figure in drawn:
        button = figure.select_one("button.chart-explore")
        script = site / page.resolve(str(button["data-src"]))
        assert f'["{figure["data-chart"]}"]' in script.read_text(encoding="utf-8")[:200]
    assert list((site / "assets" / "bundle").glob("later/plotly-basic-*.js"))


def _look(svg, entry):
    """How a legend entry looks in greyscale: its outline and its fill, without any colour."""
    looks = []
    for path in entry.select(".legendsymbols path"):
        filling = str(path.get("fill", ""))
        pattern = re.match(r"url\(['\"]?#([^'\")]+)", filling)
        # A mark without filling shows the paper.
        fill = "hollow" if filling == "var(--chart-paper)" else "plain"
        if pattern:
            shapes = svg.find(id=pattern.group(1)).find_all(["path", "circle"])
            assert shapes, "a pattern without a shape is a plain area"
            fill = " ".join(str(s.get("d") or f"dot {s.get('r')}") for s in shapes)
        looks.append((path["d"], fill))
    return tuple(looks)


def test_series_differ_without_colour(charts):
    """Printed in grey, no two entries of a legend look the same."""
    legends = 0
    for page, figure in charts:
        for svg in figure.select(".chart-drawing svg"):
            entries = svg.select("g.legend g.traces")
            looks = [_look(svg, entry) for entry in entries]
            legends += len(entries) > 1
            assert all(looks), (page.address, figure["id"])
            assert len(set(looks)) == len(looks), (page.address, figure["id"])

    assert legends > 0


def test_bars_wear_the_pattern_of_their_legend(charts):
    """A pattern in the legend is found again in the bars, so that the two can be matched."""
    for page, figure in charts:
        for svg in figure.select(".chart-drawing svg"):
            in_legend = len(svg.select("g.legend path.pattern_filled"))
            series = [
                trace
                for trace in svg.select("g.barlayer g.trace")
                if trace.select(".point path[fill^='url(']")
            ]
            if in_legend:
                assert len(series) == in_legend, (page.address, figure["id"])


def test_drawings_follow_the_palette(charts):
    """Drawings carry the page's colour variables, none of the stand-ins they were drawn with."""
    for page, figure in charts:
        for svg in figure.select(".chart-drawing svg"):
            text = str(svg)
            assert "var(--chart-ink)" in text, (page.address, figure["id"])
            left = re.findall(r"#(?:101418|5b6470|c9ced6|fdfdfe|0b6e8f|b5502b|4e7a3a|8a3b62)", text)
            assert not left, (page.address, figure["id"], left)


def test_every_download_can_be_read_as_a_table(site):
    """Each CSV file opens with a header, a name for each column; a chart has at least one row."""
    files = sorted((site / "data").rglob("*.csv"))

    assert len(files) > 10
    for path in files:
        frame = pd.read_csv(path)
        assert len(frame) >= 1 or path.parent.name != "charts", path.name
        assert not [c for c in frame.columns if c.startswith("Unnamed") or not c.strip()], path.name
        assert frame.columns.is_unique, path.name
