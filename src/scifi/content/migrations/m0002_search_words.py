"""
A case study has no search words of its own.

Before, `also_called` held words by which people search it. They belong to the solution that it
tried, so that every case of it is found by them.
"""

from scifi.content.load import Document
from scifi.content.migrations.lines import replaced
from scifi.language import N_

KIND, FIELD = "casestudy", "also_called"
WORDS = N_("`also_called` is taken out: its words belong to the solution")


def migrated(document: Document) -> str:
    """The text without `also_called`."""
    return replaced(document, {FIELD: []})
