"""Where embedded pages are, and the line of HTML by which others show one in a page of theirs."""

from html import escape

FOLDER = "embed/"
"""Their folder below the site's root; not searched, not in the list of pages, not kept offline."""

WIDTH, HEIGHT = 480, 400
"""Size of the frame that we propose, px; it scrolls where a text needs more."""


def address(word: str, id_: str) -> str:
    """Where the embedded page of a "case", a "solution" or a "chart" is, below the site's root."""
    return f"{FOLDER}{word}/{id_}/"


def oembed_address(word: str, id_: str) -> str:
    """Where programs find the line for it, below the site's root (https://oembed.com)."""
    return f"{FOLDER}oembed/{word}/{id_}.json"


def code(published: str, word: str, id_: str, title: str) -> str:
    """The line of HTML; `published` is the address of the site, with a slash at its end."""
    return (
        f'<iframe src="{escape(published + address(word, id_))}" title="{escape(title)}" '
        f'width="{WIDTH}" height="{HEIGHT}" loading="lazy" style="border:0"></iframe>'
    )
