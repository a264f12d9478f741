"""
How tall blocks are, roughly, and which of them a page must not part.

The typesetter could measure each box, but it would set it twice, and a box in a box four times.
Counting letters costs nothing, and it need not be exact: a block that is kept whole takes half a
page at most, so that an estimate that is wrong by half still leaves no word below the page's end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from scifi.printing.reading.nodes import (
    CONTENT_KEYS,
    Content,
    Node,
    Tree,
    inner,
    is_node,
    new_node,
    nodes_in,
    text_of,
    walk,
)


@dataclass(frozen=True)
class PageMeasures:
    """Letters in a line of full width, letters in one line of a table, lines in half a page."""

    letters: int
    table_letters: int
    half: int


USUAL_PAGE = PageMeasures(letters=95, table_letters=105, half=26)
LARGE_PAGE = PageMeasures(letters=50, table_letters=50, half=14)
"""Counted on A4 pages set in 10 pt and 18 pt."""

HEADS = ("question", "label", "met-head")
"""Styles of paragraphs that lead to what follows."""

LEAD_IN = 95
"""Letters of a line above a table or a list that goes with it."""

SHORT = 10
"""A list with more lines than this may be parted."""

WHOLE_ROWS = 9
"""A table with more rows than this may be parted; its head is said again."""

CHART = 40
"""Lines that a chart takes; it is never inside a block that must stay whole."""

PADDED = {"box": 2, "h": 1, "pre": 1}
"""Lines of space that a block has around it, beside half a line after each paragraph."""


def keep_whole(body: Content, large: bool) -> None:
    """
    Mark each box, table, listing and short list that has to stay on one page with `whole`.

    What stays whole is set once; what may be parted is set again for each note that a page gets.
    """
    page = LARGE_PAGE if large else USUAL_PAGE
    for node in walk(body):
        if node["t"] in ("ul", "ol", "dl", "columns"):
            node["whole"] = lines_of(node, page) <= SHORT
            items = nodes_in(node)
            for at, item in enumerate(items):
                # A term goes with its meaning.
                last = at + 2 if item["t"] == "term" else at + 1
                alone = sum(lines_of(part, page) for part in items[at:last])
                item["whole"] = node["whole"] or alone <= SHORT
        elif node["t"] == "table":
            node["whole"] = len(node.get("rows", [])) <= WHOLE_ROWS and _fits(node, page)
            for row in node.get("rows", []):
                if row:
                    row[0]["whole"] = _as_list(row, page.letters) <= page.half
        elif node["t"] in ("box", "pre"):
            node["whole"] = _fits(node, page)


def tie(body: Content) -> Content:
    """
    Tie headings to a block below that stays whole and has notes.

    The typesetter moves such a block to the next page when its notes do not fit below it, and
    forgets that a heading must not be the last line of a page.
    """
    out: Content = []
    for part in body:
        heads: Content = []
        if is_node(part):
            before = out[-1] if out else ""
            if is_node(before) and _is_lead_in(before, part):
                before["leads"] = True
            if part.get("whole") and "wide" not in part and _has_notes(part):
                while out and _leads(out[-1]):
                    heads.insert(0, out.pop())
        out.append(new_node("tied", [*heads, part]) if heads else part)
    return out


def _is_lead_in(node: Node, below: Node) -> bool:
    """True for a line that names the table below it, or leads to the list below it."""
    if node["t"] != "p" or node.keys() & {"style", "mixed"}:
        return False
    words = text_of(node).strip()
    leads = below["t"] == "table" or (below["t"] in ("ul", "ol") and words.endswith(":"))
    return leads and len(words) < LEAD_IN and not _has_notes(node)


def _leads(part: str | Node) -> bool:
    return is_node(part) and (
        part["t"] in ("h", "anchor") or (part["t"] == "p" and part.get("style") in HEADS)
    )


def _has_notes(node: Node) -> bool:
    return any(part["t"] == "note" for part in walk(node))


def _fits(node: Node, page: PageMeasures) -> bool:
    return lines_of(node, page) <= page.half


def lines_of(node: Node, page: PageMeasures, share: float = 1) -> float:
    """Lines that a node takes in a column with this share of the page's width."""
    kind = node["t"]
    if kind == "chart":
        return CHART
    if kind == "table":
        return _table(node, page, share)
    if kind == "pre":
        text = text_of(node)
        return 1 + text.count("\n") + len(text) / 60
    if kind == "columns":
        return _pairs(nodes_in(node), page, share)
    if kind == "dl":
        both = inner(node)
        pairs = [new_node("pair", both[at : at + 2]) for at in range(0, len(both), 2)]
        return _pairs(pairs, page, share)
    flows = [content for key in CONTENT_KEYS if isinstance(content := node.get(key), list)]
    return PADDED.get(kind, 0.5) + sum(_flow(content, page, share) for content in flows)


TALL_TYPES = {
    "p", "h", "ul", "ol", "li", "dl", "pair", "term", "meaning", "box", "table", "chart", "columns",
    "column", "pre", "block", "receipts", "hr", "cell",
}  # fmt: skip


def _flow(content: Sequence[Tree], page: PageMeasures, share: float) -> float:
    """BlockReader one below the other; words between them fill lines."""
    tall = [part for part in content if is_node(part) and part["t"] in TALL_TYPES]
    words = "".join(text_of(part) for part in content if not any(part is node for node in tall))
    text = ceil(len(words.strip()) / (page.letters * share))
    return text + sum(lines_of(node, page, share) for node in tall)


def _pairs(cells: list[Node], page: PageMeasures, share: float) -> float:
    """Cells in two columns: each row is as tall as the taller of its two."""
    tall = [lines_of(cell, page, share / 2) for cell in cells]
    return sum(max(tall[at : at + 2]) for at in range(0, len(tall), 2))


def _table(node: Node, page: PageMeasures, share: float) -> float:
    widths = node["w"]
    whole = sum(widths)
    total = 1.0
    for row in [*node.get("head", []), *node.get("rows", [])]:
        at, tall = 0, 1
        for cell in row:
            span = int(cell.get("cs", 1))
            room = page.table_letters * share * sum(widths[at : at + span]) / whole
            tall = max(tall, ceil(len(text_of(cell)) / max(room, 4)) + _breaks(cell))
            at += span
        total += tall + 0.7
    return total


def _as_list(row: list[Node], letters: int) -> float:
    """A row of a table as a list, one cell below the other."""
    return sum(1 + ceil(len(text_of(cell)) / letters) for cell in row)


def _breaks(cell: Node) -> int:
    """Lines that end early inside a cell: more than one paragraph, item or forced break."""
    return max(0, sum(node["t"] in ("p", "li", "br", "line") for node in walk(cell)) - 1)
