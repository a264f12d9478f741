"""Fields for numbers in the calculators: their words, their limits, an example to start from."""

from dataclasses import dataclass

from scifi.language import N_


@dataclass(frozen=True)
class NumberField:
    """
    One number that a reader gives.

    `usual` is our example, None for an empty field. `choices`, pairs of value and words, make it a
    list to choose from. An `optional` field may stay empty. Where `high` is true the number is
    the upper end of the field before it, and may stay empty for "the same".
    """

    id: str
    label: str
    usual: float | None = None
    least: float = 0
    most: float = 1_000_000
    unit: str = ""
    whole: bool = False
    optional: bool = False
    high: bool = False
    choices: tuple[tuple[float, str], ...] = ()


CHANCE = NumberField(
    "chance",
    N_("Chance of seeing the change, if it is there"),
    80,
    choices=((80, N_("80 in 100, as usual")), (90, N_("90 in 100"))),
)

CONFIDENCE = NumberField(
    "confidence",
    N_("Confidence"),
    90,
    choices=((90, N_("90 in 100")), (95, N_("95 in 100"))),
)

SURE = NumberField(
    "confidence",
    N_("Confidence"),
    95,
    choices=((95, N_("95 in 100")), (90, N_("90 in 100"))),
)
