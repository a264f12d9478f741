"""Where a link of a page leads: into the same file, to another page, or out of the cookbook."""

import posixpath
import re
from dataclasses import dataclass


def slug(address: str) -> str:
    """The name of a page inside a file: `cookbook/measuring/` becomes `cookbook-measuring`."""
    return re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-") or "home"


def readable(address: str) -> str:
    """A web address as a reader needs it."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


MOST_BYTES = 8_000
"""A longer address is no address: the typesetter refuses it."""


@dataclass(frozen=True)
class Target:
    """
    Where a link leads.

    `kind` is "ref" for a page of the cookbook, `to` then its label; "url" for the web.
    """

    kind: str
    to: str


@dataclass(frozen=True)
class Addresses:
    """The addresses as seen from the page at `here`, an address below the site's root."""

    here: str

    def label(self, id_: str) -> str:
        """The label of an element of this page; every page has labels of its own."""
        return f"{slug(self.here)}--{re.sub(r'[^A-Za-z0-9_.-]', '-', id_)}"

    def resolve(self, href: str) -> Target | None:
        """The target of a link; None for one that is no link on paper."""
        if len(href.encode()) > MOST_BYTES:
            return None
        if re.match(r"(?i)https?://[^/]", href) or re.match(r"(?i)mailto:[^/]", href):
            return Target("url", href)
        if re.match(r"(?i)[a-z][a-z0-9+.-]*:|//|/", href) or not href:
            return None
        path, _, anchor = href.partition("#")
        page = self.here if not path else self._page(path)
        if page.startswith("../"):
            return None
        return Target("ref", page + (f"#{anchor}" if anchor else ""))

    def _page(self, path: str) -> str:
        joined = posixpath.normpath(posixpath.join(self.here or ".", path))
        return "" if joined == "." else joined + ("/" if path.endswith(("/", ".")) else "")


def label_of(target: str) -> str:
    """The label that a resolved address has in a file that holds its page."""
    page, _, anchor = target.partition("#")
    return Addresses(page).label(anchor) if anchor else f"{slug(page)}--top"
