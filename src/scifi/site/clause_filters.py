"""
What narrows the list of clauses: the trouble they prevent, who asks for them, which contracts.

`scripts/narrow.js` shows the rows that have the value chosen; without it all rows stand there.
"""

from enum import StrEnum
from typing import Any

from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import N_, _, capitalised
from scifi.model import Clause
from scifi.model.clause import ClauseLevel, Side


class Contracts(StrEnum):
    """Which contracts hold a clause, as one narrows the list by it."""

    EVERY = "every"
    LARGER = "larger"
    IF_NEEDED = "if-needed"


CONTRACTS = {
    Contracts.EVERY: N_("every contract, even a small one"),
    Contracts.LARGER: N_("larger ones, or with an option"),
    Contracts.IF_NEEDED: N_("only where it applies"),
}
"""The same in words."""


def filters(corpus: Corpus) -> list[dict[str, Any]]:
    """Each filter: its id, its label, and its options as value and title."""
    named = {remedy for clause in corpus.clauses for remedy in clause.remedies}
    troubles = [(entry.id, entry.title) for entry in corpus.all("remedy") if entry.id in named]
    sides = [(str(side), capitalised(label(side))) for side in Side]
    contracts = [(str(which), capitalised(_(words))) for which, words in CONTRACTS.items()]
    return [
        _filter("trouble", _("Trouble it prevents"), sorted(troubles, key=lambda pair: pair[1])),
        _filter("side", _("Who asks for it"), sides),
        _filter("contracts", _("Which contracts"), contracts),
    ]


def _filter(id_: str, words: str, options: list[tuple[str, str]]) -> dict[str, Any]:
    return {"id": id_, "label": words, "options": options}


def values(clause: Clause) -> dict[str, list[str]]:
    """What a clause has of each filter."""
    return {
        "trouble": list(clause.remedies),
        "side": [str(side) for side in clause.asked_by],
        "contracts": [str(which) for which in _contracts(clause)],
    }


def _contracts(clause: Clause) -> list[Contracts]:
    """A clause with a condition stands only where that holds, however small the contract is."""
    applies = [Contracts.IF_NEEDED] if clause.needs else []
    match clause.level:
        case ClauseLevel.MUST:
            return applies or [Contracts.EVERY]
        case ClauseLevel.SHOULD:
            return [Contracts.LARGER, *applies]
        case ClauseLevel.IF_NEEDED:
            return [Contracts.IF_NEEDED]
