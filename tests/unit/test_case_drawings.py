"""What is drawn of a case study: its headline result beside what it is compared with, its dates."""

from datetime import date

import pytest

from scifi.evidence import is_compared
from scifi.figures import case_timeline
from scifi.figures.case_timeline import first_day, last_day, months, timeline
from scifi.figures.headline_bars import PROMISED, REFERENCE
from scifi.figures.headline_drawing import headline_drawings
from scifi.model.base import Direction
from scifi.model.casestudy import Period


@pytest.fixture
def drawn(corpus, case_of, result):
    """`drawn(value=8, unit="pilots")`: the drawings of the example case with such a headline."""

    def draw(*others, **changes):
        given = {"headline": True, "baseline": None, **changes}
        return headline_drawings(corpus, case_of(result(**given), *others))

    return draw


def _bars(drawing):
    return [(bar.look, bar.text, pytest.approx(bar.end, abs=0.1)) for bar in drawing.bars]


def test_a_change_in_per_cent_is_what_is_left_of_all_there_was(drawn):
    """A third less leaves two thirds of the bar before; so little as 2 per cent looks little."""
    (drawing,) = drawn(value=33, unit="% less", comparison="control-group")
    assert _bars(drawing) == [(REFERENCE, "100 %", 100), ("measured", "33 % less", 67)]
    assert drawing.bars[0].name == "Control group"

    (small,) = drawn(value=2, unit="% less")
    assert small.bars[1].end == pytest.approx(98)


def test_more_makes_the_longest_bar(drawn):
    (drawing,) = drawn(value=100, unit="% more")
    assert _bars(drawing) == [(REFERENCE, "100 %", 50), ("measured", "100 % more", 100)]


def test_no_effect_is_two_bars_of_one_length_and_says_so(drawn):
    (drawing,) = drawn(value=0, unit="% less", direction="none")
    assert [bar.end for bar in drawing.bars] == [100, 100]
    assert drawing.notes.startswith("No effect found; ")


def test_numbers_before_and_after_are_drawn_from_zero(drawn):
    (drawing,) = drawn(value=78, baseline=216, unit="kWh/m2/year", kind="reported")
    assert _bars(drawing) == [
        (REFERENCE, "216 kWh/m2/year", 100),
        ("reported", "78 kWh/m2/year", 36.1),
    ]
    assert drawing.zero == 0


def test_a_promise_is_a_bar_of_its_own_between_before_and_after(drawn):
    promised = {"value": 92, "source": "example-report"}
    (drawing,) = drawn(value=78, baseline=216, unit="kWh/m2/year", promised=promised)
    assert [bar.look for bar in drawing.bars] == [REFERENCE, PROMISED, "measured"]
    assert drawing.words == (
        "Before: 216 kWh/m2/year; Promised: 92 kWh/m2/year; After, measured: 78 kWh/m2/year"
    )


def test_what_was_promised_is_enough_to_compare_with(drawn):
    """Of what nobody measured before, the promise tells whether it was reached."""
    promised = {"value": 300000, "value_to": 500000, "source": "example-report"}
    (drawing,) = drawn(value=60000, unit="homes", comparison="none", promised=promised)
    promise, reached = drawing.bars
    assert (promise.end, promise.to, reached.end) == (60, 100, 12)
    assert reached.name == "Reached, measured"


def test_a_fall_of_the_control_group_is_held_against_that_of_the_pilot(drawn):
    """Both began at 100: one sees the level before, and a rise is told as a rise."""
    (drawing,) = drawn(value=10.7, baseline=-3.9, unit="% less", comparison="control-group")
    control, pilot = drawing.bars
    assert (control.text, pilot.text) == ("3.9 % more", "10.7 % less")
    assert pilot.end < drawing.levels[0].place < control.end
    assert "the upright line is the level before" in drawing.notes


def test_an_interval_on_both_sides_of_no_change_says_more_and_less(drawn):
    interval = {"low": -6, "high": 14, "level": 95}
    (drawing,) = drawn(value=4, unit="% less", interval=interval)
    before, after = drawing.bars
    assert after.high < after.end < before.end < after.low
    assert "interval of 95 %, 6 % more to 14 % less" in drawing.notes


def test_a_range_is_open_beyond_the_end_that_is_nearer_to_zero(drawn):
    (drawing,) = drawn(value=20, value_to=30, unit="% less")
    assert (drawing.bars[1].end, drawing.bars[1].to) == (70, 80)


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "trips/day"},
        {"unit": "% of people", "comparison": "none"},
        {"unit": "dB less"},
        {"unit": "% less", "comparison": "none"},
        {"unit": "% less", "value": 120},
        {"unit": "% less", "kind": "planned"},
        {"value": None},
        {"value": 0, "baseline": 0, "unit": "deaths"},
    ],
)
def test_nothing_is_drawn_where_nothing_can_be_compared(drawn, changes):
    """A mere count, a share of nobody knows what, a plan: no bar stands alone."""
    assert drawn(**changes) == []


def test_a_result_that_points_another_way_is_drawn_beside_the_headline(drawn, result):
    """Fewer thefts in dark streets, more in the lit ones nearby: one alone is half a truth."""
    worse = result(headline=True, baseline=None, unit="% more", direction="worse", value=55)
    alike = result(headline=True, baseline=None, direction="better", value=40)

    shown = drawn(alike, worse, value=44, direction="better")

    assert [drawing.result.value for drawing in shown] == [44, 55]


def test_better_results_are_drawn_on_the_better_side(published):
    """Whoever looks at the bars alone comes to the direction that the file states."""
    wrong = []
    for case in published.casestudies:
        for drawing in headline_drawings(published, case):
            first, last = drawing.bars[0], drawing.bars[-1]
            if first.look != REFERENCE or drawing.result.direction is not Direction.BETTER:
                continue
            start = drawing.levels[0].place if is_compared(drawing.result) else first.end
            longer = "a longer bar is better" in drawing.notes.lower()
            if (last.end > start) is not longer:
                wrong.append((case.id, drawing.result.what))
    assert not wrong


def test_a_month_that_is_named_counts_whole():
    """January to June are six months, 30 October to 30 April are six, a few days are one."""
    spans = [("2020-01", "2020-06"), ("2015-10-30", "2016-04-30"), ("2020-03-02", "2020-03-09")]
    assert [months(Period(start=start, end=end)) for start, end in spans] == [6, 6, 1]


@pytest.mark.parametrize("ends", [("2019", "2022"), ("2019-04", "2022"), ("2019-04", None)])
def test_no_month_is_counted_that_nobody_reported(ends):
    assert months(Period(start=ends[0], end=ends[1])) is None


def test_a_partial_date_can_mean_any_of_its_days():
    assert (first_day("2024"), last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.fixture
def dated(case_of):
    """`dated(["2019-03"], ("2019", None), None)`: the line of a case with these dates."""

    def made(events, period, confirmed, status="ended"):
        told = [{"date": event, "what": "It happened [@ours]."} for event in events]
        after = {"status": status, "reason": "So it was [@ours].", "confirmed": confirmed}
        return timeline(
            case_of(
                milestones=told,
                period={"start": period[0], "end": period[1]},
                afterwards=after,
            )
        )

    return made


def test_events_stand_at_their_true_distances(dated):
    """Half a year is half of a year; what names a year alone is as long as that."""
    line = dated(["2020-01-01", "2020-07-01", "2021"], (None, None), None)
    first, second, third = line.events
    assert (first.is_dot, second.is_dot, third.is_dot) == (True, True, False)
    assert second.middle - first.middle == pytest.approx(25, abs=0.2)
    assert (third.start, third.end) == (pytest.approx(50, abs=0.2), 100)
    assert [year.text for year in line.years] == ["2020", "2021"]


def test_a_pilot_of_years_alone_ran_for_certain_only_between_them(dated):
    line = dated(["2020-05"], ("2019", "2021"), None)
    assert line.may.start == 0
    assert line.may.end == 100
    assert line.ran.start == pytest.approx(100 / 3, abs=0.2)
    assert line.ran.end == pytest.approx(200 / 3, abs=0.2)


def test_a_pilot_that_still_runs_ran_until_that_was_confirmed(dated):
    line = dated(["2020-05"], ("2020-01-01", None), "2021-06-30", status="running")
    assert line.ran.end == line.confirmed.middle
    assert line.is_exact
    unknown = dated(["2020-05"], ("2020-01-01", None), "2021-06-30")
    assert unknown.ran is None
    assert not unknown.is_exact


def test_long_times_name_round_years_only(dated):
    line = dated(["1998-02"], ("1997-07-01", "2013-12-31"), None)
    assert [year.text for year in line.years] == ["2000", "2005", "2010"]
    assert len(line.years) <= case_timeline.MOST_YEARS


def test_one_date_makes_no_line(dated):
    assert dated(["2020-05"], (None, None), None) is None
    assert dated([], ("2019", "2021"), "2022") is None
