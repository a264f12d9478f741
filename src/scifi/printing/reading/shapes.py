"""
What stays on one page, and which tables become lists: decided from letters, before any is set.

A count of letters is as coarse as can be, and enough: what is kept whole takes a third of a page at
most, so that even a count that is wrong by half leaves no word below the end of a page.
"""

from dataclasses import dataclass
from itertools import pairwise

from scifi.language import _
from scifi.printing.reading.nodes import (
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
from scifi.printing.words import filled


@dataclass(frozen=True)
class Room:
    """
    What a page has room for: letters in a line, and lines of a block that stays whole.

    A table has at most so many columns, whose longest words together have at most `words` letters,
    and no row of more than `row` letters.
    """

    line: int
    whole: int
    columns: int
    words: int
    row: int


USUAL_ROOM = Room(line=85, whole=16, columns=8, words=95, row=100_000)
LARGE_ROOM = Room(line=60, whole=14, columns=6, words=36, row=90)

LONGEST_WORD = 24
"""Letters of a word that count; longer ones are broken."""

HEADS = ("question", "label", "met-head")
"""Styles of paragraphs that are headings of what follows."""

LEAD_IN = 95
"""Letters of a line above cards, a table or a list that goes with it."""

BLOCKS = {"p", "h", "li", "term", "box", "pre", "hr", "br", "line"}
"""Types that begin a line of their own."""


def shape(body: Content, large: bool) -> None:
    """Mark what stays whole, and what goes with the block below; make wide tables lists."""
    room = LARGE_ROOM if large else USUAL_ROOM
    for node in walk(body):
        if node["t"] == "table" and not _is_table_on_paper(node, room):
            _list_rows(node)
    for node in walk(body):
        _keep_whole(node, room)
    for above, below in pairwise(body):
        if is_node(above) and is_node(below) and _is_lead_in(above, below):
            above["leads"] = True


def _keep_whole(node: Node, room: Room) -> None:
    """Mark what has to stay on one page: small blocks, and the small parts of large ones."""
    if node["t"] == "table":
        for row in node.get("rows", []):
            if row:
                row[0]["whole"] = _lines([row], room.line) <= room.whole
    if node["t"] == "dl":
        for term, meaning in zip(nodes_in(node)[::2], nodes_in(node)[1::2], strict=True):
            term["whole"] = _lines([term, meaning], room.line) <= room.whole
    elif node["t"] in ("box", "column", "pre", "li", "record", "table"):
        node["whole"] = _lines([node], room.line) <= room.whole
    elif node["t"] in ("ul", "ol"):
        node["whole"] = _lines([node], room.line) <= room.whole // 2


def _lines(content: Tree, letters: int) -> float:
    """Lines that a content takes, roughly; those of a drawing are more than may stay whole."""
    nodes = walk(content)
    if any(node["t"] in ("chart", "drawing") for node in nodes):
        return 1_000
    text = text_of(content)
    rows = sum(len(node.get("rows", [])) + len(node.get("head", [])) for node in nodes)
    begun = 1.5 * rows or sum(node["t"] in BLOCKS for node in nodes)
    return begun + text.count("\n") + len(text) / letters


def _is_lead_in(node: Node, below: Node) -> bool:
    """True for a line that names what stands in columns below it, or leads to the list there."""
    if node["t"] != "p" or node.keys() & {"style", "mixed"}:
        return False
    words, kind = text_of(node).strip(), below["t"]
    leads = kind in ("table", "records", "columns", "receipts") or (
        kind in ("ul", "ol") and words[-1:] == ":"
    )
    return leads and len(words) < LEAD_IN


def _is_table_on_paper(node: Node, room: Room) -> bool:
    rows = node.get("rows", [])
    if node["n"] <= 2 or not rows:
        return True
    words = sum(min(letters, LONGEST_WORD) for letters in node["longest"])
    longest = max(len(text_of(row)) for row in rows)
    return node["n"] <= room.columns and words <= room.words and longest <= room.row


def _list_rows(node: Node) -> None:
    """Make a table the list of its rows: each value behind the name of its column."""
    rows = node.pop("rows")
    heads = zip(*node.pop("head", []), strict=True)
    names = [[part for cell in column for part in (*_inline(cell), " ")][:-1] for column in heads]
    given = {x for row in rows for x, cell in enumerate(row) if _told(cell)}
    node["t"] = "records"
    node["c"] = [
        new_node(
            "record", [part for x in range(len(row)) for part in _pair(names, given, x, row[x])]
        )
        for row in rows
    ]


def _pair(names: list[Content], given: set[int], x: int, cell: Node) -> Content:
    """A cell as paragraphs; without a value nothing, or its name if no row has a value there."""
    if x >= len(names) or not text_of(names[x]).strip():
        return inner(cell)
    name, value = new_node("b", names[x]), inner(cell)
    if not _told(cell):
        return [] if x in given else [new_node("p", [name])]
    line, rest = (_inline(cell), []) if _is_one_paragraph(cell) else ([], value)
    # No colon behind a name that ends with a sign of its own, or stands above its value.
    ended = rest or text_of(name).strip()[-1] in ":?"
    pair = "{name} {value}" if ended else _("{name}: {value}")
    told: Content = []
    values: dict[str, Content] = {"name": [name], "value": line}
    for piece in filled(pair, values):
        told += [piece] if isinstance(piece, str) else piece
    return [new_node("p", told), *rest]


def _told(cell: Node) -> str:
    """What a cell says; nothing for one to write in."""
    return text_of(cell).strip().strip("…")


def _is_one_paragraph(cell: Node) -> bool:
    return [is_node(part) and part["t"] for part in inner(cell)] == ["p"]


def _inline(cell: Node) -> Content:
    """The words of a cell of one paragraph without the paragraph."""
    return inner(nodes_in(cell)[0]) if _is_one_paragraph(cell) else inner(cell)
