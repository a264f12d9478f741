"""
Nodes as XHTML for e-readers: every node has its element, every word is escaped.

What is no phrase cannot stand inside one: a block within a line turns the line into a division.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from scifi.printing.reading.nodes import (
    CONTENT_KEYS,
    Content,
    Node,
    Tree,
    inner,
    is_node,
    new_node,
    nodes_in,
    text_of,
    walk,
)
from scifi.printing.words import same_as_table

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML file may hold."""

TAG_BY_TYPE = {
    "b": "strong", "i": "em", "sup": "sup", "sub": "sub", "del": "del", "u": "u", "q": "q",
    "small": "small", "soft": "small", "highlight": "mark",
}  # fmt: skip
"""Types within a line that have an element of their own."""

BLOCK_TYPES = {
    "block", "box", "cell", "chart", "column", "columns", "dl", "h", "hr", "li", "meaning", "ol",
    "p", "pre", "receipts", "table", "term", "tied", "ul",
}  # fmt: skip
"""Types of nodes that cannot stand within a line."""

SAFE_IN_ADDRESS = "!#$%&'()*+,-./:;=?@_~"


def text(words: str) -> Markup:
    """Words as XML text."""
    return escape(NOT_XML.sub("", words))


def tag(name: str, inner: Iterable[str] | str = "", **attributes: str | int | None) -> Markup:
    """An element; attributes without a value are left out, `class_` and `epub_type` are renamed."""
    names = {"class_": "class", "epub_type": "epub:type"}
    given = Markup("").join(
        Markup(' {}="{}"').format(Markup(names.get(key, key.replace("_", "-"))), text(str(value)))
        for key, value in attributes.items()
        if value not in (None, "")
    )
    body = Markup("").join(escape(part) for part in ([inner] if isinstance(inner, str) else inner))
    if not body and name in ("br", "hr", "img"):
        return Markup("<{}{}/>").format(Markup(name), given)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), given, body)


def web_address(address: str) -> str | None:
    """An address as readers of e-books accept it; None for one that leads nowhere."""
    found = quote(NOT_XML.sub("", address).strip(), safe=SAFE_IN_ADDRESS)
    found = re.sub("%(?![0-9A-Fa-f]{2})", "%25", found)
    try:
        parts = urlsplit(found)
        known = parts.scheme in ("http", "https") and re.fullmatch(r"[\w.-]+", parts.hostname or "")
    except ValueError:
        return None
    return found if known or re.fullmatch(r"mailto:[^@\s]+@[\w.-]+", found) else None


class Xhtml:
    """
    Writes the nodes of one file of an e-book.

    `places` gives the address of each label as seen from this file; `mention` gets the name of
    an index entry and gives the id of the place that mentions it.
    """

    def __init__(self, places: Mapping[str, str], mention: Callable[[str], str]):
        self.places = places
        self.mention = mention
        self.in_link = False

    def write(self, content: Tree) -> Markup:
        """Nodes and strings in reading order."""
        if isinstance(content, str):
            return text(content)
        if is_node(content):
            return self._node(content)
        return Markup("").join(self.write(part) for part in content or [])

    def _node(self, node: Node) -> Markup:
        make: Callable[[Node], Markup] | None = getattr(self, f"_{node['t']}", None)
        if make is not None:
            return make(node)
        written = self.write(inner(node))
        if node["t"] in TAG_BY_TYPE and not has_block(inner(node)):
            return tag(TAG_BY_TYPE[node["t"]], written)
        return written

    def _p(self, node: Node) -> Markup:
        name = "div" if has_block(inner(node)) else "p"
        return tag(name, self.write(inner(node)), class_=node.get("style"))

    def _h(self, node: Node) -> Markup:
        return tag(f"h{min(node['l'], 6)}", self.write(phrase(inner(node))), id=node.get("id"))

    def _br(self, node: Node) -> Markup:
        return tag("br")

    def _hr(self, node: Node) -> Markup:
        return tag("hr")

    def _code(self, node: Node) -> Markup:
        return tag("code", text(text_of(node)))

    def _pre(self, node: Node) -> Markup:
        return tag("pre", text(text_of(node)))

    def _line(self, node: Node) -> Markup:
        return self.write(inner(node)) + tag("br")

    def _anchor(self, node: Node) -> Markup:
        return tag("span", id=node.get("id"))

    def _badge(self, node: Node) -> Markup:
        words, kind = self.write(phrase(inner(node))), node.get("kind", "")
        if kind == "bare" or kind.startswith("kind"):
            return tag("strong", words)
        if kind == "ours":
            return tag("em", [Markup("‹"), words, Markup("›")], class_="ours")
        return tag("strong", words, class_=f"badge {kind.partition('-')[0]}")

    def _note(self, node: Node) -> Markup:
        return self._number(node, "".join(part for part in inner(node) if isinstance(part, str)))

    def _mark(self, node: Node) -> Markup:
        return self._number(node, "")

    def _number(self, node: Node, words: str) -> Markup:
        """A raised number that leads to its receipt; without a receipt its words stand there."""
        href = self.places.get(node.get("to", ""))
        if href is None or self.in_link:
            said = f" ({words})" if words and href is None else ""
            return tag("sup", str(node["n"])) + text(said)
        link = tag(
            "a", str(node["n"]), href=href, title=words, epub_type="noteref", role="doc-noteref"
        )
        return tag("sup", link)

    def _url(self, node: Node) -> Markup:
        return self._link(node, web_address(node["to"]))

    def _ref(self, node: Node) -> Markup:
        href = self.places.get(node.get("label", "")) or web_address(node.get("web", ""))
        id_ = self.mention(node["index"]) if "index" in node else None
        return self._link(node, href, id_)

    def _link(self, node: Node, href: str | None, id_: str | None = None) -> Markup:
        if href is None or self.in_link:
            words = self.write(inner(node))
            return tag("span", id=id_) + words if id_ else words
        self.in_link = True
        words = self.write(inner(node))
        self.in_link = False
        return tag("a", words, href=href, id=id_)

    def _ul(self, node: Node) -> Markup:
        return self._items(node, "ul")

    def _ol(self, node: Node) -> Markup:
        return self._items(node, "ol")

    def _items(self, node: Node, name: str) -> Markup:
        items = [self._li(item) for item in nodes_in(node)]
        return tag(name, items, class_=node.get("style"), start=node.get("start"))

    def _li(self, node: Node) -> Markup:
        return tag("li", self.write(lone(inner(node))), id=node.get("id"))

    def _receipts(self, node: Node) -> Markup:
        items = [self._li(item) for item in nodes_in(node)]
        return tag("section", tag("ol", items), class_="receipts", epub_type="endnotes")

    def _dl(self, node: Node) -> Markup:
        parts = []
        for at, row in enumerate(nodes_in(node)):
            if row["t"] == "meaning":
                parts.append(tag("dd", self.write(lone(inner(row)))))
            elif row.get("c") or at == 0:
                parts.append(tag("dt", self.write(phrase(inner(row)))))
        return tag("dl", parts, class_=node.get("style"))

    def _columns(self, node: Node) -> Markup:
        return Markup("").join(tag("div", self.write(inner(cell))) for cell in nodes_in(node))

    def _box(self, node: Node) -> Markup:
        words = [text(node["word"])] if "word" in node else []
        words += [self.write(phrase(node["title"]))] if "title" in node else []
        head = tag("p", Markup(": ").join(words), class_="box-title") if words else Markup("")
        return tag("div", [head, self.write(inner(node))], class_=f"box {node.get('kind', '')}")

    def _table(self, node: Node) -> Markup:
        cap = tag("caption", self.write(phrase(node["cap"]))) if "cap" in node else Markup("")
        head = [self._row(row, "col") for row in node.get("head", [])]
        rows = [self._row(row, "row") for row in node.get("rows", [])]
        parts = [tag("thead", head)] if head else []
        return tag("table", [cap, *parts, *([tag("tbody", rows)] if rows else [])])

    def _row(self, row: list[Node], scope: str) -> Markup:
        return tag("tr", [self._cell(cell, scope) for cell in row])

    def _cell(self, node: Node, scope: str) -> Markup:
        head = scope == "col" or "th" in node
        # An empty head would be announced as a head without a name.
        name = "th" if head and node.get("c") else "td"
        return tag(
            name,
            self.write(lone(inner(node))),
            scope=scope if name == "th" else None,
            colspan=node.get("cs"),
            rowspan=node.get("rs"),
            class_=node.get("side") if node.get("side") != "left" else None,
        )

    def _chart(self, node: Node) -> Markup:
        parts = [tag("figcaption", self.write(phrase(node["cap"])))] if "cap" in node else []
        if "src" in node:
            parts.append(tag("img", src=f"../images/{node['src']}", alt=node["alt"]))
        if "basis" in node:
            parts.append(tag("p", self.write(node["basis"]), class_="chart-basis"))
        for table in node.get("table", []):
            parts.append(self.write({**table, "cap": [same_as_table()]}))
        return tag("figure", parts, id=node.get("id"))


def has_block(content: Tree) -> bool:
    """True if a block stands inside the line."""
    return any(node["t"] in ("block", "p") for node in walk(content))


def lone(content: Content) -> Content:
    """A single paragraph without a look of its own as its words: lists and cells stay close."""
    paragraphs = [part for part in content if is_node(part) and part["t"] == "p"]
    if len(paragraphs) != 1 or "style" in paragraphs[0] or has_block(inner(paragraphs[0])):
        return content
    out: Content = []
    for part in content:
        out += inner(paragraphs[0]) if part is paragraphs[0] else [part]
    return out


def phrase(content: Sequence[Tree]) -> Content:
    """A content without blocks: for places where only words may stand."""
    out: Content = []
    for part in content:
        if isinstance(part, list):
            out += phrase(part)
        elif is_node(part) and (part["t"] in BLOCK_TYPES or has_block(part)):
            out += [new_node("anchor", id=part["id"])] if "id" in part else []
            for key in CONTENT_KEYS:
                out += [*phrase([part.get(key, "")]), " "]
        elif isinstance(part, str) or is_node(part):
            out.append(part)
    return out
