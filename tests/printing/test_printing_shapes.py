"""What stays on one page, and which form a table takes: decided from letters, before any is set."""

import pytest

from scifi.printing.reading.addresses import readable
from scifi.printing.reading.forms import form_tables
from scifi.printing.reading.heights import keep_whole, tie
from scifi.printing.reading.nodes import new_node
from scifi.printing.setting.glyphs import ready

NOTE = new_node("note", ["A source"], n=1)


def box(paragraphs: int, letters: int = 40):
    """A box with so many paragraphs."""
    return new_node(
        "box", [new_node("p", ["x" * letters]) for _ in range(paragraphs)], kind="notice"
    )


def table(columns: int, rows: int, word: str = "word", note: bool = False):
    """A table whose cells hold one word each."""
    cell = new_node("cell", [new_node("p", [word, *([NOTE] if note else [])])])
    return new_node(
        "table",
        head=[[cell] * columns],
        rows=[[dict(cell) for _ in range(columns)] for _ in range(rows)],
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
        (new_node("columns", [new_node("column", [box(3)])]), False, True),
        (new_node("columns", [new_node("column", [box(9)])] * 6), False, False),
        (new_node("ul", [new_node("li", ["An item."])] * 6), False, True),
        (new_node("ul", [new_node("li", ["An item."])] * 12), False, False),
        (table(3, 9), False, True),
        (table(3, 10), False, False),
        (table(3, 9, word="many words in a cell " * 20), False, False),
    ],
)
def test_only_what_takes_half_a_page_at_most_stays_whole(node, large, whole):
    """A block that may not break and is longer than a page would lose its end."""
    keep_whole([node], large)

    assert node.get("whole") is whole


def test_headings_go_with_a_table_that_has_notes():
    """Its notes may send it to the next page; the heading must not stay behind."""
    heading, question = new_node("h", ["Size"], l=2), new_node("p", ["How many?"], style="question")
    body = [new_node("p", ["Before."]), heading, question, table(2, 3, note=True), table(2, 3)]
    keep_whole(body, large=False)

    tied = tie(body)

    assert [node["t"] for node in tied] == ["p", "tied", "table"]
    assert tied[1]["c"] == [heading, question, body[3]]


def test_a_line_that_names_a_table_goes_with_it():
    """A long paragraph may stay on the page before."""
    line, long = new_node("p", ["B. Questions"]), new_node("p", ["word " * 40])

    tie([line, table(2, 3), long, table(2, 3)])

    assert line.get("leads") and "leads" not in long


def test_a_long_address_leads_where_it_says_and_breaks_at_its_signs():
    """A sliver in the address itself would lead to no page."""
    long = "https://www.example.org/a-report-on-parking/with_a_long_name.html?page=12&language=en/"

    link = ready({"links": [{"to": long, "shown": readable(long)}]})["links"][0]

    assert link["to"] == long
    assert link["shown"].split("\u200b")[:4] == ["example.", "org/", "a-", "report-"]
    assert link["shown"].replace("\u200b", "") == long[12:-1]


@pytest.mark.parametrize(
    ("node", "large", "form"),
    [
        (table(7, 20), False, None),
        (table(8, 20), False, "wide"),
        (table(5, 20, word="Verwaltungsgemeinschaft"), False, "wide"),
        (table(4, 20), True, None),
        (table(6, 20, word="Estimated"), True, "wide"),
        (table(6, 4, word="Estimated"), True, "listed"),
        (table(8, 20, word="Verwaltungsgemeinschaft"), True, "listed"),
        (table(2, 20, word="Verwaltungsgemeinschaft"), True, None),
    ],
)
def test_a_table_takes_the_form_that_fits_its_sheet(node, large, form):
    """Upright if it fits, else on its side; in large print rather as a list."""
    form_tables([node], large)

    assert (node.get("wide") and "wide") or (node.get("listed") and "listed") == form


def test_a_wide_table_in_a_box_becomes_a_list():
    """A box cannot turn the sheet."""
    inside = table(14, 3)

    form_tables([new_node("box", [inside], kind="notice")], large=False)

    assert inside.get("listed") and "wide" not in inside
