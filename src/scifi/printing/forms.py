"""Which form a table takes on paper: upright, on a sheet on its side, or row by row as a list."""

from dataclasses import dataclass

from scifi.printing.nodes import Content, Node, text_of, walk

LONGEST = 24
"""Letters of a word that count; longer ones are broken."""


@dataclass(frozen=True)
class Limits:
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


USUAL = Limits(columns=7, letters=95, across=10_000, row=100_000, rows=0)
LARGE = Limits(columns=6, letters=36, across=66, row=200, rows=6)


def form_tables(body: Content, large: bool) -> None:
    """Mark the tables that stand on a sheet on its side with `wide`, lists with `listed`."""
    limits = LARGE if large else USUAL
    free = {id(table) for table in _outside_boxes(body)}
    for one in walk(body):
        if one["t"] == "table" and not _is_upright(one, limits):
            if _can_turn(one, limits) and id(one) in free:
                one["wide"] = True
            elif "uneven" not in one:
                one["listed"] = True


def _outside_boxes(body: Content) -> list[Node]:
    """Tables that can have a sheet of their own; inside a box, a list or a cell there is none."""
    found = []
    for part in body:
        if isinstance(part, dict):
            found += [part] if part["t"] == "table" else []
            found += part.get("table", []) if part["t"] == "chart" else []
    return found


def _letters(one: Node) -> int:
    return sum(min(letters, LONGEST) for letters in one["longest"])


def _longest_row(one: Node) -> int:
    return max((sum(len(text_of(cell)) for cell in row) for row in one.get("rows", [])), default=0)


def _is_upright(one: Node, limits: Limits) -> bool:
    if one["n"] <= 2:
        return True
    fits = one["n"] <= limits.columns and _letters(one) <= limits.letters
    return fits and _longest_row(one) <= limits.row


def _can_turn(one: Node, limits: Limits) -> bool:
    enough = len(one.get("rows", [])) > limits.rows
    fits = _letters(one) <= limits.across and _longest_row(one) <= limits.row
    return "uneven" in one or (enough and fits)
