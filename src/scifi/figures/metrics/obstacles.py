"""Where cities get stuck."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from scifi.corpus import Corpus
from scifi.model import CaseStudy


class ObstacleInStep(NamedTuple):
    """An obstacle met in a step: by how many case studies, and by which, joined by ";"."""

    step: str
    obstacle: str
    step_title: str
    obstacle_title: str
    casestudies: int
    who: str


def obstacles_met(corpus: Corpus) -> pd.DataFrame:
    """One row for each obstacle met in a step, step by step; a case study counts once in it."""
    met: dict[tuple[str, str], dict[str, None]] = {}
    for case in corpus.casestudies:
        for report in case.obstacles:
            met.setdefault((report.step, report.obstacle), {})[case.id] = None
    order = {step.id: step.order for step in corpus.steps}
    rows = [
        ObstacleInStep(
            step,
            obstacle,
            corpus.get("step", step).title,
            corpus.get("obstacle", obstacle).title,
            len(met[step, obstacle]),
            ";".join(met[step, obstacle]),
        )
        for step, obstacle in sorted(met, key=lambda pair: (order[pair[0]], pair[1]))
    ]
    return pd.DataFrame(rows, columns=ObstacleInStep._fields)


def casestudies_stuck(corpus: Corpus) -> int:
    """How many case studies name at least one obstacle."""
    return sum(bool(case.obstacles) for case in corpus.casestudies)


def stuck_by_step(cases: Iterable[CaseStudy]) -> Counter[str]:
    """How many of these case studies met an obstacle in each step; each counts once in it."""
    return Counter(step for case in cases for step in {met.step for met in case.obstacles})
