"""
Rules that keep texts harmless for readers, and fit for all that is made from them: `short-text`,
`harmless-prose`, `printable-text`, `worksheet-rows`.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from scifi.content import prose
from scifi.content.alphabet import unprintable
from scifi.content.checks import marks
from scifi.content.checks.base import Library, Rule
from scifi.content.checks.chapters import ChapterMacros, ChapterMarkup
from scifi.content.checks.receipts import listed
from scifi.content.load import Document, Place
from scifi.content.problem import Problem
from scifi.content.prose import Element
from scifi.content.source import PAGE
from scifi.language import _

PROSE = ("chapter", PAGE)
"""The kinds of files that hold Markdown."""

FRAME = ("content", "search")
"""Anchors of the frame around every page: a heading of that name would take its place."""

TAGS = {
    "a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "img", "li", "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
"""All that plain Markdown makes; what else there is came in as HTML."""

ATTRIBUTES = {"align", "alt", "class", "colspan", "href", "id", "rowspan", "src", "start", "title"}
"""All that plain Markdown gives to its elements; none of them runs or draws anything."""

CLASSES = {
    "admonition", "admonition-title", "tip", "warning", "note", "danger", "info", "footnote",
    "footnote-ref", "footnote-backref", "screen-only",
}  # fmt: skip
"""Looks that a text may ask for: boxes, notes, and what is left out on paper."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_PICTURE = re.compile(r"(?:\.\./|[\w-]+/)*[\w-]+\.(?:png|jpe?g|webp|svg)")


class ShortText(Rule):
    """
    A text is short enough to be read at once, by people and by programs.

    One value has at most 4,000 characters, a file at most 10,000 values. The prose of a file has
    at most 100,000 characters, a line of it 2,000, a paragraph, list or table 100 lines. A
    paragraph has at most 100 to 200 of the signs * _ ` [ { <, and lists and quotations stand at
    most six deep in each other.

    Why: eight thousand opening brackets take half a minute to read, and nobody can build the
    site in the meantime. No text for people comes near these numbers.

    Fix: break the paragraph up with an empty line, or take out what repeats itself.
    """

    name = "short-text"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Nothing: such a file is refused before anything reads it."""
        yield from ()


class HarmlessProse(Rule):
    """
    What a chapter or page becomes is text, lists, tables, boxes, links, and pictures of our own.

    Links lead to https:, http: or mailto: addresses, or to pages of this site. Pictures are files
    that lie beside the pages. No element has a style, a script or a name that the page needs.

    Why: Markdown has many spellings for one thing, so this rule looks at the outcome. A picture
    on another host would tell that host who reads the page; a script could do anything.

    Fix: write plain Markdown. Put a picture into `docs/` and link it as `![words](picture.png)`.
    """

    name = "harmless-prose"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every element of the page that plain Markdown does not make."""
        if document.file.kind not in PROSE or self._is_told(document, library):
            return
        for element in prose.elements(document.body):
            for what, written in faults(element):
                yield self.problem_at(
                    document,
                    (_line(document, written), 1),
                    what,
                    _("Pages are text from many hands: shown, printed, never run."),
                    _("Write it as plain Markdown, with web addresses and pictures of our own."),
                )

    def _is_told(self, document: Document, library: Library) -> bool:
        """True if a rule about the source, which knows the place better, has something to say."""
        rules = (ChapterMarkup(), ChapterMacros())
        return any(True for rule in rules for _problem in rule.check(document, library))


class PrintableText(Rule):
    """
    Every character of a text can be printed.

    The papers have letters of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts, and the
    usual signs; they have no pictures (emoji) and no letters of other scripts.

    Why: on paper such a character would be a number in brackets, which nobody understands.

    Fix: say the picture in words; write a name in the letters that its owner uses in English.
    """

    name = "printable-text"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every character that no typeface has."""
        keys = listed(document)
        sources = [(document.place(path), text) for path, text in document.source_texts]
        for place, text in [*sources, *_without_marks(document.passages, keys)]:
            for character in unprintable(text):
                yield self.problem_at(
                    document,
                    place,
                    _(
                        'no typeface has the character "{character}" ({code})',
                        character=character,
                        code=f"U+{ord(character):04X}",
                    ),
                    _("On paper it would be a number in brackets."),
                    _("Say it in words, or in Latin letters."),
                )


class WorksheetRows(Rule):
    """
    A row of a worksheet's table has no more cells than the table has columns.

    Why: there is no place for the words of the last cells, and the sheet cannot be set.

    Fix: add a column, or take cells out of the row.
    """

    name = "worksheet-rows"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every row with too many cells."""
        for path, group in document.groups if document.file.kind == "worksheet" else ():
            columns, rows = group.get("columns"), group.get("rows")
            if not isinstance(columns, list) or not isinstance(rows, list):
                continue
            for i, row in enumerate(rows):
                if isinstance(row, list) and len(row) > len(columns):
                    yield self.problem(
                        document,
                        (*path, "rows", i),
                        _(
                            "the row has {cells} cells, and the table {columns} columns",
                            cells=len(row),
                            columns=len(columns),
                        ),
                        _("The words of the last cells would have no place."),
                        _("Add a column, or take cells out of the row."),
                    )


def _without_marks(
    passages: Iterable[tuple[Place, str]], keys: Collection[str]
) -> Iterator[tuple[Place, str]]:
    """Texts without wrongly written citations, of which `known-source` says how to write them."""
    for place, text in passages:
        bare = text
        for mark, _key in marks.almost(text, keys) if unprintable(text) else ():
            bare = bare.replace(mark, " ")
        yield place, bare


def faults(element: Element) -> Iterator[tuple[str, str]]:
    """What is wrong with an element, and the words of the source by which one finds it."""
    if element.tag not in TAGS:
        yield _("the text becomes the element <{tag}>", tag=element.tag), f"<{element.tag}"
    for name in element.attributes:
        if name not in ATTRIBUTES:
            yield _('the text gives an element the attribute "{name}"', name=name), name
    yield from _wrong_names(element)
    yield from _wrong_addresses(element)


def _wrong_names(element: Element) -> Iterator[tuple[str, str]]:
    for name in element.attributes.get("class", "").split():
        if name not in CLASSES and element.tag != "code":
            yield _('there is no box or look "{name}"', name=name), name
    anchor = element.attributes.get("id", "")
    if anchor in FRAME:
        yield _('the anchor "{name}" belongs to the frame of the page', name=anchor), anchor


def _wrong_addresses(element: Element) -> Iterator[tuple[str, str]]:
    link, picture = element.attributes.get("href"), element.attributes.get("src")
    if link is not None and not is_harmless_link(link):
        yield _('the link "{address}" leads neither to the web nor to a page', address=link), link
    if picture is not None and not _PICTURE.fullmatch(picture):
        yield _('the picture "{address}" is no file of this site', address=picture), picture


def is_harmless_link(address: str) -> bool:
    """True for http, https and mailto, and for a path within the site, as any browser reads it."""
    if re.search(r"[\s\\\x00-\x20\x7f-\xa0]", address) or address.startswith("//"):
        return False
    scheme = _SCHEME.match(address)
    return not scheme or scheme.group().lower() in ("http:", "https:", "mailto:")


def _line(document: Document, written: str) -> int:
    """The line in which the source says it; the first of the text if it is written otherwise."""
    word = max(re.findall(r"[\w.-]+", written.lower()), key=len, default=written)
    found = (number for number, line in document.lines if word and word in line.lower())
    return next(found, document.body_line)
