"""Files written whole or not at all: a stop in the middle leaves what was there before."""

import os
import shutil
import tempfile
from pathlib import Path


def save(path: Path, text: str) -> None:
    """
    Put `text` into a file, in UTF-8 with its line ends as they are; links are followed.

    Raises:
        OSError: It could not be written; the file is as it was.
    """
    path = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        if path.exists():
            shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
