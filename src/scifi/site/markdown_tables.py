"""
A Markdown extension: tables say what they are, and scroll inside a frame that can be focused.

A wide table on a phone would widen the page; a frame that scrolls but takes no focus shuts out
people without a mouse. A screen reader tells each cell with its heads, and the table by the heading
it stands below. Named in `mkdocs.yml` as `scifi.site.markdown_tables`.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from scifi.language import _

LONGEST = 120
"""Signs of a name that is read aloud; of a table with many columns the first must do."""


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        heading = ""
        for element in list(root.iter()):
            if re.fullmatch("h[1-6]", element.tag):
                heading = _words(element)
            elif element.tag == "table":
                _tell_heads(element)
                _tell_name(element, heading)
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[place] = _framed(child)


def _words(*elements: Element) -> str:
    text = " ".join("".join(element.itertext()) for element in elements)
    # Markdown keeps HTML aside between these signs and puts it back at the end.
    return " ".join(re.sub(f"{STX}.*?{ETX}", "", text).split())


def _framed(table: Element) -> Element:
    name = _("Table: {columns}", columns=_words(*table.iter("th")))[:LONGEST]
    frame = Element(
        "div",
        {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": name},
    )
    frame.tail, table.tail = table.tail, None
    frame.append(table)
    return frame


def _tell_heads(table: Element) -> None:
    """Heads are those of columns; below an empty one stand the heads of rows."""
    heads = list(table.iter("th"))
    for head in heads:
        head.set("scope", "col")
    if heads and not _words(heads[0]):
        heads[0].tag = "td"
        del heads[0].attrib["scope"]
        for row in table.iterfind("tbody/tr"):
            row[0].tag = "th"
            row[0].set("scope", "row")


def _tell_name(table: Element, heading: str) -> None:
    """The heading above is its caption; the eye sees it there already."""
    if heading:
        caption = Element("caption", {"class": "sr"})
        caption.text = heading
        table.insert(0, caption)


class TableFrames(Extension):
    """Puts every Markdown table into a focusable frame with a name."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        """Register after inline patterns, when the cells hold their final text."""
        md.treeprocessors.register(_Tables(md), "scifi-table-frames", 5)


def makeExtension(**options: Any) -> TableFrames:  # noqa: N802 (the name is Markdown's)
    """The extension, as Markdown asks for it."""
    return TableFrames(**options)
