"""Sums with quantities: exact or not at all."""

from fractions import Fraction

import pytest

from scifi.quantities import FACTORS, change, convert, written


@pytest.mark.parametrize(
    ("value", "unit", "to", "shown"),
    [
        (2.4, "MWh", "kWh", "2,400"),
        (2.4, "MWh/year", "kWh/year", "2,400"),
        (1.31, "GWh/year", "kWh/year", "1,310,000"),
        (4200, "MWh/year", "GJ/year", "15,120"),
        (820, "kg", "t", "0.82"),
        (3, "m3", "litres", "3,000"),
        (4.6, "million trips", "trips", "4,600,000"),
        (0.5, "million EUR", "EUR", "500,000"),
        (2, "weeks", "days", "14"),
        (1.5, "years", "months", "18"),
        (30, "litres/day per home", "m3/day per home", "0.03"),
    ],
)
def test_a_unit_that_is_a_fixed_number_of_another_is_converted(value, unit, to, shown):
    assert written(convert(value, unit, to)) == shown


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("EUR", "GBP"),
        ("million EUR", "GBP"),
        ("MWh", "MWh/year"),
        ("kWh/m2", "kWh/m2/year"),
        ("m3/month", "m3/year"),
        ("weeks", "months"),
        ("% less", "kWh/year"),
        ("homes", "buildings"),
    ],
)
def test_what_is_no_fixed_number_of_another_is_never_converted(unit, to):
    """Currencies above all: a rate belongs to a day."""
    assert convert(1, unit, to) is None


def test_a_number_that_would_have_to_be_rounded_is_not_written():
    """21,000 GJ are 5,833.333... MWh: no exact number to show."""
    assert convert(21000, "GJ", "MWh") == Fraction(17500, 3)
    assert written(convert(21000, "GJ", "MWh")) is None


def test_every_factor_says_what_defines_it_and_every_base_counts_once():
    for factor in FACTORS.values():
        assert factor.definition
        assert FACTORS[factor.base].times == 1


@pytest.mark.parametrize(
    ("value", "baseline", "unit", "shown"),
    [
        (78, 216, "kWh/m2/year", "(78 − 216) ÷ 216 ≈ −63.9\u00a0%"),
        (15, 10, "vans", "(15 − 10) ÷ 10 = 50\u00a0%"),
        (0.1, 0.4, "t", "(0.1 − 0.4) ÷ 0.4 = −75\u00a0%"),
        (25, 5, "%", "25 − 5 = 20 percentage points"),
        (80, 60, "% of participants", "80 − 60 = 20 percentage points"),
        (5, -10, "index", "(5 − −10) ÷ 10 = 150\u00a0%"),
    ],
)
def test_a_change_is_shown_with_its_sum(value, baseline, unit, shown):
    """Per cent of the baseline; shares differ by percentage points."""
    assert change(value, baseline, unit) == shown


@pytest.mark.parametrize(("baseline", "unit"), [(0, "bikes"), (10, "% less"), (10, "% better")])
def test_there_is_no_per_cent_of_nothing_and_no_change_of_a_change(baseline, unit):
    assert change(30, baseline, unit) is None
