"""A table as CSV: UTF-8, commas, a header, empty where nothing is known."""

import csv
import io

from scifi.exports.tables.table import Cell, Table
from scifi.quantities import whole
from scifi.site.downloads import led_in


def as_csv(table: Table, guarded: bool = True) -> str:
    """
    The table as text.

    `guarded` leads in by an apostrophe what a spreadsheet would run as a formula.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(written(cell, guarded) for cell in row)
    return out.getvalue()


def written(cell: Cell, guarded: bool = True) -> str:
    """A cell as text: whole numbers without decimals, true and false in small letters."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return led_in(cell) if guarded else cell
    return str(whole(cell))
