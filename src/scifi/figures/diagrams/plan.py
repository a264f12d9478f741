"""A plan: a bar for each task over the weeks; what is decided has a diamond."""

from scifi.figures.diagrams.letters import LINE_HEIGHT, width
from scifi.figures.diagrams.sheet import Sheet
from scifi.figures.palette import Canvas
from scifi.language import _, and_list, ngettext, number
from scifi.model.drawing import Plan, Span, Task

LABELS = 330
"""Room for what the bars are, on a wide canvas, px."""

BAR = 20
"""How high a bar is."""


def draw(plan: Plan, canvas: Canvas) -> Sheet:
    """What is done on the left, when on the right; on a narrow canvas above and below."""
    sheet = Sheet(canvas)
    left = 0 if canvas.narrow else LABELS * canvas.width // 760
    axis = Axis(left, canvas.width - 2 - left, plan.weeks)
    y = float(LINE_HEIGHT + 8)
    for task in plan.tasks:
        y = _row(sheet, axis, task, y)
    axis.draw(sheet, y)
    return sheet


class Axis:
    """The weeks from `left` on, over `room` px."""

    def __init__(self, left: float, room: float, weeks: int):
        self.left, self.week, self.weeks = left, room / weeks, weeks

    def x(self, week: float) -> float:
        """Where a week begins."""
        return self.left + (week - 1) * self.week

    def draw(self, sheet: Sheet, foot: float) -> None:
        """Lines from week to week, with numbers in the middle of weeks."""
        every = 1 if self.weeks <= 12 else 5
        named = [week for week in range(1, self.weeks + 1) if week == 1 or not week % every]
        for week in named:
            sheet.stroke("grid", f"M{self.x(week):.4g} {LINE_HEIGHT + 2}V{foot:g}")
            said = _("Week {n}", n=number(week)) if week == 1 else number(week)
            sheet.text("quiet", self.x(week) + 2, 0, said, 99)
        sheet.stroke("grid", f"M{self.x(self.weeks + 1):.4g} {LINE_HEIGHT + 2}V{foot:g}")


def _row(sheet: Sheet, axis: Axis, task: Task, y: float) -> float:
    """The words and bars of a task; gives the upper edge of the next."""
    room = (axis.left or sheet.width) - 14
    foot = sheet.text("bold", 0, y, task.title, room)
    foot = sheet.text("text", 0, foot, task.text, room)
    top = foot + 4 if sheet.narrow else y + 2
    for span in task.spans:
        _bar(sheet, axis, span, top, gate=task.gate)
    foot = max(foot, top + BAR) + 12
    sheet.stroke("grid", f"M0 {foot - 6:g}H{sheet.width}")
    return foot


def _bar(sheet: Sheet, axis: Axis, span: Span, y: float, *, gate: bool) -> None:
    """A bar with its weeks in it, or beside it where it is too short."""
    start, end, middle = axis.x(span.first), axis.x(span.last + 1), y + BAR / 2
    said = weeks([span])
    if gate:
        at, half = (start + end) / 2, BAR / 2
        sheet.stroke("dot", f"M{at:g} {y:g}l{half} {half}l-{half} {half}l-{half} -{half}z")
        start, end = at - half, at + half
    else:
        sheet.box("bar", start, y, end - start, BAR)
    top = middle - LINE_HEIGHT / 2
    wide = width(said, bold=True) + 8
    if end - start > wide and not gate:
        sheet.text("strong", start + 6, top, said, wide)
    elif end + wide < sheet.width:
        sheet.text("quiet", end + 5, top, said, wide)
    else:
        sheet.text("quiet", start - 5, top, said, wide, "end")


def weeks(spans: list[Span]) -> str:
    """When a task is done, in words."""
    said = [
        number(span.first)
        if span.first == span.last
        else _("{start} to {end}", start=number(span.first), end=number(span.last))
        for span in spans
    ]
    many = len(spans) > 1 or spans[0].first != spans[0].last
    return ngettext("week {weeks}", "weeks {weeks}", 2 if many else 1, weeks=and_list(said))


def told(plan: Plan) -> list[tuple[str, str]]:
    """Each task with its weeks and what is there at the end."""
    return [
        (_("{task}, {weeks}", task=task.title, weeks=weeks(task.spans)), task.text)
        for task in plan.tasks
    ]
