"""
How to cite a page: a sentence in the order of APA, an entry for BibTeX and one of CSL-JSON.

The day on which it was read is added by the reader's browser (`frontend/scripts/citation.js`), and
so is the address of a copy whose own is not known.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from scifi.language import _, and_list

_BIBTEX = {
    **{sign: f"\\{sign}" for sign in "{}#$%&_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Signs that mean something in BibTeX, and how they are written there."""


@dataclass(frozen=True)
class Edition:
    """What all pages of one site have in common: its version and the year of that."""

    version: str
    year: int


@dataclass(frozen=True)
class Citation:
    """One page in the three forms."""

    sentence: str
    bibtex: str
    csl: str


def citation(
    edition: Edition, title: str, path: str, address: str = "", authors: Sequence[str] = ()
) -> Citation:
    """
    How to cite the page at `path` below the site's root, published at `address` if that is known.

    `authors` are thanked on the page and stand before the contributors of the whole. The forms:
    APA, 7th edition, section 10.16 (a page of a website); biblatex `@online`; CSL-JSON 1.0.2.
    """
    by = [*authors, _("SCIFI cookbook contributors")]
    return Citation(
        _sentence(edition, title, address, by),
        _bibtex(edition, title, path, address, by),
        _csl(edition, title, path, address, by),
    )


def _sentence(edition: Edition, title: str, address: str, by: list[str]) -> str:
    said = _(
        "{authors}. ({year}). {title} (Version {version}). SCIFI cookbook.",
        authors=and_list(by).rstrip("."),
        year=str(edition.year),
        title=title.rstrip("."),
        version=edition.version,
    )
    return f"{said} {address}".rstrip()


def _bibtex(edition: Edition, title: str, path: str, address: str, by: list[str]) -> str:
    # Braces keep the name of a body and the capitals of a title as they are.
    authors = " and ".join(f"{{{_escaped(author)}}}" for author in by)
    lines = [f'  author = "{authors}"', f'  title = "{{{_escaped(title)}}}"']
    fields = {
        "organization": "SCIFI cookbook",
        "year": str(edition.year),
        "version": edition.version,
        **({"url": address} if address else {}),
    }
    lines += [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return ",\n".join([f"@online{{{_key(path)}", *lines]) + "\n}"


def _csl(edition: Edition, title: str, path: str, address: str, by: list[str]) -> str:
    entry = {
        "id": _key(path),
        "type": "webpage",
        "author": [{"literal": author} for author in by],
        "title": title,
        "container-title": "SCIFI cookbook",
        "issued": {"date-parts": [[edition.year]]},
        "version": edition.version,
        **({"URL": address} if address else {}),
    }
    return json.dumps([entry], ensure_ascii=False, indent=2)


def _key(path: str) -> str:
    return "scifi-" + (re.sub(r"[^\w]+", "-", path).strip("-") or "home")


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(sign, sign) for sign in text)
