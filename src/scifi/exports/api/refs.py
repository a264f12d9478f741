"""Entries as other documents name them."""

from collections.abc import Iterable, Mapping
from typing import Any

from scifi import urls
from scifi.corpus import Corpus, references
from scifi.exports.api import addresses
from scifi.exports.api.records import Ref
from scifi.kinds import KINDS
from scifi.model import Entry

Found = dict[str, list[Ref]]
"""Entries by kind."""


def ref(kind: str, entry: Entry) -> Ref:
    """An entry by its addresses."""
    return Ref(
        kind=kind,
        id=entry.id,
        title=entry.title,
        page=urls.url(kind, entry.id),
        self=addresses.document(KINDS[kind], entry.id),
    )


def related(corpus: Corpus, fields: Mapping[str, Any]) -> Found:
    """The entries that an entry with these fields names, by kind; drafts are left out."""
    own = {name: value for name, value in fields.items() if name != "sources"}
    return _found(corpus, {(kind, id_) for _path, kind, id_ in references(own)})


def named_by(corpus: Corpus, kind: str, entry: Entry) -> Found:
    """The entries that name an entry, by kind; drafts are left out."""
    kinds = [by.name for by in addresses.listed()]
    return _found(corpus, {(by, id_) for by in kinds for id_ in corpus.naming(kind, entry.id, by)})


def _found(corpus: Corpus, named: Iterable[tuple[str, str]]) -> Found:
    found: Found = {}
    for kind, id_ in sorted(named):
        entry = corpus.entries.get(kind, {}).get(id_)
        if entry and KINDS[kind].listed and not getattr(entry, "draft", False):
            found.setdefault(kind, []).append(ref(kind, entry))
    return found
