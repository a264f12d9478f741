"""A change of the whole knowledge base, told: what each entry says now, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from scifi.changes.effects import NO_EFFECTS, Effects, effects, first_grade, grade_change
from scifi.changes.entries import Both
from scifi.changes.words import Words
from scifi.content.checks import Report
from scifi.content.problem import Problem
from scifi.corpus import Corpus
from scifi.kinds import KINDS, kind_of_folder
from scifi.language import _
from scifi.model import CaseStudy, Entry
from scifi.model.texts import without_citations
from scifi.redirects import FILE


@dataclass(frozen=True)
class Story:
    """One entry that changes: its kind and title, its file, a sentence for each change."""

    heading: str
    file: str
    sentences: Sequence[str]
    fate: str = "changed"
    """changed, new, renamed or gone."""
    before: str = ""
    """The file of one that was renamed, as it was called."""
    regraded: bool = False


@dataclass(frozen=True)
class Account:
    """All that a change means; `effects` is None where problems keep it from being worked out."""

    stories: Sequence[Story]
    effects: Effects | None
    problems: Sequence[Problem]
    """Problems that the state before did not have."""
    unread_before: Sequence[str] = ()
    """Files of the state before that cannot be read by this version of the program."""
    rewritten: Sequence[str] = ()
    """Content files that are written otherwise and say the same."""
    others: Sequence[str] = ()
    """Files that changed and are no content: prose pages and the program itself."""


def account(before: Report, after: Report, files: Sequence[str] = ()) -> Account:
    """What changes from one checked state to another; `files` are the paths that differ."""
    stories = _stories(before, after)
    told = {story.file for story in stories}
    known = {(problem.path, problem.rule, problem.what) for problem in before.problems}
    fresh = [p for p in after.problems if (p.path, p.rule, p.what) not in known]
    content = {file for file in files if _is_content(file)}
    return Account(
        stories,
        _effects(before, after, stories),
        fresh,
        sorted(_troubled(before)),
        sorted(content - told - _troubled(after)),
        # What the list of redirects says is told with the entry that went.
        sorted({*files} - content - ({FILE} if stories else set())),
    )


def _effects(before: Report, after: Report, stories: Sequence[Story]) -> Effects | None:
    if before.problems or after.problems:
        return None
    return effects(before.corpus, after.corpus) if stories else NO_EFFECTS


def _is_content(file: str) -> bool:
    """Whether a file is one that the check reads as an entry; hidden ones are not."""
    path = PurePosixPath(file)
    kind = kind_of_folder(path.parent.as_posix())
    return kind is not None and path.suffix == kind.suffix and not path.name.startswith(".")


def _stories(before: Report, after: Report) -> list[Story]:
    stories: list[Story | None] = []
    renamed = _new_names(before.corpus, after.corpus)
    for kind in KINDS:
        old = before.corpus.entries.get(kind, {})
        new = after.corpus.entries.get(kind, {})
        for id_ in sorted({*old, *new}):
            if id_ in old and id_ in new:
                stories.append(_changed(before.corpus, after.corpus, kind, id_))
            elif id_ in new:
                if (kind, id_) not in renamed.values():
                    stories.append(_new(before, after.corpus, kind, id_))
            elif (kind, id_) in renamed:
                stories.append(_renamed(before.corpus, after.corpus, kind, id_))
            else:
                stories.append(_gone(before.corpus, after, kind, id_))
    return [story for story in stories if story]


def _new_names(before: Corpus, after: Corpus) -> dict[tuple[str, str], tuple[str, str]]:
    """Kind and id of each entry that only has another name now, and that name."""
    return {
        (moved.kind, moved.id): moved.now
        for moved in after.redirects
        if moved.now
        and moved.now[0] == moved.kind
        and moved.id in before.entries.get(moved.kind, {})
        and moved.now[1] not in before.entries[moved.kind]
        and moved.now[1] in after.entries.get(moved.kind, {})
    }


def _renamed(before: Corpus, after: Corpus, kind: str, id_: str) -> Story:
    """An entry with another name, and what else of it changes."""
    _kind, now = _new_names(before, after)[kind, id_]
    changed = _changed(before, after, kind, id_, now)
    story = changed or _story("renamed", kind, after.entries[kind][now], [])
    return replace(story, fate="renamed", before=KINDS[kind].file(id_))


def _changed(before: Corpus, after: Corpus, kind: str, id_: str, now: str = "") -> Story | None:
    """What an entry says otherwise, perhaps under its name of `now`; None if nothing."""
    old, new = before.entries[kind][id_], after.entries[kind][now or id_]
    both = Both(Words(before, old), Words(after, new))
    sentences = both.sentences()
    if kind == "chapter":
        sentences += both.bodies(before.bodies[id_], after.bodies[now or id_])
    graded = grade_change(before, after, id_, now or id_) if kind == "casestudy" else None
    sentences += [graded] if graded else []
    if not sentences:
        return None
    return replace(_story("changed", kind, new, sentences), regraded=graded is not None)


def _new(before: Report, after: Corpus, kind: str, id_: str) -> Story | None:
    """An entry that was not there; None if its file was, and could not be read."""
    if KINDS[kind].file(id_) in _troubled(before):
        return None
    entry = after.entries[kind][id_]
    summary = getattr(entry, "summary", "")
    said = [without_citations(summary)] if summary else []
    if isinstance(entry, CaseStudy):
        words = Words(after, entry)
        said += [
            _("Result: {item}.", item=words.item("results", result)) for result in entry.results
        ]
        said += [given] if (given := first_grade(after, id_)) else []
    return _story("new", kind, entry, said)


def _gone(before: Corpus, after: Report, kind: str, id_: str) -> Story | None:
    """An entry that is no longer there; None if its file is, and cannot be read."""
    if KINDS[kind].file(id_) in _troubled(after):
        return None
    moved = {(moved.kind, moved.id): moved.now for moved in after.corpus.redirects}
    now = moved.get((kind, id_))
    entry = after.corpus.entries.get(now[0], {}).get(now[1]) if now else None
    said = [_("What it said stands in “{title}” now.", title=entry.title)] if entry else []
    return _story("gone", kind, before.entries[kind][id_], said)


def _troubled(report: Report) -> set[str]:
    return {problem.path for problem in report.problems}


def _story(fate: str, kind: str, entry: Entry, sentences: Sequence[str]) -> Story:
    record = KINDS[kind]
    heading = _("{kind}: {title}", kind=_(record.kicker or record.title), title=entry.title)
    return Story(heading, record.file(entry.id), sentences, fate)
