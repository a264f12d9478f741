"""An account as plain text, to be read aloud: in short, then entry by entry, then what follows."""

import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from scifi.changes.account import Account, Story
from scifi.changes.effects import Effects, Moved
from scifi.changes.words import in_quotes
from scifi.language import _, and_list, ngettext

MOST_STORIES = 30
"""Entries told one by one; of more, how many they are."""

MOST_POINTS = 20
"""Points below one heading."""

MOST_NAMED = 3
"""Pages, charts or files that are named."""

LONGEST_NAME = 80
"""Letters of a title or finding that is named."""

WIDTH = 100
"""Letters in a line."""


def told(account: Account, *, whole: bool = False) -> str:
    """
    The account as lines of plain text: headings, and below them points that begin with "- ".

    Of many entries and points only the first are told, unless the `whole` is asked for.
    """
    stories, points = (None, None) if whole else (MOST_STORIES, MOST_POINTS)
    lines = _heading(_("In short: {what}.", what=_in_short(account)))
    for story in account.stories[:stories]:
        lines += ["", *_heading(_title(story)), *_points(story.sentences, points)]
    if stories and (more := len(account.stories) - stories) > 0:
        lines += ["", ngettext("{n} more entry", "{n} more entries", more)]
    for heading, said in (
        (_("What follows"), [*_follows(account)]),
        (_("Problems that this brings"), [*_problems(account)]),
        (_("Other files"), [*_others(account)]),
    ):
        if said:
            lines += ["", *_heading(heading), *_points(said, points)]
    return "\n".join(lines) + "\n"


def _in_short(account: Account) -> str:
    """The whole change in one phrase."""
    fates = Counter(story.fate for story in account.stories)
    grades = sum(story.regraded for story in account.stories)
    counts = [
        (fates["changed"], ngettext("{n} entry changes", "{n} entries change", fates["changed"])),
        (fates["new"], ngettext("{n} entry is new", "{n} entries are new", fates["new"])),
        (fates["renamed"], _renamed(fates["renamed"])),
        (fates["gone"], ngettext("{n} entry is gone", "{n} entries are gone", fates["gone"])),
        (grades, ngettext("{n} evidence grade changes", "{n} evidence grades change", grades)),
    ]
    if account.effects:
        counts += _counts(account.effects)
    problems = len(account.problems)
    counts.append((problems, ngettext("{n} problem", "{n} problems", problems)))
    said = [words for n, words in counts if n]
    return and_list(said) if said else _("nothing that a reader sees changes")


def _renamed(n: int) -> str:
    return ngettext("{n} entry is renamed", "{n} entries are renamed", n)


def _counts(effects: Effects) -> list[tuple[int, str]]:
    pages, charts = (
        len([*moved.changed, *moved.new, *moved.gone]) for moved in (effects.pages, effects.charts)
    )
    verdicts = len(effects.verdicts)
    return [
        (verdicts, ngettext("{n} verdict changes", "{n} verdicts change", verdicts)),
        (pages, ngettext("{n} page changes", "{n} pages change", pages)),
        (charts, ngettext("{n} chart changes", "{n} charts change", charts)),
    ]


def _title(story: Story) -> str:
    if story.fate == "new":
        return _("New: {heading} ({file})", heading=story.heading, file=story.file)
    if story.fate == "renamed":
        return _(
            "Renamed: {heading} ({file}, before {before})",
            heading=story.heading,
            file=story.file,
            before=story.before,
        )
    if story.fate == "gone":
        return _("Gone: {heading} ({file})", heading=story.heading, file=story.file)
    return _("{heading} ({file})", heading=story.heading, file=story.file)


def _follows(account: Account) -> Iterator[str]:
    effects = account.effects
    if effects is None:
        yield _("Which pages, charts and verdicts change is not known: there are problems.")
        if account.unread_before:
            yield ngettext(
                "{n} file of the state before has problems for this version of the program: "
                "{files}.",
                "{n} files of the state before have problems for this version of the program: "
                "{files}.",
                len(account.unread_before),
                files=_named(account.unread_before),
            )
        return
    yield from effects.verdicts
    yield from _moved(
        effects.pages,
        lambda n: ngettext("{n} page changes", "{n} pages change", n),
        lambda n: ngettext("{n} page is new", "{n} pages are new", n),
        lambda n: ngettext("{n} page is gone", "{n} pages are gone", n),
    )
    yield from _moved(
        effects.charts,
        lambda n: ngettext("{n} chart changes", "{n} charts change", n),
        lambda n: ngettext("{n} chart is new", "{n} charts are new", n),
        lambda n: ngettext("{n} chart is gone", "{n} charts are gone", n),
    )


def _moved(moved: Moved, *counted: Callable[[int], str]) -> Iterator[str]:
    for names, count in zip((moved.changed, moved.new, moved.gone), counted, strict=True):
        if names:
            yield _(
                "{count}: {names}.",
                count=count(len(names)),
                names=_named([_quoted(name) for name in names]),
            )


def _quoted(name: str) -> str:
    return in_quotes(textwrap.shorten(name, LONGEST_NAME, placeholder=" …"))


def _problems(account: Account) -> Iterator[str]:
    for found in account.problems:
        yield _(
            "{file}, line {line}: {what}. {fix}",
            file=found.path,
            line=found.line,
            what=found.what,
            fix=found.fix,
        )


def _others(account: Account) -> Iterator[str]:
    """Files that are no content, and those whose content is only written otherwise."""
    if account.rewritten:
        yield ngettext(
            "{n} file is written otherwise and says the same: {files}.",
            "{n} files are written otherwise and say the same: {files}.",
            len(account.rewritten),
            files=_named(account.rewritten),
        )
    prose = [file for file in account.others if file.startswith("docs/")]
    if prose:
        yield ngettext(
            "{n} page of prose changes, read it: {files}.",
            "{n} pages of prose change, read them: {files}.",
            len(prose),
            files=_named(prose),
        )
    program = [file for file in account.others if file not in prose]
    if program:
        yield ngettext(
            "{n} file of the program changes, to be read by somebody who knows it: {files}.",
            "{n} files of the program change, to be read by somebody who knows it: {files}.",
            len(program),
            files=_named(program),
        )


def _named(names: Sequence[str]) -> str:
    """Some names, the first few of many."""
    more = len(names) - MOST_NAMED
    if more <= 0:
        return and_list(names)
    others = ngettext("{n} more", "{n} more", more)
    return and_list([*names[:MOST_NAMED], others])


def _points(points: Sequence[str], most: int | None) -> list[str]:
    shown = [*points[:most]]
    if most and (more := len(points) - most) > 0:
        shown.append(ngettext("{n} more change", "{n} more changes", more))
    return [line for point in shown for line in _wrapped(point, "- ", "  ")]


def _heading(text: str) -> list[str]:
    return _wrapped(text, "", "")


def _wrapped(text: str, first: str, then: str) -> list[str]:
    return textwrap.wrap(
        plain(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_on_hyphens=False,
        break_long_words=False,
    )


def plain(text: str) -> str:
    """A text on one line, without the signs that a terminal would obey or nobody would see."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
