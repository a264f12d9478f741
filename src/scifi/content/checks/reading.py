"""
Rules about a file as such: that it can be read, and that it is finished.

Most are found by `source` and `load` before there is a document; their classes carry the help.
"""

import re
from collections.abc import Iterator

from scifi.content.checks import mends
from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document
from scifi.content.problem import Problem
from scifi.content.source import SourceFile
from scifi.language import _
from scifi.model.texts import without_citations


class _FoundWhileReading(Rule):
    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Nothing: a file that breaks this rule never becomes a document."""
        yield from ()


class ReadableFile(_FoundWhileReading):
    """
    A content file is UTF-8 text, at most 256 KB, in the folder of its kind, and plain YAML.

    Plain YAML means: spaces for indentation, no tabs, no anchors, aliases or tags, at
    most 20 levels.

    Why: everything on the site is made from these files. What cannot be read the same
    way by everybody cannot be checked.

    Fix: the message gives the line. Text with a colon or a # belongs in quotes; other
    encodings are mended by saving as UTF-8.

    Mended by `scifi check --fix`: tabs and odd spaces in front of a line, and a text on one
    line that is not in quotes, or in curly ones.
    """

    name = "readable-file"

    def mend(self, file: SourceFile, problem: Problem) -> Iterator[str]:
        """Tabs, odd spaces, and texts that are not in quotes."""
        return mends.readable(file, problem)


class VisibleText(Rule):
    """
    Every character of a text can be seen, and means itself.

    Refused are control characters, characters without width, those that turn the direction of
    reading, private ones, and line breaks other than the usual one. An escape in quotes,
    such as `"\\u200b"`, counts as the character it stands for. A word of Latin letters holds no
    Cyrillic one that looks like them.

    Why: what nobody sees, nobody reviews. Such a character can end a heading, hide an
    address or start markup on the page.

    Fix: delete the character the message names; if you cannot find it, type the text again.

    Mended by `scifi check --fix`: soft hyphens, characters without width, and breaks that
    Word pastes.
    """

    name = "visible-text"

    _MIXED = re.compile(r"[a-zA-Z][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-Z]")

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every word of two scripts; the rest is found while the file is read."""
        sources = [(document.place(path), text) for path, text in document.source_texts]
        for place, text in sources + document.passages:
            mixed = None if text.isascii() else self._MIXED.search(text)
            if mixed:
                before = re.search(r"\w*$", text[max(0, mixed.start() - 20) : mixed.start()])
                after = re.match(r"\w*", text[mixed.end() : mixed.end() + 20])
                word = f"{before and before[0]}{mixed[0]}{after and after[0]}"
                yield self.problem_at(
                    document,
                    place,
                    _('the word "{word}" mixes Latin and Cyrillic letters', word=word),
                    _("It looks like another word, and no search finds it."),
                    _("Type the word again."),
                )

    def mend(self, file: SourceFile, problem: Problem) -> Iterator[str]:
        """Soft hyphens and the like deleted, a break that Word pastes as a space."""
        return mends.visible(file, problem)


class UniqueKeys(_FoundWhileReading):
    """
    A field is given once in each group.

    Why: most YAML readers keep the last value and drop the first without a word.

    Fix: keep one of the two; the message names both lines.
    """

    name = "unique-keys"


class PlainScalars(_FoundWhileReading):
    """
    A value without quotes means the same to every YAML reader.

    `NO`, `yes` or `off` are true or false to some readers, `012` is ten to some, `12:30`
    is 750, `1_000` is a thousand.

    Why: the country Norway must not turn into "false" in somebody's spreadsheet.

    Fix: put text in quotes, `country: "NO"`; write numbers as plain decimals.

    Mended by `scifi check --fix`: a word or a time of day gets its quotes, and `yes` becomes
    true where that is asked for.
    """

    name = "plain-scalars"

    def mend(self, file: SourceFile, problem: Problem) -> Iterator[str]:
        """Quotes round a word or a time of day; what is a number to some is left alone."""
        return mends.plain(file, problem)


class WholeText(_FoundWhileReading):
    """
    A text without quotes does not end at a #.

    Why: to YAML a # after a space begins a comment. "Bins in district #5 were emptied less"
    becomes "Bins in district", and nobody is told.

    Fix: put the whole text in quotes; write a comment on a line of its own.
    """

    name = "whole-text"


class FilePlace(_FoundWhileReading):
    """
    A file lies in the folder of its kind, and nowhere else.

    Refused are files in a folder below it, in `data/` itself, in a folder of another name, and
    links that lead to nothing.

    Why: only the folders of the kinds are read. A file beside them would show up nowhere.

    Fix: move the file to the place that the message names.
    """

    name = "file-place"


class FileName(_FoundWhileReading):
    """
    A file's name, without its ending, is its id: small letters, digits, single hyphens.

    Why: the id becomes the page's address, and addresses never change.

    Fix: rename the file, such as `smart-watering-saint-quentin.yml`, and do not repeat
    the id inside the file.
    """

    name = "file-name"


class Finished(Rule):
    """
    No text still says TODO, TBD, FIXME, XXX or three question marks, none holds words that only
    fill a page, and none is only its receipt.

    Why: `scifi new` marks with TODO what a person has to fill in; the site shows no stubs. Of such
    a text nothing else is reported, so there is one problem for each TODO.

    Fix: write the text, or `null` (for a list `[]`) where nothing is known.
    """

    name = "finished"

    _STUB = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|\?\?\?|(?i:lorem ipsum)")

    @staticmethod
    def _holds_any(text: str) -> bool:
        """A quick look: hardly any text holds one."""
        return any(word in text for word in ("TODO", "TBD", "FIXME", "XXX", "???", "orem"))

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every text or line of prose with a word that stands for one still to be written."""
        sources = [(document.place(path), text) for path, text in document.source_texts]
        for place, text in sources + document.passages:
            stub = self._STUB.search(text) if self._holds_any(text) else None
            if stub:
                yield self.problem_at(
                    document,
                    place,
                    _("this still says {word}", word=stub.group()),
                    _("The site shows no stubs."),
                    _("Write the text, or null (for a list []) where nothing is known."),
                )
        for path, text in document.texts:
            if text[:2] == "[@" and not without_citations(text):
                yield self.problem(
                    document,
                    path,
                    _("there is a receipt and nothing else"),
                    _("A source proves a statement; here is none."),
                    _("Write the statement in front of it."),
                )


class NullForUnknown(Rule):
    """
    What is not known is `null`, or `[]` for a list: no dash, no question mark, no "n/a".

    Why: null is shown as "not reported", counted as a gap, and asked for; a dash is a value.

    Fix: write `null` without quotes; in a list, delete the line.
    """

    name = "null-for-unknown"

    _NOTHING = re.compile(r"(?i)n/a|n\. ?a\.|k\. ?a\.|tba|-+|\?+|\.{3}|\u2026|\u2013|\u2014")
    _LONGEST = len("k. A.")

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every text that only says that there is none."""
        for path, text in [*document.texts, *document.source_texts]:
            sign = text.strip()
            if len(sign) <= self._LONGEST and self._NOTHING.fullmatch(sign):
                yield self.problem(
                    document,
                    path,
                    _('"{sign}" stands for something unknown', sign=text),
                    _("Null is counted as a gap and asked for; a sign is a value like any other."),
                    _("Write null without quotes; in a list, delete the line."),
                )
