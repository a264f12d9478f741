"""Stairs: cards of which each stands higher than the one before."""

from scifi.figures.diagrams.sheet import Sheet, card, card_height
from scifi.figures.palette import Canvas
from scifi.model.drawing import Stairs

RISE = 20
"""How much higher each step is, px."""

GAP = 6
"""Between two steps."""


def draw(stairs: Stairs, canvas: Canvas) -> Sheet:
    """From left to right, higher and higher; on a narrow canvas the highest above."""
    sheet = Sheet(canvas)
    (_narrow if canvas.narrow else _wide)(sheet, stairs)
    return sheet


def _wide(sheet: Sheet, stairs: Stairs) -> None:
    count = len(stairs.levels)
    width = (sheet.width - 2 - GAP * (count - 1)) / count
    heights = [card_height(stair.title, stair.text, width) for stair in stairs.levels]
    ground = max(height + RISE * n for n, height in enumerate(heights, 1)) + 1
    for place, (stair, height) in enumerate(zip(stairs.levels, heights, strict=True)):
        x, foot = 1 + place * (width + GAP), ground - RISE * (place + 1)
        card(sheet, (x, foot - height), (width, height), stair.title, stair.text)
        sheet.box("bar", x, foot, width, ground - foot)


def _narrow(sheet: Sheet, stairs: Stairs) -> None:
    y = 1.0
    for place, stair in reversed(list(enumerate(stairs.levels, 1))):
        base = place * 14
        width = sheet.width - 2.0 - base
        height = card_height(stair.title, stair.text, width)
        sheet.box("bar", 1, y, base, height)
        card(sheet, (1 + base, y), (width, height), stair.title, stair.text)
        y += height + GAP


def told(stairs: Stairs) -> list[tuple[str, str]]:
    """Each step with what stands on it, lowest first."""
    return [(stair.title, stair.text) for stair in stairs.levels]
