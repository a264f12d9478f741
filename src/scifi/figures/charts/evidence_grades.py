"""How many case studies have each evidence grade."""

from functools import partial

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.bars import Series, bars
from scifi.figures.chart import Chart, labelled
from scifi.figures.palette import FIRST, Look
from scifi.language import _, and_list, ngettext, number


def chart(corpus: Corpus) -> Chart:
    """A bar for each grade, best first."""
    grades = metrics.casestudies_by_grade(corpus)
    counts = grades["casestudies"].tolist()
    labels = list(map(labelled, grades["grade"], map(_, grades["name"])))
    series = Series(_("case studies"), Look(FIRST, ""), counts, [number(count) for count in counts])
    spoken = [
        _("{count} with grade {grade}", count=number(count), grade=grade)
        for count, grade in zip(counts, grades["grade"], strict=True)
    ]
    cases = len(corpus.casestudies)
    return Chart(
        id="evidence-grades",
        finding=ngettext(
            "{found} of {n} case study has no measured result",
            "{found} of {n} case studies have no measured result",
            cases,
            found=number(metrics.unmeasured(grades)),
        ),
        describe=_("Bar chart of evidence grades: {list}.", list=and_list(spoken)),
        basis=ngettext("{n} case study", "{n} case studies", cases),
        draw=partial(bars, labels, [series], _("case studies")),
        table=pd.DataFrame({_("Grade"): labels, _("Case studies"): counts}),
        data=grades,
    )
