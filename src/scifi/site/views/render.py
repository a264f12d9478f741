"""
From values to markup: one Jinja environment that escapes everything, and what templates may call.

Pages are Markdown with blocks of HTML. Text of content files only ever stands inside the HTML
blocks, escaped, so that neither Markdown nor a macro can read meaning into it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup, escape

from scifi import language, urls
from scifi.corpus import Corpus
from scifi.figures.charts import Chart
from scifi.grade import Grade, grade
from scifi.labels import label
from scifi.model import Entry
from scifi.model.base import Source
from scifi.model.texts import CITATION, OURS, without_citations

COUNTRIES = {
    "AT": "Austria", "BA": "Bosnia and Herzegovina", "BE": "Belgium", "BG": "Bulgaria",
    "CH": "Switzerland", "CY": "Cyprus", "CZ": "Czechia", "DE": "Germany", "DK": "Denmark",
    "EE": "Estonia", "ES": "Spain", "FI": "Finland", "FR": "France", "GB": "United Kingdom",
    "GR": "Greece", "HR": "Croatia", "HU": "Hungary", "IE": "Ireland", "IL": "Israel",
    "IS": "Iceland", "IT": "Italy", "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia",
    "MT": "Malta", "NL": "Netherlands", "NO": "Norway", "PL": "Poland", "PT": "Portugal",
    "RO": "Romania", "RS": "Serbia", "SE": "Sweden", "SI": "Slovenia", "SK": "Slovakia",
    "TR": "Türkiye", "UA": "Ukraine", "US": "United States", "NZ": "New Zealand",
}  # fmt: skip
"""English short names of the countries we write about, by ISO 3166-1 code."""

STATUSES = {
    "running": "still running",
    "scaled": "scaled up",
    "procured": "bought by the city",
    "stopped": "stopped",
    "failed": "failed",
    "unknown": "aftermath unknown",
}
"""What became of a pilot, as pages say it."""

SIGNS = {"about": "about ", "at-least": "at least ", "at-most": "at most "}


@dataclass
class Receipts:
    """The numbered sources of one page: numbers are given in the order of first citation."""

    order: list[Source] = field(default_factory=list)

    def number(self, source: Source) -> int:
        """The number of a source on this page, given on first use; one address, one number."""
        for number, known in enumerate(self.order, 1):
            if known.url == source.url and known.title == source.title:
                return number
        self.order.append(source)
        return len(self.order)

    def listed(self) -> list[tuple[int, Source]]:
        """Number and source of all that were cited, in order."""
        return list(enumerate(self.order, 1))


@dataclass
class View:
    """What a template needs to write one page: corpus, address, receipts, charts."""

    corpus: Corpus
    here: str
    sources: Mapping[str, Source] = field(default_factory=dict)
    charts: Mapping[str, Chart] = field(default_factory=dict)
    drawings: Mapping[str, Mapping[int, str]] = field(default_factory=dict)

    receipts: Receipts = field(default_factory=Receipts)
    explained: set[str] = field(default_factory=set)

    def of(self, entry: Entry) -> "View":
        """This view with the sources of one of several entries on a page."""
        return replace(self, sources=entry.sources)

    def to(self, address: str) -> str:
        """The relative link to a site address."""
        return urls.relative(self.here, address)

    def href(self, kind: str, id_: str) -> str:
        """The relative link to an entry."""
        return self.to(urls.url(kind, id_))

    def link(self, kind: str, id_: str) -> Markup:
        """An entry as a link with its title."""
        entry = self.corpus.get(kind, id_)
        return Markup('<a href="{}">{}</a>').format(self.href(kind, id_), entry.title)

    def mark(self, key: str) -> Markup:
        """The receipt mark of a source, or the badge of what is ours."""
        if key == OURS:
            return Markup(
                ' <span class="ours" title="Our own words or advice, not from a source">ours</span>'
            )
        source = self.sources[key]
        return Markup(
            '<sup class="receipt"><a href="{}" title="{}">'
            '<span class="sr">Source </span>{}</a></sup>'
        ).format(
            heading(source.url),
            heading(f"{source.title}, {source.publisher}"),
            self.receipts.number(source),
        )

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
        shown = Markup if written else escape
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
                heading(without_citations(term.definition)),
                match.group(1),
            )
            parts += [shown(text[last : match.start()]), link]
            last = match.end()
        parts.append(shown(text[last:]))
        return Markup("").join(parts)

    def amount(self, record: Any, field_name: str = "value") -> str:
        """A number as people read it: qualifier, digits grouped, range; or "not reported"."""
        value = getattr(record, field_name)
        if value is None:
            return "not reported"
        sign = SIGNS.get(getattr(record, "qualifier", None) or "", "")
        upper = getattr(record, "value_to", None)
        return f"{sign}{value:,.10g}" + (f" to {upper:,.10g}" if upper is not None else "")

    def sourced(self, record: Any, shown: str) -> Markup:
        """A number that is itself the link to its source."""
        source = self.sources[record.source]
        self.receipts.number(source)
        return Markup('<a class="{}" href="{}" title="{}">{}</a>').format(
            "unknown" if shown == "not reported" else "number",
            source.url,
            f"Source: {source.title}, {source.publisher}",
            shown,
        )

    def all(self, kind: str) -> list[Entry]:
        """Every entry of a kind, in order."""
        return self.corpus.all(kind)

    def pick(self, kind: str, ids: list[str]) -> list[Entry]:
        """Entries by id, each once, in the order given."""
        return [self.corpus.get(kind, i) for i in dict.fromkeys(ids)]

    def naming(self, entry_kind: str, id_: str, by: str) -> list[Entry]:
        """Entries of kind `by` that name an entry: the links backwards."""
        return self.pick(by, self.corpus.naming(entry_kind, id_, by))

    def grade(self, case: Any) -> Grade:
        """The evidence grade of a case study."""
        return grade(case)


def country(code: str) -> str:
    """A country's English name; its code if we have not written about it before."""
    return COUNTRIES.get(code, code)


def status(value: str) -> str:
    """What became of a pilot, in words."""
    return STATUSES[value]


def words(value: object) -> str:
    """An id or an enum as plain words: `this-week` becomes "this week"."""
    return str(value).replace("-", " ")


def heading(text: str) -> Markup:
    """A text for Markdown headings and attributes in prose: every sign of either an entity."""
    return Markup(re.sub(r"[^\w\s,;:?]|_", lambda m: f"&#{ord(m.group())};", text))


def code(text: str) -> Markup:
    """A docstring's `code` as code, everything else as text."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def _say(text: str, **values: Any) -> Markup:
    """A text of the catalogue, which may hold markup; its values are escaped."""
    said = Markup(language._(text))
    return said.format(**values) if values else said


def _say_many(singular: str, plural: str, n: int, **values: Any) -> Markup:
    """A text of the catalogue that depends on a number."""
    text = language.ngettext(singular, plural, n, **{name: f"{{{name}}}" for name in values})
    return Markup(text).format(**values)


WORDS: dict[str, Any] = {
    "_": _say,
    "ngettext": _say_many,
    "number": language.number,
    "partial_date": language.partial_date,
    "and_list": language.and_list,
    "or_list": language.or_list,
    "country": language.country,
    "capitalised": language.capitalised,
    "label": label,
}
"""What every template, those of the theme too, can say words with."""


@cache
def environment() -> jinja2.Environment:
    """The one environment: always escaping, strict about names."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("scifi.site"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= WORDS
    made.filters["code"] = code
    made.filters["heading"] = heading
    made.filters["words"] = words
    made.filters["country"] = country
    made.filters["status"] = status
    made.filters["plain"] = without_citations
    return made


def render(template: str, view: View, **values: Any) -> str:
    """
    A template as Markdown with HTML blocks.

    Double braces that came in with content are written as entities, so the macro engines
    find nothing to run in the finished page.
    """
    text = environment().get_template(template).render(view=view, **values)
    # Until every template writes its headings as HTML.
    text = re.sub(r"(?m)^ *(###?) (.*?)(?: \{: #(\S+) \})? *$", _heading, text)
    return "\n".join(line.strip() for line in text.split("\n")) + "\n"


def _heading(match: re.Match[str]) -> str:
    from markdown.extensions.toc import slugify

    level, title, id_ = len(match.group(1)), match.group(2), match.group(3)
    return f'<h{level} id="{id_ or slugify(title, "-")}">{title}</h{level}>'


def call(template: str, macro: str, *args: Any) -> str:
    """One macro of a template as Markdown with HTML; braces of content are written as entities."""
    # A Jinja module has its macros as attributes that no type checker knows.
    module: Any = environment().get_template(template).make_module({})
    text = str(getattr(module, macro)(*args)).replace("{{", "&#123;&#123;").replace("{%", "&#123;%")
    return "\n".join(line.strip() for line in text.split("\n")).strip() + "\n"


def block(text: str) -> str:
    """HTML between empty lines, so that Markdown leaves it alone."""
    return f"\n<div>\n{text}</div>\n"
