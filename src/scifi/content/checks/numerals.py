"""How people write numbers and dates, and how content writes them: `33,5` is 33.5."""

import re
from datetime import date
from typing import NamedTuple

from scifi.content import scalars
from scifi.language import _, and_list

_GROUP_SIGNS = "[ \u00a0\u2007\u2009\u202f'\u2019]"
_GROUPED = re.compile(rf"[-+]?\d{{1,3}}({_GROUP_SIGNS}\d{{3}})+([.,]\d+)?")
_LONGEST = 60
"""Characters that are looked at; a number with its unit and the words around it has less."""

_MINUS = "\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d"
_NUMBER = r"[-+]?\d[\d.,'\u2019 \u00a0\u2007\u2009\u202f]*\d|[-+]?\d"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:[-{_MINUS}]|to|\.\.+|\u2026)\s*({_NUMBER})(.*)")
_ONE = re.compile(
    rf"(?P<before>[^\d+-]*?)\s*(?P<number>{_NUMBER})\s*(?P<times>(?i:k|mio\.?|million|m|billion)(?![\w/]))?"
    rf"\s*(?P<after>[^\d]*)"
)
_DEGREES = re.compile(
    r"(-?\d{1,3})[\u00b0 ]\s*(\d{1,2}(?:\.\d+)?)['\u2032\u2019 ]?\s*"
    r"(?:(\d{1,2}(?:\.\d+)?)[\"\u2033\u201d]?)?\s*([NSEWO]?)"
)
_TIMES = {"k": 1000, "mio": 10**6, "mio.": 10**6, "million": 10**6, "m": 10**6, "billion": 10**9}
_QUALIFIERS = {
    "about": ("~", "\u2248", "about", "around", "ca", "ca.", "circa", "approx", "approx.", "c."),
    "at-least": (">", "\u2265", ">=", "over", "more than", "at least", "min", "min."),
    "at-most": ("<", "\u2264", "<=", "under", "up to", "less than", "at most", "max", "max."),
}
_UNKNOWN = ("", "-", "?", "n/a", "na", "unknown", "none", "k.a.", "nvt", "nc", "tbd")


class Reading(NamedTuple):
    """One number that somebody wrote, and what stood around it."""

    value: str
    value_to: str = ""
    qualifier: str = ""
    unit: str = ""


def advice(name: str, text: str, fields: list[str], *, may_be_null: bool) -> str:
    """
    How to write what a text in a number field means, as one sentence.

    `fields` are the names beside it: a range goes into `value_to` only where there is one.
    """
    words = text.strip()[:_LONGEST]
    if words.casefold() in _UNKNOWN and may_be_null:
        return _("Write `{name}: null` if it is not known.", name=name)
    if name in ("latitude", "longitude") and (degrees := decimal_degrees(words)):
        return _("Write decimal degrees: `{name}: {value}`.", name=name, value=degrees)
    if pair := both(words):
        return _(
            "Write `{name}: {first}` or `{name}: {second}`.",
            name=name,
            first=pair[0],
            second=pair[1],
        )
    found = read(words)
    if found is None:
        if may_be_null:
            return _("Write a bare number, such as 33.5, or null if there is none.")
        return _("Write a bare number, such as 33.5.")
    return _(
        "Write {fields}.", fields=and_list([f"`{line}`" for line in _fields(name, found, fields)])
    )


def both(words: str) -> tuple[str, str] | None:
    """The two numbers that `10,000` can be."""
    return scalars.two_readings(words.replace(",", ".")) if words.count(",") == 1 else None


def _fields(name: str, found: Reading, fields: list[str]) -> list[str]:
    """The lines to write, as `field: value`; what has no field of its own is left out."""
    extra = {"value_to": found.value_to, "qualifier": found.qualifier}
    lines = [f"{name}: {found.value}"]
    if name == "value":
        lines += [f"{key}: {said}" for key, said in extra.items() if said and key in fields]
    elif found.qualifier and "qualifier" in fields:
        lines += [f"qualifier: {found.qualifier}"]
    if found.unit and "unit" in fields:
        lines += [f'unit: "{found.unit}"']
    elif len(found.unit) == 3 and "currency" in fields:
        lines += [f"currency: {found.unit}"]
    return lines


def read(text: str) -> Reading | None:
    """What a text says as a number; None where it is none."""
    span = _RANGE.fullmatch(text)
    if span:
        low, high = plain(span[1]), plain(span[2])
        return Reading(low, high, unit=_unit(span[3])) if low and high else None
    one = _ONE.fullmatch(re.sub(rf"[{_MINUS}](?=\d)", "-", text))
    value = plain(one["number"]) if one else None
    if not one or not value:
        return None
    if one["times"]:
        value = scalars.clear(float(value) * _TIMES[one["times"].casefold()]).removesuffix(".0")
    qualifier, before = _qualifier(one["before"].strip())
    after = one["after"].strip()
    if after == "+":
        return Reading(value, "", "at-least")
    return Reading(value, "", qualifier, _unit(after or before))


def _qualifier(text: str) -> tuple[str, str]:
    """How far a number holds by the words before it, and what else stands there."""
    for name, words in _QUALIFIERS.items():
        for word in sorted(words, key=len, reverse=True):
            rest = text[len(word) :]
            if text.casefold().startswith(word) and not (word.isalpha() and rest[:1].isalpha()):
                return name, rest.strip()
    return "", text


def _unit(text: str) -> str:
    signs = {"\u20ac": "EUR", "\u00a3": "GBP", "$": "USD", "euro": "EUR", "euros": "EUR"}
    return signs.get(text.strip().casefold(), text.strip())


def plain(text: str) -> str:
    """
    A number without groups, its decimals behind a point: `1.028,5` is `1028.5`; empty for none.

    With one kind of sign and one such sign, three digits behind it are thousands.
    """
    if re.search(_GROUP_SIGNS, text) and not _GROUPED.fullmatch(text):
        return ""
    digits = re.sub(_GROUP_SIGNS, "", text)
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        group, point = (".", ",") if digits.rindex(",") > digits.rindex(".") else (",", ".")
        digits = digits.replace(group, "").replace(point, ".")
    elif commas > 1 or points > 1:
        if not re.fullmatch(r"[-+]?\d{1,3}([.,]\d{3})+", digits):
            return ""
        digits = digits.replace(",", "").replace(".", "")
    elif commas:
        digits = digits.replace(",", ".")
    digits = digits.removeprefix("+")
    return digits if re.fullmatch(r"-?\d+(\.\d+)?", digits) else ""


def decimal_degrees(text: str) -> str:
    """`51 12.5` or `51°12'30"N` as decimal degrees; empty for what is neither."""
    match = _DEGREES.fullmatch(text)
    if not match:
        return ""
    whole, minutes, seconds, side = match.groups()
    part = float(minutes) / 60 + float(seconds or 0) / 3600
    value = abs(int(whole)) + part
    negative = whole.startswith("-") or side in ("S", "W", "O")
    return f"{-value if negative else value:.4f}"


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def dates(text: str) -> list[str]:
    """The dates that a text can mean, written as content writes them: `17.06.2019`, `June 2019`."""
    words = text.strip()[:_LONGEST]
    if match := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", words):
        return _real([(match[1], match[2], match[3])])
    if match := re.fullmatch(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:[T ].*)?", words):
        return _real([(match[1], match[2], match[3])])
    if match := re.fullmatch(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})", words):
        day_first = [(match[3], match[2], match[1])]
        return _real(day_first if "." in words else [*day_first, (match[3], match[1], match[2])])
    if match := re.fullmatch(r"(\d{1,2})[-./](\d{4})", words):
        return _real([(match[2], match[1], None)])
    if match := re.fullmatch(r"(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.? (\d{4})", words):
        month = match[2][:3].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else 0
        return _real([(match[3], str(number), match[1])])
    return []


def _real(parts: list[tuple[str, str, str | None]]) -> list[str]:
    """Those that stand in the calendar, each once."""
    found = []
    for year, month, day in parts:
        try:
            date(int(year), int(month), int(day or 1))
        except ValueError:
            continue
        found.append(f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else ""))
    return list(dict.fromkeys(found))
