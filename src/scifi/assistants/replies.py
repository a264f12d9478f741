"""Numbers and texts as a reply gives them: each with its kind, its grade and its receipts."""

from collections.abc import Iterable, Sequence
from typing import Any

from scifi.assistants.shelf import Held, Shelf
from scifi.language import N_, _, ngettext
from scifi.model.texts import OURS, cited, without_citations

MOST = 20
"""Rows of a reply at most; what is left is counted."""

FEW = 5
"""Entries whose texts are told whole at most."""

ADVICE = N_("advice of our own, without a source")
PARTLY = N_("partly advice of our own")

Reply = dict[str, Any]


def receipt(source: Held) -> Reply:
    """A source: title, publisher, address, and the day on which it was read."""
    return {
        "source_title": source["title"],
        "publisher": source["publisher"],
        "source_address": source["url"],
        "date_read": source["read"],
        **({"source_note": source["note"]} if source.get("note") else {}),
    }


def value(shelf: Shelf, held: Held, page: str) -> Reply:
    """A number of a document with all that one has to know to repeat it."""
    grade = held["grade"]
    told: Reply = {
        "what": held["what"],
        "value": held["value"],
        "unit": held["unit"],
        "written": held["written"],
        "kind": held["kind"] or _("not known"),
        "grade": grade and {key: grade[key] for key in ("letter", "name", "reasons")},
        "interval": held["interval"],
        "sources": [receipt(source) for source in held["sources"]],
        "page": shelf.page(page),
    }
    more = {"value_to": "value_to", "qualifier": "qualifier", "date": "period", "note": "note"}
    told |= {name: held[key] for key, name in more.items() if held[key] is not None}
    if held["ours"]:
        told["ours"] = _(ADVICE)
    return told


def result(shelf: Shelf, held: Held) -> Reply:
    """A result of a case study, with what it was before and what had been promised."""
    told = value(shelf, held, held["casestudy"]["page"])
    told |= {"casestudy": held["casestudy"]["id"], "indicator": held["indicator"]["id"]}
    more = ("baseline", "sample", "direction")
    told |= {key: held[key] for key in more if held[key] is not None}
    promised = held["promised"]
    if promised:
        told["promised"] = {
            key: promised[key] for key in ("value", "value_to", "written", "kind", "note")
        } | {"sources": [receipt(source) for source in promised["sources"]]}
    return told


def text(document: Held, words: str) -> Reply:
    """A text without its marks, with the sources it cites; our own advice says so."""
    keys = dict.fromkeys(cited(words))
    known = {source["key"]: source for source in document["sources"]}
    told: Reply = {"text": without_citations(words)}
    sources = [receipt(known[key]) for key in keys if key in known]
    if OURS in keys:
        told["ours"] = _(PARTLY) if sources else _(ADVICE)
    return {**told, "sources": sources} if sources else told


def texts(document: Held, words: Iterable[str]) -> list[Reply]:
    """Several texts."""
    return [text(document, each) for each in words]


def shown(rows: Sequence[Any], most: int = MOST) -> Reply:
    """The first rows and how many more there are."""
    left = len(rows) - most
    more = {"more": ngettext("{n} more", "{n} more", left)} if left > 0 else {}
    return {"count": len(rows), "rows": list(rows[:most]), **more}


def head(shelf: Shelf, document: Held) -> Reply:
    """What entry a reply is about."""
    return {
        "id": document["id"],
        "title": document["title"],
        "page": shelf.page(document["links"]["page"]),
    }


def nothing(shelf: Shelf, asked: str, *kinds: str, hint: str = "") -> Reply:
    """The answer where nothing fits: what was asked for, and what was looked through."""
    told: Reply = {
        "found": False,
        "said": _(
            "Nothing here answers “{asked}”. Say so, and do not fill the gap from elsewhere "
            "under the name of this knowledge base.",
            asked=asked,
        ),
        "looked_through": {kind: shelf.kinds[kind]["count"] for kind in kinds},
        "as_of": shelf.contents["date"],
    }
    return {**told, "hint": hint} if hint else told
