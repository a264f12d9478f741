"""
Nodes as elements of an e-book's page: the type of a node is a tag, or has a function here.

Written as it comes; `mend` then makes of it what XHTML allows, whatever stood in the page.
"""

import re
from collections.abc import Callable
from urllib.parse import quote

from lxml.builder import ElementMaker
from lxml.html import HtmlElement, html_parser

from scifi.printing.reading.nodes import Node, Tree, inner, is_node, nodes_in, text_of

Parts = list[str | HtmlElement]

EPUB = "http://www.idpf.org/2007/ops"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

TAGS = {
    "anchor": "span", "b": "strong", "br": "br", "code": "code", "column": "div", "dd": "dd",
    "del": "del", "dt": "dt", "highlight": "mark", "hr": "hr", "i": "em", "li": "li", "line": "div",
    "meaning": "dd", "ol": "ol", "p": "p", "pre": "pre", "q": "q", "small": "small",
    "soft": "small", "sub": "sub", "sup": "sup", "term": "dt", "u": "u", "ul": "ul",
    "under": "small",
}  # fmt: skip
"""Types that are a tag and no more; a type that is unknown loses its tag, not its text."""

PHRASES = (
    "a", "br", "code", "del", "em", "img", "mark", "q", "small", "span", "strong", "sub", "sup", "u"
)  # fmt: skip
"""Tags that stand within a line; all others are blocks."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

WORDS_ONLY = {*PHRASES, *HEADINGS, "dt", "th", "caption"} - {"a", "span"}
"""Tags in which no block may stand, or hardly any."""

ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?([/?#].*)?|mailto:[^@\s]+@[\w.-]+")

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML file may hold."""

_make = ElementMaker(nsmap={"epub": EPUB}, makeelement=html_parser.makeelement)


def tag(name: str, *parts: str | HtmlElement, **attributes: object) -> HtmlElement:
    """An element; attributes without a value are left out, `class_` and `epub_type` are renamed."""
    names = {"class_": "class", "epub_type": f"{{{EPUB}}}type"}
    given = {names.get(key, key): str(value) for key, value in attributes.items() if value}
    return _make(name, *parts, {key: NOT_XML.sub("", value) for key, value in given.items()})


def written(content: Tree) -> Parts:
    """Nodes and strings as elements and strings, in reading order."""
    if isinstance(content, str):
        return [NOT_XML.sub("", content)]
    if not is_node(content):
        return [made for part in content or [] for made in written(part)]
    made = MAKERS.get(content["t"], _plain)(content)
    marks = {
        "id": content.get("id"), "class": content.get("style"), LANG: content.get("lang"),
        "lang": content.get("lang"), "data-index": content.get("index"),
    }  # fmt: skip
    given = {key: value for key, value in marks.items() if value}
    if not given:
        return made
    marked = made[0] if len(made) == 1 and not isinstance(made[0], str) else tag("span", *made)
    marked.attrib.update(given)
    return [marked]


def _plain(node: Node) -> Parts:
    parts = written(inner(node))
    name = f"h{min(node['l'], 6)}" if node["t"] == "h" else TAGS.get(node["t"])
    return [tag(name, *parts, start=node.get("start"))] if name else parts


def _badge(node: Node) -> Parts:
    words, kind = written(inner(node)), node.get("kind", "").partition("-")[0]
    return [tag("strong", *words, class_=None if kind in ("bare", "kind") else f"badge {kind}")]


def _note(node: Node) -> Parts:
    """A raised number that leads to its source."""
    noteref = {"epub_type": "noteref", "role": "doc-noteref", "href": f"#{node.get('to', '')}"}
    return [tag("sup", tag("a", str(node["n"]), title=text_of(inner(node)), **noteref))]


def _link(node: Node) -> Parts:
    words, label = written(inner(node)), node.get("label")
    outside = node["to"] if node["t"] == "url" else node.get("web", "")
    href = f"#{label}" if label else web_address(outside)
    return [tag("a", *words, href=href)] if href else words


def _receipts(node: Node) -> Parts:
    items = tag("ol", *written(inner(node)))
    return [tag("section", items, class_="receipts", epub_type="endnotes", role="doc-endnotes")]


def _pairs(node: Node) -> Parts:
    # A term with several meanings stands once; before the next ones stands an empty one.
    rows = [
        row for at, row in enumerate(nodes_in(node)) if row["t"] != "term" or row.get("c") or not at
    ]
    return [tag("dl", *written(rows))]


def _box(node: Node) -> Parts:
    word, title = written(node.get("word")), written(node.get("title"))
    head = [*word, *([": "] if word and title else []), *title]
    parts = [tag("p", *head, class_="box-title")] if head else []
    return [tag("div", *parts, *written(inner(node)), class_=f"box {node.get('kind', '')}")]


def _table(node: Node) -> Parts:
    head = [tag("tr", *(_cell(cell, "col") for cell in row)) for row in node.get("head", [])]
    rows = [tag("tr", *(_cell(cell, "row") for cell in row)) for row in node.get("rows", [])]
    parts = [tag("caption", *written(node["cap"]))] if "cap" in node else []
    parts += [tag("thead", *head)] if head else []
    return [tag("table", *parts, *([tag("tbody", *rows)] if rows else []))]


def _cell(node: Node, scope: str) -> HtmlElement:
    size = {"colspan": node.get("cs"), "rowspan": node.get("rs"), "class_": node.get("side")}
    # An empty head would be announced as a head without a name.
    if (scope == "col" or "th" in node) and node.get("c"):
        return tag("th", *written(inner(node)), scope=scope, **size)
    return tag("td", *written(inner(node)), **size)


def _chart(node: Node) -> Parts:
    parts = [tag("figcaption", *written(node["cap"]))] if "cap" in node else []
    parts += [tag("img", src=f"../images/{node['src']}", alt=node["alt"])] if "src" in node else []
    parts += [tag("p", *written(node["basis"]), class_="chart-basis")] if "basis" in node else []
    return [tag("figure", *parts, *written(node.get("table", [])))]


MAKERS: dict[str, Callable[[Node], Parts]] = {
    "badge": _badge, "box": _box, "chart": _chart, "dl": _pairs, "drawing": _chart, "mark": _note,
    "note": _note, "receipts": _receipts, "ref": _link, "table": _table, "url": _link,
}  # fmt: skip


def web_address(address: str) -> str | None:
    """An address as readers of e-books accept it; None for one that leads nowhere."""
    found = quote(address.strip(), safe="!#$%&'()*+,-./:;=?@_~")
    found = re.sub("%(?![0-9A-Fa-f]{2})", "%25", found)
    return found if ADDRESS.fullmatch(found) else None


def mend(page: HtmlElement) -> None:
    """Resolve what may not be: blocks within words, links within links, levels left out."""
    for words in list(page.iter(*WORDS_ONLY)):
        for block in _blocks(words):
            if block.tail or block.getnext() is not None:
                block.tail = f" {block.tail or ''}"
            block.drop_tag()
    for line in page.iter("p", "span"):
        if _blocks(line):
            line.tag = "div"
    for link in list(page.iter("a")):
        if next(link.iterancestors("a"), None) is not None:
            link.drop_tag()
    # The title of a page is its first level, which stands outside of what it holds.
    levels = sorted({heading.tag for heading in page.iter(*HEADINGS)})
    for heading in page.iter(*HEADINGS):
        heading.tag = HEADINGS[min(levels.index(heading.tag) + 1, 5)]


def _blocks(element: HtmlElement) -> list[HtmlElement]:
    return [part for part in element.iterdescendants() if part.tag not in PHRASES]
