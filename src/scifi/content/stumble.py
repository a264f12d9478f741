"""
Where YAML's parser gave up: the line that a person has to mend, and what stands wrong in it.

A parser stops where it cannot go on, often lines below the slip; so the lines around are looked
at, too.
"""

import re
from dataclasses import dataclass

import yaml

from scifi.content import syntax
from scifi.content.problem import Problem
from scifi.content.source import Place, SourceFile
from scifi.language import N_, _

NOT_READ = N_("Nothing in the file can be read until this is mended.")
"""Why a slip of one sign matters."""


def explained(
    file: SourceFile,
    lines: list[str],
    error: yaml.MarkedYAMLError,
    quote: tuple[Place, Place],
) -> Problem:
    """The parser's `error` in words; `quote` is where the last text in quotes begins and ends."""
    return _Stumble(file, lines, error, quote).problem()


@dataclass
class _Stumble:
    file: SourceFile
    lines: list[str]
    error: yaml.MarkedYAMLError
    quote: tuple[Place, Place]

    @property
    def mark(self) -> "yaml.error.Mark | None":
        """Where the parser gave up."""
        return self.error.problem_mark or self.error.context_mark

    @property
    def line(self) -> int:
        """The line of it, counted from 0."""
        return self.mark.line if self.mark else 0

    def problem(self) -> Problem:
        """What a person did where the parser gave up; its own words only where nothing is seen."""
        error, line, mark = self.error, self.line, self.mark
        opened = self._opened()
        if opened:
            return opened
        for number in self._suspects():
            text = self.lines[number]
            lead = text[: len(text) - len(text.lstrip())]
            if "\t" in lead:
                return self._tab(number, lead)
            found = syntax.fault(text)
            if found:
                place = (number + 1, found.column)
                return self.file.problem(place, found.what, _(NOT_READ), found.fix)
        if re.search("not allowed|expected key|block end", error.problem or "") and mark:
            return self.file.problem(
                (line + 1, mark.column + 1),
                _("the indentation does not fit the lines above"),
                _(NOT_READ),
                _("Begin the line under the field or list item it belongs to."),
            )
        said = " ".join(part for part in (error.context, error.problem) if part)
        return self.file.problem(
            (line + 1, mark.column + 1) if mark else (1, 1),
            _("this is not YAML: {reason}", reason=said),
            _("Nothing in the file can be read until this line, or the one above it, is mended."),
            _("Check the indentation, and put text with a colon or # in quotes."),
        )

    def _opened(self) -> Problem | None:
        """A quote that swallowed lines: it is mended where it opens."""
        error, (begin, end) = self.error, self.quote
        if "end of stream" in (error.problem or "") and error.context_mark:
            begin = (error.context_mark.line + 1, error.context_mark.column + 1)
        elif not begin[0] < end[0] == self.line + 1:
            return None
        text = self.lines[begin[0] - 1]
        apostrophe = syntax.fault(text) if text[begin[1] - 1 :].startswith("'") else None
        return self.file.problem(
            begin,
            apostrophe.what if apostrophe else _("the quote that opens here is not closed"),
            _("It goes on to the next quote, lines below, and takes all fields on its way."),
            apostrophe.fix if apostrophe else _("Close it where the text ends."),
        )

    def _suspects(self) -> list[int]:
        """The lines to look at: that of the error, those above, where what went wrong began."""
        last = len(self.lines) - 1
        above = (number for number in range(min(self.line, last + 1) - 1, -1, -1))
        written = next((number for number in above if self.lines[number].strip()), None)
        context = self.error.context_mark
        found = [self.line, written, context.line if context else None]
        return [number for number in found if number is not None and number <= last]

    def _tab(self, line: int, lead: str) -> Problem:
        return self.file.problem(
            (line + 1, lead.index("\t") + 1),
            _("the line is indented with a tab"),
            _("YAML counts spaces; a tab has no agreed width."),
            _("Replace the tab by two spaces for each level."),
        )
