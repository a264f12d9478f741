"""Tables that all kinds of entries share: sources, other names, links and plain lists."""

from collections.abc import Iterator

from scifi.corpus import Corpus
from scifi.exports.tables.entries import plain_lists, source_id
from scifi.exports.tables.shapes import POSITION, shape
from scifi.exports.tables.table import Column, Table, Type, cleaned
from scifi.kinds import KINDS, Kind
from scifi.language import _
from scifi.model import Entry
from scifi.model.base import FoundEntry, Source

PART = "about"
"""The part of the site that these tables stand with."""


def shared_tables(corpus: Corpus) -> list[Table]:
    """The four tables; their rows in the order of kinds, entries and fields."""
    return [_sources(corpus), _names(corpus), _links(corpus), _lists(corpus)]


def _entries(corpus: Corpus) -> Iterator[tuple[Kind, Entry]]:
    for kind in KINDS.values():
        for entry in corpus.all(kind.name):
            yield kind, entry


def _owner() -> list[Column]:
    return [
        _kind("kind", _("Kind of entry"), _("The kind of entry in whose file it stands.")),
        Column("entry", _("Entry"), _("The id of that entry.")),
    ]


def _kind(name: str, title: str, description: str) -> Column:
    return Column(name, title, description, values=tuple(KINDS))


def _position() -> Column:
    return Column("position", _("Position"), _(POSITION), Type.INTEGER)


def _sources(corpus: Corpus) -> Table:
    found = shape(Source)
    id_ = Column("id", _("Id"), _("Kind, entry and key, by which other tables name it."))
    key = Column("key", _("Key"), _("The key by which texts of the entry cite it: [@key]."))
    rows = [
        [source_id(kind.name, entry, key_), kind.name, entry.id, key_]
        + [getattr(source, leaf.path[0]) for leaf in found.leaves]
        for kind, entry in _entries(corpus)
        for key_, source in entry.sources.items()
    ]
    columns = [id_, *_owner(), key, *(leaf.column for leaf in found.leaves)]
    said = _("Where something was read, a row for each entry that cites it.")
    return Table("sources", _("Sources"), said, PART, ("id",), columns, cleaned(rows))


def _names(corpus: Corpus) -> Table:
    rows = [
        (kind.name, entry.id, language, position, name)
        for kind, entry in _entries(corpus)
        if isinstance(entry, FoundEntry)
        for language, names in entry.also_called.items()
        for position, name in enumerate(names, start=1)
    ]
    columns = [
        *_owner(),
        Column("language", _("Language"), _("The language of the name, two letters.")),
        _position(),
        Column("name", _("Name"), _("Words by which people search for the entry.")),
    ]
    key = ("kind", "entry", "language", "position")
    said = _("What entries are called besides, in several languages.")
    return Table("names", _("Other names"), said, PART, key, columns, cleaned(rows))


def _place() -> list[Column]:
    return [
        *_owner(),
        Column("field", _("Field"), _("The list in which it stands; a point leads into a group.")),
        Column(
            "owner",
            _("Position above"),
            _("The place of the group that holds the list, from 1; empty if the entry holds it."),
        ),
    ]


def _links(corpus: Corpus) -> Table:
    rows = [
        (kind.name, entry.id, name, _joined(owner), position, listed.kind, id_)
        for kind, entry in _entries(corpus)
        for name, owner, listed, values in plain_lists(kind, entry, shape(kind.model))
        if listed.kind
        for position, id_ in enumerate(values, start=1)
    ]
    columns = [
        *_place(),
        _position(),
        _kind("to_kind", _("Kind named"), _("The kind of the entry that is named.")),
        Column("to", _("Entry named"), _("The id of the entry that is named.")),
    ]
    said = _("An entry that another one names in a list, such as the cities of a case study.")
    return Table("links", _("Links between entries"), said, PART, (), columns, cleaned(rows))


def _lists(corpus: Corpus) -> Table:
    rows = [
        (kind.name, entry.id, name, _joined(owner), row, position, text)
        for kind, entry in _entries(corpus)
        for name, owner, listed, values in plain_lists(kind, entry, shape(kind.model))
        if not listed.kind
        for row, position, text in _in_rows(values)
    ]
    columns = [
        *_place(),
        Column(
            "row", _("Row"), _("The row, where the field is a table; else empty."), Type.INTEGER
        ),
        _position(),
        Column("value", _("Value"), _("The word or the text; [@key] cites a source of the entry.")),
    ]
    said = _(
        "A word or a text in a list of an entry, such as the themes or lessons of a case study."
    )
    return Table("lists", _("Words and texts in lists"), said, PART, (), columns, cleaned(rows))


def _joined(owner: tuple[int, ...]) -> str:
    return ".".join(map(str, owner))


def _in_rows(values: object) -> Iterator[tuple[int | None, int, object]]:
    """Row, position and value of each value in a list, or in a list of rows."""
    for position, value in enumerate(list(values), start=1):  # type: ignore[call-overload]
        if isinstance(value, list):
            for column, cell in enumerate(value, start=1):
                yield position, column, cell
        else:
            yield None, position, value
