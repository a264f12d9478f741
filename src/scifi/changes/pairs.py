"""Items of two lists, side by side: which one is still the same, which is gone, which is new."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

ItemT = TypeVar("ItemT")

ALIKE = 60
"""Likeness of 100 from which two items are one that was changed, not one gone and one new."""


def pairs(
    before: Sequence[ItemT],
    after: Sequence[ItemT],
    name_before: Callable[[ItemT], str],
    name_after: Callable[[ItemT], str],
) -> list[tuple[ItemT | None, ItemT | None]]:
    """
    Every item of two lists with what it was before; None where there was or is none.

    Equal items belong together, then those of equal name, then those most alike.
    """
    old_names = [name_before(item) for item in before]
    new_names = [name_after(item) for item in after]
    likeness: tuple[Callable[[int, int], float], ...] = (
        lambda old, new: 100 if before[old] == after[new] else 0,
        lambda old, new: 100 if old_names[old] == new_names[new] else 0,
        lambda old, new: fuzz.ratio(old_names[old], new_names[new]),
    )
    left, found = list(range(len(before))), dict[int, int]()
    for like in likeness:
        for new in [place for place in range(len(after)) if place not in found]:
            best = max(left, key=lambda old: like(old, new), default=None)
            if best is not None and like(best, new) >= ALIKE:
                found[new] = best
                left.remove(best)
    matched = [
        (before[found[new]] if new in found else None, item) for new, item in enumerate(after)
    ]
    return [*matched, *((before[old], None) for old in left)]
