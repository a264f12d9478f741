"""A decision tree: questions one below the other, each with the route to which a yes leads."""

from scifi.figures.diagrams.letters import LINE_HEIGHT
from scifi.figures.diagrams.sheet import Sheet, card, card_height
from scifi.figures.palette import Canvas
from scifi.language import _
from scifi.model.drawing import Fork, Route, Tree

YES = 54
"""From a question to its route, with the arrow and its word."""

NO = 26
"""From a question down to the next."""


def draw(tree: Tree, canvas: Canvas) -> Sheet:
    """Questions on the left, routes on the right; on a narrow canvas each route below."""
    sheet = Sheet(canvas)
    fork = _narrow_fork if canvas.narrow else _wide_fork
    y = 1.0
    for each in tree.forks:
        y = fork(sheet, each, y)
    _end(sheet, tree.otherwise, y)
    return sheet


def _wide_fork(sheet: Sheet, fork: Fork, y: float) -> float:
    asked = sheet.width * 0.42
    width = sheet.width - asked - YES - 2
    heights = (
        card_height(fork.question, "", asked),
        card_height(fork.route.title, fork.route.text, width),
    )
    height = max(heights)
    card(sheet, (1, y), (asked, height), fork.question, "", "gate")
    card(sheet, (1 + asked + YES, y), (width, height), fork.route.title, fork.route.text)
    sheet.arrow(asked + 5, y + height / 2, YES - 8, down=False)
    sheet.text("bold", asked + 10, y + height / 2 - LINE_HEIGHT - 2, _("yes"), YES)
    return _no(sheet, asked / 2, y + height)


def _narrow_fork(sheet: Sheet, fork: Fork, y: float) -> float:
    width, indent = sheet.width - 2, 44
    height = card_height(fork.question, "", width)
    card(sheet, (1, y), (width, height), fork.question, "", "gate")
    top = y + height + NO
    below = card_height(fork.route.title, fork.route.text, width - indent)
    card(sheet, (1 + indent, top), (width - indent, below), fork.route.title, fork.route.text)
    sheet.arrow(indent + 20, y + height + 4, NO - 8)
    sheet.text("bold", indent + 32, y + height + 7, _("yes"), YES)
    sheet.stroke("arrow", f"M16 {y + height + 4:g}V{top + below:g}")
    return _no(sheet, 16, top + below)


def _no(sheet: Sheet, x: float, y: float) -> float:
    """The way down to the next question; gives its upper edge."""
    sheet.arrow(x, y + (0 if sheet.narrow else 4), NO - (4 if sheet.narrow else 8))
    sheet.text("bold", x + 10, y + 6, _("no"), YES)
    return y + NO


def _end(sheet: Sheet, route: Route, y: float) -> None:
    width = sheet.width - 2.0
    height = card_height(route.title, route.text, width)
    card(sheet, (1, y), (width, height), route.title, route.text)


def told(tree: Tree) -> list[tuple[str, str]]:
    """Each question with its route, and where one is led otherwise."""
    asked = [
        (
            _("{question} If yes: {route}", question=fork.question, route=fork.route.title),
            fork.route.text,
        )
        for fork in tree.forks
    ]
    last = _("If no to all: {route}", route=tree.otherwise.title)
    return [*asked, (last, tree.otherwise.text)]
