"""Words that several papers, or the templates in `typst/`, say; sizes and counts in words."""

import re
from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import TypeVar

from scifi.language import LOCALES, _, code, ngettext, number

Value = TypeVar("Value")

_VALUE = re.compile(r"\{(\w+)\}")


def cookbook() -> str:
    """What all of it is called."""
    return _("SCIFI cookbook")


def contributors() -> str:
    """Who wrote it."""
    return _("SCIFI cookbook contributors")


def template_words() -> dict[str, str]:
    """Every fixed word of the templates by name; what is in braces they fill in themselves."""
    return {
        "contents": _("Contents"),
        "links": _("Outside links"),
        "named": _("Named here, told elsewhere in the cookbook"),
        "newer": _("Paper grows old: check for a newer one at {address}"),
        "notes": _("Notes"),
        "on-page": _("(p.\u00a0{page})"),
        "page-of": page_of(),
        "pages": _("Pages: {pages}"),
        "pair": _("{name}: {value}"),
        "qr": _("QR code of the address {address}"),
        "sources": _("Sources"),
        "the-cookbook": _("the SCIFI cookbook"),
        "in-the-cookbook": _("the SCIFI cookbook, “{title}”"),
    }


def page_of() -> str:
    """What stands at the foot of a page, with `{page}` and `{pages}`."""
    return _("Page {page} of {pages}")


def independence() -> str:
    """Whose publication it is not."""
    return _("Independent: not a publication of the European Union or of any city named here.")


def filled(text: str, values: Mapping[str, Value]) -> Iterator[str | Value]:
    """The pieces of a text with values in its braces, for values that are no text."""
    for at, piece in enumerate(_VALUE.split(text)):
        if at % 2:
            yield values[piece]
        elif piece:
            yield piece


def in_short(title: str, most: int) -> str:
    """A title in one line: what stands before its colon, and of that so many letters."""
    return shorten(title.partition(": ")[0], most, placeholder=" …")


def pages_in_words(count: int) -> str:
    """How long something is."""
    return ngettext("{n} page", "{n} pages", count)


def bytes_in_words(size: int) -> str:
    """A size in KB or MB."""
    if size >= 1e6:
        return _("{size} MB", size=number(size / 1e6, 1))
    return _("{size} KB", size=number(max(1, round(size / 1e3))))


def spoken_language() -> str:
    """The language with its country, as office programs ask for it: `en-GB`."""
    return LOCALES.get(code(), code()).replace("_", "-")
