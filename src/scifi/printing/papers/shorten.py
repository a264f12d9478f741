"""
Long texts made short by rule: whole sentences only, and never a sentence without its receipt.

Whoever shows a shortened text says so; that is why it is told whether something is gone.
"""

import re

from scifi.model.texts import CITATION

_END = re.compile(r"[.!?][\"”’)]*(?:\s*\[@[a-z0-9-]+\])*\s+(?=[\"“‘(]?[A-ZÀ-ÖØ-Þ])")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:St|Dr|Mr|Mrs|Ms|Prof|Art|No|Nr|vs|ca|approx|Co|Ltd))$")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with the receipts that follow its full stop."""
    found, last = [], 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[: match.start()]):
            found.append(text[last : match.end()].strip())
            last = match.end()
    return [*found, text[last:].strip()]


def shortened(text: str, letters: int) -> tuple[str, bool]:
    """
    The first sentences with about `letters` letters, at least one; and whether some are gone.

    In a text with receipts it ends only after a receipt, which may stand for the sentences
    before it too.
    """
    if len(CITATION.sub("", text)) <= letters:
        return text, False
    every = sentences(text)
    has_receipts = bool(CITATION.search(text))
    ends = [
        count
        for count, sentence in enumerate(every, 1)
        if not has_receipts or CITATION.search(sentence)
    ]
    fitting = [count for count in ends if len(CITATION.sub("", " ".join(every[:count]))) <= letters]
    kept = max(fitting, default=ends[0])
    return " ".join(every[:kept]), kept < len(every)
