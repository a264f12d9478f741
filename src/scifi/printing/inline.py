"""Text within a line: emphasis, links, receipts, badges."""

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from scifi.printing.addresses import Addresses
from scifi.printing.furniture import classes, left_out
from scifi.printing.nodes import Content, blank, node
from scifi.printing.receipts import Receipts

TYPE_BY_TAG = {
    "strong": "b", "b": "b", "em": "i", "i": "i", "cite": "i", "dfn": "i", "var": "i",
    "sup": "sup", "sub": "sub", "del": "del", "s": "del", "ins": "u", "u": "u", "mark": "highlight",
    "small": "small", "q": "q",
}  # fmt: skip
"""Tags that keep their meaning; every other tag is lost, its text is not."""

BADGES = {"status", "urgency", "kind", "grade", "ours"}
"""Classes of short words in a frame."""

STYLES = {"where": "soft", "unknown": "i", "money": "line"}
"""Classes of spans with a look of their own."""

SHOWN_ELSEWHERE = {"iframe", "video", "audio", "object", "embed"}

BLOCKS = {
    "p", "div", "section", "article", "ul", "ol", "dl", "table", "figure", "pre", "blockquote",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "details", "address", "main", "aside", "header",
    "footer", "center", "form", "fieldset", "legend", "summary", "hgroup", "dir", "menu",
    "search", "li", "dt", "dd", "caption", "figcaption", "thead", "tbody", "tfoot", "tr", "td",
    "th", "iframe", "video", "audio", "object", "embed",
}  # fmt: skip
"""Tags that begin a block of their own."""


class Inline:
    """Reads the text of one page; `blocks` is asked for a block that stands inside a line."""

    def __init__(
        self,
        addresses: Addresses,
        receipts: Receipts,
        blocks: Callable[[HtmlElement], Content],
        warn: Callable[[str], None],
    ):
        self.addresses = addresses
        self.receipts = receipts
        self.blocks = blocks
        self.warn = warn

    def read(self, element: HtmlElement) -> Content:
        """Everything inside an element as one line of nodes and strings."""
        out: Content = [clean(element.text)] if element.text else []
        for child in element:
            out += self.span(child)
            if child.tail:
                out.append(clean(child.tail))
        return out

    def span(self, element: HtmlElement) -> Content:
        """One element within a line."""
        if not isinstance(element.tag, str):
            return []
        tag, names = element.tag.lower(), set(classes(element))
        if tag == "img":
            return self._picture(element)
        if tag in SHOWN_ELSEWHERE:
            return [node("block", self.blocks(element))]
        if left_out(element):
            return []
        if tag == "br":
            return [node("br")]
        if "receipt" in names and self.receipts.is_mark(element):
            return self.receipts.marked(element)
        return self._anchor(element) + self._styled(element, tag, names)

    def _styled(self, element: HtmlElement, tag: str, names: set[str]) -> Content:
        if found := next((name for name in classes(element) if name in BADGES), None):
            return self._badge(element, found)
        if "grade-link" in names:
            # On screen a hidden word explains the letter; paper has room to say it.
            return [node("badge", ["Evidence grade "], kind="bare"), *self.read(element)]
        if tag == "a":
            return self._link(element, names)
        if tag in ("code", "samp", "kbd"):
            return [node("code", clean("".join(element.itertext())))]
        if style := next((STYLES[name] for name in STYLES if name in names), None):
            return [node(style, self.read(element))]
        if tag in TYPE_BY_TAG:
            inner = self.read(element)
            return [node(TYPE_BY_TAG[tag], inner)] if inner else []
        if tag in BLOCKS:
            return [node("block", self.blocks(element))]
        return self.read(element)

    def _badge(self, element: HtmlElement, name: str) -> Content:
        inner = [clean(text) if isinstance(text, str) else text for text in self.read(element)]
        kind = next((n for n in classes(element) if n.startswith(f"{name}-")), name)
        return [node("badge", inner, kind=kind)]

    def _anchor(self, element: HtmlElement) -> Content:
        found = element.get("id")
        return [node("anchor", id=self.addresses.label(found))] if found else []

    def _link(self, element: HtmlElement, names: set[str]) -> Content:
        inner = self.read(element)
        if all(blank(part) for part in inner):
            return inner
        if "number" in names or (
            "unknown" in names and (element.get("title") or "").startswith("Source: ")
        ):
            return [*inner, *self.receipts.of_number(element)]
        href = address_of(element)
        target = self.addresses.resolve(href)
        if target is None:
            if href and not href.startswith("#"):
                self.warn(f'link not kept: "{href[:60]}"')
            return inner
        term = "term" if "term" in names else None
        return [node(target.kind, inner, to=target.to, term=term)]

    def _picture(self, element: HtmlElement) -> Content:
        # Pictures of pages are drawings, which stand inline; any other is a stranger's.
        alt = clean(element.get("alt")) or "no description"
        self.warn(f'picture not kept: "{(element.get("src") or "")[:60]}"')
        return [node("i", [f"[Picture: {alt}]"])]

    def elsewhere(self, element: HtmlElement) -> Content:
        """What paper says instead of a film or another page."""
        src = element.get("src") or element.get("data") or ""
        self.warn(f'"{element.tag}" is not for paper: "{src[:60]}"')
        shown = f": {src}" if re.match(r"https?://", src) else ""
        return [node("i", [f"[Shown on the website only{shown}]"])]


def address_of(element: HtmlElement) -> str:
    """The address of a link as browsers read it: they skip line ends and other controls."""
    return re.sub(r"[\x00-\x1f]", "", element.get("href") or "").strip().replace(" ", "%20")


def clean(text: str | None) -> str:
    """Text with runs of space made one, and without control characters."""
    return SPACE.sub(" ", CONTROL.sub("", text or ""))


CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
SPACE = re.compile(r"[ \t\n]+")
