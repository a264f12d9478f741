"""What all single papers share: their words with receipts, and the frame around their data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scifi.kinds import part_title
from scifi.model.base import Source
from scifi.model.texts import CITATION, OURS
from scifi.printing.compose import WORDS
from scifi.printing.editions import Edition
from scifi.printing.imprint import Imprint
from scifi.printing.nodes import Content, Node
from scifi.printing.shorten import first_few, shortened
from scifi.site.views import Receipts

PAPER_WORDS = {
    **WORDS,
    "ours": "ours",
    "shortened": "(shortened)",
    "sources": "Sources",
    "more": "more in the cookbook (shortened)",
}
"""Every fixed word of the template for single papers."""


@dataclass(frozen=True)
class Paper:
    """A paper as an edition without pages of the site, and all that the template needs."""

    edition: Edition
    data: Node


@dataclass
class Writer:
    """
    Texts of one paper: receipts numbered in the order of their use, long texts shortened.

    `letters` is the most that one text keeps, `items` the most that one list keeps.
    """

    sources: Mapping[str, Source]
    letters: int = 100_000
    items: int = 1_000
    receipts: Receipts = field(default_factory=Receipts)
    cut: bool = False

    def rich(self, text: str) -> Content:
        """A text as strings and marks; "shortened" stands behind one that lost sentences."""
        kept, is_cut = shortened(text, self.letters)
        made: Content = []
        last = 0
        for match in CITATION.finditer(kept):
            made += [kept[last : match.start()].rstrip(), self._mark(match.group(1))]
            last = match.end()
        made.append(kept[last:])
        if is_cut:
            self.cut = True
            made += [" ", {"m": "shortened"}]
        return [part for part in made if part]

    def few(self, texts: list[str]) -> list[Content]:
        """The first texts of a list, and how many are left out as its last item."""
        kept, left = first_few(texts, self.items)
        made = [self.rich(text) for text in kept]
        if left:
            self.cut = True
            made.append([f"{left} ", {"m": "more"}])
        return made

    def cited(self, words: str, source: str) -> Content:
        """Words whose receipt is named by a field beside them."""
        return [words, self._mark(source)]

    def listed(self) -> list[dict[str, Any]]:
        """The sources by number, as short as a foot of a page needs them."""
        return [{"n": number, "text": _short(source)} for number, source in self.receipts.listed()]

    def _mark(self, key: str) -> Node:
        if key == OURS:
            return {"m": "ours"}
        return {"n": self.receipts.number(self.sources[key])}


def _short(source: Source) -> str:
    date = f", {source.date}" if source.date else ""
    return f"{source.title}. {source.publisher}{date}"


def edition(kind: str, id_: str, title: str, description: str, part: str, address: str) -> Edition:
    """A paper's edition: it has a file and an address, but no pages of the site."""
    return Edition(kind, id_, title, description, part, address, ())


def framed(one: Edition, imprint: Imprint, kicker: str, **more: Any) -> Paper:
    """A paper with everything that the template asks of each."""
    web = imprint.site_url
    where = f"{web.partition('://')[2]}{one.address}" if web else one.address
    return Paper(
        one,
        {
            "kind": one.kind,
            "title": one.title,
            "description": one.description,
            "author": "SCIFI cookbook contributors",
            "keywords": ["smart city", part_title(one.part)],
            "part": one.part,
            "lang": "en",
            "date": list(imprint.date),
            "header": "SCIFI cookbook",
            "footer": f"SCIFI cookbook {imprint.version} · CC BY 4.0 · {where}",
            "where": where,
            "kicker": kicker,
            "version-line": imprint.version_line,
            "design": {"paper": "a4", "ink_saver": False, "large": False},
            "words": PAPER_WORDS,
            "imprint": [],
            **more,
        },
    )
