"""What helps when it goes wrong, how fast it is needed, and how often it was."""

from typing import NamedTuple

import pandas as pd

from scifi.corpus import Corpus
from scifi.model.base import Urgency


class RemedyMet(NamedTuple):
    """
    A remedy and how often its trouble was met.

    `met` counts the distinct case studies that tried the remedy or met one of its obstacles,
    `survivors` the people or cities on record.
    """

    remedy: str
    title: str
    urgency: str
    met: int
    survivors: int


def remedies_met(corpus: Corpus) -> pd.DataFrame:
    """How often the trouble of each remedy was met; one row per remedy."""
    rows = []
    for remedy in corpus.remedies:
        met = [
            case
            for case in corpus.casestudies
            if remedy.id in [tried.remedy for tried in case.remedies]
            or set(remedy.obstacles) & {report.obstacle for report in case.obstacles}
        ]
        urgency, survivors = remedy.urgency.value, len(remedy.survivors)
        rows.append(RemedyMet(remedy.id, remedy.title, urgency, len(met), survivors))
    return pd.DataFrame(rows, columns=RemedyMet._fields)


def remedies_by_urgency(corpus: Corpus) -> pd.DataFrame:
    """`remedies_met`, most urgent first; of equal urgency the most often met, then by title."""
    frame = remedies_met(corpus)
    order = {urgency.value: place for place, urgency in enumerate(Urgency)}
    frame = frame.sort_values(["met", "title"], ascending=[False, True], kind="stable")
    return frame.sort_values("urgency", key=lambda column: column.map(order), kind="stable")
