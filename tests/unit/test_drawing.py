"""Charts as SVG, drawn by a real browser: named for screen readers, coloured by the palette."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest

from scifi.build import drawing
from scifi.figures.bars import Series, bars
from scifi.figures.charts import CSS_BY_COLOUR, NARROW, ON_PAPER, WIDE, Chart
from scifi.figures.palette import FIRST, SECOND, Look

SVG = "{http://www.w3.org/2000/svg}"

FRONTEND = Path(__file__).parents[2] / "frontend"


def drawn_in(folder, *charts):
    """The drawings of charts, kept in a folder."""
    return drawing.draw(charts, folder, FRONTEND)


def chart(id_="example", finding="Bins are full", texts=("0.125", "12")):
    """A small chart with a solid and a patterned series, a mark and a legend."""
    series = [
        Series("measured", Look(FIRST, ""), [0.125, None], [texts[0], ""]),
        Series("planned", Look(SECOND, "/"), [None, 12], ["", texts[1]]),
    ]
    mark = {"type": "scatter", "mode": "markers", "x": [6], "y": ["one"], "showlegend": False}
    mark["marker"] = {"color": FIRST}

    def draw(canvas):
        figure = bars(["one", "two"], series, "bins", canvas)
        return {**figure, "data": [*figure["data"], mark]}

    return Chart(
        id_,
        finding,
        "Bar chart of two bins.",
        "2 bins",
        draw,
        pd.DataFrame({"Bin": ["one", "two"]}),
        pd.DataFrame({"bin": ["one", "two"]}),
    )


HARD = "Bins <b>are</b> 'full' & {{ 7 * 7 }}"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Two charts, drawn once for this module, and the folder that keeps them."""
    folder = tmp_path_factory.mktemp("drawings")
    return drawn_in(folder, chart(), chart("hard", HARD)), folder


def texts_of(svg):
    """Every text the drawing shows."""
    return ["".join(t.itertext()) for t in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_each_chart_is_drawn_in_both_widths(drawn):
    """One drawing for a desk, one for a phone."""
    drawings, _ = drawn

    assert {name: set(by_width) for name, by_width in drawings.items()} == {
        "example": {"wide", "narrow"},
        "hard": {"wide", "narrow"},
    }
    for by_width in drawings.values():
        for canvas in (WIDE, NARROW):
            box = ElementTree.fromstring(by_width[canvas.name]).get("viewBox")
            assert box.split()[2] == str(canvas.width)


@pytest.mark.parametrize("name, finding", [("example", "Bins are full"), ("hard", HARD)])
def test_a_drawing_has_a_role_a_name_and_a_description(drawn, name, finding):
    """A screen reader says what the picture shows, whatever signs the finding holds."""
    for svg in drawn[0][name].values():
        root = ElementTree.fromstring(svg)
        title, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")

        assert root.get("role") == "img"
        assert title.text == finding
        assert described.text == "Bar chart of two bins."
        assert root.get("aria-labelledby").split() == [title.get("id"), described.get("id")]


def test_ids_of_all_drawings_are_distinct_and_found(drawn):
    """Two charts on a page do not borrow each other's patterns."""
    seen = []
    for by_width in drawn[0].values():
        for svg in by_width.values():
            ids = re.findall(r'\bid="([^"]+)"', svg)
            used = re.findall(r"url\(['\"]?#([^)'\"]+)", svg)
            assert set(used) <= set(ids)
            seen += ids

    assert len(seen) == len(set(seen))


def test_no_colour_is_left_that_does_not_follow_the_palette(drawn):
    """Fixed colours are allowed only where nothing is painted with them."""
    fixed = re.compile(r"#[0-9a-fA-F]{3,8}\b|(?:rgb|hsl)a?\(|\b(?:black|white|gray|grey)\b")
    for svg in (svg for by_width in drawn[0].values() for svg in by_width.values()):
        for element in ElementTree.fromstring(svg).iter():
            look = element.attrib
            assert "style" not in look, element.tag
            unseen = {
                "fill": look.get("fill-opacity") == "0" or look.get("width") == "0",
                "stroke": look.get("stroke-opacity") == "0" or look.get("stroke-width") == "0px",
            }
            for name in ("fill", "stroke", "color", "stop-color", "background"):
                value = look.get(name, "")
                if fixed.search(re.sub(r"url\([^)]*\)", "", value)):
                    assert unseen.get(name), (element.tag, name, value)


def test_the_palette_colours_the_drawing(drawn):
    """Ink, lines, paper and both series come from variables."""
    wide = drawn[0]["example"]["wide"]

    for variable in ("--chart-ink", "--chart-soft", "--chart-line", "--chart-1", "--chart-2"):
        assert f"var({variable})" in wide
    assert not any(colour in wide for colour in CSS_BY_COLOUR)


def test_a_number_in_a_drawing_keeps_its_digits(drawn):
    """Coordinates are rounded, the numbers people read are not."""
    for svg in drawn[0]["example"].values():
        assert "0.125" in texts_of(svg)


def test_a_chart_that_pages_ask_for_is_drawn_for_paper_too(tmp_path):
    """At its true width no letter is below 8.5 points, in large print none below 18."""
    rows = [f"A street with a name of some length, number {number}" for number in range(30)]
    series = [Series("bins", Look(FIRST, ""), [5.0] * 30, ["at most 5"] * 30)]
    made = replace(chart("aid-kit"), draw=partial(bars, rows, series, "bins per street"))

    by_canvas = drawn_in(tmp_path, made)["aid-kit"]

    for canvas, least in zip(ON_PAPER, (8.5, 18), strict=True):
        svg = ElementTree.fromstring(by_canvas[canvas.name])
        _x, _y, width, height = map(float, svg.get("viewBox").split())
        points = canvas.printed / width
        assert float(svg.get("width")) == canvas.printed
        assert float(svg.get("height")) == pytest.approx(points * height, abs=0.01)
        sizes = [
            float(size) for size in re.findall(r'font-size="([\d.]+)px', by_canvas[canvas.name])
        ]
        assert len(sizes) > 10
        assert min(sizes) * points >= least
        bar_count = len([p for p in svg.iter(f"{SVG}g") if p.get("class") == "point"])
        assert 4 <= bar_count <= 12
        cut = f"{bar_count} of 30 are drawn, and {30 - bar_count} more are in the table."
        assert cut in " ".join(texts_of(by_canvas[canvas.name]))
        assert svg.find(f"{SVG}desc").text == f"Bar chart of two bins. {cut}"


def test_a_drawing_holds_no_script_and_loads_nothing(drawn):
    """It stands in the page as it is."""
    for svg in (svg for by_width in drawn[0].values() for svg in by_width.values()):
        assert not re.search(r"<script|<image|<foreignObject|\son\w+=|@import|href=", svg)
        assert not re.search(r"https?://(?!www\.w3\.org/)", svg)


def test_a_drawing_can_stand_in_a_page_as_it_is(drawn):
    """No quote inside an attribute ends it early."""
    for svg in (svg for by_width in drawn[0].values() for svg in by_width.values()):
        assert "&quot;" not in re.sub(r"<(title|desc)[^>]*>.*?</\1>", "", svg)


def test_drawing_twice_gives_the_same_bytes(drawn, tmp_path):
    """A build on another day or machine changes no page whose numbers did not change."""
    drawings, _ = drawn

    assert drawn_in(tmp_path, chart(), chart("hard", HARD)) == drawings


def test_a_kept_drawing_is_not_drawn_again(drawn, monkeypatch):
    """Only a changed figure costs time; here any new drawing would fail."""
    drawings, folder = drawn
    monkeypatch.setattr(drawing, "_draw_missing", lambda missing, plotly: missing and 1 / 0)

    assert drawn_in(folder, chart()) == {"example": drawings["example"]}
    with pytest.raises(ZeroDivisionError):
        drawn_in(folder, chart(texts=("0.125", "13")))
    with pytest.raises(ZeroDivisionError):
        drawn_in(folder, chart(finding="Bins are empty"))


def test_without_a_browser_there_are_no_drawings_and_no_error(monkeypatch, tmp_path):
    """Pages then show the tables."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")

    assert drawn_in(tmp_path / "drawings", chart()) == {}


def test_the_small_plotly_of_the_readers_draws_as_the_whole_one_does(drawn, tmp_path):
    """It only loads in half the time, for each drawing anew."""
    drawings, _folder = drawn
    assert (FRONTEND / drawing.PLOTLY).exists()

    whole = drawing.draw([chart(), chart("hard", HARD)], tmp_path, tmp_path / "nothing")

    assert whole == drawings


def test_the_page_that_draws_asks_no_other_host(monkeypatch, tmp_path):
    """Where the network is closed, each drawing would wait for an answer that never comes."""
    import kaleido

    told = {}

    def write(jobs, kopts):
        told.update(kopts)
        for job in jobs:
            Path(job["path"]).write_text("<svg></svg>", encoding="utf-8")

    monkeypatch.setattr(kaleido, "write_fig_from_object_sync", write)
    drawn_in(tmp_path, chart())

    page = kaleido.PageGenerator(plotly=told["plotlyjs"], mathjax=told["mathjax"])
    assert "http" not in page.generate_index()
