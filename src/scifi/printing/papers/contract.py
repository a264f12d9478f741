"""The model contract: every clause under what it is about, its blanks named, guidance beside it."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from scifi.contract import annex_title, annexes, annexes_lead, in_groups, parties, signatures
from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import _, capitalised, partial_date
from scifi.model import Clause
from scifi.model.texts import cited, without_citations
from scifi.printing.documents import ContractAnnex, ContractClause, ContractGroup
from scifi.printing.imprint import Imprint
from scifi.printing.papers.paper import Paper, framed, paper_edition

NOTHING: Mapping[str, str] = MappingProxyType({})

ADDRESS = "clauses/contract/"
"""The page that the contract belongs to."""


def contract(corpus: Corpus, imprint: Imprint) -> Iterator[Paper]:
    """The contract with all clauses, if there are any."""
    if not corpus.clauses:
        return
    checked = max(clause.checked for clause in corpus.clauses)
    edition = paper_edition(
        "contract",
        "pilot",
        _("Model contract for a pilot"),
        _("All clauses, with blanks to fill in and guidance beside them."),
        "cookbook",
        ADDRESS,
    )
    yield framed(
        edition,
        imprint,
        _("Model contract"),
        heading=_("Contract for a pilot"),
        notes=[
            _(
                "This is not legal advice. Checked in {month}; a lawyer of your country has to "
                "read it before you sign.",
                month=partial_date(checked[:7]),
            ),
        ],
        **body(corpus, corpus.clauses),
    )


def body(
    corpus: Corpus, clauses: Sequence[Clause], filled: Mapping[str, str] = NOTHING
) -> dict[str, Any]:
    """Who signs what, as a document has it: clauses in their order, words in blanks by name."""
    return {
        "parties": [_piece(piece, filled) for piece in parties()],
        "groups": [
            ContractGroup(
                id=group,
                title=capitalised(label(group)),
                clauses=[_clause(clause, filled) for clause in members],
            )
            for group, members in in_groups(clauses)
        ],
        "annexes_lead": annexes_lead(),
        "annexes": [
            ContractAnnex(letter=sheet.annex or "", title=annex_title(sheet))
            for sheet in annexes(corpus.worksheets, clauses)
        ],
        "signatures": signatures(),
    }


def _clause(clause: Clause, filled: Mapping[str, str]) -> ContractClause:
    return ContractClause(
        id=clause.id,
        title=clause.title,
        pieces=[_piece(piece, filled) for piece in clause.pieces],
        guidance=guidance(clause),
    )


def _piece(piece: str | tuple[str, str], filled: Mapping[str, str]) -> str | list[str]:
    """Words as they are, a blank with what fills it in; one that nothing fills in stays a blank."""
    if isinstance(piece, str):
        return piece
    return filled.get(piece[0]) or list(piece)


def guidance(clause: Clause) -> list[str]:
    """What stands beside a clause, one paragraph each: advice, forms, usual numbers, sources."""
    told = [without_citations(clause.advice)]
    if clause.lighter:
        told.append(_("A lighter form: {form}", form=without_citations(clause.lighter)))
    if clause.stronger:
        told.append(_("A stronger form: {form}", form=without_citations(clause.stronger)))
    told += [
        _(
            "{number}: {what} ({basis})",
            number=usual.number,
            what=without_citations(usual.what),
            basis=label(usual.basis),
        )
        for usual in clause.usual
    ]
    texts = [clause.settles, clause.advice, *(usual.what for usual in clause.usual)]
    keys = dict.fromkeys(key for text in texts for key in cited(text))
    told += [
        _("Source: {title}, {publisher}, {url}", title=s.title, publisher=s.publisher, url=s.url)
        for key in keys
        if (s := clause.sources.get(key))
    ]
    return told
