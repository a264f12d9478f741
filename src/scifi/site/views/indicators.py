"""An indicator in numbers, as the tool on its page asks for them."""

from typing import Any

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.model import Indicator
from scifi.model.base import Better, EvidenceKind
from scifi.model.casestudy import states_change

FEWEST_TO_COMPARE = 3
"""Among fewer results nobody needs help to find their own place."""


def known_results(corpus: Corpus, indicator: Indicator) -> dict[str, Any] | None:
    """
    What the tool for the reader's own number needs.

    None where no number is better than another, or too few are known. Plans are no results.
    `lower` is true where less is better: of a level, or of "more" of a nuisance.
    """
    frame = metrics.numbers(corpus)
    found = frame[(frame["indicator"] == indicator.id) & (frame["kind"] != EvidenceKind.PLANNED)]
    if indicator.better is Better.NEITHER or not len(found):
        return None
    shown = metrics.in_commonest_unit(found)
    if len(shown) < FEWEST_TO_COMPARE:
        return None
    unit = str(shown["unit"].iloc[0])
    saving = states_change(unit) and not unit.endswith("more")
    results = [
        {"value": float(value), "place": place or what}
        for value, place, what in shown[["value", "city", "what"]].to_numpy()
    ]
    lower = indicator.better is Better.LOWER and not saving
    return {"unit": unit, "lower": lower, "results": results}
