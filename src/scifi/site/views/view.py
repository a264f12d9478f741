"""What a template needs to write one page: the corpus, links from here, receipts, numbers."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from scifi import facets, gaps, labels, language, urls
from scifi.corpus import Corpus
from scifi.grade import Grade, grade, rank
from scifi.language import _
from scifi.model import Axis, Clause, Entry
from scifi.model.base import Source
from scifi.model.texts import CITATION, OURS, without_citations
from scifi.site import embed_code

if TYPE_CHECKING:
    # Brings pandas, which is large and slow to load; papers take the receipts alone.
    from scifi.figures.charts import Chart


@dataclass
class Receipts:
    """The numbered sources of one page: numbers are given in the order of first citation."""

    order: list[Source] = field(default_factory=list)
    ours: bool = False
    """True as soon as a text on the page was our own advice, which takes no number."""

    def number(self, source: Source) -> int:
        """The number of a source on this page, given on first use; one address, one number."""
        for place, known in enumerate(self.order, 1):
            if known.url == source.url and known.title == source.title:
                return place
        self.order.append(source)
        return len(self.order)

    def listed(self) -> list[tuple[int, Source]]:
        """Number and source of all that were cited, in order."""
        return list(enumerate(self.order, 1))


@dataclass
class View:
    """One page in the making: corpus, address, receipts, charts."""

    corpus: Corpus
    here: str
    sources: Mapping[str, Source] = field(default_factory=dict)
    charts: "Mapping[str, Chart]" = field(default_factory=dict)
    drawings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    published: str = ""
    """The address of the site, with a slash at its end; empty while it has none."""

    receipts: Receipts = field(default_factory=Receipts)
    explained: set[str] = field(default_factory=set)

    def of(self, entry: Entry) -> "View":
        """This view with the sources of one of several entries on a page."""
        return replace(self, sources=entry.sources)

    @property
    def newest_reading(self) -> str:
        """The month in which the newest of its sources was read: `2026-11`."""
        return max(str(source.read)[:7] for source in self.sources.values())

    def to(self, address: str) -> str:
        """The relative link to a site address."""
        return urls.relative(self.here, address)

    def embed_code(self, word: str, id_: str, title: str) -> str:
        """The line of HTML by which others show a finding of this page in theirs."""
        return embed_code.code(self.published, word, id_, title)

    def href(self, kind: str, id_: str) -> str:
        """The relative link to an entry."""
        return self.to(urls.url(kind, id_))

    def link(self, kind: str, id_: str) -> Markup:
        """An entry as a link with its title."""
        entry = self.corpus.get(kind, id_)
        return Markup('<a href="{}">{}</a>').format(self.href(kind, id_), entry.title)

    def mark(self, key: str, *, written: bool = False) -> Markup:
        """
        The receipt mark of a source; our own advice has none, the page says so once.

        `written`: it will stand amid Markdown, which must read nothing into its attributes.
        """
        if key == OURS:
            self.receipts.ours = True
            return Markup()
        source = self.sources[key]
        attribute = as_entities if written else escape
        number = Markup(_('<span class="sr">Source </span>{number}')).format(
            number=self.receipts.number(source)
        )
        title = attribute(f"{source.title}, {source.publisher}")
        link = Markup('<sup class="receipt"><a href="{}"{}</a></sup>')
        return link.format(attribute(source.url), _titled(source, title, number))

    def with_blanks(self, clause: Clause) -> Markup:
        """The text of a clause, its blanks marked as places to fill in."""
        parts = [
            self.terms(piece)
            if isinstance(piece, str)
            else Markup('<span class="blank">[{}]</span>').format(": ".join(filter(None, piece)))
            for piece in clause.pieces
        ]
        return Markup("").join(parts)

    def cite(self, text: str) -> Markup:
        """A text with its receipts as numbered links."""
        parts: list[Markup] = []
        last = 0
        for match in CITATION.finditer(text):
            parts += [self.terms(text[last : match.start()].rstrip()), self.mark(match.group(1))]
            last = match.end()
        parts.append(self.terms(text[last:]))
        return Markup("").join(parts)

    def terms(self, text: str, *, written: bool = False) -> Markup:
        """
        A text with the first use of each glossary term on the page linked.

        It is escaped, unless it is `written` as Markdown, which has its own signs.
        """
        found = self.corpus.term_pattern
        shown: Callable[[str], Markup] = Markup if written else escape
        attribute = as_entities if written else escape
        if not found:
            return shown(text)
        pattern, by_form = found
        parts: list[Markup] = []
        last = 0
        for match in pattern.finditer(text):
            term = by_form[match.group(1)]
            if term.id in self.explained:
                continue
            self.explained.add(term.id)
            link = Markup('<a class="term" href="{}" title="{}">{}</a>').format(
                self.href("term", term.id),
                attribute(without_citations(term.definition)),
                match.group(1),
            )
            parts += [shown(text[last : match.start()]), link]
            last = match.end()
        parts.append(shown(text[last:]))
        return Markup("").join(parts)

    @staticmethod
    def amount(record: Any, field_name: str = "value", unit: str = "") -> str:
        """
        A number as people read it: qualifier, digits grouped, range, unit; or "not reported".

        Qualifier and range are those of the number itself, not of its baseline.
        """
        limits = {}
        if field_name != "baseline":
            limits = {name: getattr(record, name, None) for name in ("value_to", "qualifier")}
        return labels.quantity(getattr(record, field_name), unit, **limits)

    def sourced(self, record: Any, shown: str) -> Markup:
        """A number that is itself the link to its source."""
        source = self.sources[record.source]
        self.receipts.number(source)
        title = _("Source: {title}, {publisher}", title=source.title, publisher=source.publisher)
        return Markup('<a class="{}" href="{}"{}</a>').format(
            "unknown" if shown == _("not reported") else "number",
            source.url,
            _titled(source, escape(title), escape(shown)),
        )

    def gap(self, entry: Entry, field: str, words: str, look: str = "unknown") -> Markup:
        """Words that stand where nobody has told, as a link to the form that asks for it."""
        found = gaps.gap(entry, field)
        if not found:
            return (
                Markup('<span class="{}">{}</span>').format(look, words) if look else escape(words)
            )
        name = _("{words}: {what}. Tell us", words=words, what=gaps.what(found))
        link = Markup('<a class="{}" href="{}" aria-label="{}">{}</a>')
        href = self.to(gaps.address(entry, field))
        return link.format(f"gap {look}".strip(), href, name, words)

    def tell(self, entry: Entry, field: str) -> Markup:
        """The link to the form, behind a question that stands there in full."""
        found = gaps.gap(entry, field)
        assert found, field
        link = Markup('<a class="tell screen-only" href="{}" aria-label="{}">{}</a>')
        href = self.to(gaps.address(entry, field))
        name = _("Tell us: {question}", question=without_citations(found.was))
        return link.format(href, name, _("Tell us"))

    def pick(self, kind: str, ids: Sequence[str]) -> list[Entry]:
        """Entries by id, each once, in the order given."""
        return [self.corpus.get(kind, id_) for id_ in dict.fromkeys(ids)]

    def in_order(self, kind: str, ids: Sequence[str]) -> list[str]:
        """Ids, each once, in the order of the list of their kind: what matters most first."""
        return [entry.id for entry in self.corpus.all(kind) if entry.id in ids]

    def naming(self, kind: str, id_: str, by: str) -> list[Entry]:
        """Entries of kind `by` that name an entry: the links backwards."""
        return self.pick(by, self.corpus.naming(kind, id_, by))

    def best_first(self, cases: Sequence[Any]) -> list[Any]:
        """Case studies by evidence grade, then by title."""
        return sorted(cases, key=lambda case: rank(self.corpus, case))

    def classes(self, axis_id: str, ids: Sequence[str]) -> list[str]:
        """The titles of classes on an axis, in the order given."""
        axis = self.corpus.get("axis", axis_id)
        assert isinstance(axis, Axis)
        titles = {class_.id: class_.title for class_ in axis.classes}
        return [titles[id_] for id_ in ids]

    def places(self, case: Any) -> list[str]:
        """The names of a case study's places."""
        return facets.place_names(self.corpus, case)

    def grade(self, case: Any) -> Grade:
        """The evidence grade of a case study."""
        return grade(self.corpus, case)


def as_entities(text: str) -> Markup:
    """A text that stands amid Markdown: every sign that could mean something there an entity."""
    return Markup(re.sub(r"[^\w\s,;:?]|_", lambda match: f"&#{ord(match.group())};", text))


def _titled(source: Source, title: Markup, shown: Markup) -> Markup:
    """
    The end of a link whose title names a source, and what it shows.

    The language of a link is that of its title, too; where that is a foreign one, what is shown
    says that it is in ours.
    """
    if not source.lang:
        return Markup(' title="{}">{}').format(title, shown)
    return Markup(' title="{}" lang="{}"><span lang="{}">{}</span>').format(
        title, source.lang, language.code(), shown
    )
