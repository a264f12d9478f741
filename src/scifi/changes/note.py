"""The draft of a note for `data/changes`, from an account: readers see it on the pages it names."""

from collections.abc import Iterator
from datetime import date

from scifi.changes.account import Account, Story
from scifi.changes.telling import told
from scifi.kinds import KINDS
from scifi.language import _
from scifi.redirects import entry_of

SCHEMA = "# yaml-language-server: $schema=../schemas/change.json"


def note(account: Account, day: date) -> str:
    """
    The text of a file: the change in words as comments, its day, the pages of its entries.

    What is different is one sentence that a person has to write; its line is marked TODO.
    """
    pages = dict.fromkeys(page for story in account.stories for page in _pages(story))
    said = told(account).splitlines()
    lines = [
        SCHEMA,
        _("# Say in one sentence what is different, as a reader would; then delete these lines."),
        *(f"# {line}".rstrip() for line in said),
        "title: TODO",
        f"date: {day.isoformat()}",
        "pages:",
        *(f"  - {page}" for page in pages or ["TODO"]),
    ]
    return "\n".join(lines) + "\n"


def _pages(story: Story) -> Iterator[str]:
    """The page of an entry, or the list of its kind where it has none, or none any more."""
    entry = entry_of(story.file)
    kind = KINDS[entry[0]] if entry else None
    if entry and kind and kind.listed:
        has_page = kind.own_pages and story.fate != "gone"
        yield kind.url(entry[1]) if has_page else kind.index
