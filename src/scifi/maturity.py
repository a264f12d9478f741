"""
What the answers of the maturity check mean: the weakest dimension, and the class on the axis.

The rule is our own and can be counted by hand; the page prints `RULES`.
`frontend/scripts/pure/maturity.js` does the same in the browser, and both are tested with the
examples in `tests/examples/maturity/`.
"""

from collections.abc import Sequence

from scifi.language import N_

AXIS = "maturity"
"""The axis of the class, and the question of the pathway finder that it answers."""

TOP = 4
"""The highest level."""

STARTING, PILOTS, RUNNING = "starting-from-zero", "first-pilots", "running-services"

RULES = (
    (STARTING, N_("Half of the levels, or more, are 1.")),
    (RUNNING, N_("More than half of the levels are 4, and none is 1.")),
    (PILOTS, N_("Everything else.")),
)
"""Class and condition; the first condition that holds decides."""

Levels = Sequence[int | None]
"""One level for each dimension, in order, 1 to 4; None is what nobody knows."""


def maturity_class(levels: Levels) -> str | None:
    """
    The class on the axis; None where fewer than half of the levels are known.

    Half of the levels at 1 outweigh any strength elsewhere: a city with a strategy but without
    people and money still starts.
    """
    known = [level for level in levels if level is not None]
    if not known or 2 * len(known) < len(levels):
        return None
    if 2 * known.count(1) >= len(known):
        return STARTING
    if 2 * known.count(TOP) > len(known) and 1 not in known:
        return RUNNING
    return PILOTS


def weakest(levels: Levels) -> list[int]:
    """Places of the lowest known level, in order: one begins with the first; empty if unknown."""
    known = [level for level in levels if level is not None]
    return [place for place, level in enumerate(levels) if known and level == min(known)]
