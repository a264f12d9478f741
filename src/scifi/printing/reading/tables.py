"""Tables as exact grids: every place filled once, widths weighed by what the columns hold."""

import math
from collections.abc import Callable
from copy import deepcopy

from lxml.html import HtmlElement

from scifi.printing.reading.furniture import left_out
from scifi.printing.reading.nodes import (
    Content,
    Node,
    new_node,
    text_of,
    walk,
    whole_number,
)

MOST_PLACES = 99
"""A cell spans no more columns or rows than this."""

CELLS = "./caption|./tr/td|./tr/th|./*/tr/td|./*/tr/th"
"""All that a table should hold."""


def table(
    element: HtmlElement, read: Callable[[HtmlElement], Content], inline: Callable[..., Content]
) -> Content:
    """
    A table as a node: `head` and `rows` of cells, `n` columns with widths, sides, longest words.

    What a table holds outside its cells stands before it; a table without cells is its caption.
    """
    caption = element.find("./caption")
    words = inline(caption) if caption is not None else []
    stray = deepcopy(element)
    stray.tag = "div"
    for part in stray.xpath(CELLS):
        part.tail = f" {part.tail or ''}"
        part.drop_tree()
    made = _grid(*_rows(element, read), words)
    return read(stray) + (made or ([new_node("p", words)] if words else []))


def _rows(
    element: HtmlElement, read: Callable[[HtmlElement], Content]
) -> tuple[list[list[Node]], list[list[Node]]]:
    """The rows of the head and the others; a first row of heads alone is a head."""
    top, rest = (
        [_row(row, read) for row in element.xpath(rows) if not left_out(row)]
        for rows in ("./thead/tr", "./tbody/tr|./tr|./tfoot/tr")
    )
    if not top and rest and rest[0] and all("th" in cell for cell in rest[0]):
        return rest[:1], rest[1:]
    return top, rest


def _row(element: HtmlElement, read: Callable[[HtmlElement], Content]) -> list[Node]:
    return [_cell(cell, read) for cell in element if cell.tag in ("td", "th")]


WRITTEN = 16
"""Letters that a hand writes in a column of its own."""


def _cell(element: HtmlElement, read: Callable[[HtmlElement], Content]) -> Node:
    side = element.get("align")
    return new_node(
        "cell",
        [] if left_out(element) else read(element),
        th=element.tag == "th" or None,
        side=side if side in ("left", "right", "center") else None,
        cs=whole_number(element.get("colspan"), MOST_PLACES),
        rs=whole_number(element.get("rowspan"), MOST_PLACES),
    )


def _grid(head: list[list[Node]], rows: list[list[Node]], caption: Content) -> Content:
    every = _even([row for row in head + rows if row])
    if not every:
        return []
    heads = sum(1 for row in head if row)
    anchors = _told_once(every[:heads])
    letters, longest, sides = _measure(every, heads)
    made = new_node(
        "table",
        head=every[:heads],
        rows=every[heads:],
        n=len(every[0]),
        cap=caption,
        w=[_weight(*column) for column in zip(letters, longest, strict=True)],
        sides=sides,
        longest=longest,
    )
    return [*anchors, made]


def _even(rows: list[list[Node]]) -> list[list[Node]]:
    """Rows of the same length; a cell that spans several places stands in the first of them."""
    places: dict[tuple[int, int], Node] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in places:
                x += 1
            below, beside = range(cell.pop("rs", 1) or 1), range(cell.pop("cs", 1) or 1)
            for place in ((y + b, x + a) for b in below for a in beside):
                places.setdefault(place, cell if place == (y, x) else new_node("cell", []))
    columns = 1 + max((x for y, x in places if y < len(rows)), default=-1)
    return [
        [places.get((y, x)) or new_node("cell", []) for x in range(columns)]
        for y in range(len(rows))
    ]


def _weight(letters: int, longest: int) -> float:
    return round(max(math.pow(min(letters, 90), 0.6), min(longest, 24) * 0.62), 2)


def _told_once(head: list[list[Node]]) -> Content:
    """Take labels and notes out of a head: it stands on every page, a label or a note only once."""
    labels = []
    for node in walk([cell for row in head for cell in row]):
        if node["t"] == "note":
            node["t"] = "mark"
            node.pop("c", None)
        elif "id" in node:
            labels.append(new_node("anchor", id=node.pop("id")))
    return [*labels]


def _measure(rows: list[list[Node]], heads: int) -> tuple[list[int], list[int], list[str]]:
    """Of each column the letters to make room for, its longest word, and its side."""
    letters, longest, sides = [], [], []
    for column in zip(*rows, strict=True):
        texts = [text_of(cell) for cell in column]
        # A column without a word is to write in.
        told = any(text.strip(" …") for text in texts[heads:])
        letters.append(max([4 if told else WRITTEN, *map(len, texts)]))
        longest.append(max([1, *(len(word) for text in texts for word in text.split())]))
        sides.append(next((cell["side"] for cell in column[::-1] if "side" in cell), "left"))
    return letters, longest, sides
