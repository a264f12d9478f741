"""What changed in one entry, sentence by sentence, in the order of its fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scifi.changes.pairs import pairs
from scifi.changes.texts import reworded
from scifi.changes.words import QUANTITY, Words, quantity, quoted, subject
from scifi.fieldwords import field
from scifi.kinds import KIND_BY_FIELD
from scifi.language import _, and_list, capitalised
from scifi.model import Entry
from scifi.model.base import Record
from scifi.model.texts import cited

SHORT = 150
"""Letters up to which two wordings without a source are shown whole, before and after."""


@dataclass(frozen=True)
class Both:
    """The two states of an entry, each with what speaks of it."""

    before: Words
    after: Words

    def sentences(self) -> list[str]:
        """Every change of a field; empty if the entry says the same as before."""
        found = self._record(self.before.entry, self.after.entry, ())
        return [capitalised(sentence) for sentence in found]

    def bodies(self, before: str, after: str) -> list[str]:
        """Every paragraph of a chapter's text that changed."""
        old, new = ([p for p in text.split("\n\n") if p.strip()] for text in (before, after))
        return [capitalised(said) for said in self._list("body", old, new, (field("body"),))]

    def _record(self, old: Record, new: Record, head: tuple[str, ...]) -> Iterator[str]:
        told: tuple[str, ...] = ("id",) if isinstance(new, Entry) else ()
        if head and quantity(old) != quantity(new):
            told += QUANTITY
            yield _changed(subject(*head), quantity(old), quantity(new))
        for name in type(new).model_fields:
            if name not in told:
                yield from self._field(name, getattr(old, name), getattr(new, name), head)

    def _field(self, name: str, old: Any, new: Any, head: tuple[str, ...]) -> Iterator[str]:
        if old == new:
            return
        here = (*head, field(name))
        if isinstance(old, Record) and isinstance(new, Record) and type(old) is type(new):
            yield from self._record(old, new, here)
        elif isinstance(old, list) and isinstance(new, list):
            yield from self._list(name, old, new, here)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self._mapping(name, old, new, here)
        elif isinstance(old, str) and isinstance(new, str) and _is_text(name, old + new):
            yield from self._text(old, new, here)
        else:
            yield self._value(name, old, new, here)

    def _value(self, name: str, old: Any, new: Any, here: tuple[str, ...]) -> str:
        before, after = self.before.value(name, old), self.after.value(name, new)
        if old is None:
            return _(
                "{field}: now {after}; it was not reported.", field=subject(*here), after=after
            )
        if new is None:
            return _(
                "{field}: {before} is taken out; now not reported.",
                field=subject(*here),
                before=before,
            )
        return _changed(subject(*here), before, after)

    def _text(self, old: str, new: str, here: tuple[str, ...]) -> Iterator[str]:
        """A longer text: the places that differ, then the sources it gained and lost."""
        places = reworded(old, new)
        for place in places:
            yield _("{field}: {change}.", field=subject(*here), change=place)
        before, after = self.before.sources(old), self.after.sources(new)
        if lost := [source for source in before if source not in after]:
            yield _(
                "{field}: no longer rests on {sources}.",
                field=subject(*here),
                sources=and_list(lost),
            )
        if gained := [source for source in after if source not in before]:
            yield _(
                "{field}: now rests on {sources}.", field=subject(*here), sources=and_list(gained)
            )
        if not places and not lost and not gained:
            yield _("{field}: the same words and sources, set out otherwise.", field=subject(*here))

    def _list(
        self, name: str, old: list[Any], new: list[Any], here: tuple[str, ...]
    ) -> Iterator[str]:
        matched = pairs(
            old,
            new,
            lambda item: self.before.name(name, item),
            lambda item: self.after.name(name, item),
        )
        for before, after in matched:
            yield from self._pair(name, before, after, here)
        if old != new and sorted(map(repr, old)) == sorted(map(repr, new)):
            yield _("{field}: the same in another order.", field=subject(*here))

    def _pair(self, name: str, before: Any, after: Any, here: tuple[str, ...]) -> Iterator[str]:
        if before is None:
            item = self.after.item(name, after)
            yield _("{field}, new: {item}.", field=subject(*here), item=item)
        elif after is None:
            item = self.before.item(name, before)
            yield _("{field}, taken out: {item}.", field=subject(*here), item=item)
        elif isinstance(after, Record) and type(after) is type(before):
            yield from self._record(before, after, (*here, self.after.name(name, after)))
        elif before != after and type(after) is str and name not in KIND_BY_FIELD:
            yield from self._text(before, after, here)
        elif before != after:
            yield self._value(name, before, after, here)

    def _mapping(
        self, name: str, old: dict[str, Any], new: dict[str, Any], here: tuple[str, ...]
    ) -> Iterator[str]:
        for key in dict.fromkeys([*old, *new]):
            if key not in new:
                yield _(
                    "{field}, taken out: {item}.",
                    field=subject(*here),
                    item=self._entry(self.before, name, key, old[key]),
                )
            elif key not in old:
                yield _(
                    "{field}, new: {item}.",
                    field=subject(*here),
                    item=self._entry(self.after, name, key, new[key]),
                )
            elif isinstance(new[key], Record) and isinstance(old[key], Record):
                title = self.after.name(name, new[key])
                yield from self._record(old[key], new[key], (*here, title))
            elif old[key] != new[key]:
                yield from self._field(name, old[key], new[key], (*here, quoted(key)))

    @staticmethod
    def _entry(words: Words, name: str, key: str, value: Any) -> str:
        if isinstance(value, list):
            return f"{quoted(key)}: {and_list(words.all(name, value))}"
        return words.item(name, value)


def _changed(what: str, before: str, after: str) -> str:
    return _("{field}: from {before} to {after}.", field=what, before=before, after=after)


def _is_text(name: str, text: str) -> bool:
    """Whether only the places that differ are shown; a title is short enough to be heard twice."""
    return name != "title" and (len(text) > SHORT or bool(cited(text)))
