"""Rows of the open-data table `casestudies`: one case study each."""

from scifi.imports import values
from scifi.imports.cells import Cell
from scifi.imports.drafts import TODO, Draft, is_id, slug
from scifi.imports.sheets import Row, Table
from scifi.imports.taken import Taken
from scifi.imports.values import Value
from scifi.language import _
from scifi.model.base import Theme

TAKEN = ("id", "title", "cities", "countries", "programme", "themes", "solutions", "start", "end")
"""The columns that become fields; all others are left out, with a word on each."""

COMPUTED = ("grade", "results", "sizes", "pathways", "money", "effect", "effect_indicator")
"""Columns that are worked out from the files, so that nobody types them."""

WITH_WORDS = ("status", "steps", "obstacles")
"""Columns of which the file asks for more than the table holds: a reason and its source."""


def take(table: Table, taken: Taken) -> None:
    """Begin a draft for each row that can be one."""
    for column in table.columns:
        if column in COMPUTED:
            why = _("it is computed from the files")
        elif column in WITH_WORDS:
            why = _("the file asks for words and a source, which the table does not hold")
        elif column and column not in TAKEN:
            why = _("no field is called so")
        else:
            continue
        taken.told.append(
            _(
                "{sheet}: column {column} is left out: {why}.",
                sheet=table.name,
                column=column,
                why=why,
            )
        )
    for row in table.rows:
        where = _("{sheet}, line {line}", sheet=table.name, line=row.line)
        refused = row.refused or _why_not(row, taken)
        if refused:
            taken.told.append(_("{where} is left out: {why}.", where=where, why=refused))
            continue
        draft = taken.draft(_id(row))
        _fill(draft, row, where, taken)
        taken.told.append(_("{where} is taken as {id}.", where=where, id=draft.id))


def _id(row: Row) -> str:
    given = row.cells.get("id", Cell("")).text
    return given if is_id(given) else "" if given else slug(row.cells.get("title", Cell("")).text)


def _why_not(row: Row, taken: Taken) -> str:
    id_ = _id(row)
    if not id_:
        return _("it has no id such as smart-bins-bruges, and no title that makes one")
    if id_ in taken.drafts:
        return _("{id} stands in the file twice", id=id_)
    return _("{id} is there already", id=id_) if taken.blocked(id_) else ""


def _fill(draft: Draft, row: Row, where: str, taken: Taken) -> None:
    cells = row.cells
    said = {column: f"{where}, {column}" for column in TAKEN}
    title = values.words(cells.get("title", Cell("")), most=150)
    draft.put(("title",), title, said["title"], needed=True)
    place(draft, cells.get("cities", Cell("")), said["cities"], taken)
    if draft.data["cities"] == [TODO] and "countries" in cells and "cities" not in cells:
        _countries(draft, cells["countries"], said["countries"])
    programme = cells.get("programme", Cell(""))
    known = list(taken.corpus.entries.get("programme", {}))
    draft.put(("programme",), values.word(programme, known), said["programme"])
    _themes(draft, cells.get("themes", Cell("")), said["themes"])
    _solutions(draft, cells.get("solutions", Cell("")), said["solutions"], taken)
    draft.data["period"] = {}
    for field, column in (("start", "start"), ("end", "end")):
        draft.data["period"][field] = None
        draft.put(("period", field), values.date(cells.get(column, Cell(""))), said[column])


def _parts(cell: Cell) -> list[Cell]:
    return [Cell(part.strip()) for part in cell.text.split(";") if part.strip()]


def place(draft: Draft, cell: Cell, where: str, taken: Taken) -> None:
    """The cities of a case study by their names; TODO for each that is none of ours."""
    found = []
    for part in _parts(cell):
        city = taken.city(part.text)
        found.append(city or TODO)
        if not city:
            words = _("“{said}” is none of the cities there are, or one of several", said=part.text)
            draft.doubt(("cities",), _("{where}: {doubt}", where=where, doubt=words))
    if not found:
        draft.doubt(("cities",), _("{where}: nothing is said", where=where))
    draft.data["cities"] = list(dict.fromkeys(found or [TODO]))


def _countries(draft: Draft, cell: Cell, where: str) -> None:
    """Countries in place of cities, for a trial of a whole country."""
    found = [values.country(part) for part in _parts(cell)]
    del draft.data["cities"]
    draft.comments.above.pop(("cities",), None)
    draft.data["countries"] = [one.value or TODO for one in found]
    for one in found:
        if one.doubt:
            draft.doubt(("countries",), _("{where}: {doubt}", where=where, doubt=one.doubt))


def _themes(draft: Draft, cell: Cell, where: str) -> None:
    found = [values.word(part, [theme.value for theme in Theme]) for part in _parts(cell)]
    draft.data["themes"] = list(dict.fromkeys(one.value or TODO for one in found)) or [TODO]
    for one in found or [Value(doubt=_("nothing is said"))]:
        if one.doubt:
            draft.doubt(("themes",), _("{where}: {doubt}", where=where, doubt=one.doubt))


def _solutions(draft: Draft, cell: Cell, where: str, taken: Taken) -> None:
    known = [solution.id for solution in taken.corpus.solutions]
    found = [values.word(part, known) for part in _parts(cell)]
    ids = dict.fromkeys(str(one.value) for one in found if one.value)
    if ids:
        draft.data["solutions"] = [{"solution": id_} for id_ in ids]
    for one in found:
        if one.doubt:
            draft.left_out(_("{where}: {doubt}.", where=where, doubt=one.doubt))
