"""What every PDF says about itself: version, date, licence, address, and how to read its signs."""

import re
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from scifi.corpus import Corpus

MONTHS = [
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
]


@dataclass(frozen=True)
class Imprint:
    """
    Version, day of release (None while unreleased), newest reading (year, month), site address.

    Nothing in it comes from the clock, so the same content gives the same bytes.
    """

    version: str
    released: tuple[int, int, int] | None
    read: tuple[int, int]
    site_url: str

    @property
    def version_line(self) -> str:
        """Version and date in words."""
        if self.released:
            year, month, day = self.released
            return f"Version {self.version}, {day} {MONTHS[month - 1]} {year}"
        year, month = self.read
        return (
            f"Version {self.version}, not yet released; sources read up to "
            f"{MONTHS[month - 1]} {year}"
        )

    @property
    def date(self) -> tuple[int, int, int]:
        """The date inside the file: an archive asks for one, and the clock's would change bytes."""
        return self.released or (*self.read, 1)

    @property
    def licence_line(self) -> str:
        """What one may do with it."""
        return "CC BY 4.0: copy it, change it, print it, and name the SCIFI cookbook"


def imprint(root: Path, corpus: Corpus) -> Imprint:
    """The imprint of the project below `root`."""
    return Imprint(
        version("scifi-cookbook"), _released(root), _newest_reading(corpus), _site_url(root)
    )


def _released(root: Path) -> tuple[int, int, int] | None:
    """The day of the newest entry of the changelog, if it has one."""
    log = root / "CHANGELOG.md"
    text = log.read_text(encoding="utf-8") if log.is_file() else ""
    newest = re.search(r"(?m)^## .*$", text)
    day = re.search(r"\((\d{4})-(\d\d)-(\d\d)\)", newest.group()) if newest else None
    return (int(day[1]), int(day[2]), int(day[3])) if day else None


def _newest_reading(corpus: Corpus) -> tuple[int, int]:
    days = [
        str(source.read)
        for entries in corpus.entries.values()
        for entry in entries.values()
        for source in entry.sources.values()
    ]
    found = re.match(r"(\d{4})-(\d\d)", max(days, default=""))
    return (int(found[1]), int(found[2])) if found else (1970, 1)


def _site_url(root: Path) -> str:
    """The published address, with a slash at its end; empty while there is none."""
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8") if config.is_file() else ""
    found = re.search(r"(?m)^site_url:\s*[\"']?(https?://[^\s\"'#]+)", text)
    return found.group(1).rstrip("/") + "/" if found else ""


def lines(one: Imprint) -> list[str]:
    """The imprint in full sentences."""
    return [
        f"SCIFI cookbook. {one.version_line}.",
        f"{one.licence_line}. Independent: not a publication of the European Union or of any "
        "city named here.",
        "Paper grows old: check for a newer one at",
    ]


LEGEND = {
    "grade": "A letter in a frame is an evidence grade, from A (independent proof) to E (no result "
    "with a number).",
    "ours": "‹ours› marks our own words or advice, not from a source.",
    "receipt": "A raised number is a receipt: the note at the foot names the source, the list of "
    "receipts its address.",
}
"""How to read the signs, told where they occur."""
