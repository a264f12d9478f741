"""What changed on which page, and when: from the notes in `data/changes`."""

from collections.abc import Mapping
from dataclasses import dataclass

from scifi import urls
from scifi.corpus import Corpus
from scifi.kinds import KINDS
from scifi.language import _, partial_date
from scifi.model import Change, Shortcut


@dataclass(frozen=True)
class Note:
    """A change in words: its day (and as a reader says it), what is different, on which pages."""

    date: str
    day: str
    what: str
    pages: list[tuple[str, str]]
    """Address and title of each page."""

    @property
    def sentence(self) -> str:
        """The whole in one sentence, for the page that it is about."""
        return _("Changed on {day}: {what}.", day=self.day, what=self.what.rstrip("."))


def notes(corpus: Corpus) -> list[Note]:
    """Every change, newest first."""
    titles = _titles(corpus)
    return [_note(change, titles) for change in corpus.changes]


def newest_by_page(corpus: Corpus) -> dict[str, Note]:
    """The newest change of each page that has one, by its address."""
    found: dict[str, Note] = {}
    for note in notes(corpus):
        for address, _title in note.pages:
            found.setdefault(address, note)
    return found


def _note(change: Change, titles: Mapping[str, str]) -> Note:
    pages = [(address, titles.get(address, address)) for address in change.pages]
    return Note(change.date, partial_date(change.date), change.title, pages)


def _titles(corpus: Corpus) -> dict[str, str]:
    """What each page of an entry, a list or a tool is called, by its address."""
    titles = {kind.index: _(kind.title) for kind in KINDS.values()}
    for kind in KINDS:
        for entry in corpus.all(kind):
            page = entry.page if isinstance(entry, Shortcut) else urls.url(kind, entry.id)
            titles[page] = entry.title
    return titles
