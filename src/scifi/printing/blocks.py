"""Blocks of a page: paragraphs, lists, boxes, tables, charts, each by its tag and class."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from scifi.printing.addresses import Addresses, readable
from scifi.printing.drawings import drawing, file_name, is_drawing, ratio
from scifi.printing.editions import Style
from scifi.printing.furniture import classes, left_out
from scifi.printing.grids import table
from scifi.printing.inline import BLOCKS, SHOWN_ELSEWHERE, Inline, address_of, clean
from scifi.printing.nodes import Content, Node, blank, node, walk, whole_number

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


TALL, TALL_LARGE = 0.98, 1.1
"""Height by width from which a drawing as wide as the text would leave no room for its title."""


class Blocks:
    """Reads the blocks of one page and collects its drawings."""

    inline: Inline

    def __init__(self, addresses: Addresses, style: Style):
        self.addresses = addresses
        self.style = style
        self.drawings: dict[str, str] = {}

    def read(self, element: HtmlElement) -> Content:
        """Everything inside an element as blocks; loose text becomes paragraphs."""
        return [one for part in self._parts(element, lambda child: False) for one in part]

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
        style = next((name for name in PARAGRAPH_STYLES if name in classes(element)), None)
        return _paragraph(self.inline.read(element), style)

    def _list(self, element: HtmlElement) -> Content:
        items = [
            node("li", part) if isinstance(part, list) else self._item(part)
            for part in self._parts(element, _named("li"))
        ]
        style = next((name for name in LIST_STYLES if name in classes(element)), None)
        if not items:
            return []
        start = whole_number(element.get("start"), 9_999)
        return [node(element.tag.lower(), items, style=style, start=start)]

    def _item(self, element: HtmlElement) -> Node:
        found = element.get("id")
        return node("li", self.read(element), id=self.addresses.label(found) if found else None)

    def _dl(self, element: HtmlElement) -> Content:
        pairs = _paired(self._terms(element))
        style = "facts" if "facts" in classes(element) else "milestones"
        return [node("dl", pairs, style=style)] if pairs else []

    def _terms(self, element: HtmlElement) -> Iterator[Node]:
        for part in self._parts(element, _named("dt", "dd", "div")):
            if isinstance(part, list):
                yield node("meaning", part)
            elif part.tag == "div":
                yield from self._terms(part)
            elif part.tag == "dt":
                yield node("term", self.inline.read(part))
            else:
                yield node("meaning", self.read(part))

    def _table(self, element: HtmlElement) -> Content:
        return table(element, self.read, self.inline.read)

    def _figure(self, element: HtmlElement) -> Content:
        if "chart" not in classes(element):
            return self.read(element)
        taken: dict[str, Content] = {"caption": [], "basis": [], "table": [], "loose": []}
        for part in self._parts(element, _is_of_chart):
            self._take(part, taken)
        return [self._chart(element, taken), *taken["loose"]]

    def _take(self, part: Any, taken: dict[str, Content]) -> None:
        """Sort a part of a chart's figure to its caption, basis or table; all else stays loose."""
        if isinstance(part, list):
            taken["loose"] += part
        elif part.tag == "figcaption":
            taken["caption"] += self.inline.read(part)
        elif "chart-basis" in classes(part):
            taken["basis"] += self.inline.read(part)
        else:
            for one in self._open(part):
                taken["table" if one["t"] == "table" else "loose"].append(one)

    def _open(self, details: HtmlElement) -> Content:
        """What a folded table holds, without its words to open it: paper has its own."""
        if (summary := details.find("./summary")) is not None:
            summary.drop_tree()
        return self.read(details)

    def _chart(self, element: HtmlElement, taken: dict[str, Content]) -> Node:
        for one in taken["table"]:
            one.pop("cap", None)
        drawn = self._drawn(element)
        if drawn is not None and not is_drawing(drawn):
            taken["loose"] += _paragraph([clean(" ".join(drawn.itertext()))])
            drawn = None
        return node(
            "chart",
            id=self.addresses.label(element.get("id") or "chart"),
            cap=taken["caption"],
            basis=taken["basis"],
            table=taken["table"],
            **self._drawing(drawn) if drawn is not None else {},
        )

    def _drawn(self, element: HtmlElement) -> HtmlElement | None:
        """The drawing of a chart; that for a phone has letters twice as large on the same paper."""
        widths = ["chart-narrow", "chart-wide"] if self.style.large else ["chart-wide"]
        holders = [one for width in widths for one in element.find_class(width)]
        drawings = [one for holder in holders for one in holder.iterfind("./svg")]
        # One with very many rows would be so high that it had to be made small again.
        fitting = [one for one in drawings if ratio(one) < TALL_LARGE]
        return next(iter(fitting), drawings[-1] if drawings else None)

    def _drawing(self, svg: HtmlElement) -> dict[str, Any]:
        alt = " ".join(clean(text).strip() for text in svg.xpath("./title/text()|./desc/text()"))
        markup = drawing(svg, self.style.ink_saver)
        name = file_name(markup)
        self.drawings[name] = markup
        return {
            "src": name,
            "alt": alt or "Chart; its numbers stand in the table below.",
            "tall": ratio(svg) > (TALL_LARGE if self.style.large else TALL) or None,
        }

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
        return [node("box", self.read(element), kind=kind)] if kind else self.read(element)

    def _columns(self, element: HtmlElement) -> Content:
        cells = [
            node("column", part if isinstance(part, list) else self.read(part))
            for part in self._parts(element, self._is_block)
        ]
        return [node("columns", cells)] if cells else []

    def _admonition(self, element: HtmlElement, names: list[str]) -> Content:
        words: Content = []
        if title := element.xpath("./p[contains(@class,'admonition-title')]"):
            words = self.inline.read(title[0])
            title[0].drop_tree()
        kind = next((name for name in names if name in WORD_BY_ADMONITION), "note")
        word = WORD_BY_ADMONITION[kind]
        said = "".join(part for part in words if isinstance(part, str)).strip()
        if len(words) == 1 and said.lower() in (word.lower(), kind):
            word, words = said, []
        return [node("box", self.read(element), kind=kind, word=word, title=words)]

    def _receipts(self, element: HtmlElement) -> Content:
        out: Content = []
        for part in self._parts(element, _named("ol")):
            if isinstance(part, list):
                out += part
            else:
                out.append(node("receipts", [self._receipt(one) for one in self._list_items(part)]))
        return out

    def _list_items(self, element: HtmlElement) -> Iterator[Any]:
        return self._parts(element, _named("li"))

    def _receipt(self, item: Any) -> Node:
        if isinstance(item, list):
            return node("li", item)
        link, found = item.find("./a"), item.get("id")
        target = self.addresses.resolve(address_of(link)) if link is not None else None
        address = target.to if target and target.kind == "url" else None
        return node(
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
            pairs.append(node(wanted, []))
        pairs.append(part)
    return [*pairs, node("meaning", [])] if len(pairs) % 2 else pairs


def _named(*names: str) -> Callable[[HtmlElement], bool]:
    return lambda element: element.tag in names


def _is_of_chart(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or bool(
        {"chart-basis", "chart-data"} & set(classes(element))
    )


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
