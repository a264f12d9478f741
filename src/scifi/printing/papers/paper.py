"""What all single papers share: their words with receipts, and the frame around their data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from scifi.kinds import part_title
from scifi.language import _, code, ngettext, partial_date
from scifi.model.base import Source
from scifi.model.texts import CITATION, OURS
from scifi.printing.documents import DocumentData, Mark, NumberedSource, RichText
from scifi.printing.imprint import Imprint, foot_line
from scifi.printing.papers.editions import Edition
from scifi.printing.papers.shorten import first_few, shortened
from scifi.printing.words import contributors, cookbook, template_words
from scifi.site.views import Receipts


@dataclass(frozen=True)
class Paper:
    """A paper as an edition without pages of the site, and all that the template needs."""

    edition: Edition
    data: DocumentData


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

    def rich(self, text: str) -> RichText:
        """A text as strings and marks; "shortened" stands behind one that lost sentences."""
        kept, is_cut = shortened(text, self.letters)
        made: RichText = []
        last = 0
        for match in CITATION.finditer(kept):
            made += [kept[last : match.start()].rstrip(), self._mark(match.group(1))]
            last = match.end()
        made.append(kept[last:])
        if is_cut:
            self.cut = True
            made += [" ", {"m": "shortened", "text": _("(shortened)")}]
        return [part for part in made if part]

    def few(self, texts: list[str]) -> list[RichText]:
        """The first texts of a list, and how many are left out as its last item."""
        kept, left = first_few(texts, self.items)
        made = [self.rich(text) for text in kept]
        return [*made, *self.left_out(left)]

    def left_out(self, count: int) -> list[RichText]:
        """The last item of a list that lost so many; nothing if it is whole."""
        if not count:
            return []
        self.cut = True
        told = ngettext(
            "{n} more in the cookbook (shortened)", "{n} more in the cookbook (shortened)", count
        )
        return [[{"m": "more", "text": told}]]

    def cited(self, words: str, source: str) -> RichText:
        """Words whose receipt is named by a field beside them."""
        return [words, self._mark(source)]

    def listed(self) -> list[NumberedSource]:
        """The sources by number, as short as a foot of a page needs them."""
        return [{"n": number, "text": _short(source)} for number, source in self.receipts.listed()]

    def _mark(self, key: str) -> Mark:
        if key == OURS:
            return {"m": "ours", "text": _("ours")}
        return {"n": self.receipts.number(self.sources[key])}


def _short(source: Source) -> str:
    if source.date is None:
        return _("{title}. {publisher}", title=source.title, publisher=source.publisher)
    return _(
        "{title}. {publisher}, {date}",
        title=source.title,
        publisher=source.publisher,
        date=partial_date(source.date),
    )


def paper_edition(
    kind: str, id_: str, title: str, description: str, part: str, address: str
) -> Edition:
    """A paper's edition: it has a file and an address, but no pages of the site."""
    return Edition(kind, id_, title, description, part, address, ())


def framed(edition: Edition, imprint: Imprint, kicker: str, **more: Any) -> Paper:
    """A paper with everything that the template asks of each."""
    web = imprint.site_url
    where = f"{web.partition('://')[2]}{edition.address}" if web else edition.address
    data: DocumentData = {
        "kind": edition.kind,
        "title": edition.title,
        "description": edition.description,
        "author": contributors(),
        "keywords": [_("smart city"), part_title(edition.part)],
        "part": edition.part,
        "lang": code(),
        "date": list(imprint.date),
        "header": cookbook(),
        "footer": foot_line(imprint, where),
        "kicker": kicker,
        "version_sentence": imprint.version_sentence,
        "design": {"paper": "a4", "ink_saver": False, "large": False},
        "words": template_words(),
        "imprint": [],
    }
    return Paper(edition, cast(DocumentData, {**data, **more}))
