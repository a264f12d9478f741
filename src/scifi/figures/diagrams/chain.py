"""A chain: numbered cards in rows, in their order; a gate has a thick edge."""

from scifi.figures.diagrams.letters import LINE_HEIGHT
from scifi.figures.diagrams.sheet import Sheet, card, card_height
from scifi.figures.palette import Canvas
from scifi.language import _
from scifi.model.drawing import Chain, Link

GAP = 30
"""Between two cards, with the arrow."""


def draw(chain: Chain, canvas: Canvas) -> Sheet:
    """Cards from left to right, row by row; on a narrow canvas one below the other."""
    sheet = Sheet(canvas)
    columns = 1 if canvas.narrow else 2 if len(chain.links) in (2, 4) else 3
    width = (canvas.width - 2 - GAP * (columns - 1)) / columns
    y = 1.0
    numbered = list(enumerate(chain.links, 1))
    for start in range(0, len(numbered), columns):
        y = _row(sheet, numbered[start : start + columns], y, width, last=len(numbered))
    if any(link.gate for link in chain.links):
        _legend(sheet, y - GAP / 2)
    return sheet


def _legend(sheet: Sheet, y: float) -> None:
    sheet.box("gate", 1, y + 2, 22, LINE_HEIGHT - 4)
    sheet.text("quiet", 32, y, _("A gate: here the work may also stop"), sheet.width)


def _row(sheet: Sheet, row: list[tuple[int, Link]], y: float, width: float, last: int) -> float:
    """One row of cards of the same height; gives the upper edge of the next row."""
    height = max(card_height(_title(n, link), link.text, width) for n, link in row)
    for place, (number, link) in enumerate(row):
        x = 1 + place * (width + GAP)
        look = "gate" if link.gate else "card"
        card(sheet, (x, y), (width, height), _title(number, link), link.text, look)
        if number == last:
            continue
        if sheet.narrow:
            sheet.arrow(x + width / 2, y + height + 4, GAP - 8)
        elif place + 1 < len(row):
            sheet.arrow(x + width + 4, y + height / 2, GAP - 8, down=False)
    if not sheet.narrow and row[-1][0] != last:
        _turn(sheet, y + height, width)
    return y + height + GAP


def _turn(sheet: Sheet, y: float, width: float) -> None:
    """The way from the end of a row to the beginning of the next."""
    end, start, half = sheet.width - 1 - width / 2, 1 + width / 2, GAP / 2
    path = f"M{end:g} {y + 3:g}v{half - 3:g}H{start:g}v{half - 4:g}m-5 -6l5 6l5 -6"
    sheet.stroke("arrow", path)


def _title(number: int, link: Link) -> str:
    return f"{number}  {link.title}"


def told(chain: Chain) -> list[tuple[str, str]]:
    """Each piece of work with what comes of it."""
    return [(link.title, link.text) for link in chain.links]
