"""Tables as exact grids: every place filled once, widths weighed by what the columns hold."""

import math
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Literal

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
    top = _shown(element.xpath("./thead/tr"))
    rest = _shown(element.xpath("./tbody/tr|./tr|./tfoot/tr"))
    if not top and rest and len(rest[0]) and all(cell.tag == "th" for cell in rest[0]):
        top, rest = rest[:1], rest[1:]
    return [_row(row, read) for row in top], [_row(row, read) for row in rest]


def _shown(rows: list[HtmlElement]) -> list[HtmlElement]:
    return [row for row in rows if not left_out(row)]


def _row(element: HtmlElement, read: Callable[[HtmlElement], Content]) -> list[Node]:
    return [_cell(cell, read) for cell in element if cell.tag in ("td", "th")]


def _cell(element: HtmlElement, read: Callable[[HtmlElement], Content]) -> Node:
    side = re.search(r"text-align:\s*(left|right|center)", element.get("style") or "")
    made = new_node(
        "cell",
        [] if left_out(element) else read(element),
        th=element.tag == "th" or None,
        side=side and side.group(1),
    )
    _span(made, "cs", whole_number(element.get("colspan"), MOST_PLACES) or 1)
    _span(made, "rs", whole_number(element.get("rowspan"), MOST_PLACES) or 1)
    return made


def _span(cell: Node, key: Literal["cs", "rs"], places: int) -> None:
    cell.pop(key, None)
    if places > 1:
        cell[key] = places


def _grid(head: list[list[Node]], rows: list[list[Node]], caption: Content) -> Content:
    head, rows = _fitted(head), _fitted(rows)
    columns = max((x + 1 for part in (head, rows) for _, x, _ in _places(part)), default=0)
    if not columns:
        return []
    for part in (head, rows):
        _fill(part, columns)
    anchors = _told_once(head)
    letters, longest, sides = _measure(head + rows, columns)
    made = new_node(
        "table",
        head=head,
        rows=rows,
        n=columns,
        cap=caption,
        w=[_weight(*column) for column in zip(letters, longest, strict=True)],
        sides=sides,
        uneven=len(head) > 1
        or any(cell.keys() & {"cs", "rs"} for row in head + rows for cell in row)
        or None,
        longest=longest,
    )
    return [*anchors, made]


def _weight(letters: int, longest: int) -> float:
    return round(max(math.pow(min(letters, 90), 0.6), min(longest, 24) * 0.62), 2)


def _places(rows: list[list[Node]]) -> Iterator[tuple[int, int, Node]]:
    """Each cell with its row and column; a cell in the way of another's span cuts it."""
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            width = next(
                n for n in range(1, MOST_PLACES + 1) if (y, x + n) in taken or n == MOST_PLACES
            )
            _span(cell, "cs", min(cell.get("cs", 1), width))
            yield y, x, cell
            below, beside = range(cell.get("rs", 1)), range(cell.get("cs", 1))
            taken |= {(y + b, x + a) for a in beside for b in below}


def _fitted(rows: list[list[Node]]) -> list[list[Node]]:
    """Rows with cells of their own; spans count only these, and end inside the table."""
    for y, row in enumerate(rows):
        for cell in row:
            spanned = rows[y : y + cell.get("rs", 1)]
            _span(cell, "rs", sum(1 for below in spanned if below))
    return [row for row in rows if row]


def _fill(rows: list[list[Node]], columns: int) -> None:
    """Cut spans at the last column, and give short rows empty cells at their end."""
    free = [columns] * len(rows)
    for y, x, cell in _places(rows):
        _span(cell, "cs", min(cell.get("cs", 1), columns - x))
        for below in range(y, y + cell.get("rs", 1)):
            free[below] -= cell.get("cs", 1)
    for row, places in zip(rows, free, strict=True):
        row += [new_node("cell", []) for _ in range(places)]


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


def _measure(rows: list[list[Node]], columns: int) -> tuple[list[int], list[int], list[str]]:
    letters, longest, sides = [4] * columns, [1] * columns, ["left"] * columns
    for row in rows:
        if len(row) != columns:
            continue
        for x, cell in enumerate(row):
            text = text_of(cell)
            letters[x] = max(letters[x], len(text))
            longest[x] = max(longest[x], *(len(word) for word in text.split()), 1)
            sides[x] = cell.get("side", sides[x])
    return letters, longest, sides
