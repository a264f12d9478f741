"""
Sums with quantities: one unit in terms of another, and a number against its baseline.

Only factors that hold by definition are used, and only results that need no rounding are given.
Currencies are never converted: a rate belongs to a day, and money to its place and year.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scifi.language import _, number


def whole(value: float) -> float | int:
    """A number without decimals where it has none: 10, not 10.0."""
    return int(value) if float(value).is_integer() else value


DIGITS = 12
"""Digits a converted number may have; more would not be read, and would hide an inexact one."""


@dataclass(frozen=True)
class Factor:
    """How many of a base unit one unit is, and what says so."""

    base: str
    times: Fraction
    definition: str


SI = "SI Brochure, 9th edition"

FACTORS: dict[str, Factor] = {
    "kWh": Factor("kWh", Fraction(1), "the base for energy"),
    "MWh": Factor("kWh", Fraction(1000), f"mega is 1,000 kilo ({SI}, table 7)"),
    "GWh": Factor("kWh", Fraction(10**6), f"giga is 1,000,000 kilo ({SI}, table 7)"),
    "GJ": Factor("kWh", Fraction(2500, 9), f"1 kWh is 3.6 MJ: 1 h is 3,600 s ({SI}, table 8)"),
    "kg": Factor("kg", Fraction(1), "the base for mass"),
    "t": Factor("kg", Fraction(1000), f"1 t is 1,000 kg ({SI}, table 8)"),
    "litres": Factor("litres", Fraction(1), "the base for volume"),
    "m3": Factor("litres", Fraction(1000), f"1 litre is 1 dm3 ({SI}, table 8)"),
    "days": Factor("days", Fraction(1), "the base for days"),
    "weeks": Factor("days", Fraction(7), "a week has seven days (ISO 8601)"),
    "months": Factor("months", Fraction(1), "the base for months; months have no fixed days"),
    "years": Factor("months", Fraction(12), "a year has twelve months (ISO 8601)"),
}
"""Units of the knowledge base that are a fixed number of another one."""

MILLION = "million "
"""A word before a unit that stands for 1,000,000 of it."""


def _parts(unit: str) -> tuple[Fraction, str, str]:
    """A unit as (times, base, what it is per): "MWh/year" is (1000, "kWh", "/year")."""
    cut = min((at for at in (unit.find("/"), unit.find(" per ")) if at > 0), default=len(unit))
    head, per = unit[:cut], unit[cut:]
    times = Fraction(1)
    if head.startswith(MILLION):
        head, times = head.removeprefix(MILLION), Fraction(10**6)
    factor = FACTORS.get(head)
    return (times * factor.times, factor.base, per) if factor else (times, head, per)


def exact(value: float) -> Fraction:
    """A number as it is written, without the error of binary fractions."""
    return Fraction(Decimal(repr(value)))


def convert(value: float, unit: str, to: str) -> Fraction | None:
    """A value in another unit; None unless one is a fixed number of the other."""
    (times, base, per), (to_times, to_base, to_per) = _parts(unit), _parts(to)
    if (base, per) != (to_base, to_per):
        return None
    return exact(value) * times / to_times


def written(value: Fraction) -> str | None:
    """A number with its digits grouped; None if it cannot be written out in `DIGITS` digits."""
    short = Decimal(f"{float(value):.{DIGITS}g}")
    if Fraction(short) != value:
        return None
    return number(float(short), places=max(0, -int(short.as_tuple().exponent)))


def change(value: float, baseline: float, unit: str) -> str | None:
    """
    The change against the baseline, with the sum: "(78 − 216) ÷ 216 ≈ −63.9 %".

    Shares differ by percentage points. None where the number is itself a change, such as
    "% less", or where the start was zero, of which nothing is a per cent.
    """
    now, before = exact(value), exact(baseline)
    first, second = _shown(now), _shown(before)
    if unit.startswith("%"):
        points = f"{first} − {second} = {_shown(now - before)}"
        is_share = unit == "%" or unit.startswith("% of ")
        return _("{sum} percentage points", sum=points) if is_share else None
    if not before:
        return None
    percent = (now - before) / abs(before) * 100
    rounded = Fraction(round(percent, 1))
    equals = "=" if rounded == percent else "≈"
    return f"({first} − {second}) ÷ {_shown(abs(before))} {equals} {_shown(rounded)}\u00a0%"


def _shown(value: Fraction) -> str:
    """A number as people read it, with a minus sign that is not a hyphen."""
    return number(float(value)).replace("-", "−")
