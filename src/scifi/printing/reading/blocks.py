"""Blocks of a page: paragraphs, lists, boxes, tables, charts, each by its tag and class."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement

from scifi.language import N_, _
from scifi.printing.reading.addresses import Addresses, readable
from scifi.printing.reading.drawings import drawing, file_name, inline_drawing
from scifi.printing.reading.furniture import classes, left_out
from scifi.printing.reading.inline import (
    BLOCK_TAGS,
    SHOWN_ELSEWHERE,
    InlineReader,
    address_of,
    clean,
)
from scifi.printing.reading.nodes import (
    Content,
    Node,
    blank,
    is_node,
    new_node,
    text_of,
    walk,
    whole_number,
)
from scifi.printing.reading.tables import table
from scifi.printing.style import Style

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
    "note": N_("Note"), "info": N_("Note"), "tip": N_("Tip"), "success": N_("Done"),
    "question": N_("Question"), "warning": N_("Caution"), "failure": N_("Failure"),
    "danger": N_("Warning"), "example": N_("Example"),
}  # fmt: skip
"""The word a box begins with, so that its meaning never rests on colour."""


class BlockReader:
    """Reads the blocks of one page and collects its drawings."""

    inline: InlineReader

    def __init__(self, site: Path, addresses: Addresses, style: Style):
        self.site = site
        self.addresses = addresses
        self.style = style
        self.drawings: dict[str, str] = {}

    def read(self, element: HtmlElement) -> Content:
        """Everything inside an element as blocks; loose text becomes paragraphs."""
        return [block for part in self._parts(element, lambda child: False) for block in part]

    def _parts(self, element: HtmlElement, is_part: Callable[[HtmlElement], bool]) -> Iterator[Any]:
        """The children that are parts, and between them all else as blocks: nothing is lost."""
        out: Content = []
        line: Content = [clean(element.text)] if element.text else []
        for child in element:
            if is_part(child) and not left_out(child):
                if loose := out + _paragraph(line):
                    yield loose
                out, line = [], []
                yield child
            elif self._is_block(child):
                out += _paragraph(line) + self.block(child)
                line = []
            else:
                line += self.inline.span(child)
            if child.tail:
                line.append(clean(child.tail))
        if loose := out + _paragraph(line):
            yield loose

    def _is_block(self, element: HtmlElement) -> bool:
        return isinstance(element.tag, str) and element.tag.lower() in BLOCK_TAGS

    def block(self, element: HtmlElement) -> Content:
        """One element as blocks."""
        if left_out(element):
            return []
        tag = element.tag.lower()
        readers: dict[str, Callable[[HtmlElement], Content]] = {
            "p": self._p, "ul": self._list, "ol": self._list, "dl": self._dl,
            "figure": self._figure, "details": self._details, "hr": lambda e: [new_node("hr")],
            "table": lambda e: table(e, self.read, self.inline.read),
            "pre": lambda e: [new_node("pre", "".join(e.itertext()).strip("\n"))],
            "blockquote": lambda e: [new_node("box", self.read(e), kind="clause")],
        }  # fmt: skip
        if re.fullmatch(r"h[1-6]", tag):
            return self._heading(element)
        if tag not in readers:
            return self._division(element)
        anchor = element.get("id") if tag != "figure" else None
        mark = [new_node("anchor", id=self.addresses.label(anchor))] if anchor else []
        return mark + readers[tag](element)

    def _heading(self, element: HtmlElement) -> Content:
        words, notes = _without_notes(self.inline.read(element))
        if all(blank(part) for part in words):
            return []
        found = element.get("id")
        label = self.addresses.label(found) if found else None
        made: Content = [new_node("h", words, l=int(element.tag[1]), id=label)]
        return made + ([new_node("p", notes)] if notes else [])

    def _p(self, element: HtmlElement) -> Content:
        style = next((name for name in PARAGRAPH_STYLES if name in classes(element)), None)
        return _paragraph(self.inline.read(element), style)

    def _list(self, element: HtmlElement) -> Content:
        items = [
            new_node("li", part) if isinstance(part, list) else self._item(part)
            for part in self._parts(element, _named("li"))
        ]
        style = next((name for name in LIST_STYLES if name in classes(element)), None)
        if not items:
            return []
        if style == "case-list":
            for node in walk(items):
                node["t"] = "under" if node["t"] == "soft" else node["t"]
        start = whole_number(element.get("start"), 9_999)
        return [new_node(element.tag.lower(), items, style=style, start=start)]

    def _item(self, element: HtmlElement) -> Node:
        found = element.get("id")
        return new_node("li", self.read(element), id=self.addresses.label(found) if found else None)

    def _dl(self, element: HtmlElement) -> Content:
        pairs = _paired(self._terms(element))
        style = "facts" if "facts" in classes(element) else "milestones"
        return [new_node("dl", pairs, style=style)] if pairs else []

    def _terms(self, element: HtmlElement) -> Iterator[Node]:
        for part in self._parts(element, _named("dt", "dd", "div")):
            if isinstance(part, list):
                yield new_node("meaning", part)
            elif part.tag == "div":
                yield from self._terms(part)
            elif part.tag == "dt":
                yield new_node("term", self.inline.read(part))
            else:
                yield new_node("meaning", self.read(part))

    def _figure(self, element: HtmlElement) -> Content:
        svg = element.find("svg")
        if "headline" in classes(element) and svg is not None:
            return self._headline(element, svg)
        if not {"chart", "drawing"} & set(classes(element)):
            return self.read(element)
        self._drop_words(element)
        taken: dict[str, Content] = {"caption": [], "basis": [], "table": [], "loose": []}
        for part in self._parts(element, _is_of_chart):
            self._take(part, taken)
        return [self._chart(element, taken), *taken["loose"]]

    def _drop_words(self, figure: HtmlElement) -> None:
        """Where there is a drawing for paper, its words are its alternative text."""
        words = figure.find("./details[@class='drawing-words']")
        if words is not None and self._drawing(figure.get("data-drawing")):
            words.drop_tree()

    def _take(self, part: Any, taken: dict[str, Content]) -> None:
        """Sort a part of a chart's figure to its caption, basis or table; all else stays loose."""
        if isinstance(part, list):
            taken["loose"] += part
        elif part.tag == "figcaption":
            taken["caption"] += self.inline.read(part)
        elif "chart-basis" in classes(part):
            taken["basis"] += self.inline.read(part)
        else:
            for block in self._open(part):
                is_table = is_node(block) and block["t"] == "table"
                taken["table" if is_table else "loose"].append(block)

    def _open(self, details: HtmlElement) -> Content:
        """What is folded on the screen, without its words to open it: paper has it open."""
        if (summary := details.find("./summary")) is not None:
            summary.drop_tree()
        return self.read(details)

    def _chart(self, element: HtmlElement, taken: dict[str, Content]) -> Node:
        # The drawing may stand on another page than its table.
        title = _("Numbers of the chart: {title}", title=text_of(taken["caption"]).strip())
        for rows in taken["table"]:
            if is_node(rows):
                rows["cap"] = [title]
        return new_node(
            "chart",
            id=self.addresses.label(element.get("id") or "chart"),
            cap=taken["caption"],
            basis=taken["basis"],
            table=taken["table"],
            **self._drawing(element.get("data-chart") or element.get("data-drawing")),
        )

    def _drawing(self, chart: str | None) -> dict[str, Any]:
        found = drawing(self.site, chart, self.style)
        if found is None:
            return {}
        svg, width, words = found
        self.drawings[file_name(svg)] = svg
        return {"src": file_name(svg), "width": width, "alt": words}

    def _headline(self, element: HtmlElement, svg: HtmlElement) -> Content:
        """A drawing that stands in the page itself, between its title and what is to be known."""
        text, width, words = inline_drawing(svg, self.style)
        self.drawings[file_name(text)] = text
        return [
            new_node(
                "drawing",
                cap=self.inline.read(element.find("figcaption")),
                basis=self.inline.read(element.find("p")),
                src=file_name(text),
                width=width,
                alt=words,
            )
        ]

    def _details(self, element: HtmlElement) -> Content:
        if "more" in classes(element):
            return self._open(element)
        summary = element.find("./summary")
        title = self.inline.read(summary) if summary is not None else []
        if summary is not None:
            summary.drop_tree()
        return [new_node("box", self.read(element), kind="notice", title=title)]

    def _division(self, element: HtmlElement) -> Content:
        if element.tag.lower() in SHOWN_ELSEWHERE:
            # What a reader gets who cannot see it, or all that follows a tag that was not closed.
            return _paragraph(self.inline.elsewhere(element)) + self.read(element)
        names = classes(element)
        if "admonition" in names:
            return self._admonition(element, names)
        if "receipts" in names:
            return self._receipts(element)
        if {"columns", "cards"} & set(names):
            return self._columns(element)
        kind = next((BOXES[name] for name in names if name in BOXES), None)
        return [new_node("box", self.read(element), kind=kind)] if kind else self.read(element)

    def _columns(self, element: HtmlElement) -> Content:
        cells = [
            new_node("column", part if isinstance(part, list) else self.read(part))
            for part in self._parts(element, self._is_block)
        ]
        return [new_node("columns", cells)] if cells else []

    def _admonition(self, element: HtmlElement, names: list[str]) -> Content:
        words: Content = []
        if title := element.xpath("./p[contains(@class,'admonition-title')]"):
            words = self.inline.read(title[0])
            title[0].drop_tree()
        kind = next((name for name in names if name in WORD_BY_ADMONITION), "note")
        word = _(WORD_BY_ADMONITION[kind])
        said = "".join(part for part in words if isinstance(part, str)).strip()
        if len(words) == 1 and said.lower() in (word.lower(), kind):
            word, words = said, []
        return [new_node("box", self.read(element), kind=kind, word=word, title=words)]

    def _receipts(self, element: HtmlElement) -> Content:
        out: Content = []
        for part in self._parts(element, _named("ol")):
            if isinstance(part, list):
                out += part
            else:
                items = [self._receipt(item) for item in self._parts(part, _named("li"))]
                out.append(new_node("receipts", items))
        return out

    def _receipt(self, item: Any) -> Node:
        if isinstance(item, list):
            return new_node("li", item)
        link, found = item.find("./a"), item.get("id")
        target = self.addresses.resolve(address_of(link)) if link is not None else None
        address = target.to if target and target.kind == "url" else None
        return new_node(
            "li",
            self.inline.read(item),
            id=self.addresses.label(found) if found else None,
            to=address,
            shown=readable(address) if address else None,
        )


def _paired(parts: Iterable[Node]) -> Content:
    """Terms with their meanings; one alone stands beside an empty place."""
    pairs: Content = []
    for part in parts:
        wanted = "meaning" if len(pairs) % 2 else "term"
        if part["t"] != wanted:
            pairs.append(new_node(wanted, []))
        pairs.append(part)
    return [*pairs, new_node("meaning", [])] if len(pairs) % 2 else pairs


def _named(*names: str) -> Callable[[HtmlElement], bool]:
    return lambda element: element.tag in names


def _is_of_chart(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or bool(
        {"chart-basis", "chart-data", "drawing-words"} & set(classes(element))
    )


def _paragraph(line: Content, style: str | None = None) -> Content:
    if all(blank(part) for part in line):
        # An anchor without text still marks a place.
        return [part for part in line if not isinstance(part, str)]
    if isinstance(line[0], str):
        line = [line[0].lstrip(), *line[1:]]
    mixed = any(node["t"] == "block" for node in walk(line))
    return [new_node("p", line, style=style, mixed=mixed or None)]


def _without_notes(line: Content) -> tuple[Content, Content]:
    """A heading's words, and its notes for the paragraph below: contents carry no notes."""
    notes = [part for part in line if is_node(part) and part["t"] in ("note", "mark")]
    return [part for part in line if part not in notes], [*notes]
