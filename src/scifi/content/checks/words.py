"""Rules about words: one style in all texts, and numbers that everybody reads alike."""

import re
from collections.abc import Iterator

from scifi.content import scalars
from scifi.content.checks import mends
from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Place
from scifi.content.problem import Problem
from scifi.content.source import SourceFile
from scifi.language import _

UNITS = ("unit", "units")
"""Fields in which the sign stands for itself."""


class PerCent(Rule):
    """
    Sentences say "per cent"; the sign % stands in units, tables and charts only.

    Why: half of the texts wrote one and half the other, and a line can break before the sign.

    Fix: write "43 per cent". In a table row and in the field `unit` keep the sign.

    Mended by `scifi check --fix`.
    """

    name = "per-cent"
    of_judgement = True

    _SIGN = re.compile(r"(?<![\d.,])\d[\d.,]*\s?%")
    _SPELT = re.compile(r"(\d)\s?%")

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

    def mend(self, file: SourceFile, problem: Problem) -> Iterator[str]:
        """The words for the sign, in one text or line of prose."""
        document = mends.document_of(file)
        for path, text in document.texts if document else ():
            if document and document.place(path) == (problem.line, problem.column):
                yield from mends.put(document, path, self._SPELT.sub(r"\1 per cent", text))
        lines = file.text.split("\n")
        if document and problem.line >= document.body_line and document.body:
            line = lines[problem.line - 1]
            lines[problem.line - 1] = (
                line if re.search("`|://", line) else self._SPELT.sub(r"\1 per cent", line)
            )
            yield "\n".join(lines)

    def _sentences(self, document: Document) -> Iterator[tuple[Place, str]]:
        for path, text in document.texts:
            if not set(UNITS) & set(path[-2:]):
                yield document.place(path), text
        for number, line in document.lines:
            if not line.lstrip().startswith("|"):
                yield (number, 1), re.sub(r"https?://\S+|`[^`]*`", "", line)


class ClearNumber(Rule):
    """
    A number is written so that all of Europe reads the same one.

    `10.000` is ten thousand in Ghent and ten in Dublin. As a value it is written `10000` or
    `10.0`, in a sentence "10,000". Three digits behind a zero, `0.125`, are clear, and so is a
    number before "million".

    Why: nobody notices a sum that is a thousand times too small.

    Fix: write one of the two numbers that the message offers.
    """

    name = "clear-number"
    of_judgement = True

    _GROUPED = re.compile(
        r"(?<![\w.,/:@-])[1-9]\d{0,2}(?:\.\d{3})++"
        r"(?![\d.,-]*\d|\w| ?(?:million|billion|m\b|bn\b))"
    )

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every number of a text whose points may group thousands; values are read by `reader`."""
        for place, text in document.passages:
            if not self._GROUPED.search(text):
                continue
            for number in self._GROUPED.findall(re.sub(r"https?://\S+|`[^`]*`", "", text)):
                grouped = number.replace(".", ",")
                fix = _("Write {number}.", number=grouped)
                if number.count(".") == 1:
                    fraction = scalars.clear(float(number))
                    fix = _("Write {first} or {second}.", first=grouped, second=fraction)
                yield self.problem_at(
                    document,
                    place,
                    _('"{number}" in a sentence can be read in two ways', number=number),
                    _("Half of Europe groups thousands by points, and others see a fraction."),
                    fix,
                )
