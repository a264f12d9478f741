"""
Nodes as XHTML for e-readers: every node has its element, every word is escaped.

What is no phrase cannot stand inside one: a block within a line turns the line into a division.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from scifi.printing.nodes import PARTS, Content, Node, node, walk

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML file may hold."""

TAG_BY_TYPE = {
    "b": "strong", "i": "em", "sup": "sup", "sub": "sub", "del": "del", "u": "u", "q": "q",
    "small": "small", "soft": "small", "highlight": "mark",
}  # fmt: skip
"""Types within a line that have an element of their own."""

BLOCKS = {
    "block", "box", "cell", "chart", "column", "columns", "dl", "h", "hr", "li", "meaning", "ol",
    "p", "pre", "receipts", "table", "term", "tied", "ul",
}  # fmt: skip
"""Types that cannot stand within a line."""

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
    body = Markup("").join(escape(one) for one in ([inner] if isinstance(inner, str) else inner))
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

    def write(self, content: Any) -> Markup:
        """Nodes and strings in reading order."""
        if isinstance(content, str):
            return text(content)
        if isinstance(content, dict):
            return self._node(content)
        return Markup("").join(self.write(one) for one in content or [])

    def _node(self, one: Node) -> Markup:
        make: Callable[[Node], Markup] | None = getattr(self, f"_{one['t']}", None)
        if make is not None:
            return make(one)
        inner = self.write(one.get("c", []))
        if one["t"] in TAG_BY_TYPE and not has_block(one.get("c")):
            return tag(TAG_BY_TYPE[one["t"]], inner)
        return inner

    def _p(self, one: Node) -> Markup:
        name = "div" if has_block(one["c"]) else "p"
        return tag(name, self.write(one["c"]), class_=one.get("style"))

    def _h(self, one: Node) -> Markup:
        return tag(f"h{min(one['l'], 6)}", self.write(phrase(one["c"])), id=one.get("id"))

    def _br(self, one: Node) -> Markup:
        return tag("br")

    def _hr(self, one: Node) -> Markup:
        return tag("hr")

    def _code(self, one: Node) -> Markup:
        return tag("code", text(one["c"]))

    def _pre(self, one: Node) -> Markup:
        return tag("pre", text(one["c"]))

    def _line(self, one: Node) -> Markup:
        return self.write(one["c"]) + tag("br")

    def _anchor(self, one: Node) -> Markup:
        return tag("span", id=one.get("id"))

    def _badge(self, one: Node) -> Markup:
        inner, kind = self.write(phrase(one["c"])), one.get("kind", "")
        if kind == "bare" or kind.startswith("kind"):
            return tag("strong", inner)
        if kind == "ours":
            return tag("em", [Markup("‹"), inner, Markup("›")], class_="ours")
        return tag("strong", inner, class_=f"badge {kind.partition('-')[0]}")

    def _note(self, one: Node) -> Markup:
        return self._number(one, "".join(part for part in one["c"] if isinstance(part, str)))

    def _mark(self, one: Node) -> Markup:
        return self._number(one, "")

    def _number(self, one: Node, words: str) -> Markup:
        """A raised number that leads to its receipt; without a receipt its words stand there."""
        href = self.places.get(one.get("to", ""))
        if href is None or self.in_link:
            said = f" ({words})" if words and href is None else ""
            return tag("sup", str(one["n"])) + text(said)
        link = tag(
            "a", str(one["n"]), href=href, title=words, epub_type="noteref", role="doc-noteref"
        )
        return tag("sup", link)

    def _url(self, one: Node) -> Markup:
        return self._link(one, web_address(one["to"]))

    def _ref(self, one: Node) -> Markup:
        href = self.places.get(one.get("label", "")) or web_address(one.get("web", ""))
        id_ = self.mention(one["index"]) if "index" in one else None
        return self._link(one, href, id_)

    def _link(self, one: Node, href: str | None, id_: str | None = None) -> Markup:
        if href is None or self.in_link:
            inner = self.write(one["c"])
            return tag("span", id=id_) + inner if id_ else inner
        self.in_link = True
        inner = self.write(one["c"])
        self.in_link = False
        return tag("a", inner, href=href, id=id_)

    def _ul(self, one: Node) -> Markup:
        return self._items(one, "ul")

    def _ol(self, one: Node) -> Markup:
        return self._items(one, "ol")

    def _items(self, one: Node, name: str) -> Markup:
        items = [self._li(item) for item in one["c"]]
        return tag(name, items, class_=one.get("style"), start=one.get("start"))

    def _li(self, one: Node) -> Markup:
        return tag("li", self.write(lone(one.get("c", []))), id=one.get("id"))

    def _receipts(self, one: Node) -> Markup:
        items = [self._li(item) for item in one["c"]]
        return tag("section", tag("ol", items), class_="receipts", epub_type="endnotes")

    def _dl(self, one: Node) -> Markup:
        parts = []
        for at, row in enumerate(one["c"]):
            if row["t"] == "meaning":
                parts.append(tag("dd", self.write(lone(row.get("c", [])))))
            elif row.get("c") or at == 0:
                parts.append(tag("dt", self.write(phrase(row.get("c", [])))))
        return tag("dl", parts, class_=one.get("style"))

    def _columns(self, one: Node) -> Markup:
        return Markup("").join(tag("div", self.write(column["c"])) for column in one["c"])

    def _box(self, one: Node) -> Markup:
        words = [text(one["word"])] if "word" in one else []
        words += [self.write(phrase(one["title"]))] if "title" in one else []
        head = tag("p", Markup(": ").join(words), class_="box-title") if words else Markup("")
        return tag("div", [head, self.write(one.get("c", []))], class_=f"box {one.get('kind', '')}")

    def _table(self, one: Node) -> Markup:
        cap = tag("caption", self.write(phrase(one["cap"]))) if "cap" in one else Markup("")
        head = [self._row(row, "col") for row in one.get("head", [])]
        rows = [self._row(row, "row") for row in one.get("rows", [])]
        parts = [tag("thead", head)] if head else []
        return tag("table", [cap, *parts, *([tag("tbody", rows)] if rows else [])])

    def _row(self, row: list[Node], scope: str) -> Markup:
        return tag("tr", [self._cell(cell, scope) for cell in row])

    def _cell(self, one: Node, scope: str) -> Markup:
        head = scope == "col" or "th" in one
        # An empty head would be announced as a head without a name.
        name = "th" if head and one.get("c") else "td"
        return tag(
            name,
            self.write(lone(one.get("c", []))),
            scope=scope if name == "th" else None,
            colspan=one.get("cs"),
            rowspan=one.get("rs"),
            class_=one.get("side") if one.get("side") != "left" else None,
        )

    def _chart(self, one: Node) -> Markup:
        parts = [tag("figcaption", self.write(phrase(one["cap"])))] if "cap" in one else []
        if "src" in one:
            parts.append(tag("img", src=f"../images/{one['src']}", alt=one["alt"]))
        if "basis" in one:
            parts.append(tag("p", self.write(one["basis"]), class_="chart-basis"))
        for table in one.get("table", []):
            parts.append(self.write({**table, "cap": ["The same as a table"]}))
        return tag("figure", parts, id=one.get("id"))


def has_block(content: Any) -> bool:
    """True if a block stands inside the line."""
    return any(one["t"] in ("block", "p") for one in walk(content))


def lone(content: Content) -> Content:
    """A single paragraph without a look of its own as its words: lists and cells stay close."""
    paragraphs = [one for one in content if isinstance(one, dict) and one["t"] == "p"]
    if len(paragraphs) == 1 and "style" not in paragraphs[0] and not has_block(paragraphs[0]["c"]):
        return [part for one in content for part in (one["c"] if one is paragraphs[0] else [one])]
    return content


def phrase(content: Any) -> Content:
    """A content without blocks: for places where only words may stand."""
    out: Content = []
    for one in content:
        if isinstance(one, list):
            out += phrase(one)
        elif isinstance(one, dict) and (one["t"] in BLOCKS or has_block(one)):
            out += [node("anchor", id=one["id"])] if "id" in one else []
            for key in PARTS:
                out += [*phrase([one.get(key, "")]), " "]
        else:
            out.append(one)
    return out
