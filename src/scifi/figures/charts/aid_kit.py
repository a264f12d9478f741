"""Remedies by urgency and by how often their trouble was met."""

from functools import partial

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.bars import bars, series_by
from scifi.figures.chart import Chart
from scifi.figures.palette import FIRST, SECOND, THIRD, Look
from scifi.labels import label
from scifi.language import _, ngettext, number
from scifi.model.base import Urgency

LOOKS = {
    Urgency.TODAY: Look(SECOND, ""),
    Urgency.THIS_WEEK: Look(FIRST, "/"),
    Urgency.THIS_QUARTER: Look(THIRD, "."),
}


def chart(corpus: Corpus) -> Chart:
    """A bar for each remedy, most urgent first."""
    remedies = metrics.remedies_by_urgency(corpus)
    met = remedies["met"].tolist()
    looks = {urgency: (label(urgency), look) for urgency, look in LOOKS.items()}
    series = series_by(looks, remedies["urgency"], met, [number(count) for count in met])
    return Chart(
        id="aid-kit",
        finding=_finding(remedies),
        describe=_(
            "Bar chart of the remedies, most urgent first, each with the number of case studies "
            "that met its trouble."
        ),
        basis=ngettext(
            "{n} remedy; a trouble counts as met where a case study tried the remedy or met one "
            "of its obstacles",
            "{n} remedies; a trouble counts as met where a case study tried the remedy or met one "
            "of its obstacles",
            len(remedies),
        ),
        draw=partial(bars, remedies["title"].tolist(), series, _("case studies that met it")),
        table=pd.DataFrame(
            {
                _("Trouble"): remedies["title"],
                _("Urgency"): [label(Urgency(urgency)) for urgency in remedies["urgency"]],
                _("Case studies that met it"): met,
                _("Survivors on record"): remedies["survivors"],
            }
        ),
        data=remedies,
    )


def _finding(remedies: pd.DataFrame) -> str:
    if remedies.empty:
        return _("No remedy is described yet")
    return ngettext(
        "{found} of {n} trouble calls for action today; the one met most often is: {name}",
        "{found} of {n} troubles call for action today; the one met most often is: {name}",
        len(remedies),
        found=number(metrics.rows_with(remedies, urgency=Urgency.TODAY)),
        name=metrics.largest(remedies, "met")["title"].lower(),
    )
