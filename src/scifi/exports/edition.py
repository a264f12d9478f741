"""Which state of the content an export holds: its version, its day, where it is published."""

from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from scifi.corpus import Corpus
from scifi.site.pages import Site
from scifi.site.structured_data import LICENCE as LICENCE

NAME = "scifi-cookbook"
"""What files that hold everything are called."""


@dataclass(frozen=True)
class Edition:
    """Nothing in it comes from the clock: the same content gives the same bytes."""

    version: str
    day: date
    """The newest day that the content names: of a change, or on which a source was read."""
    published: str
    """The address of the site, with a slash at its end; empty while there is none."""


def edition(site: Site) -> Edition:
    """The edition that a site is made from."""
    return Edition(version(NAME), _day(newest_date(site.corpus)), site.published)


def newest_date(corpus: Corpus) -> str:
    """The newest date that the content names, as it is written there; empty if it names none."""
    named = {change.date for change in corpus.changes}
    for kind in corpus.entries:
        for entry in corpus.all(kind):
            named |= {source.read for source in entry.sources.values()}
    return max(named, default="")


def _day(written: str) -> date:
    year, month, day = [*map(int, (written or "1970").split("-")), 1, 1][:3]
    return date(year, month, day)
