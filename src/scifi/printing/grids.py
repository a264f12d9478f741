"""Tables as exact grids: every place filled once, widths weighed by what the columns hold."""

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from scifi.printing.nodes import Content, Node, node, text_of, walk

WIDE_COLUMNS = 7
"""More columns than this need a sheet on its side."""

WIDE_LETTERS = 95
"""Longest words of all columns together, in letters, that an upright sheet can hold."""


def table(element: HtmlElement, read: Callable[[HtmlElement], Content], caption: Content) -> Node:
    """A table as a node: `head` and `rows` of cells, `n` columns with their widths and sides."""
    top: list[HtmlElement] = element.xpath("./thead/tr")
    rest: list[HtmlElement] = element.xpath("./tbody/tr|./tr|./tfoot/tr")
    if not top and rest and all(cell.tag == "th" for cell in rest[0]):
        top, rest = rest[:1], rest[1:]
    head, rows = _exact([_row(r, read) for r in top]), _exact([_row(r, read) for r in rest])
    columns = max((_width(row) for row in head + rows), default=0)
    _pad(head, columns)
    _pad(rows, columns)
    _marks_only(head)
    letters, longest, sides = _measure(head + rows, columns)
    return node(
        "table",
        head=head,
        rows=rows,
        n=columns,
        cap=caption,
        w=[
            round(max(min(size, 90) ** 0.6, min(word, 24) * 0.62), 2)
            for size, word in zip(letters, longest, strict=True)
        ],
        sides=sides,
        blank=all(not row or _empty(row) for row in rows) or None,
        wide=columns > WIDE_COLUMNS or sum(min(w, 24) for w in longest) > WIDE_LETTERS or None,
    )


def _row(element: HtmlElement, read: Callable[[HtmlElement], Content]) -> list[Node]:
    return [_cell(cell, read) for cell in element if cell.tag in ("td", "th")]


def _cell(element: HtmlElement, read: Callable[[HtmlElement], Content]) -> Node:
    side = re.search(r"text-align:\s*(left|right|center)", element.get("style") or "")
    return node(
        "cell",
        read(element),
        th=element.tag == "th" or None,
        side=side and side.group(1),
        cs=_span(element, "colspan"),
        rs=_span(element, "rowspan"),
    )


def _span(element: HtmlElement, name: str) -> int | None:
    value = element.get(name) or ""
    return int(value) if value.isdigit() and 1 < int(value) < 100 else None


def _exact(rows: list[list[Node]]) -> list[list[Node]]:
    """Rows whose spans end inside the table; empty rows are dropped."""
    rows = [row for row in rows if row]
    for y, row in enumerate(rows):
        for cell in row:
            if cell.get("rs", 1) > len(rows) - y:
                cell["rs"] = len(rows) - y
    return rows


def _width(row: list[Node]) -> int:
    return sum(int(cell.get("cs", 1)) for cell in row)


def _pad(rows: list[list[Node]], columns: int) -> None:
    """Fill short rows with empty cells, counting the places that spans from above take."""
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            width, height = cell.get("cs", 1), cell.get("rs", 1)
            if x + width > columns:
                width = cell["cs"] = max(1, columns - x)
            taken |= {(y + b, x + a) for a in range(width) for b in range(height)}
            x += width
        row += [node("cell", []) for x in range(columns) if (y, x) not in taken]


def _marks_only(head: list[list[Node]]) -> None:
    # The head stands on every sheet; a note in it would be told again on each.
    for one in walk([cell for row in head for cell in row]):
        if one["t"] == "note":
            one["t"] = "mark"
            one.pop("c", None)


def _empty(row: list[Node]) -> bool:
    texts = [text_of(cell).strip() for cell in row]
    return all(text in ("", "…") for text in texts)


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
