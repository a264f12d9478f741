"""What fields are called when one tells of a change: plain nouns, those of a case study first."""

from scifi.language import N_, _

FIELDS = {
    "title": N_("title"),
    "summary": N_("summary"),
    "cities": N_("cities"),
    "countries": N_("countries"),
    "solutions": N_("solutions tried"),
    "programme": N_("programme"),
    "themes": N_("city services"),
    "challenge": N_("the need"),
    "built": N_("what was built"),
    "data_used": N_("data that went in"),
    "providers": N_("providers"),
    "partners": N_("who else took part"),
    "period": N_("time"),
    "start": N_("start"),
    "end": N_("end"),
    "milestones": N_("events"),
    "money": N_("money"),
    "amount": N_("amount"),
    "paid_for": N_("what it paid for"),
    "results": N_("results"),
    "value": N_("number"),
    "baseline": N_("the number before"),
    "headline": N_("result on the pilot's own aim"),
    "direction": N_("direction"),
    "interval": N_("interval"),
    "sample": N_("how many were counted"),
    "promised": N_("what had been promised"),
    "kind": N_("kind of evidence"),
    "measured_by": N_("measured by"),
    "comparison": N_("comparison"),
    "source": N_("source"),
    "note": N_("note"),
    "obstacles": N_("obstacles"),
    "remedies": N_("remedies"),
    "steps": N_("steps"),
    "lessons": N_("what to take from it"),
    "needed_elsewhere": N_("what must exist first"),
    "afterwards": N_("what became of it"),
    "status": N_("status"),
    "reason": N_("reason"),
    "confirmed": N_("status confirmed"),
    "unknowns": N_("what we have not found"),
    "draft": N_("draft"),
    "contributors": N_("contributors"),
    "sources": N_("sources"),
    "publisher": N_("publisher"),
    "url": N_("address"),
    "date": N_("date"),
    "read": N_("when it was read"),
    "checked": N_("last checked"),
    "body": N_("text"),
}
"""Names of fields in words. A field that is not here goes by its own name in the file."""


def field(name: str) -> str:
    """A field in words, small letters first: `measured_by` is "measured by"."""
    return _(FIELDS[name]) if name in FIELDS else name.rstrip("_").replace("_", " ")
