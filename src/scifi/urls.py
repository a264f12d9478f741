"""Where each entry's page is, and links from one page to another."""

import posixpath

from scifi.kinds import KINDS


def url(kind: str, id_: str) -> str:
    """Address of an entry below the site's root."""
    return KINDS[kind].url(id_)


def paper(word: str, id_: str = "", suffix: str = "", ending: str = ".pdf") -> str:
    """
    Address of a printed file below the site's root, such as `print/chapter-measuring.pdf`.

    It says what the file is, never which version: that stands inside, so that links last.
    """
    name = "-".join(part for part in (word, id_) if part)
    return f"print/{name}{suffix}{ending}"


def drawing(chart: str, canvas: str) -> str:
    """Address of a chart drawn for paper, below the site's root."""
    return f"assets/charts/{chart}-{canvas}.svg"


def relative(here: str, there: str) -> str:
    """The link from one site address to another, such as `../../aid-kit/no-bids/`."""
    path, _, anchor = there.partition("#")
    link = posixpath.relpath(path or ".", here or ".") + (
        "/" if path.endswith("/") or not path else ""
    )
    if path == here or (not path and not here):
        link = "" if anchor else "./"
    return link + (f"#{anchor}" if anchor else "")
