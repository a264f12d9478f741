"""
A Markdown extension: tables scroll inside a frame that can be focused.

A wide table on a phone would widen the page; a frame that scrolls but takes no focus shuts out
people without a mouse. Named in `mkdocs.yml` as `scifi.site.markdown_tables`.
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


class _Frames(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[place] = _framed(child)


def _framed(table: Element) -> Element:
    heads = " ".join("".join(head.itertext()) for head in table.iter("th"))
    # Markdown keeps HTML aside between these signs and puts it back at the end.
    heads = re.sub(f"{STX}.*?{ETX}", "", heads)
    name = _("Table: {columns}", columns=" ".join(heads.split()))[:LONGEST]
    frame = Element(
        "div",
        {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": name},
    )
    frame.tail, table.tail = table.tail, None
    frame.append(table)
    return frame


class TableFrames(Extension):
    """Puts every Markdown table into a focusable frame with a name."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        """Register after inline patterns, when the cells hold their final text."""
        md.treeprocessors.register(_Frames(md), "scifi-table-frames", 5)


def makeExtension(**options: Any) -> TableFrames:  # noqa: N802 (the name is Markdown's)
    """The extension, as Markdown asks for it."""
    return TableFrames(**options)
