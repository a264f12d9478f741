"""
Receipts on paper: a raised number, a note at the foot where it is first used, the list at the end.

The note holds title and publisher; the list adds date, address and the day it was read.
"""

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from scifi.printing.nodes import Content, Node, node


class Receipts:
    """The numbered sources of one page, and which of them have had their note."""

    def __init__(self, article: HtmlElement, label: Callable[[str], str]):
        self.label = label
        self.noted: set[int] = set()
        self.number_by_source: dict[tuple[str, str], int] = {}
        for item in article.xpath('.//div[contains(@class,"receipts")]/ol/li[@id]/a[@href][1]'):
            number = int(re.sub(r"\D", "", item.getparent().get("id")) or 0)
            source = (item.get("href"), _plain(item.text_content()))
            self.number_by_source.setdefault(source, number)

    def marked(self, element: HtmlElement) -> Content:
        """The raised number of a `sup.receipt`, with its note on first use."""
        link = element.find(".//a")
        digits = re.findall(r"\d+", element.text_content())
        if link is None or not digits:
            return [node("sup", [_plain(element.text_content())])]
        return [self._mark(int(digits[-1]), link.get("title") or "")]

    def of_number(self, element: HtmlElement) -> Content:
        """The mark of a number that is itself the link to its source."""
        title = (element.get("title") or "").removeprefix("Source: ")
        href = element.get("href")
        for (address, name), number in self.number_by_source.items():
            if address == href and title.startswith(name):
                return [self._mark(number, title)]
        return [node("url", [" (source)"], to=href)] if href else []

    def _mark(self, number: int, words: str) -> Node:
        if number in self.noted or not words:
            return node("mark", None, n=number, to=self.label(f"source-{number}"))
        self.noted.add(number)
        return node("note", [_plain(words)], n=number, to=self.label(f"source-{number}"))


def _plain(text: str) -> str:
    return " ".join(text.split())
