"""
What a drawing is made of: boxes, lines and words on a sheet; and the card, which all forms use.

Lengths are in px of the canvas, from its upper left corner. `site/templates/diagrams.html`
writes a sheet as SVG.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from scifi.figures.diagrams.letters import LINE_HEIGHT, lines
from scifi.figures.palette import Canvas
from scifi.model.texts import without_citations

EDGE = 10
"""Between the edge of a card and its words."""

RISE = 5
"""How far letters stand above the foot of their line, less than half of its height."""


class Box(NamedTuple):
    """A rectangle. Looks: card, strong (filled), gate (thick edge), bar, light."""

    look: str
    x: float
    y: float
    width: float
    height: float


class Stroke(NamedTuple):
    """A line as an SVG path. Looks: arrow, grid, sign (an outline), dot (filled)."""

    look: str
    path: str


class Words(NamedTuple):
    """Lines of words; `y` is the foot of the first. Looks: text, bold, quiet, strong."""

    look: str
    x: float
    y: float
    lines: list[str]
    anchor: str = "start"


@dataclass
class Sheet:
    """A drawing in the making, as wide as its canvas and as high as what is on it."""

    canvas: Canvas
    height: float = 0
    boxes: list[Box] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How wide it is."""
        return self.canvas.width

    @property
    def narrow(self) -> bool:
        """True where few words stand side by side."""
        return self.canvas.narrow

    def box(self, look: str, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle."""
        self.boxes.append(Box(look, x, y, width, height))
        self.height = max(self.height, y + height + 1)

    def stroke(self, look: str, path: str) -> None:
        """Draw a line."""
        self.strokes.append(Stroke(look, path))

    def text(
        self,
        look: str,
        x: float,
        y: float,
        text: str,
        room: float,
        anchor: str = "start",
    ) -> float:
        """Write a text into `room` px, its upper edge at `y`; gives its lower edge."""
        found = lines(without_citations(text), room, bold=look != "text")
        self.words.append(Words(look, x, y + LINE_HEIGHT - RISE, found, anchor))
        foot = y + LINE_HEIGHT * len(found)
        self.height = max(self.height, foot)
        return foot

    def arrow(self, x: float, y: float, length: float, *, down: bool = True) -> None:
        """An arrow that begins at a point and leads down, or to the right."""
        head = "m-5 -6l5 6l5 -6" if down else "m-6 -5l6 5l-6 5"
        self.stroke("arrow", f"M{x:g} {y:g}{'v' if down else 'h'}{length:g}{head}")


def card_height(title: str, text: str, width: float) -> float:
    """How high a card of a width has to be, px."""
    room = width - 2 * EDGE
    count = len(lines(without_citations(title), room, bold=True))
    count += len(lines(without_citations(text), room))
    return LINE_HEIGHT * count + 2 * EDGE - 2


def card(
    sheet: Sheet,
    at: tuple[float, float],
    size: tuple[float, float],
    title: str,
    text: str,
    look: str = "card",
) -> None:
    """A box with a title and a text; its height comes from `card_height`, or is more."""
    (x, y), (width, height) = at, size
    sheet.box(look, x, y, width, height)
    bold, plain = ("strong", "strong") if look == "strong" else ("bold", "text")
    foot = sheet.text(bold, x + EDGE, y + EDGE - 2, title, width - 2 * EDGE)
    if text:
        sheet.text(plain, x + EDGE, foot, text, width - 2 * EDGE)
