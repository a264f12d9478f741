"""
How many, how long: six questions on samples, each answered both ways.

The form is filled in and reckoned by its script. Without JavaScript the page holds the formulas,
where they come from, tables of usual answers, and what to do if the answer is too much.
"""

from collections.abc import Callable, Iterator, Sequence

from scifi.figures.metrics import sample_size
from scifi.language import _, number
from scifi.site.pages import Site
from scifi.site.sample_questions import QUESTIONS, SOURCES
from scifi.site.views import View
from scifi.site.views.render import call

Table = tuple[str, list[str], list[list[str]]]
"""Caption, heads and rows; the first cell of a row is its head."""


def block(site: Site, here: str) -> str:
    """The form, and what stands behind each question."""
    view = View(site.corpus, here, SOURCES)
    return call("how-many.html", "page", view, QUESTIONS, tables())


def files(site: Site) -> Iterator[tuple[str, str]]:
    """None: the form stands on the page, the formulas in the script."""
    yield from ()


def tables() -> dict[str, Table]:
    """Usual answers to each question, by its id."""
    return {
        "twin": _twin(),
        "two-groups": _by_spread(
            _("Units in each group, for a difference of"),
            (20, 30, 50, 100),
            sample_size.two_groups_units,
        ),
        "before-after": _by_spread(
            _("Units to measure twice, for a change of"), (20, 30, 50), sample_size.same_units
        ),
        "weigh": _weigh(),
        "survey": _survey(),
        "checks": _checks(),
    }


def _per_cent(value: float) -> str:
    return _("{n} %", n=number(value))


def _rows(firsts: Sequence[float], cells: Callable[[float], list[int | None]]) -> list[list[str]]:
    """A row for each first number, which is a share; where there is no number, a dash."""
    return [
        [_per_cent(first), *("–" if cell is None else number(cell) for cell in cells(first))]
        for first in firsts
    ]


def _twin() -> Table:
    areas = ((5, 0), (10, 0), (10, 0.3))
    return (
        _(
            "Weeks before, and as many after, with 20 units and 20 twins that spread by 50 per "
            "cent from week to week"
        ),
        [
            _("Change to be seen"),
            _("Ups and downs of the area 5 %"),
            _("Ups and downs 10 %"),
            _("Ups and downs 10 %, and bad weeks follow each other (0.3)"),
        ],
        _rows(
            (10, 20, 30, 50),
            lambda change: [
                sample_size.weeks_with_twin(20, 50, area, change, clustering)
                for area, clustering in areas
            ],
        ),
    )


def _by_spread(
    caption: str, spreads: Sequence[float], units: Callable[[float, float], int]
) -> Table:
    changes = (10, 20, 30)
    return (
        caption,
        [_("Spread"), *map(_per_cent, changes)],
        _rows(spreads, lambda spread: [units(spread, change) for change in changes]),
    )


def _weigh() -> Table:
    totals = (20, 50, 100, 500)
    return (
        _("How many to weigh, to know the mean within 10 per cent with a confidence of 90 in 100"),
        [_("Spread"), *(_("of {n}", n=number(total)) for total in totals)],
        _rows(
            (30, 50),
            lambda spread: [sample_size.units_to_weigh(total, spread, 10) for total in totals],
        ),
    )


def _survey() -> Table:
    people = (None, 2000, 500)
    return (
        _("Answers needed for a share near one half, at a confidence of 95 in 100"),
        [
            _("Points, give or take"),
            _("of a town"),
            *(_("of {n} people", n=number(many)) for many in people if many),
        ],
        [
            [number(margin), *(number(sample_size.answers(margin, 50, many)) for many in people)]
            for margin in (10, 5, 3)
        ],
    )


def _checks() -> Table:
    wrong = (0, 1, 2, 5)
    return (
        _("Checks needed to show a share of right answers, at a confidence of 95 in 100"),
        [_("Share to show"), *(_("{n} wrong", n=number(count)) for count in wrong)],
        _rows(
            (90, 95, 99),
            lambda share: [sample_size.checks_needed(share, count) for count in wrong],
        ),
    )
