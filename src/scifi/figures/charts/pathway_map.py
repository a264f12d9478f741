"""Which classes our cities fall into, axis by axis."""

from functools import partial

import pandas as pd

from scifi.corpus import Corpus
from scifi.figures import metrics
from scifi.figures.bars import Series, bars
from scifi.figures.chart import Chart, labelled
from scifi.figures.palette import FIRST, Look
from scifi.language import _, ngettext, number


def chart(corpus: Corpus) -> Chart:
    """A bar for each class, as long as it has cities."""
    profiles = metrics.city_profiles(corpus)
    classes = metrics.cities_by_class(corpus)
    labels = list(map(labelled, classes["axis_title"], classes["class_title"]))
    counts = classes["total"].tolist()
    series = Series(_("cities"), Look(FIRST, ""), counts, [number(count) for count in counts])
    cities = metrics.different(profiles, "city")
    return Chart(
        id="pathway-map",
        finding=_finding(classes, cities),
        describe=_(
            "Bar chart of {classes} on {axes}, each with the number of cities in it; the table "
            "below names them.",
            classes=ngettext("{n} class", "{n} classes", len(classes)),
            axes=ngettext("{n} axis", "{n} axes", metrics.different(classes, "axis_title")),
        ),
        basis=ngettext(
            "{n} city; only classes that a source supports",
            "{n} cities; only classes that a source supports",
            cities,
        ),
        draw=partial(bars, labels, [series], _("cities"), rank=counts),
        table=pd.DataFrame(
            {
                _("Axis"): classes["axis_title"],
                _("Class"): classes["class_title"],
                _("Cities"): counts,
                _("Which"): [", ".join(names) for names in classes["cities"]],
            }
        ),
        data=profiles,
    )


def _finding(classes: pd.DataFrame, cities: int) -> str:
    if classes.empty:
        return _("No city has a profile yet")
    most = metrics.largest(classes, "total")
    return ngettext(
        "{found} of {n} city with a profile is of this class: {name}",
        "{found} of {n} cities with a profile share one class: {name}",
        cities,
        found=number(most["total"]),
        name=most["class_title"].lower(),
    )
