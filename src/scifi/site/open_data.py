"""What the page of open data lists, as values: files that hold everything, tables by part."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class TableLine:
    """A table: its name, its title, what a row is, how many there are, and its files."""

    name: str
    title: str
    what: str
    rows: int
    files: Sequence[str]


@dataclass(frozen=True)
class Listing:
    """
    What there is to download below `data/`.

    `whole` are files with a word on each, `groups` the tables under the title of their group; the
    first group is shown, the others are folded away.
    """

    whole: Sequence[tuple[str, str]]
    groups: Sequence[tuple[str, Sequence[TableLine]]]
