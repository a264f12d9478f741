"""Zip files with the same bytes for the same content, on every machine and every day."""

import io
import zipfile
from collections.abc import Iterable

DAY_ONE = (1980, 1, 1, 0, 0, 0)
"""The oldest date a zip can hold: the clock's, or a file's own, would change bytes."""


def archive(files: Iterable[tuple[str, bytes]], unpacked: Iterable[str] = ()) -> bytes:
    """These files, by name and in this order, as a zip; those in `unpacked` are not compressed."""
    plain = set(unpacked)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, content in files:
            file = zipfile.ZipInfo(name, DAY_ONE)
            file.create_system = 3
            file.external_attr = 0o644 << 16
            file.compress_type = zipfile.ZIP_STORED if name in plain else zipfile.ZIP_DEFLATED
            zipped.writestr(file, content, compresslevel=9)
    return out.getvalue()
