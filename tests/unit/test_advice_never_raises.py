"""Advice is made from what a stranger wrote: whatever it is, there is a sentence or none."""

import time

from hypothesis import example, given
from hypothesis import strategies as st

from scifi.content import syntax
from scifi.content.checks import codes, expected, marks, numerals

PIECES = st.sampled_from(
    [*"0359., '-%€k~>°N/()[]{}@^#\"*&!|:=éx\\\u00a0\u2013\u2212\u201c", "000", "33", "2019", "06"]
)
WORDS = st.sampled_from(
    ["EUR", "mio", "to", "about", "spring", "June", "T10:00", "note", "'s", "title: ", "- ", ": "]
)
ADDRESSES = st.sampled_from(["https://", "www.", "doi:", "10.1000/1"])
WRITTEN = st.lists(PIECES | WORDS | ADDRESSES, max_size=9).map("".join) | st.text(max_size=12)
PATTERNS = (
    r"^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$",
    r"^[A-Z]{2}$",
    r"^[a-z]{2}$",
    r"^[A-Z]{3}$",
    r"^https?://[^\s]+$",
    r"^[a-z0-9]+(-[a-z0-9]+)*$",
    r"^(a|b)$",
    r"^\S(.*\S)?$",
)


@given(written=WRITTEN)
@example(written="spring 2019")
@example(written="9" * 400)
def test_there_is_a_sentence_for_every_number_and_date(written):
    """No word makes the check stop, and no sentence is empty."""
    fields = ["value", "value_to", "qualifier", "unit", "currency"]

    assert numerals.advice("value", written, fields, may_be_null=False)
    assert numerals.advice("latitude", written, [], may_be_null=True)
    assert all(len(date) in (7, 10) for date in numerals.dates(written))
    for pattern in PATTERNS:
        assert expected.by_pattern("field", pattern, written)
    for field in ("country", "currency", "lang"):
        assert codes.advice(field, written)


@given(written=WRITTEN)
def test_there_is_a_sentence_for_every_line_and_mark(written):
    """The column stands in the line, and a mark is a part of the text."""
    found = syntax.fault(written)
    if found:
        assert 1 <= found.column <= len(written) + 1
        assert found.what and found.fix
    for mark, key in marks.almost(written, ["note"]):
        assert mark and marks.advice(key)


def test_long_texts_are_read_as_fast_as_short_ones():
    """Whoever pastes a whole table into a field waits no longer than for a word."""
    started = time.process_time()
    for piece in ("1 ", "1.111", "[", "[^", "{{", "**", "@", "aб", "<", "~~", "- ", "'", "(@"):
        text = piece * (60_000 // len(piece)) + "x"
        numerals.advice("value", text, [], may_be_null=True)
        numerals.dates(text)
        marks.almost(f"[@{text}", ["note"])
        syntax.fault(text)
        for pattern in PATTERNS:
            expected.by_pattern("field", pattern, text)

    assert time.process_time() - started < 2
