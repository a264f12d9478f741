"""Rules about chapters: `chapter-macros`, `chapter-markup`, `number-receipt`, `key-points`."""

import re
from collections.abc import Collection, Iterator
from html.entities import html5
from itertools import islice

from scifi.content.checks.base import Library, Rule
from scifi.content.checks.receipts import listed
from scifi.content.load import Document, Path
from scifi.content.problem import Problem, nearest
from scifi.content.source import PAGE
from scifi.language import N_, _
from scifi.model.texts import CITATION, OURS, cited
from scifi.vocabulary import KIND_BY_MACRO


class ChapterMacros(Rule):
    """
    A chapter calls only the macros made for it, each with plain names in quotes.

    Macros: `{{ casestudies("id", "id") }}`, `{{ remedies("id") }}`, `{{ obstacles("id") }}`,
    `{{ steps("id") }}`, `{{ indicators("id") }}`, `{{ chart("name") }}`, `{{ count("kind") }}`.
    Pages in `docs/` may call every macro, in the same plain way.

    Why: everything else in double braces is a small program, and content is never run.

    Fix: call one of these macros, or write the braces in words.
    """

    name = "chapter-macros"

    _NAME = r"""(?:"[\w-]*"|'[\w-]*')"""
    _CALL = re.compile(rf"(?<!\{{)\{{\{{ *(\w+)\( *((?:{_NAME} *, *)*{_NAME}?) *\) *\}}\}}(?!\}})")

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every brace that is not part of a plain call of a known macro with known names."""
        if document.file.kind not in ("chapter", PAGE):
            return
        for number, line in document.lines:
            for match in self._CALL.finditer(line):
                names = re.findall(r"[\w-]+", match.group(2))
                for what, fix in self._faults(document, match.group(1), names, library):
                    yield self._at(document, number, match.start(), what, fix)
            rest = self._CALL.sub(lambda m: " " * len(m.group()), line)
            brace = re.search(r"\{[{%#]|[%#}]\}", rest)
            if brace:
                plain = _("this is not a plain call of a macro")
                what = _("{% … %} is not used here") if "%" in brace.group() else plain
                yield self._at(document, number, brace.start(), what, "")

    def _faults(
        self, document: Document, macro: str, names: list[str], library: Library
    ) -> Iterator[tuple[str, str]]:
        known = [*KIND_BY_MACRO, *(library.macros if document.file.kind == PAGE else ())]
        if macro not in known:
            yield _('unknown macro "{macro}"', macro=macro), nearest(macro, known)
            return
        if macro in ("chart", "count") and len(names) != 1:
            yield (
                _("{macro} takes one name", macro=macro),
                _("Write {call}.", call=f'{{{{ {macro}("name") }}}}'),
            )
        kind = KIND_BY_MACRO.get(macro)
        ids = library.ids.get(kind, []) if kind else names
        for name in names:
            if name not in ids:
                moved = library.former.get((kind or "", name))
                now = moved.now[1] if moved and moved.now and moved.now[0] == kind else None
                advice = _("It was renamed: write {name}.", name=now) if now else ""
                yield (
                    _('unknown {kind} "{id}"', kind=kind, id=name),
                    advice or nearest(name, ids),
                )

    def _at(self, document: Document, line: int, at: int, what: str, fix: str) -> Problem:
        return self.problem_at(
            document,
            (line, at + 1),
            what,
            _("Content is shown, never run; a few macros with plain names are all a page needs."),
            fix or _('Write a call such as {{ casestudies("id") }}, or write it in words.'),
        )


class ChapterMarkup(Rule):
    """
    A chapter or page is plain Markdown: no HTML tags, no attributes in braces, web links only.

    Why: HTML could carry scripts, and it does not reach the printed book. A picture of another
    host would tell that host who reads the page. Links that are
    not web addresses or pages of this site can run code in the reader's browser.

    Fix: use Markdown (headings, lists, tables, `!!! tip` boxes). Write "less than" for a
    bare `<`. Links start with https:// or lead to a page of this site. Pages in `docs/` may give
    a heading an anchor of its own, `{ #name }`, and leave a text out on paper, `{ .screen-only }`.
    """

    name = "chapter-markup"

    _OF_PAGES = re.compile(
        r"\{ *(?:#[a-z0-9-]+|\.screen-only) *\}$"
        r"|!\[[^\[\]]*\]\([\w-]+\.(?:png|jpe?g|webp)(?: +\"[^\"]*\")?\)",
        re.I,
    )
    """What a page may hold and a chapter may not: a name for a heading, a picture beside it."""

    _WORDS = N_("Say it in Markdown or in words.")
    _FORBIDDEN = (
        (
            re.compile(r"<(?:https?://|[\w.+-]+@[\w-])", re.I),
            N_("there is an address in angle brackets"),
            N_("Write [words](https://address), or the address without < and >."),
        ),
        (
            re.compile(r"<(?!https?://|[\w.+-]+@[\w-])[A-Za-z/!?]", re.I),
            N_("there is an HTML tag"),
            _WORDS,
        ),
        (
            re.compile(r"(?<!\{)\{(?![{%#])"),
            N_("there are attributes in braces"),
            N_("Delete the braces and what stands in them, or write them in words."),
        ),
        (
            re.compile(r"!\[[^\]]*\](?:\(\s*<?\s*https?:|\[)", re.I),
            N_("there is a picture of another host"),
            N_("Say in words what it shows, and link the page it stands on."),
        ),
        (
            re.compile(r"!\[[^\]]*\]\(\s*<?\s*(?!https?:|\.{0,2}/(?!/))", re.I),
            N_("there is a picture that is no file of this site"),
            N_('Say in words what it shows; a chart is called by {{ chart("name") }}.'),
        ),
        (
            re.compile(r"^\s*\*\[[^\]]+\]:"),
            N_("there is an explanation of an abbreviation"),
            N_("Explain it where it first stands, or in the glossary: scifi new term ID."),
        ),
        (
            re.compile(r"\[\^[^\[\]]+\]"),
            N_("there is a footnote"),
            N_("Cite a source by [@key]; say everything else in the text."),
        ),
        (
            re.compile(r"--8<--"),
            N_("there is an include"),
            N_("Write the text itself; a file cannot take in another."),
        ),
    )

    _LINK = re.compile(
        r"(?:\]\(|^[\s>*+\-\d.:]*\[[^\[\]]*\]:)\s*+<?\s*+"
        r"(?!https?:|\.{0,2}/(?!/)|#|[\w-]+(?:\.(?:md|png|jpe?g|webp)|/|#|\)))[^)\s]*",
        re.I,
    )
    _ENTITY = re.compile(r"&(#|[A-Za-z][A-Za-z0-9]*;)")

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every line with markup that is not Markdown."""
        if document.file.kind not in ("chapter", PAGE):
            return
        # Of a key in a footnote's brackets, `known-source` says how it is cited.
        left_out = {f"[^{key}]" for key in listed(document)}
        for number, line in document.lines:
            if document.file.kind == PAGE:
                line = self._OF_PAGES.sub("", line)
            for at, what, fix in self._faults(line, left_out):
                yield self.problem_at(
                    document,
                    (number, at + 1),
                    what,
                    _("Chapters are text from many hands: shown, printed, never run."),
                    fix,
                )

    def _faults(self, line: str, left_out: Collection[str]) -> Iterator[tuple[int, str, str]]:
        """Where in a line there is something else than Markdown, what it is, what to write."""
        named = False
        for pattern, what, fix in self._FORBIDDEN:
            match = pattern.search(line)
            if match and match.group() not in left_out:
                named = True
                yield match.start(), _(what), _(fix)
        entities = (m for m in self._ENTITY.finditer(line) if m[1] == "#" or m[1] in html5)
        for match in islice(entities, 1):
            yield match.start(), _("there is an HTML entity"), _("Type the sign itself.")
        # Pictures and footnotes look like links; one name for one mistake.
        link = None if named else self._LINK.search(line)
        if link:
            yield (
                link.start(),
                _("there is a link that is neither a web address nor a page of this site"),
                _("Write [words](https://address), or the address of a page: ../aid-kit/."),
            )


class NumberReceipt(Rule):
    """
    In a chapter, a sentence, list item or table row with a number has a receipt.

    Years, sums, shares and counts all count as numbers; the numbers of list items, headings
    and the digits inside names such as "2 Seas" do not.

    Why: a number without a source beside it is a rumour that will be quoted.

    Fix: end the sentence with `[@key]`, or with `[@ours]` if it is our own rule of thumb.
    """

    name = "number-receipt"

    _NAMES = re.compile(r"Interreg 2 Seas|2 Seas|ISO \d+|50/50|Article \d+\w*(?:\(\d+\))?")
    _NUMBER = re.compile(r"(?<![\w.@/#-])\d[\d,.]*(?![\w-])")

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every number that stands alone."""
        if document.file.kind != "chapter":
            return
        for number, block in self._blocks(document):
            for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z*\"“(])", block):
                bare = self._NAMES.sub("", re.sub(r"\{\{.*?\}\}", "", sentence))
                found = self._NUMBER.search(bare)
                if found and not CITATION.search(sentence):
                    yield self.problem_at(
                        document,
                        (number, 1),
                        _(
                            '"{number}" has no receipt in its sentence: {beginning} …',
                            number=found.group().rstrip(".,"),
                            beginning=" ".join(sentence.split())[:60],
                        ),
                        _("A number without a source beside it is a rumour that will be quoted."),
                        _("End the sentence with [@key], or with [@ours] if it is ours."),
                    )

    def _blocks(self, document: Document) -> Iterator[tuple[int, str]]:
        """Paragraphs, list items and table rows with the line they start in."""
        start, parts = 0, list[str]()
        for number, line in document.lines:
            text = line.strip()
            marker = re.match(r"(?:[-*]|\d+[.)])\s+", text)
            alone = not text or text.startswith(("#", "|", "!!!"))
            if parts and (alone or marker):
                yield start, " ".join(parts)
                parts = []
            if text.startswith("|"):
                # A row may number itself in its first cell.
                yield number, re.sub(r"^\|\s*\d+\s*\|", "|", text)
            elif not alone:
                start = start if parts else number
                parts.append(text[marker.end() :] if marker else text)
        if parts:
            yield start, " ".join(parts)


class KeyPointsOfText(Rule):
    """
    The key points of a chapter say nothing that its text does not: same numbers, same sources.

    Why: a mayor reads this page alone. A number that stands nowhere else cannot be followed up,
    and is forgotten when the text is corrected.

    Fix: write `number` as the text has it, such as "EUR 10,000", and cite a source that the text
    cites too.
    """

    name = "key-points"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every key figure that the text does not have, and every source that it does not cite."""
        if document.file.kind != "chapter":
            return
        text = " ".join(" ".join(line for _number, line in document.lines).split())
        known = {*cited(text), OURS}
        for path, words in document.texts:
            if path[:1] != ("key_points",):
                continue
            if path[-1] == "number" and not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                yield self.problem(
                    document,
                    path,
                    _('the text of the chapter does not have "{words}"', words=words),
                    _("A number that stands nowhere else cannot be followed up."),
                    _("Write it as the text has it, or choose another number."),
                )
            why = _("Key points sum a chapter up; they bring no source of their own.")
            yield from sources_of_its_own(self, document, path, words, known, why)


def sources_of_its_own(
    rule: Rule, document: Document, path: Path, words: str, known: set[str], why: str
) -> Iterator[Problem]:
    """What a text beside the chapter cites and the chapter, whose sources are `known`, does not."""
    for key in [key for key in cited(words) if key not in known]:
        yield rule.problem(
            document,
            path,
            _('the text of the chapter does not cite "{key}"', key=key),
            why,
            _("Cite the source in the text, too, or choose another."),
        )
