"""
The assembler: nine questions choose the clauses of a contract, its blanks are filled in, and the
file is saved.

Without JavaScript the page lists all clauses with what makes each needed, and links the files that
hold every clause. The files for the script are written where they are printed.
"""

from collections.abc import Iterator
from typing import Any

from scifi.contract import annex_title, annexes, annexes_lead, in_groups, parties, signatures
from scifi.labels import LABELS, label
from scifi.language import N_, _, capitalised
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

QUESTIONS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "price",
        N_("What does the pilot cost, without VAT?"),
        (
            ("small", N_("Up to EUR 15,000")),
            ("middle", N_("EUR 15,000 to EUR 50,000")),
            ("large", N_("More than EUR 50,000")),
        ),
    ),
    (
        "data",
        N_("Does it handle personal data?"),
        (
            ("none", N_("No")),
            ("personal", N_("Yes, or we are not sure")),
            ("cameras", N_("Yes, with cameras, microphones or signals of phones")),
        ),
    ),
    (
        "ai",
        N_("Does it use artificial intelligence?"),
        (("no", N_("No")), ("yes", N_("Yes, or we are not sure"))),
    ),
    (
        "place",
        N_("Where do people meet it?"),
        (
            ("none", N_("Nowhere: it works behind the scenes")),
            ("devices", N_("As devices in public space")),
            ("app", N_("As an app or a website for residents")),
            ("devices,app", N_("Both")),
        ),
    ),
    (
        "rollout",
        N_("If it works, do you want to go on with the same firm?"),
        (
            ("no", N_("No, we would tender anew")),
            ("yes", N_("Yes: an option on the roll-out, at a price fixed now")),
        ),
    ),
    (
        "source",
        N_("Shall the code be open source?"),
        (("no", N_("No, or there is no code of our own")), ("yes", N_("Yes"))),
    ),
    (
        "rights",
        N_("Who owns the result?"),
        (
            ("firm", N_("The firm owns it, the city may use and share it (most pilots)")),
            ("built", N_("The firm owns it, though the city pays for most of the development")),
            ("city", N_("The city owns it")),
        ),
    ),
    (
        "security",
        N_("What happens if it fails or is attacked?"),
        (
            ("usual", N_("A nuisance: the old way of working goes on")),
            ("critical", N_("A service of the town stops, or people are in danger")),
        ),
    ),
)
"""Questions with one answer, the usual one first; the ninth, after them, is the country."""


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
    return {
        "title": _("Contract for a pilot"),
        "parties": parties(),
        "annexesLead": annexes_lead(),
        "annexes": [{"letter": s.annex, "title": annex_title(s)} for s in annexes(site.corpus)],
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
            for group, found in in_groups(site.corpus)
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
