"""Charts as values: a finding, a figure on each canvas, a table with the same numbers."""

import json
import math
import re
import subprocess
import sys

import pytest

from scifi import language
from scifi.corpus import Corpus
from scifi.figures.bars import Series, bars
from scifi.figures.chart import amount, distinct, wrap
from scifi.figures.charts import (
    CSS_BY_COLOUR,
    NARROW,
    ON_PAPER,
    SITE_CHARTS,
    WIDE,
    canvases,
    charts,
)
from scifi.figures.palette import FIRST, LOOK_BY_EVIDENCE, SECOND, Look
from scifi.model.base import EvidenceKind
from scifi.vocabulary import CHARTS

EVERY = [*CHARTS, "indicator-example-collections"]
SCIFI = {"scifi-funnel", "timeline"}
"""The charts about one programme."""
UNITS = {"% less"}
"""Axis titles that are content."""


@pytest.fixture(scope="session")
def made(corpus):
    """All charts of the smallest knowledge base."""
    return charts(corpus)


def shown(figure):
    """Every text a figure shows, joined: labels, numbers, legend."""
    return json.dumps(figure, ensure_ascii=False)


def bars_of(figure):
    """The series of bars of a figure."""
    return [trace for trace in figure["data"] if trace["type"] == "bar"]


def indicator(held):
    """The chart of the example's indicator."""
    return charts(held)["indicator-example-collections"]


def test_each_chart_is_a_file_of_its_name(project):
    """Whoever sees a chart on a page finds the code that made it; the check knows them all."""
    files = {path.stem for path in (project / "src/scifi/figures/charts").glob("*.py")}

    assert tuple(SITE_CHARTS) == CHARTS
    assert {name.replace("-", "_") for name in CHARTS} == files - {
        *("__init__", "cost", "indicator", "solution")
    }


def test_charts_are_plain_values(made):
    """They are written into pages as they are; the library that draws them is not loaded."""
    code = "import sys, scifi.build.checked; print([m for m in sys.modules if 'plotly' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
    for chart in made.values():
        figure = chart.draw(WIDE)
        assert json.loads(json.dumps(figure, allow_nan=False)) == figure


def test_the_smallest_knowledge_base_fills_every_chart(made):
    """The named charts come first, then one for each indicator with a number."""
    assert list(made) == EVERY


@pytest.mark.parametrize("name", EVERY)
def test_a_chart_has_a_finding_a_description_and_a_basis(made, name):
    """Its title is a sentence; a reader who cannot see it is told what it shows and counts."""
    chart = made[name]

    assert chart.id == name
    assert len(chart.finding.split()) >= 3
    assert re.match(r"(Stacked bar|Bar) chart|Matrix|Timeline", chart.describe)
    assert re.match(r"\d+ \w+", chart.basis)
    for words in (chart.finding, chart.describe, chart.basis):
        assert not re.search(r"\bnan\b|\bNone\b|  ", words)


@pytest.mark.parametrize("name", EVERY)
def test_a_chart_comes_with_its_table_and_its_data(made, name):
    """The table is for people, the data with its ids for programs; neither is empty."""
    chart = made[name]

    assert len(chart.table) and len(chart.data)
    assert not chart.empty
    assert all(column[0].isupper() for column in chart.table.columns)
    assert not any(str(cell).lower() == "nan" for cell in chart.table.to_numpy().ravel())


@pytest.mark.parametrize("canvas", [WIDE, NARROW, *ON_PAPER], ids=lambda canvas: canvas.name)
@pytest.mark.parametrize("name", EVERY)
def test_a_figure_fits_its_canvas(made, name, canvas):
    """On a phone or on paper the drawing is made for it, not scaled down."""
    figure = made[name].draw(canvas)

    assert figure["layout"]["width"] == canvas.width
    assert 80 < figure["layout"]["height"] < 2000
    assert len(figure["data"]) >= 1


@pytest.mark.parametrize("canvas", [WIDE, NARROW, *ON_PAPER], ids=lambda canvas: canvas.name)
@pytest.mark.parametrize("name", EVERY)
def test_every_colour_of_a_figure_follows_the_palette(made, name, canvas):
    """No colour stays behind when the reader switches to dark."""
    figure = shown(made[name].draw(canvas))
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)", figure))

    assert colours - {"rgba(0,0,0,0)"} <= set(CSS_BY_COLOUR)
    assert "rgba(0,0,0,0)" in colours


def test_the_style_sheet_gives_every_variable_a_value(project):
    """A chart does not turn black because a variable is missing."""
    styles = "".join(
        path.read_text(encoding="utf-8") for path in (project / "frontend/styles").glob("*.css")
    )

    for variable in CSS_BY_COLOUR.values():
        assert re.search(rf"{variable}:\s*\S", styles), variable


def test_stand_in_colours_are_distinct():
    """Each stands for one variable only."""
    assert len(set(CSS_BY_COLOUR.values())) == len(CSS_BY_COLOUR)


def test_series_differ_by_pattern_or_word_not_by_hue_alone(corpus, corpus_with, case_of, result):
    """In greyscale a planned number still looks unlike a measured one."""
    kinds = ["measured", "reported", "estimated", "planned"]
    held = corpus_with(case_of(*(result(kind=kind) for kind in kinds)))

    for chart in (charts(held)["results-by-indicator"], indicator(held)):
        bars = bars_of(chart.draw(WIDE))
        assert [trace["name"] for trace in bars] == kinds
        assert len({trace["marker"].get("pattern", {}).get("shape") for trace in bars}) == 4
    assert list(LOOK_BY_EVIDENCE) == list(EvidenceKind)


def test_the_columns_of_a_table_stand_in_the_order_of_its_legend(corpus_with, case_of, result):
    """The best founded numbers come first in both."""
    held = corpus_with(case_of(result(kind="planned"), result(kind="measured")))
    chart = charts(held)["results-by-indicator"]

    assert list(chart.table.columns) == [
        "Indicator",
        "Measured",
        "Planned",
        "With baseline or comparison",
    ]
    assert [trace["name"] for trace in chart.draw(WIDE)["data"]] == ["measured", "planned"]
    assert chart.draw(WIDE)["layout"]["legend"]["traceorder"] == "normal"


def test_the_table_of_an_indicator_shows_what_is_not_reported(made):
    """A missing baseline is said in words; a baseline of zero is a zero."""
    table = made["indicator-example-collections"].table

    assert table["Baseline"].tolist() == ["0", "not reported"]
    assert table["Value"].tolist() == ["33", "about 7 to 9"]


def test_results_in_another_unit_are_not_drawn_on_the_same_axis(made):
    """They stand in the table, and the basis says so."""
    chart = made["indicator-example-collections"]

    assert len(chart.table) == 2
    assert chart.basis == "1 result in % less; 1 in another unit stands in the table"
    assert "first week" not in shown(chart.draw(WIDE))


def test_one_number_beside_others_in_other_units_is_no_chart(corpus_with, case_of, result):
    """A chart of one bar compares nothing; the table has both."""
    two = corpus_with(case_of(result(value=1), result(value=2)))
    other = corpus_with(case_of(result(value=1), result(value=2, unit="km")))

    assert canvases(indicator(two))
    assert not canvases(indicator(other))
    assert len(indicator(other).table) == 2


def test_a_result_without_a_number_is_no_bar_of_zero(made):
    """Nothing is drawn for it; the case page says that it was not reported."""
    figure = made["indicator-example-collections"].draw(WIDE)

    assert "winter" not in shown(figure)
    assert [x for trace in figure["data"] for x in trace["x"] if x is not None] == [33]


def test_a_count_that_was_not_reported_is_no_bar_of_zero(made):
    """The funnel says "not reported" beside an empty row."""
    chart = made["scifi-funnel"]
    bars = {
        label: x
        for trace in chart.draw(WIDE)["data"]
        for label, x in zip(trace["y"], trace["x"], strict=True)
        if x is not None
    }

    assert chart.table["Number"].tolist() == ["2", "not reported", "1"]
    assert bars == {"Cycle 1: challenges set": 2, "Both cycles: solutions bought": 1}
    assert "not reported" in shown(chart.draw(WIDE))


@pytest.mark.parametrize(
    "value, read", [(1234567, "1,234,567"), (2500000, "2,500,000"), (0.125, "0.125")]
)
def test_large_and_small_numbers_are_shown_in_full(corpus_with, case_of, result, value, read):
    """A million litres is not shown as 1e+06, and no digit is lost."""
    chart = indicator(corpus_with(case_of(result(value=value, baseline=value))))

    assert chart.table["Value"].tolist() == [read]
    assert chart.table["Baseline"].tolist() == [read]
    assert read in chart.finding
    assert f'"{read}"' in shown(chart.draw(WIDE))


def test_a_result_for_the_worse_is_drawn_too(corpus_with, case_of, result):
    """A negative number lies within the axis: failures are not cut off."""
    chart = indicator(corpus_with(case_of(result(value=10), result(value=-5, what="in winter"))))
    low, high = chart.draw(WIDE)["layout"]["xaxis"]["range"]

    assert low <= -5 < 10 <= high


def test_a_large_loss_has_no_mark_for_every_one(corpus_with, case_of, result):
    """A loss of two thousand beside a gain of three: no two thousand lines across the drawing."""
    held = corpus_with(case_of(result(value=3), result(value=-2000, what="in winter")))
    marks = indicator(held).draw(WIDE)["layout"]["xaxis"]

    assert "dtick" not in marks


def test_bars_with_the_same_label_stay_apart(corpus_with, case_of, result):
    """Two results of one city with the same words are two bars."""
    chart = indicator(corpus_with(case_of(result(value=1), result(value=2))))
    labels = [label for trace in bars_of(chart.draw(WIDE)) for label in trace["y"]]

    assert len(set(labels)) == 2


def test_a_pilot_for_a_month_covers_the_whole_month(corpus_with, case, make):
    """A bar for 2019-02 runs from the first day to the last."""
    held = corpus_with(make(case, period={"start": "2019-02", "end": "2019-02"}))
    series = {trace["name"]: trace for trace in charts(held)["timeline"].draw(WIDE)["data"]}

    assert series["pilot"]["base"] == ["2019-02-01"]
    assert series["pilot"]["x"][0] / (24 * 3600 * 1000) == 27
    assert charts(held)["timeline"].table["From"].tolist()[-1] == "February 2019"


def test_pointing_at_a_mark_tells_what_it_is(made, corpus_with, case_of, result):
    """In words, in the singular where there is one, with dates as exact as they are known."""
    circles = made["steps-obstacles"].draw(WIDE)["data"][0]
    phase = made["timeline"].draw(WIDE)["data"][0]
    held = corpus_with(case_of(result(baseline=7500)))
    baselines = indicator(held).draw(WIDE)["data"][-1]

    assert circles["customdata"] == ["1 case study"]
    assert phase["customdata"] == ["from October 2018"]
    assert baselines["customdata"] == ["baseline 7,500"]


def test_a_finding_counts_what_the_table_shows(corpus_with, case, make, case_of):
    """The sentence and the table cannot disagree."""
    made = charts(corpus_with(case_of(id="told"), make(case, id="twin")))

    assert made["evidence-grades"].finding == "1 of 3 case studies have no measured result"
    assert made["evidence-grades"].table["Case studies"].tolist() == [2, 0, 0, 0, 1]
    assert made["timeline"].finding == "3 of 3 dated pilots have no published end"
    assert made["timeline"].table["To"].tolist().count("not reported") == 3


def test_a_chart_is_drawn_the_same_every_time(made):
    """Two builds of the same content give the same figures."""
    for chart in made.values():
        assert json.dumps(chart.draw(WIDE)) == json.dumps(chart.draw(WIDE))


@pytest.mark.parametrize("name", sorted(set(CHARTS) - SCIFI))
def test_a_chart_of_nothing_is_a_sentence_and_no_crash(name):
    """An empty knowledge base can be charted; the page leaves out what has nothing to show."""
    chart = SITE_CHARTS[name](Corpus({}))

    assert chart.finding
    chart.draw(WIDE)


def test_a_knowledge_base_without_the_scifi_programme_has_its_other_charts(corpus_with, case, make):
    """Other people's content can do without the programme this one began with."""
    held = corpus_with(make(case, programme=None, cycle=None))
    entries = {**held.entries, "programme": {}}

    assert set(charts(Corpus(entries, held.bodies))) == set(EVERY) - SCIFI


@pytest.mark.parametrize(
    "text, width, lines",
    [
        ("short", 20, ["short"]),
        ("", 20, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("aa bb cc dd ee", 2, ["aa", "bb", "…"]),
    ],
)
def test_a_long_label_is_broken_into_at_most_three_lines(text, width, lines):
    """Labels stay beside their bars; what is cut off is marked."""
    assert [line.strip() for line in wrap(text, width).split("<br>")] == lines


@pytest.mark.parametrize(
    "given, read",
    [
        ((2500,), "2,500"),
        ((2500, 3000), "2,500 to 3,000"),
        ((7, 9, "about"), "about 7 to 9"),
        ((50, math.nan, "at-most"), "at most 50"),
        ((math.nan,), "not reported"),
    ],
)
def test_a_number_is_read_with_its_range_and_its_limit(given, read):
    """ "Over 400" does not become 400, and what is missing does not become nan."""
    assert amount(*given) == read


def test_every_word_of_a_chart_passes_through_the_catalogue(corpus_with, case_of, result):
    """In another language no label, legend, heading or sentence stays English."""
    held = corpus_with(case_of(result(), result(kind="planned", value=4, qualifier="about")))
    language.use(language.ACCENTED)
    try:
        for chart in charts(held).values():
            words = [chart.finding, chart.describe, chart.basis, *chart.table.columns]
            figure = chart.draw(NARROW)
            words += [trace["name"] for trace in figure["data"] if "name" in trace]
            words.append(figure["layout"]["xaxis"]["title"].get("text", "é"))
            plain = [text for text in words if text not in UNITS and text.isascii()]
            assert not plain, (chart.id, plain)
    finally:
        language.use("en")


def test_repeated_labels_are_told_apart_without_being_seen():
    """Plotly keeps equal labels in one row; a space at the end keeps them apart."""
    labels = distinct(["a", "b", "a", "a"])

    assert len(set(labels)) == 4
    assert [label.rstrip(" ") for label in labels] == ["a", "b", "a", "a"]


def twenty(canvas, **more):
    """The figure of twenty rows, of which the last are the largest and of another kind."""
    values = list(range(1, 21))
    series = [
        Series(
            "small",
            Look(FIRST, ""),
            [*values[:16], *[None] * 4],
            [*map(str, values[:16]), *[""] * 4],
        ),
        Series("large", Look(SECOND, "/"), [*[None] * 16, *values[16:]], [""] * 16 + list("ABCD")),
    ]
    return bars([f"row {value}" for value in values], series, "bins", canvas, **more)


@pytest.mark.parametrize("canvas", ON_PAPER, ids=lambda canvas: canvas.name)
def test_paper_shows_twelve_rows_at_most_and_names_the_rest(canvas):
    """A page cannot be scrolled; what it has no room for stands in the table below."""
    figure = twenty(canvas)
    drawn = [value for trace in figure["data"] for value in trace["x"] if value is not None]

    assert 6 <= len(drawn) <= 12
    assert drawn == list(range(1, len(drawn) + 1))
    assert figure["layout"]["height"] <= canvas.room
    words = f"{len(drawn)} of 20 are drawn, and {20 - len(drawn)} more are in the table."
    assert figure["layout"]["title"]["text"].replace("<br>", " ") == words
    # No legend names a kind that is not drawn.
    assert [trace["name"] for trace in figure["data"]] == ["small"]
    assert len(twenty(WIDE)["data"][0]["x"]) == 20
    assert "title" not in twenty(WIDE)["layout"]


def test_the_rows_that_matter_most_stay_in_their_order():
    """What is cut is what says least, not what stands last."""
    figure = twenty(ON_PAPER[0], rank=list(range(20)))

    assert figure["data"][0]["y"] == [f"row {value}" for value in range(9, 21)]
    assert [trace["name"] for trace in figure["data"]] == ["small", "large"]


def test_large_print_has_its_labels_above_the_bars():
    """Beside them, letters of eighteen points would leave no room for the bars."""
    figure = twenty(ON_PAPER[1])

    assert figure["layout"]["yaxis"]["showticklabels"] is False
    labels = [note["text"] for note in figure["layout"]["annotations"]]
    assert labels == figure["data"][0]["y"]
