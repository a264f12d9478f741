"""What stays on one page, and which form a table takes: decided from letters, before any is set."""

import pytest

from scifi.printing.reading.nodes import new_node, text_of
from scifi.printing.reading.shapes import shape


def box(paragraphs: int, letters: int = 40):
    """A box with so many paragraphs."""
    return new_node(
        "box", [new_node("p", ["x" * letters]) for _ in range(paragraphs)], kind="notice"
    )


def cell(words: str):
    """A cell with one paragraph; an empty one has none."""
    return new_node("cell", [new_node("p", [words])] if words else [])


def table(columns: int, rows: int, word: str = "word"):
    """A table whose cells hold one word each."""
    return new_node(
        "table",
        head=[[cell(word) for _ in range(columns)]],
        rows=[[cell(word) for _ in range(columns)] for _ in range(rows)],
        n=columns,
        w=[1.0] * columns,
        longest=[len(word)] * columns,
    )


@pytest.mark.parametrize(
    ("node", "large", "whole"),
    [
        (box(5), False, True),
        (box(200), False, False),
        (box(12), True, False),
        (box(4, letters=1_000), False, False),
        (new_node("box", [box(200)], kind="notice"), False, False),
        (new_node("column", [box(3)]), False, True),
        (new_node("column", [box(40)]), False, False),
        (new_node("ul", [new_node("li", ["An item."])] * 6), False, True),
        (new_node("ul", [new_node("li", ["An item."])] * 12), False, False),
        (table(3, 8), False, True),
        (table(3, 12), False, False),
        (table(3, 8, word="many words in a cell " * 20), False, False),
    ],
)
def test_only_small_blocks_stay_whole(node, large, whole):
    """One that may not break and is longer than a page would lose its end."""
    shape([node], large)

    assert node.get("whole") is whole


def test_a_row_of_a_long_table_stays_whole():
    """Nobody reads half a row."""
    long = table(3, 40)
    shape([long], large=False)

    assert all(row[0]["whole"] for row in long["rows"])


def test_a_line_that_names_a_table_goes_with_it():
    """A long paragraph may stay on the page before."""
    line, long = new_node("p", ["B. Questions"]), new_node("p", ["word " * 40])

    shape([line, table(2, 3), long, table(2, 3)], large=False)

    assert line.get("leads") and "leads" not in long


@pytest.mark.parametrize(
    ("node", "large", "form"),
    [
        (table(8, 20), False, "table"),
        (table(9, 20), False, "records"),
        (table(5, 20, word="Verwaltungsgemeinschaft"), False, "records"),
        (table(4, 20), True, "table"),
        (table(6, 20, word="Estimated"), True, "records"),
        (table(4, 20, word="Out of town many"), True, "records"),
        (table(2, 20, word="Verwaltungsgemeinschaft"), True, "table"),
    ],
)
def test_a_table_that_no_upright_page_holds_is_a_list_of_its_rows(node, large, form):
    """A page on its side would leave the pages around it half empty."""
    shape([node], large)

    assert node["t"] == form


def test_a_row_as_a_list_names_what_it_tells_and_has_no_stray_colon():
    """No colon before nothing, behind a question, or twice."""
    node = table(4, 2)
    node["head"] = [[cell("Who"), cell("What is it?"), cell("Price:"), cell("Signed")]]
    node["rows"] = [
        [cell("Mayor"), cell("A bin"), cell("40"), cell("")],
        [cell("Buyer"), cell(""), cell(""), cell("")],
    ]
    node["longest"] = [40] * 4

    shape([node], large=False)

    assert [[text_of(part) for part in record["c"]] for record in node["c"]] == [
        ["Who: Mayor", "What is it? A bin", "Price: 40", "Signed"],
        ["Who: Buyer", "Signed"],
    ]
