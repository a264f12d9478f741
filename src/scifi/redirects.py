"""
Entries that were renamed, joined with another or taken out, and what their addresses lead to now.

`data/redirects.yml` lists them, the file that was before the file that holds its facts now.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from scifi.kinds import KINDS, kind_of_folder

FILE = "data/redirects.yml"
"""The list, below the project."""


@dataclass(frozen=True)
class Redirect:
    """A former entry by kind and id, and the one that took its place; None if it was taken out."""

    kind: str
    id: str
    now: tuple[str, str] | None

    @property
    def address(self) -> str:
        """Where its page was, below the site's root."""
        return KINDS[self.kind].url(self.id)

    @property
    def goal(self) -> str:
        """Where its address leads now: the page of the other entry, else the list of its kind."""
        if self.now is None:
            return KINDS[self.kind].index
        kind, id_ = self.now
        return KINDS[kind].url(id_)


def entry_of(file: object) -> tuple[str, str] | None:
    """Kind and id of the entry in a file, named from the project; None if it can hold none."""
    path = PurePosixPath(str(file))
    kind = kind_of_folder(path.parent.as_posix())
    hidden = path.name.startswith(".")
    return (kind.name, path.stem) if kind and path.suffix == kind.suffix and not hidden else None


def redirects(listed: Mapping[str, object]) -> tuple[Redirect, ...]:
    """The redirects that a list holds, by kind and id; lines that name no entry are left out."""
    found = []
    for was, now in listed.items():
        old, new = entry_of(was), entry_of(now)
        if old and (new or now is None):
            found.append(Redirect(*old, new))
    return tuple(sorted(found, key=lambda redirect: (redirect.kind, redirect.id)))
