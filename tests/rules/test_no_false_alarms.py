"""What people rightly write passes: a rule that cries wolf is soon switched off."""

import pytest

from scifi.content.checks import check_all

CASE = "casestudies/example-bins.yml"
CITY = "data/cities/exampleville.yml"


def said(root, name, old, new):
    """What the check says after one change to a right file."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    report = check_all(root)
    return [f"{p.line}: {p.what} [{p.rule}]" for p in [*report.problems, *report.remarks]]


@pytest.mark.parametrize(
    "old, new",
    [
        pytest.param(
            "kind: measured", "kind: measured  # by a student", id="comment behind a word"
        ),
        pytest.param("value: 33", "value: 33  # of the report", id="comment behind a number"),
        pytest.param("end: null", "end:  # nobody knows", id="comment behind nothing"),
        pytest.param("- fill level", "- 'lab #3'", id="sign in quotes"),
        pytest.param("- fill level", "- C#\n  - lab#3", id="sign within a word"),
        pytest.param("cities:", "# 10.000\ncities:", id="number in a comment"),
        pytest.param("value: 33", "value: 0.125", id="three digits behind a zero"),
        pytest.param("value: 33", "value: 0.0", id="no effect"),
        pytest.param("value: 33", "value: -3.5", id="below zero"),
        pytest.param("every morning [@", "every morning, EUR 10.608 million [@", id="million"),
        pytest.param("every morning [@", "every morning, 1,088.583 MWh [@", id="both signs"),
        pytest.param("every morning [@", "at a@b.org, cm@city [@", id="mail address"),
        pytest.param(
            "every morning [@", "every [sic] morning, (ours), [1] [@", id="other brackets"
        ),
        pytest.param("every morning [@", "on 5 * 3 mornings, a < b > c, R&D [@", id="plain signs"),
        pytest.param("every morning [@", "in Plovdiv (Пловдив), 50 μm, Łódź [@", id="scripts"),
        pytest.param("every morning [@", "every morning? No! Why?? [@", id="question marks"),
        pytest.param("url: https://example.org/report", "url: https://ex.org/a_(b)", id="brackets"),
        pytest.param("url: https://example.org/report", "url: https://ex.org:8443/", id="port"),
        pytest.param(
            "url: https://example.org/report",
            "url: https://web.ex.org/x/https://a.b/",
            id="archive",
        ),
        pytest.param("currency: EUR", "currency: PLN", id="currency"),
        pytest.param("country: BE", 'country: "NO"', id="Norway"),
        pytest.param("country: BE", "country: EU", id="the Union"),
        pytest.param("start: 2019-03", "start: 1969", id="long ago"),
        pytest.param("date: 2019-06", "date: 2026-11", id="read in the month it was published"),
        pytest.param("read: 2026-11", "read: 2026-11-30", id="read today"),
    ],
)
def test_a_case_study_may_say_this(root, old, new):
    """Each of these looks like a slip of the pen and is none."""
    assert said(root, CASE, old, new) == []


@pytest.mark.parametrize(
    "value, unit",
    [
        (300, "% more"),
        (163, "% of budget"),
        (100, "% of homes"),
        (100, "% less"),
        (-84, "% less"),
        (120, "%"),
    ],
)
def test_a_share_may_be_this(root, value, unit):
    """What grew threefold is 200 per cent more; a plan can be exceeded."""
    indicator = root / "data/indicators/example-collections.yml"
    text = indicator.read_text(encoding="utf-8")
    indicator.write_text(text.replace('["% less"', f'["{unit}", "% fewer"'), encoding="utf-8")

    found = said(
        root,
        CASE,
        'value: 33\n    baseline: 0\n    unit: "% less"',
        f'value: {value}\n    baseline: 0\n    unit: "{unit}"',
    )

    assert [problem for problem in found if "possible-number" in problem] == []


@pytest.mark.parametrize(
    "country, latitude, longitude",
    [
        ("ES", 28.1, -15.4),
        ("ES", 35.9, -5.3),
        ("PT", 37.7, -25.7),
        ("FR", -21.1, 55.5),
        ("GB", 60.2, -1.1),
        ("GB", 54.6, -5.9),
        ("GR", 34.8, 24.1),
        ("NO", 78.2, 15.6),
        ("NL", 53.4, 6.0),
        ("EE", 59.4, 24.7),
        ("CY", 34.9, 33.6),
        ("MT", 35.9, 14.5),
        ("JP", 35.7, 139.7),
    ],
)
def test_a_place_may_be_here(root, country, latitude, longitude):
    """Islands far away belong to their country; of far countries nothing is said."""
    said(root, CITY, "country: BE", f'country: "{country}"')

    assert (
        said(
            root,
            CITY,
            "latitude: 51\n  longitude: 4.5",
            f"latitude: {latitude}\n  longitude: {longitude}",
        )
        == []
    )
