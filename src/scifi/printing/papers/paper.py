"""What all single papers share: their words with receipts, and the frame around their data."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from scifi.kinds import part_title
from scifi.language import _, code, ngettext, partial_date
from scifi.model.base import Source
from scifi.model.texts import CITATION, OURS
from scifi.printing.documents import DocumentData, NumberedSource
from scifi.printing.imprint import Imprint, foot_line, imprint_lines
from scifi.printing.papers.editions import Edition
from scifi.printing.papers.shorten import shortened
from scifi.printing.reading.article import Article
from scifi.printing.reading.nodes import Content, Node, inner, new_node, nodes_in, text_of, walk
from scifi.printing.words import contributors, cookbook, template_words
from scifi.site.views import Receipts


@dataclass(frozen=True)
class Paper:
    """A paper as an edition without pages of the site, and all that the template needs."""

    edition: Edition
    data: DocumentData


Marks = Callable[[Source], Node]
"""What gives the raised number of a source."""


def marks_of_page(article: Article) -> Marks:
    """The numbers that sources have in the list of a page, and lead to it."""
    items = [
        item for node in walk(article.body) if node["t"] == "receipts" for item in nodes_in(node)
    ]
    place = {(i["to"], text_of(inner(i)[:1])): i["id"] for i in items if "to" in i and "id" in i}

    def mark(source: Source) -> Node:
        to = place[source.url, source.title]
        return new_node("mark", n=int(to.rpartition("-")[2]), to=to)

    return mark


def marks_of_list(receipts: Receipts) -> Marks:
    """The numbers of a list in the making, in the order of their use."""
    return lambda source: new_node("mark", n=receipts.number(source))


@dataclass
class Writer:
    """
    Texts of one paper as nodes: receipts numbered, long texts shortened.

    `letters` is the most that one text keeps, `items` the most that one list keeps. Who is `silent`
    leaves it to others to say that texts are shortened.
    """

    sources: Mapping[str, Source]
    marks: Marks
    letters: int = 100_000
    items: int = 1_000
    silent: bool = False
    cut: bool = False

    def rich(self, text: str) -> Content:
        """A text with its receipts; "shortened" stands behind one that lost sentences."""
        kept, is_cut = shortened(text, self.letters)
        # A receipt stands close to its word.
        first, *cited = re.split(r"\s*" + CITATION.pattern, kept)
        made: Content = [first]
        for key, words in zip(cited[::2], cited[1::2], strict=True):
            made += self._mark(key, made[-1])
            made += [words] if words else []
        if is_cut and not self.silent:
            self.cut = True
            made += [" ", new_node("i", [_("(shortened)")])]
        return made

    def listed(self, texts: list[str], type_: str = "ul") -> Node:
        """The first texts as a list, and how many are left out as its last item."""
        return self.counted([self.rich(text) for text in texts[: self.items]], len(texts), type_)

    def counted(self, items: list[Content], of: int, type_: str = "ul") -> Node:
        """A list that had so many items before; what it lost is told as its last item."""
        items = items + ([more] if (more := self.left_out(of - len(items))) else [])
        return new_node(type_, [new_node("li", [new_node("p", item)]) for item in items])

    def left_out(self, count: int) -> Content:
        """What is said of items that are left out; nothing if there are none."""
        if not count:
            return []
        self.cut = True
        more = ngettext(
            "{n} more in the cookbook (shortened)", "{n} more in the cookbook (shortened)", count
        )
        return [new_node("i", [more])]

    def cited(self, words: str, source: str) -> Content:
        """Words whose receipt is named by a field beside them."""
        return [words, *self._mark(source, words)]

    def _mark(self, key: str, before: str | Node) -> Content:
        """A receipt, and what keeps it apart from words or number before; none for own advice."""
        if key == OURS:
            return []
        mark = self.marks(self.sources[key])
        if not isinstance(before, str):
            return [new_node("sup", [","]), mark] if before["t"] in ("mark", "note") else [mark]
        return ["\u202f", mark] if before[-1:].isdigit() else [mark]


def listed_sources(receipts: Receipts) -> list[NumberedSource]:
    """The sources by number, as short as a foot of a page needs them."""
    return [{"n": number, "text": _short(source)} for number, source in receipts.listed()]


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
    web = imprint.site_url.partition("://")[2]
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
        "footer": foot_line(imprint, f"{web}{edition.address}" if web else kicker),
        "kicker": kicker,
        "version_sentence": imprint.version_sentence,
        "design": {"paper": "a4", "ink_saver": False, "large": False, "compact": True},
        "words": template_words(),
        "imprint": imprint_lines(imprint),
        "labels": [],
    }
    return Paper(edition, cast(DocumentData, {**data, **more}))
