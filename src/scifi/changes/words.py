"""Values of an entry in words: a number with its unit, a source by its title, a text in quotes."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from scifi.corpus import Corpus
from scifi.kinds import KIND_BY_FIELD
from scifi.labels import LABELS, amount, label
from scifi.language import _, country, number, partial_date
from scifi.model import Entry
from scifi.model.base import Record, Source
from scifi.model.casestudy import Result
from scifi.model.texts import OURS, cited, without_citations

LONGEST = 30
"""Words of a text that are quoted; the rest can be read on its page."""

DATE = re.compile(r"[12]\d{3}(-\d\d(-\d\d)?)?")
NAMES = ("what", "title", "name", "question", "where", "text", "number", "id")
"""Fields that say what an item of a list is, the best one first."""


def shortened(text: str) -> str:
    """A text without its citation marks, cut after `LONGEST` words."""
    words = without_citations(text).split()
    return " ".join(words[:LONGEST]) + (" …" if len(words) > LONGEST else "")


def in_quotes(text: str) -> str:
    """A text in the quotes of the language."""
    return _("“{words}”", words=text)


def quoted(text: str) -> str:
    """A text in quotes, shortened."""
    return in_quotes(shortened(text))


@dataclass(frozen=True)
class Words:
    """What speaks of one state of an entry: `corpus` has the titles of all that it names."""

    corpus: Corpus
    entry: Entry

    def value(self, name: str, value: Any) -> str:
        """The value of a field as people read it; what is missing is "not reported"."""
        if value is None or value == []:
            return _("not reported")
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, StrEnum):
            return label(value) if type(value) in LABELS else str(value)
        if isinstance(value, int | float):
            return number(value)
        if isinstance(value, Record):
            return self.item(name, value)
        return self._text(name, str(value))

    def _text(self, name: str, text: str) -> str:
        if name == "source":
            return self.source(text)
        if kind := KIND_BY_FIELD.get(name):
            return self.title(kind, text)
        if name in ("country", "countries"):
            return country(text)
        return partial_date(text) if DATE.fullmatch(text) else quoted(text)

    def title(self, kind: str, id_: str) -> str:
        """Another entry by its title; by its id where it cannot be read."""
        entry = self.corpus.entries.get(kind, {}).get(id_)
        return in_quotes(entry.title if entry else id_)

    def source(self, key: str) -> str:
        """A source by its title and publisher; "our own advice" for a text without one."""
        if key == OURS:
            return _("our own advice")
        known = self.entry.sources.get(key)
        return self.item("sources", known) if known else in_quotes(key)

    def sources(self, text: str) -> list[str]:
        """The sources that a text cites, each once."""
        return [self.source(key) for key in dict.fromkeys(cited(text))]

    def name(self, field_name: str, item: Any) -> str:
        """What an item of a list is called, in quotes."""
        if not isinstance(item, Record):
            return self.value(field_name, item)
        reference = next((n for n in type(item).model_fields if n in KIND_BY_FIELD), None)
        if "what" not in type(item).model_fields and reference:
            return self.value(reference, getattr(item, reference))
        said = next((getattr(item, name) for name in NAMES if getattr(item, name, None)), "")
        return quoted(str(said))

    def item(self, field_name: str, item: Any) -> str:
        """An item of a list in one line: what it is, its number, where that comes from."""
        if isinstance(item, Source):
            return _("“{title}” ({publisher})", title=item.title, publisher=item.publisher)
        parts = [self.name(field_name, item)]
        if said := quantity(item):
            parts.append(said)
        if isinstance(item, Result):
            parts.append(
                _(
                    "{kind} by {who}, {comparison}",
                    kind=label(item.kind),
                    who=label(item.measured_by),
                    comparison=label(item.comparison),
                )
            )
        text = getattr(item, "text", None)
        if text and quoted(text) != parts[0]:
            parts.append(quoted(text))
        return "; ".join(parts)

    def all(self, name: str, values: list[Any]) -> list[str]:
        """Each of some values in words."""
        return [self.value(name, value) for value in values]


def quantity(record: Any) -> str:
    """The number of a record with its unit, such as "at most 10,000 EUR"; empty if it has none."""
    fields = type(record).model_fields if isinstance(record, Record) else {}
    if "amount" in fields:
        return f"{amount(record.amount, None, record.qualifier)} {record.currency}"
    if "value" not in fields:
        return ""
    limits = [getattr(record, name, None) for name in ("value_to", "qualifier")]
    said = amount(record.value, *limits)
    return said if record.value is None else f"{said} {getattr(record, 'unit', '')}".rstrip()


QUANTITY = ("amount", "currency", "value", "value_to", "qualifier", "unit")
"""Fields that are told together, as one number."""


def subject(*parts: str) -> str:
    """What a sentence is about: the field, then what lies in it."""
    text = parts[0]
    for part in parts[1:]:
        text = _("{field}, {part}", field=text, part=part)
    return text
