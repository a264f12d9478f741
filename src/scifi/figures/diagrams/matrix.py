"""A matrix: who has what, with a full, half or empty sign before the words of each cell."""

from scifi.figures.diagrams.letters import LINE_HEIGHT, width
from scifi.figures.diagrams.sheet import Sheet
from scifi.figures.palette import Canvas
from scifi.language import _
from scifi.model.drawing import Cell, Mark, Matrix, Row

SIGN = 24
"""Room for a sign before its words, px."""

GAP = 16
"""Between two columns."""


def draw(matrix: Matrix, canvas: Canvas) -> Sheet:
    """Rows with a column for each head; on a narrow canvas the heads stand in the rows."""
    sheet = Sheet(canvas)
    y = _legend(sheet, matrix)
    if canvas.narrow:
        for row in matrix.rows:
            y = _narrow_row(sheet, matrix, row, y)
        return sheet
    lefts = _lefts(sheet, matrix)
    for left, head in zip(lefts[1:], matrix.columns, strict=True):
        sheet.text("quiet", left, y, head, 200)
    y += LINE_HEIGHT
    for row in matrix.rows:
        y = _wide_row(sheet, row, lefts, y)
    return sheet


def _legend(sheet: Sheet, matrix: Matrix) -> float:
    """What the signs mean, in one line; on a narrow canvas each in its own."""
    x, y = 0.0, 0.0
    for mark, said in zip(Mark, (matrix.full, matrix.part, matrix.none), strict=True):
        _sign(sheet, mark, x, y)
        sheet.text("text", x + SIGN, y, said, sheet.width)
        if sheet.narrow:
            y += LINE_HEIGHT + 2
        else:
            x += SIGN + width(said) + 2 * GAP
    return y + (10 if sheet.narrow else LINE_HEIGHT + 14)


def _lefts(sheet: Sheet, matrix: Matrix) -> list[float]:
    """Where columns begin, the names of rows first; one of words alone is twice as wide."""
    shares = [1 if any(cells) else 2 for cells in zip(*map(_marks, matrix.rows), strict=True)]
    first = sheet.width * 0.31
    share = (sheet.width - first) / sum(shares)
    return [0, *(first + share * sum(shares[:place]) for place in range(len(shares)))]


def _marks(row: Row) -> list[Mark | None]:
    return [cell.mark for cell in row.cells]


def _wide_row(sheet: Sheet, row: Row, lefts: list[float], y: float) -> float:
    sheet.stroke("grid", f"M0 {y + 2:g}H{sheet.width}")
    top = y + 8
    foot = sheet.text("bold", 0, top, row.title, lefts[1] - GAP)
    feet = [sheet.text("text", 0, foot, row.text, lefts[1] - GAP)]
    for left, right, cell in zip(
        lefts[1:], [*lefts[2:], sheet.width + GAP], row.cells, strict=True
    ):
        feet.append(_cell(sheet, cell, cell.text, (left, top), right - left - GAP))
    return max(feet) + 6


def _narrow_row(sheet: Sheet, matrix: Matrix, row: Row, y: float) -> float:
    sheet.stroke("grid", f"M0 {y:g}H{sheet.width}")
    foot = sheet.text("bold", 0, y + 6, row.title, sheet.width)
    foot = sheet.text("text", 0, foot, row.text, sheet.width)
    for head, cell in zip(matrix.columns, row.cells, strict=True):
        said = _("{who}: {what}", who=head, what=cell.text)
        foot = _cell(sheet, cell, said, (8, foot + 4), sheet.width - 8.0)
    return foot + 10


def _cell(sheet: Sheet, cell: Cell, said: str, at: tuple[float, float], room: float) -> float:
    """A sign and its words; gives the lower edge."""
    x, y = at
    if not cell.mark:
        return sheet.text("text", x, y, said, room)
    _sign(sheet, cell.mark, x, y)
    return sheet.text("text", x + SIGN, y, said, room - SIGN)


def _sign(sheet: Sheet, mark: Mark, x: float, y: float) -> None:
    """A circle: full, half or empty."""
    start = f"M{x + 1:g} {y + LINE_HEIGHT / 2:g}"
    circle = f"{start}a8 8 0 0 1 16 0a8 8 0 0 1 -16 0z"
    if mark is Mark.FULL:
        sheet.stroke("dot", circle)
        return
    sheet.stroke("sign", circle)
    if mark is Mark.PART:
        sheet.stroke("dot", f"M{x + 9:g} {y + LINE_HEIGHT / 2 - 8:g}a8 8 0 0 0 0 16z")


def told(matrix: Matrix) -> list[tuple[str, str]]:
    """Each row with what it is good for and each cell in words."""
    words = {Mark.FULL: matrix.full, Mark.PART: matrix.part, Mark.NONE: matrix.none}
    return [
        (row.title, " ".join([row.text, *_told_cells(matrix, row, words)])) for row in matrix.rows
    ]


def _told_cells(matrix: Matrix, row: Row, words: dict[Mark, str]) -> list[str]:
    return [
        _("{who}: {mark}, {what};", who=head, mark=words[cell.mark], what=cell.text)
        if cell.mark
        else _("{who}: {what}", who=head, what=cell.text)
        for head, cell in zip(matrix.columns, row.cells, strict=True)
    ]
