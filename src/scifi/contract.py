"""The model contract for a pilot, for site and paper alike: who signs, and its clauses in order."""

from scifi.corpus import Corpus
from scifi.language import _
from scifi.model import Clause
from scifi.model.clause import ClauseGroup, Pieces, in_pieces


def parties() -> Pieces:
    """Who signs, with blanks for the names."""
    return in_pieces(_("Between [name of the city] (the City) and [name of the firm] (the Firm)."))


def in_groups(corpus: Corpus) -> list[tuple[ClauseGroup, list[Clause]]]:
    """All clauses in the order of the contract, under what they are about."""
    found = [(group, [c for c in corpus.clauses if c.group is group]) for group in ClauseGroup]
    return [(group, clauses) for group, clauses in found if clauses]
