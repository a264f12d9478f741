"""Blocks of a page: paragraphs, lists, boxes, tables, charts, each by its tag and class."""

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from scifi.printing.addresses import Addresses
from scifi.printing.drawings import drawing, file_name
from scifi.printing.editions import Style
from scifi.printing.furniture import classes, left_out
from scifi.printing.grids import table
from scifi.printing.inline import BLOCKS, SHOWN_ELSEWHERE, Inline, clean
from scifi.printing.nodes import Content, Node, blank, node, walk

PARAGRAPH_STYLES = (
    "lead", "label", "question", "badges", "met-head", "unknown", "where", "citation",
    "card-kicker", "card-foot", "grade-why", "chart-basis",
)  # fmt: skip
"""Classes of paragraphs with a look of their own."""

LIST_STYLES = ("links", "chips", "case-list", "met", "symptoms", "claims", "gap-list")
"""Classes of lists with a look of their own."""

BOXES = {
    "case-card-head": "head", "card": "card", "first-aid": "first-aid", "clause": "clause",
    "notice": "notice", "unknowns": "unknowns", "rule": "clause",
}  # fmt: skip
"""Class of a division to the box it becomes."""

WORD_BY_ADMONITION = {
    "note": "Note", "info": "Note", "tip": "Tip", "success": "Done", "question": "Question",
    "warning": "Caution", "failure": "Failure", "danger": "Warning", "example": "Example",
}  # fmt: skip
"""The word a box begins with, so that its meaning never rests on colour."""


class Blocks:
    """Reads the blocks of one page and collects its drawings."""

    inline: Inline

    def __init__(self, addresses: Addresses, style: Style):
        self.addresses = addresses
        self.style = style
        self.drawings: dict[str, str] = {}

    def read(self, element: HtmlElement) -> Content:
        """Everything inside an element as blocks; loose text becomes paragraphs."""
        out: Content = []
        line: Content = [clean(element.text)] if element.text else []
        for child in element:
            if self._is_block(child):
                out += _paragraph(line)
                line = []
                out += self.block(child)
            else:
                line += self.inline.span(child)
            if child.tail:
                line.append(clean(child.tail))
        return out + _paragraph(line)

    def _is_block(self, element: HtmlElement) -> bool:
        return isinstance(element.tag, str) and element.tag.lower() in BLOCKS

    def block(self, element: HtmlElement) -> Content:
        """One element as blocks."""
        if left_out(element):
            return []
        tag = element.tag.lower()
        make: Callable[[HtmlElement], Content] | None = {
            "p": self._p, "ul": self._list, "ol": self._list, "dl": self._dl,
            "table": self._table, "figure": self._figure, "pre": self._pre,
            "blockquote": self._quote, "hr": lambda e: [node("hr")],
            "details": self._details,
        }.get(tag)  # fmt: skip
        if re.fullmatch(r"h[1-6]", tag):
            return self._heading(element)
        if make is None:
            return self._division(element)
        anchor = element.get("id") if tag != "figure" else None
        mark = [node("anchor", id=self.addresses.label(anchor))] if anchor else []
        return mark + make(element)

    def _heading(self, element: HtmlElement) -> Content:
        inner, notes = _without_notes(self.inline.read(element))
        if all(blank(part) for part in inner):
            return []
        found = element.get("id")
        label = self.addresses.label(found) if found else None
        made: Content = [node("h", inner, l=int(element.tag[1]), id=label)]
        return made + ([node("p", notes)] if notes else [])

    def _p(self, element: HtmlElement) -> Content:
        if "admonition-title" in classes(element):
            return []
        style = next((name for name in PARAGRAPH_STYLES if name in classes(element)), None)
        return _paragraph(self.inline.read(element), style)

    def _list(self, element: HtmlElement) -> Content:
        items = [
            self._item(item)
            for item in element
            if isinstance(item.tag, str) and item.tag.lower() == "li" and not left_out(item)
        ]
        style = next((name for name in LIST_STYLES if name in classes(element)), None)
        start = element.get("start") or ""
        if not items:
            return []
        return [
            node(
                element.tag.lower(),
                items,
                style=style,
                start=int(start) if start.isdigit() else None,
            )
        ]

    def _item(self, element: HtmlElement) -> Node:
        found = element.get("id")
        return node("li", self.read(element), id=self.addresses.label(found) if found else None)

    def _dl(self, element: HtmlElement) -> Content:
        rows: list[Content] = []
        term: Content = []
        for one in element.iter("dt", "dd"):
            if one.tag == "dt":
                term = self.inline.read(one)
            else:
                rows.append([node("term", term), node("meaning", self.read(one))])
                term = []
        style = "facts" if "facts" in classes(element) else "milestones"
        return [node("dl", [part for row in rows for part in row], style=style)] if rows else []

    def _table(self, element: HtmlElement) -> Content:
        caption = element.find("./caption")
        words = self.inline.read(caption) if caption is not None else []
        made = table(element, self.read, words)
        return [made] if made.get("n") else []

    def _figure(self, element: HtmlElement) -> Content:
        if "chart" not in classes(element):
            return self.read(element)
        caption = element.find(".//figcaption")
        data: list[HtmlElement] = element.xpath('.//details[contains(@class,"chart-data")]//table')
        basis: list[HtmlElement] = element.xpath('.//p[contains(@class,"chart-basis")]')
        tables = [part for one in data for part in self._table(one)]
        for one in tables:
            one.pop("cap", None)
        # The drawing for a phone has letters twice as large on the same paper.
        width = "chart-narrow" if self.style.large else "chart-wide"
        svg: list[HtmlElement] = element.xpath(f'.//div[contains(@class,"{width}")]/*')
        return [
            node(
                "chart",
                id=self.addresses.label(element.get("id") or "chart"),
                cap=self.inline.read(caption) if caption is not None else [],
                basis=[part for one in basis for part in self.inline.read(one)],
                table=tables,
                **self._drawing(svg[0]) if svg else {},
            )
        ]

    def _drawing(self, svg: HtmlElement) -> dict[str, str]:
        alt = " ".join(clean(text).strip() for text in svg.xpath("./title/text()|./desc/text()"))
        markup = drawing(svg, self.style.ink_saver)
        name = file_name(markup)
        self.drawings[name] = markup
        return {"src": name, "alt": alt or "Chart; its numbers stand in the table below."}

    def _pre(self, element: HtmlElement) -> Content:
        return [node("pre", "".join(element.itertext()).strip("\n"))]

    def _quote(self, element: HtmlElement) -> Content:
        return [node("box", self.read(element), kind="clause")]

    def _details(self, element: HtmlElement) -> Content:
        summary = element.find("./summary")
        title = self.inline.read(summary) if summary is not None else []
        if summary is not None:
            summary.drop_tree()
        return [node("box", self.read(element), kind="notice", title=title)]

    def _division(self, element: HtmlElement) -> Content:
        if element.tag.lower() in SHOWN_ELSEWHERE:
            return _paragraph(self.inline.span(element))
        names = classes(element)
        if "admonition" in names:
            return self._admonition(element, names)
        if "receipts" in names:
            return self._receipts(element)
        if {"columns", "cards"} & set(names):
            cells = [node("column", self.read(one)) for one in element if self._is_block(one)]
            return [node("columns", cells)] if cells else []
        kind = next((BOXES[name] for name in names if name in BOXES), None)
        return [node("box", self.read(element), kind=kind)] if kind else self.read(element)

    def _admonition(self, element: HtmlElement, names: list[str]) -> Content:
        title = element.find("./p[@class='admonition-title']")
        words = self.inline.read(title) if title is not None else []
        kind = next((name for name in names if name in WORD_BY_ADMONITION), "note")
        word = WORD_BY_ADMONITION[kind]
        if "".join(part for part in words if isinstance(part, str)).strip().lower() in (
            word.lower(),
            kind,
        ):
            words = []
        return [node("box", self.read(element), kind=kind, word=word, title=words)]

    def _receipts(self, element: HtmlElement) -> Content:
        items = []
        for item in element.iterfind(".//li"):
            link = item.find("./a")
            body = self.inline.read(item)
            href = link.get("href") if link is not None else None
            found = item.get("id")
            label = self.addresses.label(found) if found else None
            items.append(node("li", body, id=label, to=href))
        intro = [part for one in element.iterfind("./p") for part in self._p(one)]
        return [*intro, node("receipts", items)] if items else intro


def _paragraph(line: Content, style: str | None = None) -> Content:
    if all(blank(part) for part in line):
        # An anchor without text still marks a place.
        return [part for part in line if not isinstance(part, str)]
    if isinstance(line[0], str):
        line = [line[0].lstrip(), *line[1:]]
    mixed = any(one["t"] == "block" for one in walk(line))
    return [node("p", line, style=style, mixed=mixed or None)]


def _without_notes(line: Content) -> tuple[Content, Content]:
    """A heading's words, and its notes for the paragraph below: contents carry no notes."""
    notes = [part for part in line if isinstance(part, dict) and part["t"] in ("note", "mark")]
    return [part for part in line if part not in notes], notes
