"""The spreadsheet of "how many, how long": six questions with their formulas, on one sheet."""

from collections.abc import Mapping
from typing import Any

from scifi.figures.metrics.sample_size import FACTORS, MOST_CHECKS, RULES, Z
from scifi.language import N_, _
from scifi.model.texts import without_citations
from scifi.printing.workbooks.frame import Book, Frame
from scifi.site.number_fields import NumberField
from scifi.site.sample_questions import QUESTIONS, SOURCES, Question


def _chosen(name: str, by: Mapping[int, float]) -> str:
    """The factor that belongs to the smaller or the larger of two values of a cell."""
    (small, one), (large, other) = by.items()
    assert small < large
    return f"IF({name}>={large},{other},{one})"


_UP = "ROUNDUP({}-0.000000001,0)"
"""The next whole number; what is whole but for the noise of a computer stays."""

_VARIANCE = (
    f"4*{_chosen('twin_chance', FACTORS)}*(twin_unit_spread^2/twin_units+twin_area_spread^2)"
    "*(1+twin_clustering)/(1-twin_clustering)"
)
_WEIGH = f"({_chosen('weigh_confidence', Z)}*weigh_spread/weigh_margin)^2"
_SURVEY = f"{Z[95]}^2*survey_share*(100-survey_share)"
_FEW = "IF(survey_people>0,1/survey_people,0)"

FORMULAS = {
    "twin": (
        (N_("Change that you can see, per cent"), f"SQRT({_VARIANCE}/twin_weeks)"),
        (N_("Weeks needed, before and again after"), _UP.format(f"{_VARIANCE}/twin_change^2")),
    ),
    "two-groups": (
        (
            N_("Difference that you can see, per cent"),
            f"two_groups_spread*SQRT({_chosen('two_groups_chance', RULES)}/two_groups_units)",
        ),
        (
            N_("Units needed in each group"),
            _UP.format(
                f"{_chosen('two_groups_chance', RULES)}*(two_groups_spread/two_groups_change)^2"
            ),
        ),
    ),
    "before-after": (
        (
            N_("Change that you can see, per cent"),
            f"before_after_spread*SQRT({_chosen('before_after_chance', FACTORS)}"
            "/before_after_units)",
        ),
        (
            N_("Units needed"),
            _UP.format(
                f"{_chosen('before_after_chance', FACTORS)}"
                "*(before_after_spread/before_after_change)^2"
            ),
        ),
    ),
    "weigh": (
        (
            N_("The mean is known give or take, per cent"),
            f"{_chosen('weigh_confidence', Z)}*weigh_spread*SQRT(1/weigh_units-1/weigh_total)",
        ),
        (N_("Bins to weigh"), _UP.format(f"{_WEIGH}/(1+{_WEIGH}/weigh_total)")),
    ),
    "survey": (
        (
            N_("The share is known give or take, points"),
            f"SQRT({_SURVEY}*(1/survey_count-{_FEW}))",
        ),
        (N_("Answers needed"), _UP.format(f"1/(survey_margin^2/({_SURVEY})+{_FEW})")),
    ),
    "checks": (
        (
            N_("Share of right answers that they show, per cent"),
            "100*BETAINV(1-checks_confidence/100,checks_checks-checks_wrong,checks_wrong+1)",
        ),
        (
            N_("Checks needed, with as many wrong ones"),
            f"checks_wrong+1+SUMPRODUCT(--(BINOMDIST(checks_wrong,checks_wrong+ROW($1:${MOST_CHECKS}),"
            "1-checks_share/100,TRUE)>1-checks_confidence/100+0.000000000001))",
        ),
    ),
}
"""For each question what one sees with what one has, then what one needs."""


def book() -> Book:
    """The file with our examples in its cells."""
    frame = Frame(_("How many, how long"))
    sheet = frame.sheet(_("How many"), (62, 12, 22))
    sheet.write(0, 0, _("How many, how long"), frame.looks["title"])
    sheet.write(1, 0, _("Change the yellow cells; the bold numbers follow."), frame.looks["text"])
    row = 3
    for question in QUESTIONS:
        row = _question(frame, sheet, row, question)
    _sources(frame)
    return frame.finish()


def _question(frame: Frame, sheet: Any, row: int, question: Question) -> int:
    """One question from this row on; the row after it."""
    sheet.write(row, 0, _(question.asks), frame.looks["head"])
    for at, field in enumerate(question.fields, row + 1):
        _input(frame, sheet, at, question.id, field)
    row += len(question.fields) + 1
    for at, (words, formula) in enumerate(FORMULAS[question.id]):
        sheet.write(row + at, 0, _(words), frame.looks["column"])
        sheet.write_formula(row + at, 1, f"={formula}", frame.looks["whole" if at else "result"])
    sheet.write(row + 2, 0, without_citations(_(question.basis)), frame.looks["text"])
    return row + 4


def _input(frame: Frame, sheet: Any, row: int, question: str, field: NumberField) -> None:
    sheet.write(row, 0, _(field.label), frame.looks["text"])
    frame.input(sheet, row, 1, f"{question}-{field.id}", field.usual)
    frame.define(f"{question}_{field.id}".replace("-", "_"), sheet, row, 1)
    sheet.write(row, 2, _(field.unit) if field.unit else "", frame.looks["text"])


def _sources(frame: Frame) -> None:
    sheet = frame.sheet(_("Sources"), (70, 40, 60))
    for column, head in enumerate((_("Title"), _("Publisher"), _("Address"))):
        sheet.write(0, column, head, frame.looks["column"])
    for row, source in enumerate(SOURCES.values(), 1):
        for column, text in enumerate((source.title, source.publisher, source.url)):
            sheet.write_string(row, column, text, frame.looks["text"])
