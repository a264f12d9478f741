"""Writes every JSON file below `api/v1/` of a site."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from scifi.content.schema import schema
from scifi.corpus import Corpus
from scifi.exports.api import addresses, lists
from scifi.exports.api.documents import Documents
from scifi.exports.api.openapi import openapi
from scifi.kinds import KINDS
from scifi.site.pages import Site

Held = BaseModel | dict[str, Any]


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Address below the site's root and content of every file."""
    for address, held in documents(site):
        yield address, as_bytes(held)


def documents(site: Site) -> Iterator[tuple[str, Held]]:
    """Address below the site's root and record of every file."""
    years = lists.changes(site.corpus)
    yield addresses.CONTENTS, lists.contents(site, years)
    yield addresses.FACETS, lists.facets_shown(site.corpus)
    yield addresses.SHORTCUTS, lists.shortcuts(site.corpus)
    for year in years:
        yield addresses.changes(year.year), year
    schemas = {kind: schema(kind, _ids(site.corpus)) for kind in sorted(KINDS)}
    for name, held in schemas.items():
        yield addresses.schema(KINDS[name]), held
    written = Documents(site)
    for kind in addresses.listed():
        yield from lists.listings(site.corpus, kind)
        for entry in site.corpus.all(kind.name):
            yield addresses.document(kind, entry.id), written.document(kind, entry)
    yield addresses.OPENAPI, openapi(site.published, schemas)


def _ids(corpus: Corpus) -> dict[str, list[str]]:
    """The ids that editors offer, as in `data/schemas`; those of drafts are no examples here."""
    return {kind: sorted(entry.id for entry in corpus.all(kind)) for kind in corpus.entries}


def as_bytes(held: Held) -> bytes:
    """
    A file as JSON in UTF-8, always the same for the same content.

    Fields stand in the order of their record. An opening angle bracket is escaped: a program that
    takes the file for a page finds no tag in it.
    """
    data = held.model_dump(mode="json", by_alias=True) if isinstance(held, BaseModel) else held
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").encode() + b"\n"
