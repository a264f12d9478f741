"""
Prose as the site will show it: what a chapter or page becomes, in elements one can judge.

Markdown has many spellings for one picture or link, so the outcome is judged, not the source.
What would keep Markdown busy for long is found first, by counting, and never given to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby

from markdown import Markdown

from scifi.language import _, number

EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
)
"""What `mkdocs.yml` adds to Markdown and changes the outcome; a test compares the two."""

OPTIONS = {"tables": {"use_align_attribute": True}}
"""How `mkdocs.yml` sets them."""

MAX_LENGTH = 100_000
"""Longest prose of a file, characters; the longest so far has a third."""

MAX_LINE = 2000
"""Longest line of prose, characters; the longest so far has 821."""

MAX_LINES = 100
"""Most lines of a paragraph, list or table; the longest so far has a third."""

MAX_MARKS = {"*": 200, "_": 200, "`": 100, "[": 100, "<": 60, "|": 1000, "{": 100}
"""How often a sign that Markdown pairs may stand in one paragraph; twice what we use, or more."""

MAX_INDENT = 24
"""Deepest indentation, spaces: lists within lists, six deep."""

MAX_QUOTES = 6
"""Deepest quotation within a quotation."""

_MACRO = re.compile(r"\{\{[^{}\n]*\}\}")


@dataclass(frozen=True)
class Element:
    """One element of the rendered text: its tag and its attributes."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)


def elements(text: str) -> list[Element]:
    """Everything that a text becomes on the page; a number stands where a macro is called."""
    reader = _Reader()
    markdown = Markdown(extensions=list(EXTENSIONS), extension_configs=OPTIONS)
    reader.feed(markdown.convert(_MACRO.sub("0", text)))
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Element(tag, {name: value or "" for name, value in attrs}))


def excesses(text: str) -> Iterator[tuple[int, str]]:
    """What would take Markdown too long: the line of the text, from 1, and what is too much."""
    if len(text) > MAX_LENGTH:
        yield 1, _("the prose has more than {most} characters", most=number(MAX_LENGTH))
        return
    for start, lines in _paragraphs(text):
        yield from ((start, what) for what in _excesses_of_paragraph(lines))
        for at, line in enumerate(lines, start):
            yield from ((at, what) for what in _excesses_of_line(line))


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Stretches of lines between empty ones, each with the number of its first line."""
    lines = enumerate(text.split("\n"), 1)
    for blank, group in groupby(lines, lambda line: not line[1].strip()):
        if not blank:
            numbered = list(group)
            yield numbered[0][0], [line for _number, line in numbered]


def _excesses_of_paragraph(lines: list[str]) -> Iterator[str]:
    if len(lines) > MAX_LINES:
        yield _("the paragraph has more than {most} lines", most=MAX_LINES)
    for mark, most in MAX_MARKS.items():
        if sum(line.count(mark) for line in lines) > most:
            yield _(
                "the paragraph has more than {most} of the sign {mark}",
                most=number(most),
                mark=mark,
            )


def _excesses_of_line(line: str) -> Iterator[str]:
    if len(line) > MAX_LINE:
        yield _("the line has more than {most} characters", most=number(MAX_LINE))
    wide = line.expandtabs(4)
    if line.strip() and len(wide) - len(wide.lstrip()) > MAX_INDENT:
        yield _("the line is indented by more than {most} spaces", most=MAX_INDENT)
    if line.replace(" ", "").startswith(">" * (MAX_QUOTES + 1)):
        yield _("quotations stand more than {most} deep in each other", most=MAX_QUOTES)
