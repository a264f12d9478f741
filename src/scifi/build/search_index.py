"""
The index of the search: Pagefind reads the built pages as readers will.

The only module that talks to Pagefind. Its release 1.5 writes the values of its filters in the
order of a hash table, so two runs over the same pages differ
(https://github.com/Pagefind/pagefind/issues/638); here they are put in order.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import cbor2

from scifi import children
from scifi.language import _

NO_WORDS = ".receipt, .ours, .chart-tools"
"""Receipt numbers, badges and buttons of charts are no words of the page."""

MAGIC = b"pagefind_dcd"
"""With it begins each file that Pagefind reads, before it is packed by gzip."""

FILTERS = 3
"""The place of the list of filters, name and file of each, in the file that tells of all others."""


class SearchError(Exception):
    """The pages could not be indexed; the message says why."""


def write(site: Path) -> None:
    """
    Write `site/pagefind/`: the same bytes for the same pages.

    Raises:
        SearchError: Pagefind stopped.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    command += ["--exclude-selectors", NO_WORDS]
    done = children.run(command)
    if done.returncode:
        said = done.stderr or done.stdout
        raise SearchError(_("Pagefind could not index the site: {said}", said=said))
    put_in_order(site / "pagefind")


def put_in_order(folder: Path) -> None:
    """Sort filters and their values, and name the files that change after what they hold."""
    entry = folder / "pagefind-entry.json"
    known = json.loads(entry.read_text(encoding="utf-8"))
    for language, about in known["languages"].items():
        about["hash"] = _language_in_order(folder, language, about["hash"])
    entry.write_text(json.dumps(known, separators=(",", ":")), encoding="utf-8")


def _language_in_order(folder: Path, language: str, hash_: str) -> str:
    """The new name of the file that tells of all others in this language."""
    old = folder / f"pagefind.{hash_}.pf_meta"
    about = _read(old)
    about[FILTERS] = sorted(
        [name, _filter_in_order(folder / "filter", language, file)] for name, file in about[FILTERS]
    )
    old.unlink()
    packed, new = _packed(about, language)
    (folder / f"pagefind.{new}.pf_meta").write_bytes(packed)
    return new


def _filter_in_order(folder: Path, language: str, file: str) -> str:
    """The new name of the file of a filter: its name, and the pages of each of its values."""
    old = folder / f"{file}.pf_filter"
    name, values = _read(old)
    old.unlink()
    packed, new = _packed([name, sorted(values)], language)
    (folder / f"{new}.pf_filter").write_bytes(packed)
    return new


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(MAGIC))


def _packed(data: object, language: str) -> tuple[bytes, str]:
    """The content of a file of Pagefind's, and its name after it."""
    plain = MAGIC + cbor2.dumps(data)
    return gzip.compress(plain, mtime=0), f"{language}_{hashlib.sha256(plain).hexdigest()[:10]}"
