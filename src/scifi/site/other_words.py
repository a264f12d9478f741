"""By which other words pages are searched, so that people can see, print and correct them."""

from scifi.corpus import Corpus
from scifi.folding import fold
from scifi.kinds import KINDS, Kind
from scifi.language import _, language_name
from scifi.model import Shortcut

Named = tuple[str, str, list[tuple[str, str, list[str]]]]
"""Address (none of the glossary) and title of a page; code and name of a language, and words."""


def other_words(corpus: Corpus) -> list[tuple[str, list[Named]]]:
    """The pages that have other words, by title, under the name of their kind."""
    groups = [(_name(kind), _of_kind(corpus, kind)) for kind in KINDS.values()]
    return [(name, rows) for name, rows in groups if rows]


def _name(kind: Kind) -> str:
    return _("Lists and tools") if kind.model is Shortcut else _(kind.title)


def _of_kind(corpus: Corpus, kind: Kind) -> list[Named]:
    rows = []
    for entry in sorted(corpus.all(kind.name), key=lambda entry: fold(entry.title)):
        called = getattr(entry, "also_called", {})
        words = [(lang, language_name(lang), list(names)) for lang, names in called.items()]
        address = entry.page if isinstance(entry, Shortcut) else kind.url(entry.id)
        # The list stands in the glossary, which need not lead to itself.
        if words:
            rows.append(("" if address == KINDS["term"].index else address, entry.title, words))
    return rows
