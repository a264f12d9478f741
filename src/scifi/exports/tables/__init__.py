"""The content as tables: CSV, workbooks, Parquet, SQLite, and what tells of them."""

from scifi.exports.tables.files import files

__all__ = ["files"]
