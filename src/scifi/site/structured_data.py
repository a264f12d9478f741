"""
What a page says of itself to programs: schema.org as JSON-LD in its head (https://schema.org).

A block of data, no script: nothing of it runs, and the content policy lets it stand.
"""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from scifi import urls
from scifi.kinds import KINDS
from scifi.language import _, code

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

TYPES = {"": "WebSite", "data/": "Dataset", KINDS["term"].index: "DefinedTermSet"}
"""Pages of a type of their own, by address."""

OWN_TYPES = {"indicator": "DefinedTerm"}
"""Types of entries that are no article, by kind."""

_SIGNS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Signs that could end the block in which the data stand, as JSON may write them."""


def of_page(
    address: str,
    title: str,
    description: str,
    meta: Mapping[str, Any],
    published: str = "",
    changed: str = "",
) -> Markup:
    """
    The data of the page at `address` below the site's root, as they stand in its head.

    `meta` is that of the page: its `kind`, `parents` and `authors`. `published` is the address of
    the site, empty while there is none: then links are relative. `changed` is the day of its newest
    change, empty if there was none.
    """
    kind = _type(address, str(meta.get("kind") or ""))
    page: dict[str, Any] = {"@type": kind}
    page["headline" if kind == "Article" else "name"] = title
    if kind == "Dataset":
        page |= {"description": description, "creator": _project()}
    if published:
        page["url"] = published + address
    if authors := list(meta.get("authors") or []):
        page["author"] = [{"@type": "Person", "name": name} for name in authors]
    if changed:
        page["dateModified"] = changed
    # Said once for the whole site and for its data: pages have a budget of bytes.
    if kind in ("WebSite", "Dataset"):
        page |= {"inLanguage": code(), "license": LICENCE}
    graph = [page, *_trail(address, meta.get("parents") or [], published)]
    data = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup("".join(_SIGNS.get(sign, sign) for sign in text))


def _type(address: str, kind: str) -> str:
    """An entry with a page of its own is an article, unless its kind says otherwise."""
    if address in TYPES:
        return TYPES[address]
    record = KINDS.get(kind)
    own = record and address.removeprefix(record.index).strip("/")
    if record and own and "/" not in own and record.own_pages and address.startswith(record.index):
        return OWN_TYPES.get(kind, "Article")
    indexes = {record.index for record in KINDS.values() if record.listed}
    return "CollectionPage" if record or address in indexes else "WebPage"


def _project() -> dict[str, str]:
    return {"@type": "Organization", "name": _("SCIFI cookbook contributors")}


def _trail(address: str, parents: list[Mapping[str, str]], published: str) -> list[dict[str, Any]]:
    """The pages above this one, as they stand above its heading."""
    if not parents:
        return []
    steps = [
        {
            "@type": "ListItem",
            "position": at,
            "name": parent["title"],
            "item": published + parent["url"]
            if published
            else urls.relative(address, parent["url"]),
        }
        for at, parent in enumerate(parents, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": steps}]
