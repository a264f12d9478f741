"""Files of strangers, opened within bounds: how large, what is unpacked, no entity, no network."""

import zipfile
from pathlib import Path
from typing import IO

from lxml import etree

from scifi.imports.errors import ImportFileError
from scifi.language import _, number

MAX_BYTES = 5_000_000
"""Largest file, bytes."""

MAX_UNPACKED = 30_000_000
"""Most bytes of one part of a packed file, however small it is packed."""


def read(path: Path) -> bytes:
    """
    All of a file.

    Raises:
        ImportFileError: It is too large, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            return _bounded(file, MAX_BYTES)
    except OSError as error:
        raise ImportFileError(_("It cannot be read: {reason}.", reason=error.strerror)) from None


def part(path: Path, name: str) -> bytes | None:
    """
    One part of a packed file, such as a sheet; None if it has no such part.

    Raises:
        ImportFileError: The file is no packed file, or the part is too large.
    """
    read(path)
    try:
        with zipfile.ZipFile(path) as packed:
            if name not in packed.namelist():
                return None
            with packed.open(name) as file:
                return _bounded(file, MAX_UNPACKED)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        raise ImportFileError(
            _("It is no spreadsheet that can be opened; save it again, without a password.")
        ) from None


def _bounded(file: IO[bytes], most: int) -> bytes:
    data = file.read(most + 1)
    if len(data) > most:
        raise ImportFileError(_("It holds more than {n} bytes; take a part of it.", n=number(most)))
    return data


def xml(data: bytes) -> etree._Element:
    """
    The root of an XML text; nothing is fetched, and no entity is put in.

    Raises:
        ImportFileError: It cannot be read, or it declares a document type of its own.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = str(error).split(", line")[0]
        raise ImportFileError(_("Its XML cannot be read: {reason}.", reason=reason)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ImportFileError(_("It declares a document type, which no record needs."))
    return root
