"""What the first sheet of a workbook says, and what each sheet is called."""

from collections.abc import Sequence

from scifi.exports.edition import LICENCE, Edition
from scifi.exports.tables.table import Table
from scifi.language import _, partial_date

LONGEST = 31
"""Letters that the name of a sheet may have in Excel."""


def sheet_names(tables: Sequence[Table]) -> dict[str, str]:
    """The sheet of each table: its name, the end of a long one cut off, no two alike."""
    found: dict[str, str] = {}
    for table in tables:
        name, count = table.name[:LONGEST], 1
        while name in found.values() or name == about_name():
            count += 1
            name = f"{table.name[: LONGEST - len(str(count)) - 1]}-{count}"
        found[table.name] = name
    return found


def about_name() -> str:
    """The first sheet."""
    return "about"


def lines(about: Edition) -> list[str]:
    """What the first sheet says above its list of sheets."""
    return [
        _("SCIFI cookbook: open data"),
        _(
            "Version {version}, content up to {date}.",
            version=about.version,
            date=partial_date(about.day.isoformat()),
        ),
        _("CC BY 4.0: copy it, change it, and name the SCIFI cookbook: {licence}", licence=LICENCE),
        *([about.published] if about.published else []),
        *rules(),
    ]


def rules() -> list[str]:
    """How the cells are to be read."""
    return [
        _("An empty cell means that nothing was reported or found. It never means zero."),
        _("Numbers stay in the unit of their source. The unit stands in a column of its own."),
        _(
            "The column kind says how a number came about: measured, reported, estimated or "
            "planned. Do not add or average different kinds."
        ),
        _("A mark such as [@key] in a text names the source with this key, in the table sources."),
        _("In texts, a comma stands where the site has a semicolon."),
    ]


def heads() -> list[str]:
    """The heads of the list of sheets."""
    return [_("Sheet"), _("Title"), _("What it holds"), _("Rows")]


def listed(tables: Sequence[Table]) -> list[tuple[str, str, str, int]]:
    """Sheet, title, what it holds and number of rows of each table."""
    names = sheet_names(tables)
    return [
        (names[table.name], table.title, table.description, len(table.rows)) for table in tables
    ]


def width(table: Table, place: int) -> int:
    """The width of a column in letters: that of its longest cell, neither tiny nor endless."""
    longest = max((len(str(row[place])) for row in table.rows[:50]), default=0)
    return max(len(table.columns[place].name) + 3, min(longest + 1, 45), 8)
