"""The model contract for a pilot, for site and paper alike: who signs, and its clauses in order."""

import re
from collections.abc import Sequence

from scifi.corpus import Corpus
from scifi.language import _
from scifi.model import Clause, Worksheet
from scifi.model.clause import ClauseGroup, Pieces, in_pieces

NAMED_ANNEX = re.compile(r"\bAnnex ([A-Z])\b")
"""How a clause names an annex."""


def parties() -> Pieces:
    """Who signs, with blanks for the names."""
    return in_pieces(
        _(
            "Between [{city}] (the City) and [{firm}] (the Firm).",
            city=_("name of the city"),
            firm=_("name of the firm"),
        )
    )


def in_groups(clauses: Sequence[Clause]) -> list[tuple[ClauseGroup, list[Clause]]]:
    """Clauses in the order of the contract, under what they are about."""
    found = [(group, [c for c in clauses if c.group is group]) for group in ClauseGroup]
    return [(group, clauses) for group, clauses in found if clauses]


def annexes(corpus: Corpus, clauses: Sequence[Clause]) -> list[Worksheet]:
    """The sheets that clauses name as annexes, by their letters."""
    named = {letter for clause in clauses for letter in NAMED_ANNEX.findall(clause.text)}
    found = (sheet for sheet in corpus.worksheets if sheet.annex in named)
    return sorted(found, key=lambda sheet: sheet.annex or "")


def annex_title(sheet: Worksheet) -> str:
    """How the contract lists one of its annexes."""
    return _("Annex {letter}: {title}", letter=sheet.annex, title=sheet.title)


def annexes_lead() -> str:
    """What stands above the list of annexes."""
    return _("The annexes that the text names are part of the contract:")


def signatures() -> list[list[str]]:
    """Rows in which both sides sign; the first row is a head, empty cells are written in."""
    told = (_("Place and date"), _("Name and function"), _("Signature"))
    return [["", _("For the City"), _("For the Firm")], *([words, "", ""] for words in told)]
