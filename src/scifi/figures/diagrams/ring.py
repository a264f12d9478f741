"""A ring: cards around a middle, each tied to it by a line."""

from scifi.figures.diagrams.letters import LINE_HEIGHT, lines
from scifi.figures.diagrams.sheet import EDGE, Sheet, card, card_height
from scifi.figures.palette import Canvas
from scifi.language import _
from scifi.model.drawing import Member, Ring

GAP = 26
"""Between two cards."""


def draw(ring: Ring, canvas: Canvas) -> Sheet:
    """Cards above and on both sides of the middle; on a narrow canvas below it."""
    sheet = Sheet(canvas)
    (_narrow if canvas.narrow else _wide)(sheet, ring)
    return sheet


def _said(member: Member) -> str:
    return _("Gives: {gives}\nWants: {wants}", gives=member.gives, wants=member.wants)


def _height(members: list[Member], width: float) -> float:
    return max(card_height(member.title, _said(member), width) for member in members)


def _wide(sheet: Sheet, ring: Ring) -> None:
    """Where their number is odd, the first card stands above the middle."""
    width = (sheet.width - 2 - 2 * GAP) / 3
    centre, right = 1 + width + GAP, 1 + 2 * (width + GAP)
    odd = len(ring.members) % 2
    sides = ring.members[odd:]
    y, ends = 1.0, list[tuple[float, float]]()
    for pair in zip(sides[::2], sides[1::2], strict=True):
        height = _height(list(pair), width)
        for member, x, edge in zip(pair, (1, right), (1 + width, right), strict=True):
            card(sheet, (x, y), (width, height), member.title, _said(member))
            ends.append((edge, y + height * 0.7))
        y += height + GAP
    top = 1.0
    if odd:
        top += _height(ring.members[:1], width)
        card(sheet, (centre, 1), (width, top - 1), ring.members[0].title, _said(ring.members[0]))
        ends.append((sheet.width / 2, top))
    _middle(sheet, ring.middle, (centre, (top + y - GAP) / 2), width, ends)


def _middle(
    sheet: Sheet,
    title: str,
    at: tuple[float, float],
    width: float,
    ends: list[tuple[float, float]],
) -> None:
    """The middle with its ties; `at` is the middle of its left edge."""
    x, y = at
    for end_x, end_y in ends:
        sheet.stroke("tie", f"M{x + width / 2:g} {y:g}L{end_x:g} {end_y:g}")
    found = lines(title, width - 4 * EDGE, bold=True)
    height = LINE_HEIGHT * len(found) + 4 * EDGE
    sheet.box("strong", x + EDGE, y - height / 2, width - 2 * EDGE, height)
    top = y - height / 2 + 2 * EDGE
    sheet.text("strong", x + width / 2, top, title, width - 4 * EDGE, "middle")


def _narrow(sheet: Sheet, ring: Ring) -> None:
    indent, width = 24, sheet.width - 2.0
    height = card_height(ring.middle, "", width)
    card(sheet, (1, 1), (width, height), ring.middle, "", "strong")
    y = 1 + height + GAP / 2
    for member in ring.members:
        height = _height([member], width - indent)
        card(sheet, (1 + indent, y), (width - indent, height), member.title, _said(member))
        sheet.stroke("tie", f"M12 {y + height / 2:g}h{indent - 11}")
        end = y + height / 2
        y += height + GAP / 2
    sheet.stroke("tie", f"M12 20V{end:g}")


def told(ring: Ring) -> list[tuple[str, str]]:
    """The middle, then each of those around it with what it gives and wants."""
    return [(member.title, _said(member)) for member in ring.members]
