"""Two wordings of one text: the places that differ, quoted with a few words around them."""

from difflib import SequenceMatcher

from scifi.changes.words import quoted
from scifi.language import _
from scifi.model.texts import without_citations

AROUND = 2
"""Words shown before and after a place that differs."""

MOST_PLACES = 3
"""Places shown; a text with more of them, or with less than half in common, is rewritten."""


def reworded(before: str, after: str) -> list[str]:
    """What is said otherwise, a phrase for each place; empty if only citations differ."""
    old, new = without_citations(before).split(), without_citations(after).split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    places = [group for group in matcher.get_grouped_opcodes(AROUND) if group]
    if not places:
        return []
    if len(places) > MOST_PLACES or matcher.ratio() < 0.5:
        return [_("rewritten; it now begins {beginning}", beginning=quoted(after))]
    return [_place(old, new, group) for group in places]


def _place(old: list[str], new: list[str], group: list[tuple[str, int, int, int, int]]) -> str:
    first, last = group[0], group[-1]
    before, after = old[first[1] : last[2]], new[first[3] : last[4]]
    return _(
        "{before} becomes {after}", before=quoted(" ".join(before)), after=quoted(" ".join(after))
    )
