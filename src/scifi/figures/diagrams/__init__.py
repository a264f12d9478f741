"""
Drawings of the main idea of chapters: six forms, each a module that turns its words into a sheet.

Pure functions from a form (`model/drawing.py`) and a canvas to values; no SVG, no colours.
"""

from collections.abc import Callable
from typing import Any

from scifi.figures.diagrams import chain, matrix, plan, ring, stairs, tree
from scifi.figures.diagrams.sheet import Box, Sheet, Stroke, Words
from scifi.figures.palette import Canvas
from scifi.model.drawing import Drawing

__all__ = ["Box", "Sheet", "Stroke", "Words", "draw", "told"]

_FORMS: dict[str, Any] = {
    "chain": chain,
    "matrix": matrix,
    "plan": plan,
    "ring": ring,
    "stairs": stairs,
    "tree": tree,
}
"""The module of each form, by its type."""


def draw(drawing: Drawing, canvas: Canvas) -> Sheet:
    """What a drawing looks like on a canvas."""
    make: Callable[[Any, Canvas], Sheet] = _FORMS[drawing.form.type].draw
    return make(drawing.form, canvas)


def told(drawing: Drawing) -> list[tuple[str, str]]:
    """The same in words: names with what is said of them, receipts included, in their order."""
    tell: Callable[[Any], list[tuple[str, str]]] = _FORMS[drawing.form.type].told
    return tell(drawing.form)
