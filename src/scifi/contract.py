"""
The contract for a pilot, for site and paper alike: which clauses it holds and why, and who signs.

Which clauses a pilot needs follows from the answers to the nine questions of the assembler. That
part has its twin in `frontend/scripts/pure/contract.js`; both are tested on one table of examples.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from scifi.language import N_, _
from scifi.model import Clause, Worksheet
from scifi.model.clause import ClauseGroup, ClauseLevel, Need, Pieces, in_pieces

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
            (
                "firm,built",
                N_("The firm owns it, though the city pays for most of the development"),
            ),
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

NEEDS: Mapping[str, Mapping[str, Need]] = {
    "helps": {"funder": Need.OUTSIDE_MONEY, "aid": Need.AID},
    "data": {"personal": Need.PERSONAL_DATA, "cameras": Need.CAMERAS},
    "ai": {"yes": Need.AI},
    "place": {"devices": Need.DEVICES, "app": Need.PEOPLE_USE_IT},
    "rollout": {"yes": Need.ROLL_OUT},
    "source": {"yes": Need.OPEN_SOURCE},
    "rights": {"firm": Need.FIRM_OWNS, "built": Need.DEVELOPMENT, "city": Need.CITY_OWNS},
    "security": {"critical": Need.CRITICAL},
}
"""What each answer makes needed; an answer that is not here needs nothing more."""

INCLUDED = {Need.CAMERAS: [Need.PERSONAL_DATA]}
"""Who films or listens handles personal data too."""

EVERY, LARGER = "every", "larger"

NAMED_ANNEX = re.compile(r"\bAnnex ([A-Z])\b")
"""How a clause names an annex."""


def needs(answers: Mapping[str, str]) -> list[str]:
    """What makes clauses needed. An answer is a word, or several with commas."""
    found = [
        need
        for question, by_answer in NEEDS.items()
        for answer in answers.get(question, "").split(",")
        if (need := by_answer.get(answer))
    ]
    return list(dict.fromkeys(n for need in found for n in (need, *INCLUDED.get(need, []))))


def is_large(answers: Mapping[str, str]) -> bool:
    """Whether the contract holds clauses of larger ones: with the price, or with a roll-out."""
    return answers.get("price") == "large" or answers.get("rollout") == "yes"


def reason(level: ClauseLevel, needed_by: Iterable[str], answers: Mapping[str, str]) -> str:
    """Why the contract holds a clause: "every", "larger" or the need; empty if it does not."""
    conditions = list(needed_by)
    if level is ClauseLevel.SHOULD and not is_large(answers):
        return ""
    if not conditions:
        return {ClauseLevel.MUST: EVERY, ClauseLevel.SHOULD: LARGER}.get(level, "")
    needed = needs(answers)
    return next((need for need in conditions if need in needed), "")


def chosen(clauses: Iterable[Clause], answers: Mapping[str, str]) -> list[Clause]:
    """The clauses that the contract holds, in the order given."""
    return [clause for clause in clauses if reason(clause.level, clause.needs, answers)]


def blanks(clauses: Iterable[Clause]) -> dict[str, str]:
    """What is to be filled in, each once: by name our proposal, which may be empty."""
    found: dict[str, str] = {}
    for clause in clauses:
        for name, proposal in clause.blanks.items():
            found[name] = found.get(name) or proposal
    return found


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


def annexes(sheets: Iterable[Worksheet], clauses: Iterable[Clause]) -> list[Worksheet]:
    """The sheets that clauses name as annexes, by their letters."""
    named = {letter for clause in clauses for letter in NAMED_ANNEX.findall(clause.text)}
    found = (sheet for sheet in sheets if sheet.annex in named)
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
