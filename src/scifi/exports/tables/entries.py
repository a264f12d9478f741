"""Every entry in rows: a table for each kind, one for each list of records, four for the rest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from scifi import fieldwords, guides
from scifi.corpus import Corpus
from scifi.exports.tables.shapes import POSITION, Listed, Shape, shape, table_name, value
from scifi.exports.tables.table import Column, Table, Type, cleaned
from scifi.kinds import KINDS, Kind
from scifi.language import _
from scifi.model import Entry

OWN_NAMES = {"casestudies-results": "results", "cities-profile": "city-profiles"}
"""Lists whose table has a name of its own, by which others know it."""


@dataclass
class Draft:
    """A table while its rows are gathered."""

    table: Table
    rows: list[Sequence[object]] = field(default_factory=list)

    def finished(self) -> Table:
        """The table with its rows."""
        return replace(self.table, rows=cleaned(self.rows))


def entry_tables(corpus: Corpus) -> list[Table]:
    """All tables that only say what stands in the files, those of the most entries first."""
    made: dict[str, Draft] = {}
    for kind in KINDS.values():
        _prepare(made, kind)
        for entry in corpus.all(kind.name):
            _fill(made, kind, entry)
    return [draft.finished() for draft in made.values()]


def source_id(kind: str, entry: Entry, key: str | None) -> str | None:
    """A source among those of all files; None where there is none."""
    return f"{kind}/{entry.id}/{key}" if key in entry.sources else None


def _prepare(made: dict[str, Draft], kind: Kind) -> None:
    """The empty tables of a kind, its own first."""
    name = table_name(kind.name)
    id_, title = (Entry.model_fields[field].description for field in ("id", "title"))
    first = [
        Column("id", _("Id"), _(str(id_))),
        Column("title", _("Title"), _(str(title))),
        Column("address", _("Address"), _("The address of its page, below that of the site.")),
    ]
    found = shape(kind.model)
    leaves = [leaf.column for leaf in found.leaves if leaf.column.name != "title"]
    said = _what(kind.model)
    table = Table(name, _(kind.title), said, kind.part, ("id",), [*first, *leaves], ())
    made[name] = Draft(table)
    owner = Column(kind.name.replace("-", "_"), _("Entry"), _("The entry that it is about."))
    _prepare_lists(made, table, found, [replace(owner, refers=name)])


def _what(model: type[BaseModel]) -> str:
    """What a record is, in the first words of its model."""
    return guides.said(model.__doc__).split("\n\n")[0]


def _prepare_lists(made: dict[str, Draft], above: Table, found: Shape, owner: list[Column]) -> None:
    """The empty tables of the lists of records in a record; `owner` says whose list it is."""
    for listed in (listed for listed in found.lists if listed.models):
        inner = shape(*listed.models)
        position = Column("position", _("Position"), _(POSITION), Type.INTEGER)
        columns = [*owner, position, *(leaf.column for leaf in inner.leaves)]
        title = _("{entries}: {list}", entries=above.title, list=fieldwords.field(listed.word))
        key = tuple(column.name for column in (*owner, position))
        name = list_name(above.name, listed)
        said = _what(listed.models[0]) if len(listed.models) == 1 else listed.help
        table = Table(name, title, said, above.part, key, columns, ())
        made[name] = Draft(table)
        at = replace(position, name=f"{listed.word}_position", title=_("Position above"))
        _prepare_lists(made, table, inner, [*owner, at])


def list_name(above: str, listed: Listed) -> str:
    """The table of a list of records, below that of its owner."""
    name = f"{above}-{listed.word.replace('_', '-')}"
    return OWN_NAMES.get(name, name)


def _fill(made: dict[str, Draft], kind: Kind, entry: Entry) -> None:
    name = table_name(kind.name)
    found = shape(kind.model)
    cells = [
        cell
        for leaf, cell in zip(found.leaves, _cells(kind, entry, entry, found), strict=True)
        if leaf.column.name != "title"
    ]
    made[name].rows.append((entry.id, entry.title, kind.url(entry.id), *cells))
    _fill_lists(made, name, kind, entry, entry, found, [entry.id])


def _fill_lists(
    made: dict[str, Draft],
    above: str,
    kind: Kind,
    entry: Entry,
    record: BaseModel,
    found: Shape,
    owner: list[object],
) -> None:
    for listed in (listed for listed in found.lists if listed.models):
        name, inner = list_name(above, listed), shape(*listed.models)
        for position, part in enumerate(value(record, listed.path) or (), start=1):
            cells = _cells(kind, entry, part, inner)
            made[name].rows.append((*owner, position, *cells))
            _fill_lists(made, name, kind, entry, part, inner, [*owner, position])


def _cells(kind: Kind, entry: Entry, record: BaseModel, found: Shape) -> Iterator[object]:
    for leaf in found.leaves:
        cell = value(record, leaf.path)
        if leaf.cites:
            yield entry.sources[cell].url if cell in entry.sources else None
        elif leaf.column.refers == "sources":
            yield source_id(kind.name, entry, cell)
        else:
            yield cell


def plain_lists(
    kind: Kind, record: BaseModel, found: Shape, owner: tuple[int, ...] = (), names: str = ""
) -> Iterator[tuple[str, tuple[int, ...], Listed, Iterable[object]]]:
    """Each list of plain values in a record: field, positions of its owners, what it is, values."""
    for listed in found.lists:
        name, held = f"{names}{listed.name}", value(record, listed.path) or ()
        if not listed.models:
            yield name, owner, listed, held
            continue
        inner = shape(*listed.models)
        for position, part in enumerate(held, start=1):
            yield from plain_lists(kind, part, inner, (*owner, position), f"{name}.")
