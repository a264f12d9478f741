"""The model contract for a pilot, for site and paper alike: who signs, and its clauses in order."""

from scifi.corpus import Corpus
from scifi.language import _
from scifi.model import Clause, Worksheet
from scifi.model.clause import ClauseGroup, Pieces, in_pieces


def parties() -> Pieces:
    """Who signs, with blanks for the names."""
    return in_pieces(
        _(
            "Between [{city}] (the City) and [{firm}] (the Firm).",
            city=_("name of the city"),
            firm=_("name of the firm"),
        )
    )


def in_groups(corpus: Corpus) -> list[tuple[ClauseGroup, list[Clause]]]:
    """All clauses in the order of the contract, under what they are about."""
    found = [(group, [c for c in corpus.clauses if c.group is group]) for group in ClauseGroup]
    return [(group, clauses) for group, clauses in found if clauses]


def annexes(corpus: Corpus) -> list[Worksheet]:
    """The sheets that the contract names as annexes, by their letters."""
    return sorted((w for w in corpus.worksheets if w.annex), key=lambda sheet: sheet.annex or "")


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
