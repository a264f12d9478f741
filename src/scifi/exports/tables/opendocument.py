"""All tables as one ODS file, for LibreOffice and its relatives."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

import odfdo

from scifi.archive import archive
from scifi.exports.edition import Edition
from scifi.exports.tables import explaining
from scifi.exports.tables.table import Cell, Table
from scifi.language import code
from scifi.quantities import whole

HEAD = "head"
"""The style of the first row."""

_EMPTY = re.compile(rb"<office:spreadsheet>\s*</office:spreadsheet>|<office:spreadsheet\s*/>")


def as_ods(tables: Sequence[Table], about: Edition) -> bytes:
    """The file; the same tables give the same bytes."""
    made: Any = odfdo.Document("spreadsheet")
    made.body.clear()
    bold = odfdo.Style("table-cell", name=HEAD, area="text", bold=True)
    made.insert_style(bold, automatic=True)
    _describe(made, about)
    names = explaining.sheet_names(tables)
    sheets = [_sheet(explaining.about_name(), _about(tables, about), 4)]
    for table in tables:
        heads = [column.name for column in table.columns]
        rows = [_row(heads, HEAD), *(_row(row) for row in table.rows)]
        sheets.append(_sheet(names[table.name], rows, len(heads)))
    return _saved(made, "".join(sheets).encode())


def _describe(made: Any, about: Edition) -> None:
    named = made.meta
    named.meta_body.clear()
    named.title = explaining.lines(about)[0]
    named.creator = named.initial_creator = "SCIFI cookbook"
    named.creation_date = named.date = about.day
    named.set_generator("SCIFI cookbook")
    made.language = code()


def _about(tables: Sequence[Table], about: Edition) -> list[str]:
    title, *lines = explaining.lines(about)
    return [
        _row([title], HEAD),
        *(_row([line]) for line in lines),
        _row([None]),
        _row(explaining.heads(), HEAD),
        *(_row(row) for row in explaining.listed(tables)),
    ]


def _sheet(name: str, rows: Iterable[str], columns: int) -> str:
    return (
        f'<table:table table:name="{escape(name)}">'
        f'<table:table-column table:number-columns-repeated="{columns}"/>'
        f"{''.join(rows)}</table:table>"
    )


def _row(cells: Iterable[Cell], style: str = "") -> str:
    named = f' table:style-name="{style}"' if style else ""
    return f"<table:table-row>{''.join(_cell(cell, named) for cell in cells)}</table:table-row>"


def _cell(cell: Cell, style: str) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, bool):
        word = str(cell).lower()
        return (
            f'<table:table-cell office:value-type="boolean" office:boolean-value="{word}">'
            f"<text:p>{word.upper()}</text:p></table:table-cell>"
        )
    if isinstance(cell, str):
        lines = "".join(f"<text:p>{_spaced(escape(line))}</text:p>" for line in cell.split("\n"))
        return f'<table:table-cell{style} office:value-type="string">{lines}</table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{whole(cell)}">'
        f"<text:p>{whole(cell)}</text:p></table:table-cell>"
    )


def _spaced(text: str) -> str:
    """A line in which no space gets lost: of several, and at its ends, ODF keeps only elements."""
    return re.sub(r"^ +| +$|(?<= ) +", lambda found: f'<text:s text:c="{len(found[0])}"/>', text)


def _saved(document: Any, sheets: bytes) -> bytes:
    """
    The file with these sheets, without the time of day; its first part is read unpacked.

    A quarter of a million cells through the library would take half a minute.
    """
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["content.xml"] = _EMPTY.sub(
        lambda _: b"<office:spreadsheet>" + sheets + b"</office:spreadsheet>", parts["content.xml"]
    )
    names = sorted(parts, key=lambda name: (name != "mimetype", name))
    return archive(((name, parts[name]) for name in names), unpacked=["mimetype"])
