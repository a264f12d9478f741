"""
How many years until something has paid for itself, when no number is known exactly.

Each number is a list of spans, (low, high): one of them is drawn, all alike, then a value within
it, all alike. `frontend/scripts/pure/pay-back.js` is the twin of this module; both are tested on
`tests/examples/calculators/pay-back.json`, which names the source of each example.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, sqrt
from typing import TypeAlias

Span: TypeAlias = tuple[float, float]
"""From the lowest to the highest value; the same twice for a number that is known."""

DRAWS = 10_000

FEWEST = 3
"""Case studies below which nothing is drawn: two of them are no range, only two cases."""

NAMES = ("prices", "yearly", "now", "costs", "shares")
"""The numbers that are drawn, in the order of their places in a draw."""

ROOTS = {
    "prices": (2, 17),
    "yearly": (3, 19),
    "now": (5, 23),
    "costs": (7, 29),
    "shares": (11, 13),
}
"""The primes whose roots spread the draws: one to choose the span, one for the place within it."""


@dataclass(frozen=True)
class Plan:
    """
    What is known before something is bought.

    Attributes:
        devices: how many. life: years that they last.
        prices: EUR for one, put up. yearly: EUR a year for one.
        now: visits, kWh or m³ a year today. costs: EUR for one of these.
        shares: per cent of these that are spared; below 0 if there are more.
    """

    devices: float
    life: float
    prices: Sequence[Span]
    yearly: Sequence[Span]
    now: Sequence[Span]
    costs: Sequence[Span]
    shares: Sequence[Span]


@dataclass(frozen=True)
class Decider:
    """The number that moves the result most: its name, its ends, and the years at each."""

    name: str
    low: float
    high: float
    years_low: float
    years_high: float


@dataclass(frozen=True)
class Answer:
    """
    Years to pay back that 10, 50 and 90 per cent of the draws stay below; infinite for never.

    `never`: the share of draws that do not pay back within the life, 0 to 1. `decides` is None
    where every number is known exactly.
    """

    years: dict[int, float]
    never: float
    decides: Decider | None


def even(count: int, prime: int) -> float:
    """
    A number from 0 to 1 for the draw of this count, spread evenly and the same every time.

    The fraction of count × √prime, known as the sequence of Richtmyer.
    """
    return count * sqrt(prime) % 1


def drawn(spans: Sequence[Span], count: int, roots: tuple[int, int]) -> float:
    """A span of the list, then a value within it."""
    low, high = spans[int(even(count, roots[0]) * len(spans))]
    return low + even(count, roots[1]) * (high - low)


def saved_a_year(devices: float, values: dict[str, float]) -> float:
    """EUR that are left over each year, after the yearly costs."""
    return values["now"] * values["costs"] * values["shares"] / 100 - devices * values["yearly"]


def years(devices: float, values: dict[str, float]) -> float:
    """Years to pay back: the price of all divided by what is saved a year; infinite for never."""
    saved = saved_a_year(devices, values)
    return devices * values["prices"] / saved if saved > 0 else inf


def below(values: Sequence[float], per_cent: int) -> float:
    """The value that so many per cent of the sorted values do not exceed."""
    return values[-(-len(values) * per_cent // 100) - 1]


def pay_back(plan: Plan) -> Answer:
    """Draw, count, and find what decides."""
    draws = {
        name: [drawn(getattr(plan, name), count, ROOTS[name]) for count in range(1, DRAWS + 1)]
        for name in NAMES
    }
    all_years = sorted(
        years(plan.devices, dict(zip(NAMES, values, strict=True)))
        for values in zip(*draws.values(), strict=True)
    )
    late = sum(found > plan.life for found in all_years)
    return Answer(
        {part: below(all_years, part) for part in (10, 50, 90)},
        late / DRAWS,
        _decides(plan, draws),
    )


def _decides(plan: Plan, draws: dict[str, list[float]]) -> Decider | None:
    """
    The number whose range moves the result most, all others being in their middle.

    From its value at 10 per cent of the draws to that at 90; the result is EUR over the whole
    life, which unlike the years has a value where nothing is saved.
    """
    ends = {name: sorted(values) for name, values in draws.items()}
    middle = {name: below(values, 50) for name, values in ends.items()}

    def at(name: str, per_cent: int, told: Callable[[float, dict[str, float]], float]) -> float:
        return told(plan.devices, middle | {name: below(ends[name], per_cent)})

    def over_life(devices: float, values: dict[str, float]) -> float:
        return plan.life * saved_a_year(devices, values) - devices * values["prices"]

    moved = {name: abs(at(name, 90, over_life) - at(name, 10, over_life)) for name in NAMES}
    most = max(moved, key=lambda name: moved[name])
    if not moved[most]:
        return None
    low, high = below(ends[most], 10), below(ends[most], 90)
    return Decider(most, low, high, at(most, 10, years), at(most, 90, years))
