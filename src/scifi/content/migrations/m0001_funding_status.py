"""
A funding line says in one word whether one can apply, and until when.

Before, `current` was true for lines that are open or announced, false for closed ones and null
for unclear ones, and `status` held the sentences that are now the `note`.
"""

from scifi.content.load import Document
from scifi.content.migrations.lines import renamed, replaced
from scifi.language import N_

KIND, FIELD = "funding", "current"
WORDS = N_("`status` is the `note` now, and `current` is the `status`")

_TRUE = "TODO  # open or announced: the older file did not tell which"


def migrated(document: Document) -> str:
    """The text with `status`, `closes` and `note` for `status` and `current`."""
    current = document.data[FIELD]
    status = "unclear" if current is None else _TRUE if current else "closed"
    fields = {FIELD: [f"status: {status}", "closes: null"]}
    if "status" in document.data:
        fields["status"] = renamed(document, "status", "note")
    return replaced(document, fields)
