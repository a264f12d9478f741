"""
The assembler: nine questions choose the clauses of a contract, its blanks are filled in, and the
file is saved.

Without JavaScript the page lists all clauses with what makes each needed, and links the files that
hold every clause. The files for the script are written where they are printed.
"""

from collections.abc import Iterator
from typing import Any

from scifi.contract import (
    QUESTIONS,
    annex_title,
    annexes,
    annexes_lead,
    in_groups,
    parties,
    signatures,
)
from scifi.labels import LABELS, label
from scifi.language import _, capitalised
from scifi.model import Clause, Law
from scifi.model.clause import Need
from scifi.site.pages import Site
from scifi.site.scripts import script
from scifi.site.views.render import call

FILE = "assets/data/contract.js"

LIMITS = "small-purchases"
"""The law whose page tells the limits of each country."""

COUNTRY_BLANK = "country whose law applies"
"""The blank of a clause that the answer to the last question fills in."""


def block(site: Site, here: str) -> str:
    """The form, and the list that says all without it."""
    view = site.view(here)
    limits = site.corpus.entries.get("law", {}).get(LIMITS)
    countries = limits.national_limits if isinstance(limits, Law) else []
    files = [paper for paper in site.papers if paper.kind == "contract"]
    return call("contract.html", "page", view, QUESTIONS, countries, files)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """The clauses with their texts and what makes them needed."""
    if site.corpus.clauses:
        yield FILE, script("contract", _data(site))


def _data(site: Site) -> dict[str, Any]:
    sheets = annexes(site.corpus.worksheets, site.corpus.clauses)
    return {
        "title": _("Contract for a pilot"),
        "parties": parties(),
        "annexesLead": annexes_lead(),
        "annexes": [{"letter": s.annex, "title": annex_title(s)} for s in sheets],
        "signatures": signatures(),
        "countryBlank": COUNTRY_BLANK,
        "notes": [
            _("This is not legal advice; a lawyer of your country has to read it before you sign.")
        ],
        "groups": [
            {
                "id": group,
                "title": capitalised(label(group)),
                "clauses": [_clause(c) for c in found],
            }
            for group, found in in_groups(site.corpus.clauses)
        ],
        "needs": {need: _(LABELS[Need][need]) for need in Need},
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "id": clause.id,
        "title": clause.title,
        "level": clause.level,
        "needs": clause.needs,
        "pieces": clause.pieces,
    }
