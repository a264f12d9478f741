"""
The spreadsheet of the pay-back: its numbers, the results it draws from, and its draws.

One draw stands in it; the browser copies it down 10,000 times, as a person would by hand. So the
file is small until somebody saves it.
"""

from typing import Any

from scifi.figures.metrics.pay_back import DRAWS, ROOTS
from scifi.language import N_, _
from scifi.printing.workbooks.frame import Book, Frame
from scifi.site.pay_back_fields import EXAMPLE, FIELDS

MOST = 60
"""Results, and prices, for which there is room."""

RESULTS = (
    ("place", N_("Where")),
    ("what", N_("What")),
    ("kind", N_("How it is known")),
    ("low", N_("Low")),
    ("high", N_("High")),
    ("source", N_("Source")),
)

NEVER = "1E+99"
"""What stands for never, as a spreadsheet has no infinite number."""


def book() -> Book:
    """The file with our example in its cells, and no result yet but three of the example."""
    frame = Frame(_("Pay-back with ranges"))
    answer = frame.sheet(_("Answer"), (58, 16, 12))
    lists = {name: frame.sheet(title, (26, 44, 14, 10, 10, 60)) for name, title in _lists()}
    draws = frame.sheet(_("Draws"), (8, *(13,) * 9))
    _numbers(frame, answer)
    for name, sheet in lists.items():
        _list(frame, sheet, name)
    _draws(frame, draws)
    return frame.finish()


def _lists() -> list[tuple[str, str]]:
    return [("shares", _("Shares spared")), ("prices", _("Prices"))]


def _numbers(frame: Frame, sheet: Any) -> None:
    sheet.write(0, 0, _("Pay-back with ranges"), frame.looks["title"])
    frame.input(sheet, 1, 0, "about", _("Our example: a hundred street lights"))
    row = 3
    for field in FIELDS:
        if field.id.startswith("prices"):
            continue  # they stand on a sheet of their own, which may hold several
        sheet.write(row, 0, _(field.label), frame.looks["text"])
        frame.input(sheet, row, 1, field.id, EXAMPLE[field.id])
        frame.define(_name(field.id), sheet, row, 1)
        sheet.write(row, 2, _(field.unit) if field.unit else "", frame.looks["text"])
        row += 1
    _answers(frame, sheet, row + 1)


def _answers(frame: Frame, sheet: Any, row: int) -> None:
    for at, part in enumerate((10, 50, 90), row):
        words = _("{n} of 100 draws pay back within these years", n=part)
        sheet.write(at, 0, words, frame.looks["column"])
        found = f"SMALL(pay_back_years,{DRAWS * part // 100})"
        never = _("never")
        formula = f'=IF({found}>=1E+98,"{never}",{found})'
        sheet.write_formula(at, 1, formula, frame.looks["result"])
    words = _("Chance that it does not pay back in its life")
    sheet.write(row + 3, 0, words, frame.looks["column"])
    late = f'=COUNTIF(pay_back_years,">"&life)/{DRAWS}'
    sheet.write_formula(row + 3, 1, late, frame.looks["share"])
    sheet.write(row + 5, 0, _("Each draw is a row of the last sheet."), frame.looks["text"])


def _list(frame: Frame, sheet: Any, name: str) -> None:
    """Rows from which a draw takes one, all with the same chance; empty rows do not count."""
    for column, (_field, head) in enumerate(RESULTS):
        sheet.write(0, column, _(head), frame.looks["column"])
    for row in range(1, MOST + 1):
        for column, (field, _head) in enumerate(RESULTS):
            frame.input(sheet, row, column, f"{name}-{row}-{field}", _example(name, row, field))
    frame.define(f"{name}_low", sheet, 1, 3, MOST)
    frame.define(f"{name}_high", sheet, 1, 4, MOST)


def _example(name: str, row: int, field: str) -> float | str | None:
    if row > 1 or field not in ("what", "low", "high"):
        return None
    if field == "what":
        return _("Our example")
    return EXAMPLE[f"prices-{field}"] if name == "prices" else {"low": 70, "high": 80}[field]


def _draws(frame: Frame, sheet: Any) -> None:
    heads = (
        _("Draw"),
        _("Which price"),
        _("Price of one"),
        _("Yearly cost of one"),
        _("Visits, m³ or kWh"),
        _("Cost of one of these"),
        _("Which result"),
        _("Share spared, %"),
        _("Saved a year"),
        _("Years"),
    )
    for column, head in enumerate(heads):
        sheet.write(0, column, head, frame.looks["column"])
    sheet.freeze_panes(1, 0)
    for column, formula in enumerate(_formulas()):
        sheet.write_formula(1, column, formula)
    frame.copy_down(sheet, DRAWS)
    frame.define("pay_back_years", sheet, 1, 9, DRAWS)


def _formulas() -> list[str]:
    """The cells of the first draw, in row 2: its number first."""

    def even(prime: int) -> str:
        return f"MOD(A2*SQRT({prime}),1)"

    def which(name: str) -> str:
        return f"=1+INT({even(ROOTS[name][0])}*COUNT({name}_low))"

    def of_list(name: str, place: str) -> str:
        low, high = f"INDEX({name}_low,{place})", f"INDEX({name}_high,{place})"
        return f"={low}+{even(ROOTS[name][1])}*({high}-{low})"

    def between(name: str) -> str:
        return f"={name}_low+{even(ROOTS[name][1])}*({name}_high-{name}_low)"

    return [
        "=ROW()-1",
        which("prices"),
        of_list("prices", "B2"),
        between("yearly"),
        between("now"),
        between("costs"),
        which("shares"),
        of_list("shares", "G2"),
        "=E2*F2*H2/100-devices*D2",
        f"=IF(I2>0,devices*C2/I2,{NEVER})",
    ]


def _name(id_: str) -> str:
    return id_.replace("-", "_")
