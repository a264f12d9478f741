"""Charts as values: a finding, a figure in two widths, a table with the same numbers."""

import json
import re

import pytest

from scifi.corpus import Corpus
from scifi.figures.charts import CSS_BY_COLOUR, NARROW, SITE_CHARTS, WIDE, charts
from scifi.figures.charts.all import indicator
from scifi.figures.charts.chart import and_list, distinct, plural, wrap
from scifi.vocabulary import CHARTS

EVERY = [*CHARTS, "indicator-example-collections"]
SCIFI = {"scifi-funnel", "timeline"}
"""The charts about one programme."""


@pytest.fixture(scope="session")
def made(corpus):
    """All charts of the smallest knowledge base."""
    return charts(corpus)


def shown(figure):
    """Every text a figure shows, joined: labels, numbers, legend."""
    return json.dumps(json.loads(figure.to_json()), ensure_ascii=False)


def test_the_charts_are_those_that_pages_may_ask_for():
    """A chapter may name any of them, and the check knows them all."""
    assert tuple(SITE_CHARTS) == CHARTS


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


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", EVERY)
def test_a_figure_fits_its_width(made, name, width):
    """On a phone the drawing is made for the phone, not scaled down."""
    figure = made[name].draw(width)

    assert figure.layout.width == width
    assert 80 < figure.layout.height < 2000
    assert len(figure.data) >= 1


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", EVERY)
def test_every_colour_of_a_figure_follows_the_palette(made, name, width):
    """No colour stays behind when the reader switches to dark."""
    figure = shown(made[name].draw(width))
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)", figure))

    assert colours - {"rgba(0,0,0,0)"} <= set(CSS_BY_COLOUR)
    assert "rgba(0,0,0,0)" in colours


def test_the_script_knows_the_same_colours(project):
    """The interactive chart puts the same variables in the place of the same stand-ins."""
    script = (project / "frontend/scripts/charts.js").read_text(encoding="utf-8")
    table = re.search(r"const VARIABLES = \{(.*?)\};", script, re.DOTALL).group(1)

    assert dict(re.findall(r'"(#\w+)": "(--[\w-]+)"', table)) == CSS_BY_COLOUR


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
    kinds = ("measured", "reported", "estimated", "planned")
    held = corpus_with(case_of(*(result(kind=kind) for kind in kinds)))

    for chart in (charts(held)["results-by-indicator"], indicator(held, "example-collections")):
        bars = [trace for trace in chart.draw(WIDE).data if trace.type == "bar"]
        assert [trace.name for trace in bars] == list(kinds)
        assert len({trace.marker.pattern.shape or "solid" for trace in bars}) == 4


def test_the_table_of_an_indicator_shows_what_is_not_reported(made):
    """A missing baseline is said in words; a baseline of zero is a zero."""
    table = made["indicator-example-collections"].table

    assert table["Baseline"].tolist() == ["0", "not reported"]
    assert table["Value"].tolist() == ["33", "about 7 to 9"]


def test_results_in_another_unit_are_not_drawn_on_the_same_axis(made):
    """They stand in the table, and the basis says so."""
    chart = made["indicator-example-collections"]

    assert len(chart.table) == 2
    assert chart.basis == "1 result in % less; 1 in other units stand in the table"
    assert "first week" not in shown(chart.draw(WIDE))


def test_a_result_without_a_number_is_no_bar_of_zero(made):
    """Nothing is drawn for it; the case page says that it was not reported."""
    figure = made["indicator-example-collections"].draw(WIDE)

    assert "winter" not in shown(figure)
    assert [x for trace in figure.data for x in trace.x if x is not None] == [33]


def test_a_count_that_was_not_reported_is_no_bar_of_zero(made):
    """The funnel says "not reported" beside an empty row."""
    chart = made["scifi-funnel"]
    bars = {
        label: x
        for trace in chart.draw(WIDE).data
        for label, x in zip(trace.y, trace.x, strict=True)
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
    chart = indicator(
        corpus_with(case_of(result(value=value, baseline=value))), "example-collections"
    )

    assert chart.table["Value"].tolist() == [read]
    assert chart.table["Baseline"].tolist() == [read]
    assert read in chart.finding
    assert f'"{read}"' in shown(chart.draw(WIDE))


def test_a_result_for_the_worse_is_drawn_too(corpus_with, case_of, result):
    """A negative number lies within the axis: failures are not cut off."""
    chart = indicator(
        corpus_with(case_of(result(value=10), result(value=-5, what="in winter"))),
        "example-collections",
    )
    low, high = chart.draw(WIDE).layout.xaxis.range

    assert low <= -5 < 10 <= high


def test_bars_with_the_same_label_stay_apart(corpus_with, case_of, result):
    """Two results of one city with the same words are two bars."""
    chart = indicator(corpus_with(case_of(result(value=1), result(value=2))), "example-collections")
    labels = [label for trace in chart.draw(WIDE).data if trace.type == "bar" for label in trace.y]

    assert len(set(labels)) == 2


def test_a_pilot_for_a_month_covers_the_whole_month(corpus_with, case, make):
    """A bar for 2019-02 runs from the first day to the last."""
    held = corpus_with(make(case, period={"start": "2019-02", "end": "2019-02"}))
    pilot = next(t for t in SITE_CHARTS["timeline"](held).draw(WIDE).data if t.name == "pilot")

    assert pilot.base == ("2019-02-01",)
    assert pilot.x[0] / (24 * 3600 * 1000) == 27


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
        assert chart.draw(WIDE).to_json() == chart.draw(WIDE).to_json()


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


def test_counts_and_lists_are_written_as_people_say_them():
    """No "1 cities", no "a, b, c"."""
    assert plural(1, "city", "cities") == "1 city"
    assert plural(0, "city", "cities") == "0 cities"
    assert plural(2, "result") == "2 results"
    assert [and_list(list(words)) for words in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]


def test_repeated_labels_are_told_apart_without_being_seen():
    """Plotly keeps equal labels in one row; an invisible mark keeps them apart."""
    labels = distinct(["a", "b", "a", "a"])

    assert len(set(labels)) == 4
    assert [label.rstrip("\u200b") for label in labels] == ["a", "b", "a", "a"]
