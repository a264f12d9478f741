"""Tables written in Markdown stand in a frame that scrolls and can be focused."""

import markdown
from bs4 import BeautifulSoup

TABLE = "| Role | Task |\n|---|---|\n| buyer | asks |\n"


def converted(text):
    """Markdown with tables and our frames as a tree."""
    return BeautifulSoup(
        markdown.markdown(text, extensions=["tables", "scifi.site.markdown_tables"]), "html.parser"
    )


def test_a_table_can_be_reached_and_named_without_a_mouse():
    """A wide table on a phone scrolls inside its frame, by keyboard as well."""
    frame = converted(TABLE).select_one("div.table-scroll")

    assert frame.table is not None
    assert (frame["tabindex"], frame["role"]) == ("0", "region")
    assert frame["aria-label"] == "Table: Role Task"


def test_every_table_of_a_page_has_its_own_frame():
    """In lists and quotations as well, and the text between them stays in place."""
    made = converted(
        f"before\n\n{TABLE}\nbetween\n\n> {TABLE.replace(chr(10), chr(10) + '> ')}\n\nend"
    )

    assert len(made("table")) == len(made.select("div.table-scroll > table")) == 2
    words = made.get_text(" ", strip=True).split()
    assert (words[0], words[-1]) == ("before", "end")
    assert words.index("between") == 5


def test_the_name_of_a_frame_is_made_from_words_not_from_markup():
    """A heading with code and emphasis is spoken as its words, and not for ever."""
    long = "word " * 60
    made = converted(f"| `a` **b** | {long}|\n|---|---|\n| 1 | 2 |\n")

    label = made.select_one("div.table-scroll")["aria-label"]
    assert label.startswith("Table: a b word word")
    assert len(label) <= 120


def test_text_without_tables_is_not_touched():
    """Nothing else gets a frame."""
    text = "# Title\n\nA | b\n\n- one\n- two"

    assert str(converted(text)) == str(
        BeautifulSoup(markdown.markdown(text, extensions=["tables"]), "html.parser")
    )


def test_the_name_of_a_table_holds_no_markup_of_its_cells():
    """A receipt in a heading cell stays in the cell; the frame's name is plain words."""
    text = '| Kind <span class="kind">told</span> | Meaning |\n|---|---|\n| a | b |\n'

    frame = BeautifulSoup(
        markdown.markdown(text, extensions=["tables", "scifi.site.markdown_tables"]), "html.parser"
    ).div

    assert "span" not in frame["aria-label"]
    assert frame["aria-label"].startswith("Table: Kind")
    assert frame.find("span", class_="kind")


def test_heads_say_what_they_are_the_head_of():
    """A screen reader tells each cell with its column, and with its row where that has a head."""
    plain, with_rows = converted(f"{TABLE}\n| | Bruges |\n|---|---|\n| bins | 12 |\n")("table")

    assert [head["scope"] for head in plain("th")] == ["col", "col"]
    assert [(head["scope"], head.get_text()) for head in with_rows("th")] == [
        ("col", "Bruges"),
        ("row", "bins"),
    ]


def test_a_table_is_called_as_the_heading_above_it():
    """The caption is for those who go from table to table; the eye sees the heading."""
    made = converted(f"## Who *buys*\n\nText.\n\n{TABLE}\n### Who pays\n\n{TABLE}")

    captions = made("caption")
    assert [caption.get_text() for caption in captions] == ["Who buys", "Who pays"]
    assert {caption["class"][0] for caption in captions} == {"sr"}
