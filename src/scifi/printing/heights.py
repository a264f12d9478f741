"""
How tall blocks are, roughly, and which of them a page must not part.

The typesetter could measure each box, but it would set it twice, and a box in a box four times.
Counting letters costs nothing, and it need not be exact: a block that is kept whole takes half a
page at most, so that an estimate that is wrong by half still leaves no word below the page's end.
"""

from dataclasses import dataclass
from math import ceil
from typing import Any

from scifi.printing.nodes import PARTS, Content, Node, node, text_of, walk


@dataclass(frozen=True)
class Page:
    """Letters in a line of full width, letters in one line of a table, lines in half a page."""

    letters: int
    table_letters: int
    half: int


USUAL = Page(letters=95, table_letters=105, half=26)
LARGE = Page(letters=50, table_letters=50, half=14)
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
    page = LARGE if large else USUAL
    for one in walk(body):
        if one["t"] in ("ul", "ol", "dl", "columns"):
            one["whole"] = lines(one, page) <= SHORT
            for at, item in enumerate(one["c"]):
                # A term goes with its meaning.
                last = at + 2 if item["t"] == "term" else at + 1
                alone = sum(lines(part, page) for part in one["c"][at:last])
                item["whole"] = one["whole"] or alone <= SHORT
        elif one["t"] == "table":
            one["whole"] = len(one.get("rows", [])) <= WHOLE_ROWS and _fits(one, page)
            for row in one.get("rows", []):
                if row:
                    row[0]["whole"] = _as_list(row, page.letters) <= page.half
        elif one["t"] in ("box", "pre"):
            one["whole"] = _fits(one, page)


def tie(body: Content) -> Content:
    """
    Tie headings to a block below that stays whole and has notes.

    The typesetter moves such a block to the next page when its notes do not fit below it, and
    forgets that a heading must not be the last line of a page.
    """
    out: Content = []
    for one in body:
        heads: Content = []
        if out and isinstance(one, dict) and _is_lead_in(out[-1], one):
            out[-1]["leads"] = True
        if isinstance(one, dict) and one.get("whole") and "wide" not in one and _has_notes(one):
            while out and _leads(out[-1]):
                heads.insert(0, out.pop())
        out.append(node("tied", [*heads, one]) if heads else one)
    return out


def _is_lead_in(one: Any, below: Node) -> bool:
    """True for a line that names the table below it, or leads to the list below it."""
    if not isinstance(one, dict) or one["t"] != "p" or one.keys() & {"style", "mixed"}:
        return False
    words = text_of(one).strip()
    leads = below["t"] == "table" or (below["t"] in ("ul", "ol") and words.endswith(":"))
    return leads and len(words) < LEAD_IN and not _has_notes(one)


def _leads(one: Any) -> bool:
    return isinstance(one, dict) and (
        one["t"] in ("h", "anchor") or (one["t"] == "p" and one.get("style") in HEADS)
    )


def _has_notes(one: Node) -> bool:
    return any(part["t"] == "note" for part in walk(one))


def _fits(one: Node, page: Page) -> bool:
    return lines(one, page) <= page.half


def lines(content: Any, page: Page, share: float = 1) -> float:
    """Lines that a content takes in a column with this share of the page's width."""
    if isinstance(content, list):
        return _flow(content, page, share)
    kind = content["t"]
    if kind == "chart":
        return CHART
    if kind == "table":
        return _table(content, page, share)
    if kind == "pre":
        return 1 + str(content.get("c", "")).count("\n") + len(str(content.get("c", ""))) / 60
    if kind == "columns":
        return _pairs(content["c"], page, share)
    if kind == "dl":
        both = content["c"]
        pairs = [{"t": "pair", "c": both[at : at + 2]} for at in range(0, len(both), 2)]
        return _pairs(pairs, page, share)
    return PADDED.get(kind, 0.5) + sum(
        _flow(content[key], page, share) for key in PARTS if isinstance(content.get(key), list)
    )


BLOCKS = {
    "p", "h", "ul", "ol", "li", "dl", "pair", "term", "meaning", "box", "table", "chart", "columns",
    "column", "pre", "block", "receipts", "hr", "cell",
}  # fmt: skip


def _flow(content: Content, page: Page, share: float) -> float:
    """Blocks one below the other; words between them fill lines."""
    blocks = [one for one in content if isinstance(one, dict) and one["t"] in BLOCKS]
    words = "".join(text_of(one) for one in content if not any(one is block for block in blocks))
    text = ceil(len(words.strip()) / (page.letters * share))
    return text + sum(lines(one, page, share) for one in blocks)


def _pairs(cells: list[Node], page: Page, share: float) -> float:
    """Cells in two columns: each row is as tall as the taller of its two."""
    tall = [lines(cell, page, share / 2) for cell in cells]
    return sum(max(tall[at : at + 2]) for at in range(0, len(tall), 2))


def _table(one: Node, page: Page, share: float) -> float:
    widths = one["w"]
    whole = sum(widths)
    total = 1.0
    for row in [*one.get("head", []), *one.get("rows", [])]:
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
    return max(0, sum(one["t"] in ("p", "li", "br", "line") for one in walk(cell)) - 1)
