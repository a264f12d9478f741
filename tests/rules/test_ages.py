"""Laws, money and clauses grow old: what is said when, on days that the tests choose."""

from datetime import date

import pytest

from scifi.content.checks import ages, check_all

LAW = "data/laws/example-law.yml"
FUND = "data/funding/example-fund.yml"


def said(root, day):
    """The rule's problems and remarks on a day, as (path, what)."""
    report = check_all(root, day=day)
    found = [report.problems, report.remarks]
    return [[(p.path, p.what) for p in part if p.rule == "checked-lately"] for part in found]


@pytest.mark.parametrize(
    "day, problems, remarks",
    [
        (date(2026, 11, 30), 0, 0),
        (date(2027, 8, 31), 0, 0),
        (date(2027, 9, 1), 0, 3),
        (date(2027, 11, 30), 0, 3),
        (date(2027, 12, 1), 3, 0),
    ],
)
def test_an_entry_is_remarked_on_after_nine_months_and_refused_after_a_year(
    root, day, problems, remarks
):
    """The month in which it was checked counts to its last day."""
    path = root / FUND
    path.write_text(path.read_text(encoding="utf-8").replace("2027-05-01", "null"))

    refused, remarked = said(root, day)

    assert [len(refused), len(remarked)] == [problems, remarks]
    for _path, what in refused + remarked:
        assert what == "last checked in November 2026"


def test_a_call_that_is_over_is_remarked_on(root):
    """Nobody touched the file; its last day went by."""
    assert said(root, date(2027, 5, 1)) == [[], []]
    assert said(root, date(2027, 5, 2)) == [
        [],
        [(FUND, "the call is called open, and its last day is over")],
    ]


def test_a_closed_call_is_over_and_nothing_is_said(root):
    """That is what closed means."""
    path = root / FUND
    path.write_text(path.read_text(encoding="utf-8").replace("status: open", "status: closed"))

    assert said(root, date(2027, 5, 2)) == [[], []]


def test_a_remark_is_shown_and_stops_nothing(root, scifi, monkeypatch):
    """The command tells it, and exits as if nothing were wrong."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1820000000")  # 3 September 2027

    done = scifi("check", root / LAW, root=root)

    assert done.exit_code == 0
    assert f"{LAW}:40:10: remark: last checked in November 2026 [checked-lately]" in done.stdout
    assert "nothing wrong, 1 remark" in done.stderr


def test_the_day_is_that_of_the_build(monkeypatch):
    """Who builds an old state again gets what was said then."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert ages.today() == date(1970, 1, 1)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert ages.today() > date(2026, 1, 1)


@pytest.mark.parametrize(
    "text, day",
    [
        ("2024", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3)),
        ("2024-13", None),
        ("soon", None),
        (None, None),
    ],
)
def test_a_date_counts_to_its_last_day(text, day):
    """A year lasts until December; what is no date has no last day."""
    assert ages.last_day(text) == day
