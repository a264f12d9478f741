"""
How many units, and how many weeks, show a change; and the smallest change that they show.

Spreads, changes and margins are per cent of the mean, shares per cent of all; a spread is one
standard deviation. `frontend/scripts/pure/how-many.js` is the twin of this module; both are tested
on `tests/examples/calculators/how-many.json`, which names the source of each example.
"""

from math import ceil, comb, sqrt

FACTORS = {80: 7.85, 90: 10.51}
"""
By the chance of seeing a change that is there, per cent: how many squared standard errors it spans.

(1.96 + 0.84)² and (1.96 + 1.28)², for an error of 5 per cent on both sides. 1.96 + 0.84 is the
"2.8 standard errors" of Gelman, Hill and Vehtari, Regression and Other Stories, chapter 16.
"""

RULES = {80: 16, 90: 21}
"""Twice the factor, rounded up: Lehr's rule (1992), as van Belle and Millard print it."""

Z = {90: 1.645, 95: 1.96}
"""By the confidence, per cent: how many standard errors a margin spans on each side."""

MOST_CHECKS = 3000
"""More hand checks than these are not counted out; nobody makes them."""


def rounded_up(value: float) -> int:
    """The next whole number; what is whole but for the noise of a computer stays."""
    return ceil(value - 1e-9)


def two_groups_units(spread: float, change: float, chance: int = 80) -> int:
    """Units in each of two groups that are measured once."""
    return rounded_up(RULES[chance] * (spread / change) ** 2)


def two_groups_change(spread: float, units: float, chance: int = 80) -> float:
    """The smallest change that two groups of so many units show, per cent."""
    return spread * sqrt(RULES[chance] / units)


def same_units(spread: float, change: float, chance: int = 80) -> int:
    """Units that are measured before and after; `spread` is that of their differences."""
    return rounded_up(FACTORS[chance] * (spread / change) ** 2)


def same_units_change(spread: float, units: float, chance: int = 80) -> float:
    """The smallest change that so many units show before and after, per cent."""
    return spread * sqrt(FACTORS[chance] / units)


def weeks_with_twin(
    units: float,
    unit_spread: float,
    area_spread: float,
    change: float,
    clustering: float = 0,
    chance: int = 80,
) -> int:
    """
    Weeks before, and again after, for `units` in the pilot area and as many in its twin.

    `unit_spread`: of one unit from week to week. `area_spread`: of a whole area, which its twin
    does not share. `clustering`: how like a week is to the one before, from 0 to below 1.
    The variance of a difference of differences, ours; tested by a simulation.
    """
    variance = _weekly_variance(units, unit_spread, area_spread, clustering)
    return rounded_up(4 * FACTORS[chance] * variance / change**2)


def change_with_twin(
    units: float,
    unit_spread: float,
    area_spread: float,
    weeks: float,
    clustering: float = 0,
    chance: int = 80,
) -> float:
    """The smallest change that so many weeks before and after show, per cent."""
    variance = _weekly_variance(units, unit_spread, area_spread, clustering)
    return sqrt(4 * FACTORS[chance] * variance / weeks)


def _weekly_variance(
    units: float, unit_spread: float, area_spread: float, clustering: float
) -> float:
    inflation = (1 + clustering) / (1 - clustering)
    return (unit_spread**2 / units + area_spread**2) * inflation


def units_to_weigh(total: int, spread: float, margin: float, confidence: int = 90) -> int:
    """
    How many of all units to weigh, to know their mean within a margin.

    n₀ / (1 + n₀ / N) with n₀ = (z × spread / margin)²; Cochran, Sampling Techniques (1977).
    """
    endless = (Z[confidence] * spread / margin) ** 2
    return rounded_up(endless / (1 + endless / total))


def margin_of_weighing(total: int, spread: float, units: int, confidence: int = 90) -> float:
    """Within which margin so many of all units give the mean, per cent of it; 0 for all."""
    return Z[confidence] * spread * sqrt(max(0.0, 1 / units - 1 / total))


def answers(margin: float, share: float = 50, people: int | None = None) -> int:
    """Answers to a survey for a share within so many points, at 95 per cent; of all if not told."""
    endless = Z[95] ** 2 * share * (100 - share) / margin**2
    return rounded_up(endless if people is None else endless / (1 + endless / people))


def margin_of_answers(count: int, share: float = 50, people: int | None = None) -> float:
    """Within how many points so many answers give a share, at 95 per cent."""
    rest = 1 / count - (1 / people if people else 0)
    return Z[95] * sqrt(share * (100 - share) * max(0.0, rest))


def share_shown(checks: int, wrong: int = 0, confidence: float = 95) -> float:
    """
    The share of right answers that hand checks show at least, per cent: exact, one-sided.

    The lower limit of Clopper and Pearson (1934), found by halving.
    """
    low, high = 0.0, 1.0
    for _step in range(60):
        middle = (low + high) / 2
        if _at_most(wrong, checks, middle) > 1 - confidence / 100:
            low = middle
        else:
            high = middle
    return 100 * (1 - high)


def checks_needed(share: float, wrong: int = 0, confidence: float = 95) -> int | None:
    """Hand checks with so many wrong answers that show a share; None above `MOST_CHECKS`."""
    for checks in range(wrong + 1, MOST_CHECKS + 1):
        # Noise of a computer must not ask for one more.
        if _at_most(wrong, checks, 1 - share / 100) <= 1 - confidence / 100 + 1e-12:
            return checks
    return None


def _at_most(wrong: int, checks: int, rate: float) -> float:
    """The chance of at most so many wrong answers, if they come at this rate."""
    return sum(
        comb(checks, count) * rate**count * (1 - rate) ** (checks - count)
        for count in range(wrong + 1)
    )
