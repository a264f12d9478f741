"""
How much a city's route holds, and the remedies of its obstacles.

The route itself is found in the browser (`frontend/scripts/pure/route.js`) with these numbers;
it is tested with the routes written down in `tests/examples/routes/`.
"""

from typing import cast

from scifi.corpus import Corpus
from scifi.model import Obstacle

ROADS = 3
"""Pathways shown at most: one reads two or three, not ten."""

OBSTACLES = 6
"""Obstacles shown at most, unless the reader named more: those all come first."""

REMEDIES = 3
"""Remedies shown for one obstacle at most."""

ALIKE = 5
"""Similar cities shown at most."""

SHARED = 3
"""Traits that a city must share before it is called alike: two may be chance."""

SOLUTIONS = 6
"""Solutions to look at, at most."""

AGAINST = ("no-effect-found", "harms")
"""Verdicts of solutions that are named as a warning, not shown to look at."""

READING = 6
"""Case studies to read first, at most."""

INDICATORS = 6
"""Indicators to measure from day one at most."""

TASKS = 3
"""Tasks of each step at least: those for every city fill up what its roads and traits leave."""


def remedies_of(corpus: Corpus, obstacle: str) -> list[str]:
    """Remedies that an obstacle names, then those that name it; each once."""
    named = cast(Obstacle, corpus.get("obstacle", obstacle)).remedies
    return list(dict.fromkeys([*named, *corpus.naming("obstacle", obstacle, "remedy")]))
