"""The tables for programs: a Parquet file each, and all of them as one SQLite file."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from scifi.exports.tables.plain_csv import as_csv
from scifi.exports.tables.table import Column, Table, Type

PARQUET = {
    Type.STRING: "VARCHAR",
    Type.NUMBER: "DOUBLE",
    Type.INTEGER: "BIGINT",
    Type.BOOLEAN: "BOOLEAN",
}
SQLITE = {
    Type.STRING: "TEXT",
    Type.NUMBER: "REAL",
    Type.INTEGER: "INTEGER",
    Type.BOOLEAN: "INTEGER",
}
"""The type of a column by its kind; SQLite keeps true and false as 1 and 0."""


def as_parquet(tables: Sequence[Table]) -> dict[str, bytes]:
    """Each table by its name, as a Parquet file; one thread, so that the bytes are the same."""
    made = {}
    with TemporaryDirectory() as folder, duckdb.connect(":memory:") as base:
        base.execute("SET threads = 1")
        base.execute("SET enable_progress_bar = false")
        for table in tables:
            text, parquet = Path(folder, "table.csv"), Path(folder, "table.parquet")
            text.write_text(as_csv(table, guarded=False), encoding="utf-8")
            types = {column.name: PARQUET[column.type] for column in table.columns}
            base.read_csv(
                str(text),
                columns=types,
                header=True,
                auto_detect=False,
                quotechar='"',
                escapechar='"',
                sep=",",
                parallel=False,
            ).write_parquet(str(parquet), compression="zstd")
            made[table.name] = parquet.read_bytes()
    return made


def as_sqlite(tables: Sequence[Table]) -> bytes:
    """
    All tables as one database; names have underscores in place of hyphens.

    `about_tables` and `about_columns` say what each is. Ids of other entries are foreign keys.
    """
    base = sqlite3.connect(":memory:")
    for table in tables:
        base.execute(_created(table))
        places = ", ".join("?" * len(table.columns))
        base.executemany(f'INSERT INTO "{table.sql_name}" VALUES ({places})', table.rows)
    _describe(base, tables)
    base.commit()
    content = base.serialize()
    base.close()
    return content


def _created(table: Table) -> str:
    lines = [
        f'"{column.name}" {SQLITE[column.type]}{_true_or_false(column)}' for column in table.columns
    ]
    if table.key:
        key = ", ".join(f'"{name}"' for name in table.key)
        lines.append(f"PRIMARY KEY ({key})")
    lines += [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{_sql(column.refers)}" ("id")'
        for column in table.columns
        if column.refers
    ]
    inner = ",\n  ".join(lines)
    return f'CREATE TABLE "{table.sql_name}" (\n  {inner}\n)'


def _true_or_false(column: Column) -> str:
    return f' CHECK ("{column.name}" IN (0, 1))' if column.type is Type.BOOLEAN else ""


def _sql(name: str) -> str:
    return name.replace("-", "_")


def _describe(base: sqlite3.Connection, tables: Sequence[Table]) -> None:
    base.execute(
        "CREATE TABLE about_tables (name TEXT PRIMARY KEY, title TEXT, description TEXT, "
        "row_count INTEGER)"
    )
    base.execute(
        'CREATE TABLE about_columns ("table" TEXT, name TEXT, title TEXT, description TEXT, '
        'PRIMARY KEY ("table", name))'
    )
    base.executemany(
        "INSERT INTO about_tables VALUES (?, ?, ?, ?)",
        [(table.sql_name, table.title, table.description, len(table.rows)) for table in tables],
    )
    base.executemany(
        "INSERT INTO about_columns VALUES (?, ?, ?, ?)",
        [
            (table.sql_name, column.name, column.title, column.description)
            for table in tables
            for column in table.columns
        ],
    )
