"""What a rule is, and what it may look at."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import ClassVar

from scifi.content.load import Document, Path, Place
from scifi.content.problem import Problem
from scifi.content.source import SourceFile
from scifi.model import Entry
from scifi.redirects import Redirect


@dataclass(frozen=True)
class Library:
    """
    What one file may refer to: names of all files, good or bad, and the entries of the good ones.

    `macros` are the names prose pages may call besides those of chapters; `today` is the day on
    which the content is judged. `redirects` are the entries that were renamed or are gone.
    """

    ids: Mapping[str, list[str]]
    entries: Mapping[str, Mapping[str, Entry]]
    macros: Collection[str] = ()
    today: date = date.min
    redirects: Collection[Redirect] = ()

    @cached_property
    def former(self) -> Mapping[tuple[str, str], Redirect]:
        """What became of a former entry, by its kind and id."""
        return {(redirect.kind, redirect.id): redirect for redirect in self.redirects}

    @cached_property
    def former_addresses(self) -> Mapping[str, Redirect]:
        """What became of a former entry, by the address of its page."""
        return {redirect.address: redirect for redirect in self.redirects}

    @cached_property
    def first_by(self) -> Mapping[tuple[str, str, object], str]:
        """Which entry has a title, or an `order`, first: its id by kind, field and value."""
        first: dict[tuple[str, str, object], str] = {}
        for kind, entries in self.entries.items():
            for entry in sorted(entries.values(), key=lambda entry: entry.id):
                first.setdefault((kind, "title", entry.title.casefold()), entry.id)
                first.setdefault((kind, "order", getattr(entry, "order", None)), entry.id)
        return first


class Rule:
    """
    A rule has a `name`, a docstring that is its help page, and a `check`.

    The docstring says what holds, then `Why:`, then `Fix:`, then what `mend` mends if there is one.
    """

    name: ClassVar[str]

    of_judgement: ClassVar[bool] = False
    """Whether a value can be excused from it, by a comment with the reason."""

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every breach of the rule in one document. It reads; it never writes."""
        raise NotImplementedError

    def mend(self, file: SourceFile, problem: Problem) -> Iterator[str]:
        """
        Texts of the file that may be without this problem, the likeliest first.

        For `scifi check --fix`, which takes the first that this rule and all others accept.
        """
        yield from ()

    def problem(
        self,
        document: Document,
        path: Path,
        what: str,
        why: str,
        fix: str,
        *,
        key: bool = False,
        remark: bool = False,
    ) -> Problem:
        """A problem of this rule at a value (or at its field name), or only a remark on it."""
        place = document.place(path, key=key)
        return replace(self.problem_at(document, place, what, why, fix), remark=remark)

    def problem_at(
        self, document: Document, place: Place, what: str, why: str, fix: str
    ) -> Problem:
        """A problem of this rule at a line and column."""
        return Problem(document.file.path, *place, self.name, what, why, fix)
