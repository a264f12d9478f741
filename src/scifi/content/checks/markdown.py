"""Rule `markdown-shape`: lists and tables of prose come out as lists and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document
from scifi.content.problem import Problem
from scifi.content.source import PAGE
from scifi.language import N_, _

_MARKER = re.compile(r"([-*+]|\d{1,2}\.)\s+\S")
_DASHES = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_BULLET = re.compile("[\u2022\u25e6\u25aa\u25cf\u2023\u25a0\u25a1\u00b7\u2192\u2713\u2714]\\s*\\S")
_NUMBERED = re.compile(r"\d{1,2}\)\s+\S")
_RUN_ON = N_("The site would show it as one running line.")
_AS_TYPED = N_("The site would show the signs as they stand.")

_INLINE = (
    (re.compile(r"~~.+?~~"), N_("~~ crosses nothing out here"), N_("Delete the text, or say it.")),
    (re.compile(r"==[^=\s].*?=="), N_("== marks nothing here"), N_("Use **bold**.")),
    (
        re.compile(r"\[!(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION)\]", re.I),
        N_("[!…] makes no box here"),
        N_('Write !!! tip "Title", and the text below it, four spaces to the right.'),
    ),
    (
        re.compile(r"^\s*[-*+]\s+\[[ xX]\]"),
        N_("there are no boxes to tick here"),
        N_("Write a plain list; what is to be ticked belongs on a worksheet."),
    ),
    (
        re.compile(r"\][ \t]+\((?:https?:|\.{0,2}/)"),
        N_("there is a space between the words of a link and its address"),
        N_("Write [words](address), without a space between."),
    ),
)


class Fault(NamedTuple):
    """What is wrong in a line of Markdown, why it matters, and how to write it."""

    what: str
    why: str
    fix: str


class MarkdownShape(Rule):
    """
    Lists, tables and headings of prose are written so that the site shows them as such.

    A list or table has a blank line above it; a list inside a list is four spaces to the right;
    every row of a table has as many cells as its head; the title of a page stands in its front
    matter, so there is no heading with one `#`.

    Why: other programs are more lenient. What looks right there becomes one running line of text
    here, on the page and on paper.

    Fix: the message says what is missing in which line.
    """

    name = "markdown-shape"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every line that Markdown would run into another, drop, or show with its signs."""
        if document.file.kind not in ("chapter", PAGE):
            return
        shape = _Shape(chapter=document.file.kind == "chapter")
        for number, line in _prose(document):
            for fault in shape.faults(line):
                yield self.problem_at(document, (number, 1), fault.what, fault.why, fault.fix)


def _prose(document: Document) -> Iterator[tuple[int, str]]:
    """The lines of the prose; a front matter, code and HTML are left out as blank lines."""
    fence, front = "", document.file.kind == PAGE and document.body.startswith("---\n")
    for number, line in document.lines:
        mark = re.match(r"\s*(```+|~~~+)", line)
        hidden = bool(fence or front or mark or line.lstrip().startswith("<"))
        if mark and not front:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if front and number > document.body_line and line.strip() == "---":
            front = False
        yield number, "" if hidden else re.sub(r"`[^`]*`", "`", line)


@dataclass
class _Shape:
    """Where in the Markdown we are: in which block, and how wide its table is."""

    chapter: bool
    block: str = ""
    """What the lines since the last blank one are: text, list, table, or already complained of."""
    cells: int = 0
    rows: int = 0
    holder: bool = False
    """Whether a list or box is open, so that indented text belongs to it."""

    def faults(self, line: str) -> Iterator[Fault]:
        """What is wrong with the next line."""
        text = line.strip()
        if not text:
            self.block = ""
            return
        for pattern, what, fix in _INLINE:
            if pattern.search(line):
                yield Fault(_(what), _(_AS_TYPED), _(fix))
        if text.startswith("#"):
            self.block, self.holder = "", False
            yield from self._heading(text)
        elif text.startswith("!!!"):
            self.block, self.holder = "", True
        elif _MARKER.match(text):
            yield from self._item(len(line) - len(line.lstrip()))
        elif text.startswith("|"):
            yield from self._row(text)
        else:
            yield from self._text(line, text)

    def _heading(self, text: str) -> Iterator[Fault]:
        if re.match(r"#+[^#\s]", text):
            yield Fault(
                _("a line that begins with # is a heading"),
                _("The words behind it would be shown large."),
                _("Write a space after the # of a heading; begin a sentence with a word."),
            )
        elif self.chapter and re.match(r"#\s", text):
            yield Fault(
                _("this is a second title"),
                _("A page has one; it stands in the front matter."),
                _("Write ## for a section."),
            )

    def _item(self, indent: int) -> Iterator[Fault]:
        if self.block in ("text", "table"):
            yield _no_blank_line(_("there is no blank line before the list"))
            self.block = "said"
        elif self.block != "said":
            if indent % 4:
                yield Fault(
                    _("the list item is {n} spaces to the right", n=indent),
                    _("With less than four it falls back to the level above."),
                    _("Use four spaces for each level, none for the first."),
                )
            self.block, self.holder = "list", True

    def _row(self, text: str) -> Iterator[Fault]:
        cells = _cells(text)
        if self.block in ("text", "list"):
            yield _no_blank_line(_("there is no blank line before the table"))
            self.block = "said"
        elif not self.block:
            self.block, self.cells, self.rows = "table", cells, 1
        elif self.block == "table":
            self.rows += 1
            if self.rows == 2 and not _DASHES.fullmatch(text):
                self.block = "said"
                yield Fault(
                    _("the table has no line of dashes below its head"),
                    _(_RUN_ON),
                    _("Write |---|---| below the head, once for each column."),
                )
            elif cells > self.cells:
                yield Fault(
                    _(
                        "the row has {cells} cells, the table {columns}",
                        cells=cells,
                        columns=self.cells,
                    ),
                    _("What is too much is left out without a word."),
                    _("Delete a |, or write \\| for one inside a cell."),
                )

    def _text(self, line: str, text: str) -> Iterator[Fault]:
        if _BULLET.match(text):
            yield Fault(
                _("{sign} is no sign of a list", sign=text[0]),
                _(_RUN_ON),
                _("Begin each point with - and a space, below a blank line."),
            )
        elif _NUMBERED.match(text):
            yield Fault(
                _("a number with a bracket makes no list"),
                _(_RUN_ON),
                _("Write 1. and a space, below a blank line."),
            )
        if re.fullmatch(r"=+", text) and self.block == "text":
            yield from self._heading("# ")
        if self.block == "table":
            yield _no_blank_line(_("there is no blank line after the table"))
            self.block = "said"
        elif not self.block:
            yield from self._begun(line)

    def _begun(self, line: str) -> Iterator[Fault]:
        """A paragraph: one that is indented, though in no list or box, becomes code."""
        self.block = "text"
        if not line.startswith("    "):
            self.holder = line.startswith(":")
        elif self.chapter and not self.holder:
            yield Fault(
                _("the paragraph is four spaces to the right"),
                _("The site would show it as the code of a program."),
                _("Begin it at the left edge."),
            )


def _no_blank_line(what: str) -> Fault:
    return Fault(what, _(_RUN_ON), _("Put a blank line between the two."))


def _cells(row: str) -> int:
    """How many cells a row of a table has."""
    return len(re.findall(r"(?<!\\)\|", row.strip().strip("|"))) + 1
