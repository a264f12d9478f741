"""
The model contract for office programs: what stands in it, told once for DOCX and ODT.

It holds every clause, each in a part of its own that is named after it, and every blank as a field
that is named after what to fill in. The assembler on the site takes away the parts that a pilot
does not need and fills in the fields; the numbers of the clauses are those of the office program,
so they follow by themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scifi.corpus import Corpus
from scifi.labels import label
from scifi.language import _, capitalised
from scifi.model import Clause
from scifi.model.clause import BLANK, ClauseGroup
from scifi.model.texts import cited, without_citations

OF_GROUP, OF_CLAUSE = "group-", "clause-"
"""What the name of a part begins with; the id of the group or of the clause follows."""


@dataclass(frozen=True)
class Field:
    """A blank: what to fill in, and our proposal (empty if there is none)."""

    name: str
    proposal: str

    @property
    def shown(self) -> str:
        """What stands in it until it is filled in."""
        return f"[{self.name}: {self.proposal}]" if self.proposal else f"[{self.name}]"


def pieces(clause: Clause) -> Iterator[str | Field]:
    """The words of a clause and its blanks, in order."""
    last = 0
    for blank in BLANK.finditer(clause.text):
        if words := clause.text[last : blank.start()]:
            yield words
        yield Field(blank[1], blank[2] or "")
        last = blank.end()
    if words := clause.text[last:]:
        yield words


def grouped(corpus: Corpus) -> list[tuple[ClauseGroup, list[Clause]]]:
    """All clauses in the order of the contract, under what they are about."""
    groups = [(group, [c for c in corpus.clauses if c.group is group]) for group in ClauseGroup]
    return [(group, clauses) for group, clauses in groups if clauses]


def heading(group: ClauseGroup) -> str:
    """The heading of a group."""
    return capitalised(label(group))


def guidance(clause: Clause) -> list[str]:
    """What stands beside a clause as a comment, one paragraph each: advice, forms, numbers, sources."""
    told = [without_citations(clause.advice)]
    if clause.lighter:
        told.append(_("A lighter form: {text}", text=without_citations(clause.lighter)))
    if clause.stronger:
        told.append(_("A stronger form: {text}", text=without_citations(clause.stronger)))
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
