"""
The kinds of text a content file holds, and the citations inside them.

A claim carries its receipt: `[@key]` names an entry of the file's `sources`, and `[@ours]`
marks advice or reasoning of our own. The same marks serve YAML fields and chapters.
"""

import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
)

from scifi.language import _

OURS = "ours"
"""The citation key for our own advice: `[@ours]` needs no entry in `sources`."""

CITATION = re.compile(r"\[@([a-z0-9]+(?:-[a-z0-9]+)*)\]")

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

_DATE_PATTERN = r"^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$"

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years that a date may have; a file may hold them without quotes."""

MAX_ID = 80
"""Longest id, characters: file names are made from it, and a system takes 255."""

KEPT_NAMES = frozenset(
    ["con", "prn", "aux", "nul", "index", "readme", "constructor"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""Names that a system, a server or an engine keeps for itself; no file is called so."""


def cited(text: str) -> list[str]:
    """The source keys a text cites, in order, `ours` included."""
    return CITATION.findall(text)


def without_citations(text: str) -> str:
    """The text as spoken: its citation marks taken out."""
    return re.sub(r"\s*" + CITATION.pattern, "", text).strip()


def _no_markup(text: str) -> str:
    if re.search(r"[<>]|\{[{%#]", text):
        raise ValueError(_("holds < or > or {{: write it in words; pages show text, never markup"))
    return text


def _has_receipt(text: str) -> str:
    if not cited(text):
        raise ValueError(_("has no receipt"))
    return text


def _is_date(text: str) -> str:
    parts = [int(part) for part in text.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        raise ValueError(_("is no date of the calendar: {date}", date=text)) from None
    return text


def _year_as_text(value: object) -> object:
    is_year = type(value) is int and FIRST_YEAR <= value <= LAST_YEAR
    return str(value) if is_year else value


def _at_most_60_words(text: str) -> str:
    words = len(without_citations(text).split())
    if words > 60:
        raise ValueError(_("has {words} words, at most 60 are read on a card", words=words))
    return text


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=MAX_ID)]
"""A kebab-case name; the stem of the file that is meant."""

Label = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, pattern=r"^\S(.*\S)?$"),
    AfterValidator(_no_markup),
]
"""A short plain text on one line: a name, a unit."""

Title = Annotated[
    str,
    StringConstraints(min_length=3, max_length=150, pattern=r"^\S(.*\S)?$"),
    AfterValidator(_no_markup),
]
"""A heading on one line."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
"""A paragraph in plain words; `[@key]` cites a source."""

Purpose = Annotated[Text, StringConstraints(max_length=255)]
"""A paragraph that office programs keep as the subject of a file: they take 255 characters."""

Claim = Annotated[Text, AfterValidator(_has_receipt)]
"""A paragraph that names its receipt: at least one `[@key]`, or `[@ours]`."""

Summary = Annotated[Text, AfterValidator(_at_most_60_words)]
"""A paragraph of at most 60 words for cards and search results."""

PartialDate = Annotated[
    str,
    BeforeValidator(_year_as_text),
    StringConstraints(pattern=_DATE_PATTERN),
    AfterValidator(_is_date),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _DATE_PATTERN},
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
            ]
        }
    ),
]
"""A year, a month or a day: `2019`, `2019-06` or `2019-06-17`."""

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""A country by its two capital letters (ISO 3166-1): BE, FR, NL."""

Annex = Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
"""An annex of the model contract by its capital letter."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
"""A language by its two small letters (ISO 639-1, as BCP 47 asks): nl, fr, de."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""A currency by its three capital letters (ISO 4217): EUR, GBP."""

Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)*$")]
"""A page by its address below the site's root: survival-guide/laws/."""

Url = Annotated[str, StringConstraints(pattern=r"""^https?://[^\s<>"']+$""", max_length=500)]
"""A web address that starts with http:// or https://."""

Number = Annotated[float, Field(allow_inf_nan=False, ge=-1e15, le=1e15)]
"""A bare number, without quotes and without its unit; no sum or count of a city has 16 digits."""
