"""Numbers and dates as people write them, and the form that content asks for."""

import pytest

from scifi.content import scalars
from scifi.content.checks import numerals

FIELDS = ["value", "value_to", "qualifier", "unit"]


@pytest.mark.parametrize(
    "written, form",
    [
        ("33,5", "`value: 33.5`"),
        ("10 000", "`value: 10000`"),
        ("10'000", "`value: 10000`"),
        ("10’000", "`value: 10000`"),
        ("10\u202f000", "`value: 10000`"),
        ("10,000", "`value: 10000` or `value: 10.0`"),
        ("-10,500", "`value: -10500` or `value: -10.5`"),
        ("1.028.787", "`value: 1028787`"),
        ("1,028,787", "`value: 1028787`"),
        ("1.234,56", "`value: 1234.56`"),
        ("1,234.56", "`value: 1234.56`"),
        ("1 028 787,5", "`value: 1028787.5`"),
        ("\u221233", "`value: -33`"),
        ("+33", "`value: 33`"),
        ("33 %", '`value: 33` and `unit: "%"`'),
        ("33 kWh/year", '`value: 33` and `unit: "kWh/year"`'),
        ("500 €", '`value: 500` and `unit: "EUR"`'),
        ("~33", "`value: 33` and `qualifier: about`"),
        ("ca. 33", "`value: 33` and `qualifier: about`"),
        ("over 400", "`value: 400` and `qualifier: at-least`"),
        ("400+", "`value: 400` and `qualifier: at-least`"),
        ("< 5", "`value: 5` and `qualifier: at-most`"),
        ("30-35", "`value: 30` and `value_to: 35`"),
        ("30\u201335", "`value: 30` and `value_to: 35`"),
        ("30 to 35 %", '`value: 30`, `value_to: 35` and `unit: "%"`'),
        ("-5 to 3", "`value: -5` and `value_to: 3`"),
        ("1.2 million", "`value: 1200000`"),
        ("3k", "`value: 3000`"),
        ("n/a", "`value: null` if it is not known"),
    ],
)
def test_a_number_is_offered_as_its_field_asks(written, form):
    """The sentence holds the very lines to write."""
    assert numerals.advice("value", written, FIELDS, may_be_null=True) == f"Write {form}."


@pytest.mark.parametrize("written", ["twelve", "12 of 30", "51 12", "about", "1,2,3,4", "¼"])
def test_what_is_no_number_is_not_guessed(written):
    """A wrong offer would be taken."""
    said = numerals.advice("value", written, FIELDS, may_be_null=False)

    assert said == "Write a bare number, such as 33.5."


def test_a_field_without_neighbours_gets_the_number_alone():
    """Nothing is offered that the next check would refuse as an unknown field."""
    assert numerals.advice("baseline", "30-35 %", [], may_be_null=True) == "Write `baseline: 30`."
    assert numerals.advice("low", "~3", [], may_be_null=False) == "Write `low: 3`."


@pytest.mark.parametrize(
    "written, degrees",
    [
        ("51 12.5", "51.2083"),
        ("51°12'30\"N", "51.2083"),
        ("51°12.5'", "51.2083"),
        ("3 42 W", "-3.7000"),
        ("-3 42", "-3.7000"),
    ],
)
def test_minutes_of_an_arc_become_decimals(written, degrees):
    """Maps and phones show both."""
    assert numerals.decimal_degrees(written) == degrees


@pytest.mark.parametrize(
    "written, dates",
    [
        ("17.06.2019", ["2019-06-17"]),
        ("06.07.2019", ["2019-07-06"]),
        ("06/07/2019", ["2019-07-06", "2019-06-07"]),
        ("17/06/2019", ["2019-06-17"]),
        ("2019/06/17", ["2019-06-17"]),
        ("2019-6-7", ["2019-06-07"]),
        ("20190617", ["2019-06-17"]),
        ("06/2019", ["2019-06"]),
        ("June 2019", ["2019-06"]),
        ("17 June 2019", ["2019-06-17"]),
        ("2019-06-17T10:00", ["2019-06-17"]),
        ("31.02.2020", []),
        ("soon", []),
        ("spring 2019", []),
    ],
)
def test_a_date_is_offered_in_every_way_it_can_be_meant(written, dates):
    """Days come first in most of Europe; where both can be meant, both are offered."""
    assert numerals.dates(written) == dates


@pytest.mark.parametrize(
    "text, readings",
    [
        ("10.000", ("10000", "10.0")),
        ("13.900", ("13900", "13.9")),
        ("1.234", ("1234", "1.2340")),
        ("-1.500", ("-1500", "-1.5")),
        ("0.125", None),
        ("10.0", None),
        ("1.25", None),
        ("1234.567", None),
        ("1.2340", None),
        ("10000", None),
    ],
)
def test_three_digits_behind_a_point_can_be_read_in_two_ways(text, readings):
    """Both forms that are offered are clear themselves, and mean what they say."""
    assert scalars.two_readings(text) == readings
    for form in readings or ():
        assert scalars.two_readings(form) is None
        assert isinstance(scalars.plain(form), int | float)


@pytest.mark.parametrize("value", [0.5, 10.0, 13.9, 555.028, -1.234, 0.125, 1e9, 1234.567])
def test_a_number_is_written_clearly(value):
    """Whoever writes a file from data never writes what the check refuses."""
    text = scalars.clear(value)

    assert float(text) == value
    assert scalars.two_readings(text) is None
