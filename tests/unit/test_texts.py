"""The kinds of text a file holds: what each accepts, and the receipts inside."""

import pytest
from pydantic import TypeAdapter, ValidationError

from scifi.model import texts


def accepts(kind, value):
    """True if a value is one of this kind of text, as strictly as in a file."""
    try:
        TypeAdapter(kind).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "kind, good, bad",
    [
        (
            texts.Id,
            ["a", "no-bids", "iso-7-1", "a" * 80],
            ["", "No-bids", "no_bids", "no--bids", "-a", "a-", "no bids", "é", "a" * 81, "a\n", 1],
        ),
        (
            texts.Label,
            ["x", "% less", "R&D", "a" * 200, 'said "so"'],
            ["", " x", "x ", "a\nb", "a" * 201, "<b>", "a < b", "{{ x }}", "{% x %}", "{# x #}", 1],
        ),
        (
            texts.Title,
            ["abc", "a" * 150, "What? Yes: it {works}"],
            ["", "ab", "a" * 151, "<script>", "{{ 7 }}", " abc", None],
        ),
        (texts.Text, ["x", "<b> is text", "a\n\nb", "a" * 2000], ["", "   ", "a" * 2001, 1, None]),
        (
            texts.Claim,
            ["So it is [@key].", "We think so [@ours].", "[@a][@b-2]"],
            ["So it is.", "So it is [@Key].", "So it is [@].", "[@ key]", "(key)"],
        ),
        (
            texts.Summary,
            ["word " * 60, "word " * 60 + "[@key][@ours]"],
            ["word " * 61, ""],
        ),
        (
            texts.PartialDate,
            ["2019", "2019-06", "2019-06-17", "2020-02-29", 2019],
            [
                *("2020-13-01", "2019-02-29", "2019-06-31", "2019-00", "2019-6", "19", "3019"),
                *("17.6.2019", "2019-06-17T10", "2019/06", "", 999, 3000, True, 2019.0, None),
            ],
        ),
        (texts.Country, ["BE", "NO"], ["be", "B", "BEL", "Be", False, ""]),
        (texts.Language, ["nl", "fr"], ["NL", "n", "nld", "nl-BE", "Dutch", False, ""]),
        (texts.Currency, ["EUR", "GBP"], ["eur", "€", "EURO", "EU"]),
        (
            texts.Url,
            ["https://example.org/a?b=c#d", "http://example.org"],
            [
                *("example.org", "javascript:alert(1)", "ftp://example.org", "HTTPS://A.B", ""),
                *("https://a b", 'https://a"b', "https://a<b", "https://a'b", " https://a"),
                "https://" + "a" * 500,
            ],
        ),
        (texts.Number, [0, 1, -1.5], ["1", None, float("inf"), float("nan"), True]),
    ],
    ids=lambda value: None if isinstance(value, list) else "",
)
def test_a_kind_of_text_accepts_what_fits_and_nothing_else(kind, good, bad):
    """Each field takes what its help says, without guessing."""
    assert [value for value in good if not accepts(kind, value)] == []
    assert [value for value in bad if accepts(kind, value)] == []


def test_a_year_written_as_a_number_becomes_text():
    """2019 without quotes is the year 2019."""
    assert TypeAdapter(texts.PartialDate).validate_python(2019, strict=True) == "2019"


def test_citations_are_found_in_order():
    """Receipts are numbered by where they stand."""
    assert texts.cited("a [@b] c [@a-2][@ours] (@x) [@B]") == ["b", "a-2", "ours"]


def test_a_text_without_its_citations_reads_as_spoken():
    """Cards and search results show the words alone, with no gap before the full stop."""
    assert texts.without_citations("It works [@a][@b]. So [@ours]") == "It works. So"
