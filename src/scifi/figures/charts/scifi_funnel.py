"""From challenges to pilots to purchases."""

from functools import partial

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.bars import bars, series_by
from scifi.figures.chart import Chart, amount, labelled
from scifi.figures.palette import FIRST, SECOND, THIRD, Look
from scifi.labels import label
from scifi.language import _, ngettext, number
from scifi.model.base import EvidenceKind

BOTH = 0
"""Stands for the counts of both cycles together."""


def chart(corpus: Corpus) -> Chart:
    """A bar for each count, cycle by cycle."""
    stages = metrics.funnel(corpus, "scifi")
    cycles = stages["cycle"].fillna(BOTH).astype(int).tolist()
    labels = _labels(stages, cycles)
    texts = [amount(value) for value in stages["value"]]
    looks = {
        1: (_("cycle 1"), Look(FIRST, "")),
        2: (_("cycle 2"), Look(SECOND, "/")),
        BOTH: (_("both cycles"), Look(THIRD, ".")),
    }
    values = [None if pd.isna(value) else value for value in stages["value"]]
    series = series_by(looks, cycles, values, texts)
    return Chart(
        id="scifi-funnel",
        finding=_finding(stages),
        describe=_(
            "Bar chart of the counts from challenge to purchase: cycle 1, then cycle 2, then both."
        ),
        basis=ngettext(
            "{n} count; where sources disagree, both are shown; sums of our own are marked as "
            "estimated in the table",
            "{n} counts; where sources disagree, both are shown; sums of our own are marked as "
            "estimated in the table",
            len(stages),
        ),
        draw=partial(bars, labels, series, _("number"), rank=_rank(stages, cycles)),
        table=pd.DataFrame(
            {
                _("Stage"): labels,
                _("Number"): texts,
                _("Unit"): stages["unit"],
                _("Kind"): [label(EvidenceKind(kind)) for kind in stages["kind"]],
                _("Note"): stages["note"],
            }
        ),
        data=stages,
    )


def _rank(stages: pd.DataFrame, cycles: list[int]) -> list[float]:
    """Which counts matter most: those of both cycles, then the largest; unknown ones last."""
    values = [-1 if pd.isna(value) else float(value) for value in stages["value"]]
    highest = max(values, default=0)
    return [
        value + (highest if cycle == BOTH and value >= 0 else 0)
        for value, cycle in zip(values, cycles, strict=True)
    ]


def _labels(stages: pd.DataFrame, cycles: list[int]) -> list[str]:
    """What each count is of; counts that sources disagree on carry the names of the sources."""
    labels = [
        labelled(_("Both cycles") if cycle == BOTH else _("Cycle {n}", n=number(cycle)), what)
        for cycle, what in zip(cycles, stages["what"], strict=True)
    ]
    return [
        f"{name} ({publisher})" if labels.count(name) > 1 else name
        for name, publisher in zip(labels, stages["publisher"], strict=True)
    ]


def _finding(stages: pd.DataFrame) -> str:
    bought = metrics.solutions_bought(stages)
    if bought is None:
        return _("From challenges to pilots: the counts the programme published")
    return _(
        "After both cycles, cities bought {found} of the solutions they had tried",
        found=number(bought),
    )
