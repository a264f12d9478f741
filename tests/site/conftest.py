"""The built site as values: each page parsed once, links resolved, and the content it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from tests.built import built_pages

from scifi.content.checks import check_all
from scifi.corpus import Corpus

ROOT = Path(__file__).parents[2]

HOST = "https://site.example/"
"""A host that stands for the site's own, so that relative links can be resolved."""


@dataclass(frozen=True)
class Page:
    """One built page: `address` below the site's root, and what stands in its file."""

    address: str
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page, parsed."""
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def main(self) -> Tag:
        """What the page itself says, without header and footer."""
        found = self.soup.find("main")
        assert isinstance(found, Tag), f"{self.address} has no <main>"
        return found

    @cached_property
    def tags(self) -> list[Tag]:
        """Every tag of the page, in order."""
        return list(self.soup.find_all(True))

    @cached_property
    def anchors(self) -> list[Tag]:
        """Every link that a reader can follow."""
        return [tag for tag in self.tags if tag.name == "a" and tag.has_attr("href")]

    @cached_property
    def ids(self) -> list[str]:
        """Every id in the page, in order."""
        return [str(tag["id"]) for tag in self.tags if tag.has_attr("id")]

    def resolve(self, link: str) -> str | None:
        """The site address a link leads to, with its anchor; None for another host."""
        url = urlsplit(urljoin(HOST + self.address, link))
        if f"{url.scheme}://{url.netloc}/" != HOST:
            return None
        return unquote(url.path.lstrip("/")) + (f"#{unquote(url.fragment)}" * bool(url.fragment))

    @cached_property
    def said(self) -> set[str]:
        """Addresses on this site that the article links to; trail and table of contents are not."""
        return {
            address
            for link in self.anchors
            if link.find_parent("main")
            and not link.find_parent("nav")
            and (address := self.resolve(str(link["href"])))
        }

    def under(self, heading: str) -> list[Tag]:
        """The blocks between the heading with this id and the next of its level."""
        start = self.main.find(id=heading)
        assert isinstance(start, Tag), f"{self.address} has no heading #{heading}"
        blocks = []
        for sibling in start.find_next_siblings():
            if sibling.name in ("h1", start.name):
                break
            blocks.append(sibling)
        return blocks


class Pages(Mapping[str, Page]):
    """All built pages by address; asking for a page that was not built says so."""

    def __init__(self, site: Path):
        self._pages = {}
        for path in built_pages(site):
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            # What stands in a frame of another site has no frame of this one.
            if address.startswith("embed/"):
                continue
            self._pages[address] = Page(address, path.read_text(encoding="utf-8"))

    def __getitem__(self, address: str) -> Page:
        assert address in self._pages, f"the site has no page at /{address}"
        return self._pages[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    def __contains__(self, address: object) -> bool:
        return address in self._pages


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """Every page of the built site."""
    return Pages(site)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The content the site was built from."""
    return check_all(ROOT).corpus
