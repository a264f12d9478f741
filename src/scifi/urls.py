"""Where each entry's page is, and links from one page to another."""

import posixpath

from scifi.kinds import KINDS


def url(kind: str, id_: str) -> str:
    """Address of an entry below the site's root."""
    return KINDS[kind].url(id_)


def relative(here: str, there: str) -> str:
    """The link from one site address to another, such as `../../aid-kit/no-bids/`."""
    path, _, anchor = there.partition("#")
    link = posixpath.relpath(path or ".", here or ".") + (
        "/" if path.endswith("/") or not path else ""
    )
    if path == here or (not path and not here):
        link = "" if anchor else "./"
    return link + (f"#{anchor}" if anchor else "")
