"""Rule `plain-text`: texts of fields hold words, no markup."""

import re
from collections.abc import Iterator

from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document
from scifi.content.problem import Problem
from scifi.language import N_, _

_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});", re.I)
_MARKUP = (
    (re.compile(r"</?[a-z][^<>]*>|<!--", re.I), N_("HTML")),
    (re.compile(r"\*\*[^*\n]+\*\*|(?<!\w)__[^_\n]+__(?!\w)|~~[^~\n]+~~"), N_("signs for bold")),
    (re.compile(r"\[[^\[\]\n]+\]\((?:https?:|/|\.)[^)\n]*\)"), N_("link in brackets")),
    (re.compile(r"\{\{[^{}\n]*\}\}|\{%"), N_("call of a macro")),
    (re.compile(r"(?<!`)`[^`\n]+`"), N_("signs for code")),
    (
        re.compile(r"^\s{0,3}(?:#{1,6} |[-*\u2022] )", re.MULTILINE),
        N_("signs for a list or heading"),
    ),
)
_ANY = re.compile(r"[<`\u2022]|\{[{%]|\*\*|__|~~|\]\(|^\s{0,3}(?:#|[-*] )", re.MULTILINE)
"""What each of them begins with: most texts hold none of it."""


class PlainText(Rule):
    """
    The texts of fields are plain words: no HTML, no Markdown.

    Only the prose of chapters and pages is Markdown. In a field, stars and brackets are shown as
    they stand; nothing is refused for it, but `scifi check` makes a remark.

    Why: a reader sees `**cheap**` with its stars, `&amp;` with its letters.

    Fix: write it in words. A link is a source, cited by `[@key]`; a list is several items.
    """

    name = "plain-text"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """A remark for every kind of markup in a text; for copied entities in sources as well."""
        for path, text in document.texts:
            for pattern, what in _MARKUP if _ANY.search(text) else ():
                found = pattern.search(text)
                if found:
                    yield self._remark(document, path, _(what), found.group().strip())
        for path, text in [*document.texts, *document.source_texts]:
            found = _ENTITY.search(text) if "&" in text else None
            if found:
                yield self._remark(document, path, _("sign written for HTML"), found.group())

    def _remark(
        self, document: Document, path: tuple[str | int, ...], what: str, mark: str
    ) -> Problem:
        return self.problem(
            document,
            path,
            _("{markup} in a text: {mark}", markup=what, mark=" ".join(mark.split())[:40]),
            _("It would be shown as it stands, with all its signs."),
            _("Write it in plain words; a link is a source, cited by [@key]."),
            remark=True,
        )
