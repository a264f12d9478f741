"""What the page of open data says of the tables."""

from itertools import groupby

from scifi.corpus import Corpus
from scifi.exports.edition import NAME
from scifi.exports.tables.gather import FIRST, tables
from scifi.exports.tables.table import Table
from scifi.kinds import part_title
from scifi.language import _
from scifi.site.open_data import Listing, TableLine


def listed(corpus: Corpus) -> Listing:
    """Files that hold everything, then the tables most people want, then the others by part."""
    found = tables(corpus)
    most, others = found[: len(FIRST)], found[len(FIRST) :]
    parts = groupby(others, key=lambda table: table.part)
    groups = [(part_title(part), [_line(table) for table in held]) for part, held in parts]
    first = (_("Most wanted"), [_line(table) for table in most])
    return Listing(_whole(), [first, *groups])


def _line(table: Table) -> TableLine:
    files = [f"{table.name}.csv", f"{table.name}.parquet"]
    return TableLine(table.name, table.title, table.description, len(table.rows), files)


def _whole() -> list[tuple[str, str]]:
    return [
        (f"{NAME}.xlsx", _("A workbook for Excel, a sheet for each table.")),
        (f"{NAME}.ods", _("The same for LibreOffice and other office programs.")),
        (f"{NAME}.sqlite", _("A database, with what refers to what.")),
        (
            "datapackage.json",
            _("A Frictionless Data Package: what each column of the CSV files is."),
        ),
        ("dcat.jsonld", _("DCAT-AP, for portals of open data.")),
        ("SHA256SUMS", _("Checksums of all files.")),
        ("LICENCE.txt", _("The licence, CC BY 4.0.")),
    ]
