"""Rules about words: one style in all texts."""

import re
from collections.abc import Iterator
from typing import ClassVar

from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Place
from scifi.content.problem import Problem
from scifi.language import _

UNITS = ("unit", "units")
"""Fields in which the sign stands for itself."""


class PerCent(Rule):
    """
    Sentences say "per cent"; the sign % stands in units, tables and charts only.

    Why: half of the texts wrote one and half the other, and a line can break before the sign.

    Fix: write "43 per cent". In a table row and in the field `unit` keep the sign.
    """

    name: ClassVar[str] = "per-cent"

    _SIGN = re.compile(r"\d[\d.,]*\s?%")

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every number with the sign in a sentence."""
        for place, text in self._sentences(document):
            for sign in self._SIGN.findall(text):
                yield self.problem_at(
                    document,
                    place,
                    _('"{number}" in a sentence', number=sign),
                    _("One style is easier to read, and to search for."),
                    _("Write {number} per cent.", number=sign.rstrip("% \u00a0\u202f\n")),
                )

    def _sentences(self, document: Document) -> Iterator[tuple[Place, str]]:
        for path, text in document.texts:
            if not set(UNITS) & set(path[-2:]):
                yield document.place(path), text
        for number, line in document.lines:
            if not line.lstrip().startswith("|"):
                yield (number, 1), re.sub(r"https?://\S+|`[^`]*`", "", line)
