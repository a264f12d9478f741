"""Which form a table takes on paper: upright, on a sheet on its side, or row by row as a list."""

from dataclasses import dataclass

from scifi.printing.reading.nodes import Content, Node, is_node, text_of, walk

LONGEST_WORD = 24
"""Letters of a word that count; longer ones are broken."""


@dataclass(frozen=True)
class SheetLimits:
    """
    What a sheet can hold: the longest words of all columns together, in letters; and columns.

    Upright it is `columns` and `letters`, on its side `across` letters. In large print a row of
    more than `row` letters reads better as a list, and so do few rows that would fill a sheet.
    """

    columns: int
    letters: int
    across: int
    row: int
    rows: int


USUAL_LIMITS = SheetLimits(columns=7, letters=95, across=10_000, row=100_000, rows=0)
LARGE_LIMITS = SheetLimits(columns=6, letters=36, across=66, row=200, rows=6)


def form_tables(body: Content, large: bool) -> None:
    """Mark the tables that stand on a sheet on its side with `wide`, lists with `listed`."""
    limits = LARGE_LIMITS if large else USUAL_LIMITS
    free = {id(table) for table in _outside_boxes(body)}
    for node in walk(body):
        if node["t"] == "table" and not _is_upright(node, limits):
            if _can_turn(node, limits) and id(node) in free:
                node["wide"] = True
            elif "uneven" not in node:
                node["listed"] = True


def _outside_boxes(body: Content) -> list[Node]:
    """Tables that can have a sheet of their own; inside a box, a list or a cell there is none."""
    found = []
    for part in body:
        if is_node(part):
            found += [part] if part["t"] == "table" else []
            found += part.get("table", []) if part["t"] == "chart" else []
    return found


def _letters(node: Node) -> int:
    return sum(min(letters, LONGEST_WORD) for letters in node["longest"])


def _longest_row(node: Node) -> int:
    return max((sum(len(text_of(cell)) for cell in row) for row in node.get("rows", [])), default=0)


def _is_upright(node: Node, limits: SheetLimits) -> bool:
    if node["n"] <= 2:
        return True
    fits = node["n"] <= limits.columns and _letters(node) <= limits.letters
    return fits and _longest_row(node) <= limits.row


def _can_turn(node: Node, limits: SheetLimits) -> bool:
    enough = len(node.get("rows", [])) > limits.rows
    fits = _letters(node) <= limits.across and _longest_row(node) <= limits.row
    return "uneven" in node or (enough and fits)
