"""
Numbers the site shows, computed from the corpus.

Pure functions from a `Corpus`, or from a frame made of one, to a `DataFrame` or a number: no
files, no colours, no HTML, no unit converted. A number on a page is made here once; charts,
tables and downloads only show it. The fields of a row type are the columns of its frame.
"""

from scifi.figures.metrics.cases import casestudies, kin, places, related
from scifi.figures.metrics.cities import cities_by_class, city_profiles
from scifi.figures.metrics.entries import counts
from scifi.figures.metrics.evidence import (
    casestudies_by_grade,
    compared,
    in_commonest_unit,
    numbers,
    numbers_by_indicator,
    proof,
    results,
    unmeasured,
)
from scifi.figures.metrics.obstacles import casestudies_stuck, obstacles_met, stuck_by_step
from scifi.figures.metrics.programme import funnel, periods, solutions_bought, with_days
from scifi.figures.metrics.remedies import remedies_by_urgency, remedies_met
from scifi.figures.metrics.solutions import (
    FEWEST_FOR_MEAN,
    costs_of,
    effects_of,
    promises_of,
    solutions,
)
from scifi.figures.metrics.summaries import alike, different, largest, rows_with, totals

__all__ = [
    "FEWEST_FOR_MEAN",
    "alike",
    "casestudies",
    "casestudies_by_grade",
    "casestudies_stuck",
    "cities_by_class",
    "city_profiles",
    "compared",
    "costs_of",
    "counts",
    "different",
    "effects_of",
    "funnel",
    "in_commonest_unit",
    "kin",
    "largest",
    "numbers",
    "numbers_by_indicator",
    "obstacles_met",
    "periods",
    "places",
    "promises_of",
    "proof",
    "related",
    "remedies_by_urgency",
    "remedies_met",
    "results",
    "rows_with",
    "solutions",
    "solutions_bought",
    "stuck_by_step",
    "totals",
    "unmeasured",
    "with_days",
]
