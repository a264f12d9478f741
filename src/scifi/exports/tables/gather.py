"""All tables of a knowledge base, in their order."""

from scifi.corpus import Corpus
from scifi.exports.tables.computed import with_computed
from scifi.exports.tables.entries import entry_tables
from scifi.exports.tables.shared import shared_tables
from scifi.exports.tables.table import Table
from scifi.kinds import PARTS

FIRST = ("casestudies", "results", "solutions")
"""Tables that most people come for."""


def tables(corpus: Corpus) -> list[Table]:
    """Every table: those that most people want, then by part of the site; without drafts."""
    found = [*with_computed(corpus, entry_tables(corpus)), *shared_tables(corpus)]
    first = {name: place for place, name in enumerate(reversed(FIRST), start=1)}
    parts = list(PARTS)
    return sorted(found, key=lambda table: (-first.get(table.name, 0), parts.index(table.part)))
