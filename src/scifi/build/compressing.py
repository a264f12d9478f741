"""
A finished site compressed once, for hosts that send `page.html.br` or `page.html.gz` as it is.

A host that compresses while it sends is quick, so it compresses less.
"""

import gzip
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXTS = {".css", ".csv", ".html", ".js", ".json", ".jsonld", ".md", ".svg", ".txt", ".xml", ".yml"}
"""Kinds of files that get smaller; fonts, pictures, papers and the search index are compressed."""

LEAST = 1024
"""A smaller file, in bytes, is sent in one packet anyway."""


def compress(folder: Path) -> None:
    """Write `.br` and `.gz` beside each file of text."""
    # Both libraries let other threads work meanwhile.
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        list(workers.map(_compress, list(_texts(folder))))


def _texts(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.suffix in TEXTS and path.is_file() and path.stat().st_size >= LEAST:
            yield path


def _compress(path: Path) -> None:
    data = path.read_bytes()
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(data, mode=brotli.MODE_TEXT))
    # No time stands in the file: the same site is the same to the byte.
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
