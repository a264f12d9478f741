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


@dataclass(frozen=True)
class Story:
    """One entry that changes: its kind and title, its file, a sentence for each change."""

    heading: str
    file: str
    sentences: Sequence[str]
    fate: str = "changed"
    """changed, new or gone."""
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
        sorted({*files} - content),
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
    for kind in KINDS:
        old = before.corpus.entries.get(kind, {})
        new = after.corpus.entries.get(kind, {})
        for id_ in sorted({*old, *new}):
            if id_ in old and id_ in new:
                stories.append(_changed(before.corpus, after.corpus, kind, id_))
            elif id_ in new:
                stories.append(_new(before, after.corpus, kind, id_))
            else:
                stories.append(_gone(before.corpus, after, kind, id_))
    return [story for story in stories if story]


def _changed(before: Corpus, after: Corpus, kind: str, id_: str) -> Story | None:
    old, new = before.entries[kind][id_], after.entries[kind][id_]
    both = Both(Words(before, old), Words(after, new))
    sentences = both.sentences()
    if kind == "chapter":
        sentences += both.bodies(before.bodies[id_], after.bodies[id_])
    graded = grade_change(before, after, id_) if kind == "casestudy" else None
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
    return _story("gone", kind, before.entries[kind][id_], [])


def _troubled(report: Report) -> set[str]:
    return {problem.path for problem in report.problems}


def _story(fate: str, kind: str, entry: Entry, sentences: Sequence[str]) -> Story:
    record = KINDS[kind]
    heading = _("{kind}: {title}", kind=_(record.kicker or record.title), title=entry.title)
    return Story(heading, record.file(entry.id), sentences, fate)
