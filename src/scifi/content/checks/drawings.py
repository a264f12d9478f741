"""A rule about the drawing of a chapter: `drawing`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from scifi.content.checks.base import Library, Rule
from scifi.content.checks.chapters import sources_of_its_own
from scifi.content.load import Document, Path
from scifi.content.problem import Problem
from scifi.language import _
from scifi.model.texts import CITATION, OURS, cited


class DrawingOfText(Rule):
    """
    The drawing of a chapter says nothing that its text does not: same numbers, same sources.

    The weeks of a bar lie within its plan, and a row of a matrix has a cell for each column.

    Why: many look at the drawing alone. A number that stands nowhere else cannot be followed up,
    and is forgotten when the text is corrected.

    Fix: write numbers as the text has them, and cite sources that the text cites too.
    """

    name = "drawing"

    _NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every number and source that the text does not have, and every part out of its place."""
        if document.file.kind == "worked-pilot":
            yield from self._shapes(document)
        if document.file.kind != "chapter":
            return
        yield from self._shapes(document)
        text = " ".join(" ".join(line for _number, line in document.lines).split())
        known = {*cited(text), OURS}
        for path, words in document.texts:
            if path[:1] == ("drawing",):
                yield from self._beside(document, path, words, text, known)

    def _shapes(self, document: Document) -> Iterator[Problem]:
        """What could not be drawn."""
        for path, group in document.groups:
            if path == ("drawing", "form"):
                yield from self._bars(document, group)
                yield from self._cells(document, group)

    def _beside(
        self, document: Document, path: Path, words: str, text: str, known: set[str]
    ) -> Iterator[Problem]:
        """What one of its texts says beyond the chapter's."""
        for number in self._NUMBER.findall(CITATION.sub("", words)):
            if not re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)", text):
                yield self.problem(
                    document,
                    path,
                    _('the text of the chapter does not have "{words}"', words=number),
                    _("A number that stands nowhere else cannot be followed up."),
                    _("Write it as the text has it, or leave it out."),
                )
        why = _("A drawing shows what a chapter says; it brings no source of its own.")
        yield from sources_of_its_own(self, document, path, words, known, why)

    def _bars(self, document: Document, form: Mapping[str, Any]) -> Iterator[Problem]:
        """Bars that end before they begin, or after their plan."""
        weeks = form.get("weeks")
        for at, task in enumerate(_list(form, "tasks")):
            for place, span in enumerate(_list(task, "spans")):
                numbers = [span.get("first"), span.get("last"), weeks]
                if all(type(n) is int for n in numbers) and numbers != sorted(numbers):
                    yield self.problem(
                        document,
                        ("drawing", "form", "tasks", at, "spans", place, "first"),
                        _("this bar ends before it begins, or after its plan"),
                        _("It could not be drawn."),
                        _("Correct its weeks, or write more weeks for the plan."),
                    )

    def _cells(self, document: Document, form: Mapping[str, Any]) -> Iterator[Problem]:
        """Rows of a matrix with more or fewer cells than it has columns."""
        columns = form.get("columns")
        for at, row in enumerate(_list(form, "rows")):
            if isinstance(columns, list) and len(_list(row, "cells")) != len(columns):
                yield self.problem(
                    document,
                    ("drawing", "form", "rows", at, "title"),
                    _("this row has another number of cells than there are columns"),
                    _("Each cell stands below the head of its column."),
                    _("Write one cell for each column, in the same order."),
                )


def _list(group: object, field: str) -> list[Any]:
    """The groups that a field lists, as far as they are groups."""
    found = group.get(field) if isinstance(group, Mapping) else None
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []
