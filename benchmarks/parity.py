"""
The same content built by two engines, page by page: `python -m benchmarks.parity SITE OTHER`.

Prints a line for each difference, then for each aspect the share of pages that are equal; ends with
1 where a share is below `LEAST`. The frame around an article belongs to each engine and is left
out; so are files that are no pages.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from benchmarks.heights import addresses
from scifi.language import number

LEAST = 99
"""Share of equal pages, in per cent, from which on an engine can take the place of another."""

ASPECTS = ("address", "title", "headings", "links", "text", "tables")
"""What is compared; a page counts once for each."""

INLINE = {"a", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "tspan"}
"""Elements inside a line: no space stands around them that was not written."""

HEADINGS = ("h2", "h3", "h4", "h5", "h6")

Seen = Mapping[str, tuple[str, ...]]
"""What stands on a page, piece by piece, by aspect."""


@dataclass(frozen=True)
class Difference:
    """The first piece in which two pages of one address differ in one aspect."""

    page: str
    aspect: str
    one: str
    other: str

    def __str__(self) -> str:
        return f"/{self.page}  {self.aspect}: {self.one!r} | {self.other!r}"


def differences(site: Path, other: Path) -> Iterator[Difference]:
    """How two built sites differ: at most once for each page and aspect."""
    mine, theirs = set(addresses(site)), set(addresses(other))
    for page in sorted(mine | theirs):
        if page not in mine or page not in theirs:
            there = ("a page" if page in pages else "" for pages in (mine, theirs))
            yield Difference(page, "address", *there)
        else:
            yield from _apart(page, seen(site, page), seen(other, page))


def _apart(page: str, one: Seen, other: Seen) -> Iterator[Difference]:
    for aspect in one:
        pairs = zip_longest(one[aspect], other[aspect], fillvalue="")
        first = next(((mine, theirs) for mine, theirs in pairs if mine != theirs), None)
        if first:
            yield Difference(page, aspect, *first)


def seen(site: Path, address: str) -> Seen:
    """A page by aspect: title, headings, links as addresses, words, and the rows of tables."""
    path = str(site / address / "index.html")
    tree = html.parse(path, html.HTMLParser(encoding="utf-8")).getroot()
    article = tree.find(".//article[@class]")
    title, heading = tree.findtext(".//title", ""), tree.find(".//h1")
    shown = "" if heading is None else _words(heading)
    for element in article.findall(".//h1"):
        element.drop_tree()
    # Some frames show the lead above the article.
    for lead in tree.findall('.//p[@class="page-lead"]'):
        article.insert(0, lead)
    _part_blocks(article)
    links = article.findall(".//a[@href]")
    return {
        "title": (" ".join(title.replace(" – ", " - ").split()), shown),
        "headings": tuple(f"{h.tag} #{h.get('id')} {_words(h)}" for h in article.iter(*HEADINGS)),
        "links": tuple(urljoin(f"/{address}", a.get("href")) for a in links),
        "text": tuple(_words(article).split()),
        "tables": tuple(" | ".join(map(_words, row)) for row in article.iter("tr")),
    }


def _part_blocks(article: html.HtmlElement) -> None:
    """Put spaces around blocks: readers see them apart, however the HTML is broken into lines."""
    for element in article.iter(html.etree.Element):
        if element.tag not in INLINE:
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def shares(found: list[Difference], pages: int) -> dict[str, float]:
    """The share of pages, in per cent, that are equal in each aspect."""
    apart = Counter(difference.aspect for difference in found)
    return {aspect: 100 * (1 - apart[aspect] / pages) for aspect in ASPECTS}


def main() -> int:
    """Print the differences and the shares; 1 if an aspect is below `LEAST`."""
    site, other = map(Path, sys.argv[1:3])
    found = list(differences(site, other))
    for difference in found:
        print(difference)
    pages = len({*addresses(site), *addresses(other)})
    equal = shares(found, pages)
    for aspect, share in equal.items():
        print(f"{aspect:9} equal on {number(share, 2)} % of {number(pages)} pages")
    return int(min(equal.values()) < LEAST)


if __name__ == "__main__":
    sys.exit(main())
