"""Sections: what a document is made of, and the nodes of those that are no page of the site."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, cast

from scifi.language import number
from scifi.printing.documents import BookSection
from scifi.printing.papers.editions import Leaf
from scifi.printing.reading.article import Article
from scifi.printing.reading.nodes import Node, new_node
from scifi.printing.words import in_short


def section(
    type_: str, slug: str, title: str, lead: str, body: Sequence[str | Node], **more: Any
) -> BookSection:
    """A section of this type; `more` has the keys that only some have."""
    made = {"type": type_, "slug": slug, "title": title, "lead": lead, "level": 1}
    return cast(BookSection, {**made, "body": list(body), **more})


def sheet(leaf: Leaf, article: Article, level: int) -> BookSection:
    """A page of the site; its article stays as it is."""
    about = in_short(article.title, 80)
    return section(
        "sheet",
        article.slug,
        article.title,
        article.lead,
        deepcopy(article.body),
        part=leaf.part,
        level=level,
        kicker=leaf.kicker,
        number=leaf.number,
        running=f"{leaf.kicker} \u00b7 {about}" if leaf.number else about,
        contents=False,
    )


Cell = str | int | Node
Rows = list[list[Cell]]
"""What stands in the cells of a table; a number stands on the right."""


def table(heads: list[str], rows: Rows, widths: list[float]) -> Node:
    """A table whose first column names the row."""
    return new_node(
        "table",
        n=len(heads),
        w=widths,
        sides=["right" if isinstance(cell, int) else "left" for cell in rows[0]],
        head=[[new_node("cell", [head], th=True) for head in heads]],
        rows=[[_cell(cell, at == 0) for at, cell in enumerate(row)] for row in rows],
        whole=True,
    )


def _cell(value: Cell, is_head: bool) -> Node:
    shown = number(value) if isinstance(value, int) else value
    return new_node("cell", [shown], th=is_head or None)
