"""
The model contract for office programs: what DOCX and ODT have in common.

Each clause is a part that is named after it, each blank a field that is named after what to fill
in. The assembler on the site (`frontend/scripts/pure/contract-file.js`) takes away the parts that
a pilot does not need and fills in the fields; the numbers of the clauses are those of the office
program, so they follow by themselves.
"""

from scifi.language import _
from scifi.printing.documents import DocumentData
from scifi.printing.office.pieces import Piece

OF_GROUP, OF_CLAUSE, OF_ANNEX = "group-", "clause-", "annex-"
"""What the name of a part begins with; the id of the group or clause, or the letter, follows."""


def signing(data: DocumentData) -> Piece:
    """The table in which both sides sign."""
    return Piece("table", _("Signatures"), rows=tuple(tuple(row) for row in data["signatures"]))


def shown(blank: list[str]) -> str:
    """What stands in a blank, given as name and proposal, until it is filled in."""
    name, proposal = blank
    return f"[{name}: {proposal}]" if proposal else f"[{name}]"
