"""One built page as a tree of allowed nodes. The template gets strings and numbers, never code."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from scifi.language import _
from scifi.printing.errors import PrintError
from scifi.printing.reading.addresses import Addresses, slug
from scifi.printing.reading.blocks import BlockReader
from scifi.printing.reading.inline import InlineReader, clean
from scifi.printing.reading.nodes import (
    CONTENT_KEYS,
    Content,
    Tree,
    is_node,
    new_node,
    text_of,
    walk,
)
from scifi.printing.reading.receipts import ReceiptMarks
from scifi.printing.reading.shapes import HEADS, shape
from scifi.printing.style import Style


@dataclass
class Article:
    """A page for paper: its title and lead, its blocks, and the drawings that it shows."""

    address: str
    title: str
    lead: str
    body: Content
    drawings: dict[str, str] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """Its name inside a file."""
        return slug(self.address)


def article_element(site: Path, address: str) -> tuple[HtmlElement, str, str]:
    """
    The article of a built page, its title and its lead.

    Raises:
        PrintError: There is no such page, or it is not built with our frame.
    """
    file = site / address / "index.html"
    if not file.is_file():
        raise PrintError(
            _(
                "{address}: this page was not built, so it cannot be printed. Run make site.",
                address=address,
            )
        )
    parser = lxml.html.HTMLParser(encoding="utf-8")
    page = lxml.html.parse(str(file), parser=parser).getroot()
    found = page.xpath('//main//article[contains(@class,"md-typeset")]')
    if not found:
        raise PrintError(
            _(
                "{address}: the page has no article, so nothing can be printed. "
                "Its frame has to be theme/main.html.",
                address=address,
            )
        )
    title = page.xpath('string(//main//h1[@data-pagefind-meta="title"])')
    lead = page.xpath('string(//main//p[contains(@class,"page-lead")])')
    return found[0], clean(str(title)).strip(), clean(str(lead)).strip()


def read_article(
    site: Path, address: str, style: Style, warn: Callable[[str], None] = lambda line: None
) -> Article:
    """The built page at `address` for paper; `warn` gets a line for all that could not be kept."""
    element, title, lead = article_element(site, address)
    addresses = Addresses(address)
    blocks = BlockReader(site, addresses, style)
    blocks.inline = InlineReader(
        addresses,
        ReceiptMarks(element, addresses),
        blocks.block,
        lambda line: warn(f"{address}: {line}"),
    )
    body = blocks.read(element)
    _mend(body)
    _join(body)
    shape(body, style.large)
    return Article(address, title or address, lead, body, blocks.drawings)


RAISED = ("note", "mark")


def _mend(body: Content) -> None:
    """Headings that skip no level, and no label twice: both would be refused."""
    level, seen = 1, set()
    for node in walk(body):
        if node["t"] == "h":
            level = node["l"] = min(max(node["l"], 2), level + 1)
        elif node.get("style") in HEADS:
            node["l"] = level + 1
        if node["t"] == "note":
            continue
        if node.get("id") in seen:
            del node["id"]
        elif node.get("id"):
            seen.add(node["id"])


def _join(content: Tree) -> None:
    """Keep raised numbers apart, and a number apart from its note."""
    if is_node(content):
        for key in CONTENT_KEYS:
            _join(content.get(key))
    if not isinstance(content, list):
        return
    for at in range(len(content) - 1, 0, -1):
        before, node = content[at - 1], content[at]
        if not is_node(node):
            continue
        if node["t"] in RAISED and is_node(before) and before["t"] in RAISED:
            content.insert(at, new_node("sup", [","]))
        elif node["t"] in RAISED and text_of(before)[-1:].isdigit():
            content.insert(at, "\u202f")
    for part in content:
        _join(part)
