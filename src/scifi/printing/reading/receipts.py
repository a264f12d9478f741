"""
Receipts on paper: a raised number, a note at the foot where it is first used, the list at the end.

The note holds title and publisher; the list adds date, address and the day it was read.
"""

import re

from lxml.html import HtmlElement

from scifi.language import _, code
from scifi.printing.reading.addresses import Addresses
from scifi.printing.reading.furniture import words_on_paper
from scifi.printing.reading.nodes import Content, Node, new_node, whole_number


class ReceiptMarks:
    """The numbered sources of one page, and which of them have had their note."""

    def __init__(self, article: HtmlElement, addresses: Addresses):
        self.label, self.resolve = addresses.label, addresses.resolve
        self.noted: set[int] = set()
        self.sources: dict[int, HtmlElement] = {}
        for item in article.xpath('.//div[contains(@class,"receipts")]/ol/li[@id]/a[@href][1]'):
            number = whole_number(re.sub(r"\D", "", item.getparent().get("id")), 9_999) or 0
            self.sources.setdefault(number, item)

    def is_mark(self, element: HtmlElement) -> bool:
        """True for a number alone; anything else with this class is text as any other."""
        found = words_on_paper(element)
        return len(found) == 1 and whole_number(found[0], 9_999) is not None

    def marked(self, element: HtmlElement) -> Content:
        """The raised number of a `sup.receipt`, with its note on first use."""
        link = element.find(".//a")
        digits = re.findall(r"\d+", element.text_content())
        if link is None or not digits:
            return [new_node("sup", [_plain(element.text_content())])]
        return [self._mark(int(digits[-1]), link.get("title") or "")]

    def of_number(self, element: HtmlElement) -> Content:
        """The mark of a number that is itself the link to its source."""
        title = (element.get("title") or "").removeprefix(source_prefix())
        href = element.get("href")
        for number, link in self.sources.items():
            if link.get("href") == href and title.startswith(_plain(link.text_content())):
                return [self._mark(number, title)]
        target = self.resolve(href or "")
        return [new_node(target.kind, [" " + _("(source)")], to=target.to)] if target else []

    def _mark(self, number: int, words: str) -> Node:
        label = self.label(f"source-{number}")
        if number in self.noted or not words:
            return new_node("mark", None, n=number, to=label)
        self.noted.add(number)
        return new_node("note", self._told(number, words), n=number, to=label)

    def _told(self, number: int, words: str) -> Content:
        """The words of a note, its title in the language that the list gives."""
        words, link = _plain(words), self.sources.get(number)
        title = _plain(link.text_content()) if link is not None else ""
        if link is None or not words.startswith(title):
            return [words]
        return [*in_language(link, [title]), words.removeprefix(title)]


def in_language(element: HtmlElement, content: Content) -> Content:
    """Content that says in which language it is, if that is not the language of the site."""
    said = element.get("lang") or ""
    foreign = re.fullmatch("[a-z]{2,3}", said) and said != code() and content
    return [new_node("lang", content, lang=said)] if foreign else content


def source_prefix() -> str:
    """How the title of a number begins that is itself the link to its source."""
    return _("Source: {source}", source="")


def names_source(element: HtmlElement) -> bool:
    """True for what is itself the link to its source."""
    return (element.get("title") or "").startswith(source_prefix())


def _plain(text: str) -> str:
    return " ".join(text.split())
