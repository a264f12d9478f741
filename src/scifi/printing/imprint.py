"""What every PDF says about itself: version, date, licence, address, and how to read its signs."""

import re
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from scifi.corpus import Corpus
from scifi.language import N_, _, partial_date
from scifi.printing.words import independence
from scifi.settings import site_url

LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"


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
            date = partial_date(f"{year:04}-{month:02}-{day:02}")
            return _("Version {version}, {date}", version=self.version, date=date)
        year, month = self.read
        return _(
            "Version {version}, not yet released; sources read up to {date}",
            version=self.version,
            date=partial_date(f"{year:04}-{month:02}"),
        )

    @property
    def version_sentence(self) -> str:
        """The same with a full stop."""
        return _("{version}.", version=self.version_line)

    @property
    def date(self) -> tuple[int, int, int]:
        """The date inside the file: an archive asks for one, and the clock's would change bytes."""
        return self.released or (*self.read, 1)

    @property
    def licence_line(self) -> str:
        """What one may do with it."""
        return _("CC BY 4.0: copy it, change it, print it, and name the SCIFI cookbook")


def foot_line(about: Imprint, where: str) -> str:
    """What stands at the foot of every page, beside its number."""
    return _("SCIFI cookbook {version} · CC BY 4.0 · {where}", version=about.version, where=where)


def imprint(root: Path, corpus: Corpus) -> Imprint:
    """The imprint of the project below `root`."""
    return Imprint(
        version("scifi-cookbook"), _released(root), _newest_reading(corpus), site_url(root)
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


def imprint_lines(about: Imprint) -> list[str]:
    """The imprint in full sentences."""
    return [
        _("SCIFI cookbook. {version}.", version=about.version_line),
        _("{licence}. {independence}", licence=about.licence_line, independence=independence()),
    ]


LEGEND = {
    "grade": N_(
        "A letter in a frame is an evidence grade, from A (independent proof) to E (no result "
        "with a number)."
    ),
    "note": N_(
        "A raised number is a receipt: the note at the foot names the source, the list of "
        "receipts its address."
    ),
}
"""How to read the signs, told where they occur."""
