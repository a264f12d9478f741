"""Text within a line: emphasis, links, receipts, badges."""

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from scifi.language import _
from scifi.printing.reading.addresses import Addresses
from scifi.printing.reading.furniture import WORDS_ONLY, classes, left_out
from scifi.printing.reading.nodes import Content, blank, new_node
from scifi.printing.reading.receipts import ReceiptMarks, in_language, names_source
from scifi.printing.words import filled

TYPE_BY_TAG = {
    "strong": "b", "b": "b", "em": "i", "i": "i", "cite": "i", "dfn": "i", "var": "i",
    "sup": "sup", "sub": "sub", "del": "del", "s": "del", "ins": "u", "u": "u", "mark": "highlight",
    "small": "small", "q": "q",
}  # fmt: skip
"""Tags that keep their meaning; every other tag is lost, its text is not."""

BADGES = {"status", "urgency", "kind", "grade"}
"""Classes of short words in a frame."""

SPAN_STYLES = {"where": "soft", "unknown": "i", "money": "line"}
"""Classes of spans with a look of their own."""

SHOWN_ELSEWHERE = {"iframe", "video", "audio", "object", "embed"}

BLOCK_TAGS = {
    "p", "div", "section", "article", "ul", "ol", "dl", "table", "figure", "pre", "blockquote",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "details", "address", "main", "aside", "header",
    "footer", "center", "form", "fieldset", "legend", "summary", "hgroup", "dir", "menu",
    "search", "li", "dt", "dd", "caption", "figcaption", "thead", "tbody", "tfoot", "tr", "td",
    "th", "iframe", "video", "audio", "object", "embed",
}  # fmt: skip
"""Tags that begin a block of their own."""


class InlineReader:
    """Reads the text of one page; `blocks` is asked for a block that stands inside a line."""

    def __init__(
        self,
        addresses: Addresses,
        receipts: ReceiptMarks,
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
            return [new_node("block", self.blocks(element))]
        if left_out(element):
            return []
        if tag == "br":
            return [new_node("br")]
        if "receipt" in names and self.receipts.is_mark(element):
            return self.receipts.marked(element)
        styled = self._styled(element, tag, names)
        # The language of a number that is a link is that of the title of its source.
        content = styled if names_source(element) else in_language(element, styled)
        return self._anchor(element) + content

    def _styled(self, element: HtmlElement, tag: str, names: set[str]) -> Content:
        if found := next((name for name in classes(element) if name in BADGES), None):
            return self._badge(element, found)
        if "grade-link" in names:
            # On screen a hidden word explains the letter; paper has room to say it.
            return self._explained_grade(element)
        if tag == "a":
            return self._link(element, names)
        if tag in ("code", "samp", "kbd"):
            return [new_node("code", clean("".join(element.itertext())))]
        if style := next((SPAN_STYLES[name] for name in SPAN_STYLES if name in names), None):
            return [new_node(style, self.read(element))]
        if tag in TYPE_BY_TAG:
            content = self.read(element)
            return [new_node(TYPE_BY_TAG[tag], content)] if content else []
        if tag in BLOCK_TAGS:
            return [new_node("block", self.blocks(element))]
        return self.read(element)

    def _badge(self, element: HtmlElement, name: str) -> Content:
        kind = next((n for n in classes(element) if n.startswith(f"{name}-")), name)
        return [new_node("badge", self.read(element), kind=kind)]

    def _explained_grade(self, element: HtmlElement) -> Content:
        out: Content = []
        for piece in filled(_("Evidence grade {grade}"), {"grade": self.read(element)}):
            out += [new_node("badge", [piece], kind="bare")] if isinstance(piece, str) else piece
        return [new_node("unbroken", out)]

    def _anchor(self, element: HtmlElement) -> Content:
        found = element.get("id")
        return [new_node("anchor", id=self.addresses.label(found))] if found else []

    def _link(self, element: HtmlElement, names: set[str]) -> Content:
        content = self.read(element)
        if all(blank(part) for part in content):
            return content
        if names & WORDS_ONLY.keys():
            return [new_node("i", content)] if "unknown" in names else content
        if "number" in names or ("unknown" in names and names_source(element)):
            return [*content, *self.receipts.of_number(element)]
        href = address_of(element)
        target = self.addresses.resolve(href)
        if target is None:
            if href and not href.startswith("#"):
                self.warn(_('link not kept: "{address}"', address=href[:60]))
            return content
        term = "term" if "term" in names else None
        return [new_node(target.kind, content, to=target.to, term=term)]

    def _picture(self, element: HtmlElement) -> Content:
        # Pictures of pages are drawings, which stand inline; any other is a stranger's.
        alt = clean(element.get("alt")) or _("no description")
        src = (element.get("src") or "")[:60]
        self.warn(_('picture not kept: "{address}"', address=src))
        return [new_node("i", [_("[Picture: {description}]", description=alt)])]

    def elsewhere(self, element: HtmlElement) -> Content:
        """What paper says instead of a film or another page."""
        src = element.get("src") or element.get("data") or ""
        self.warn(_('"{tag}" is not for paper: "{address}"', tag=element.tag, address=src[:60]))
        if re.match(r"https?://", src):
            return [new_node("i", [_("[Shown on the website only: {address}]", address=src)])]
        return [new_node("i", [_("[Shown on the website only]")])]


def address_of(element: HtmlElement) -> str:
    """The address of a link as browsers read it: they skip line ends and other controls."""
    return re.sub(r"[\x00-\x1f]", "", element.get("href") or "").strip().replace(" ", "%20")


def clean(text: str | None) -> str:
    """Text with runs of space made one, and without control characters."""
    return SPACES.sub(" ", CONTROL.sub("", text or ""))


CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
SPACES = re.compile(r"[ \t\n]+")
