"""
What a machine can mend in a content file, with the rules as judges.

A rule that has a problem offers texts without it. The first is taken that leaves the rule without
that problem and no rule with a new one; so nothing is guessed, and what was right stays.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from scifi.content.checks import RULES
from scifi.content.checks.base import Library, Rule
from scifi.content.checks.exceptions import without_excused
from scifi.content.checks.fields import parse
from scifi.content.checks.moved import FormerId, renamed
from scifi.content.checks.present import PresentForm
from scifi.content.formatting import FormattingError, formatted
from scifi.content.load import Document, load
from scifi.content.migrations import steps
from scifi.content.problem import Problem
from scifi.content.source import SourceFile
from scifi.language import _
from scifi.model import Entry
from scifi.redirects import Redirect

MENDING: tuple[type[Rule], ...] = tuple(rule for rule in RULES if rule.mend is not Rule.mend)
"""The rules that can mend what they complain of."""


def mended(file: SourceFile, former: Collection[Redirect] = ()) -> tuple[str, list[str]]:
    """
    The text of a file with all that a machine can mend, in its written form, and a line for each
    change. Names of `former` entries become those that took their place. If the file still cannot
    be read then, it stays as it was.
    """
    now, told = file, []
    if "\r" in file.text:
        now = replace(file, text=file.text.replace("\r", "\n"))
        told.append(_("{file}: line ends", file=file.path))
    for step in steps(now):
        told.append(
            _("{file}: {change} [{rule}]", file=file.path, change=step.words, rule=PresentForm.name)
        )
        now = step.file
    while better := _better(now):
        text, problem = better
        told.append(_change(now, text, problem.rule))
        now = replace(now, text=text)
    library = Library({}, {}, redirects=former)
    while newer := next(renamed(now, library), None):
        told.append(_change(now, newer, FormerId.name))
        now = replace(now, text=newer)
    if not isinstance(load(now), Document):
        return file.text, []
    try:
        text = formatted(now)
    except FormattingError:
        return now.text, told
    if text != now.text:
        told.append(_("{file}: written in its form", file=file.path))
    return text, told


def _better(file: SourceFile) -> tuple[str, Problem] | None:
    """A text without the first problem that can be mended, and the problem."""
    before = _problems(file)
    for problem in before:
        for text in _offers(file, problem):
            if text != file.text and _is_better(file, problem, replace(file, text=text)):
                return text, problem
    return None


def _offers(file: SourceFile, problem: Problem) -> Iterator[str]:
    for rule in MENDING:
        if rule.name == problem.rule:
            yield from rule().mend(file, problem)


def _problems(file: SourceFile) -> list[Problem]:
    """What the rules that mend say of a file, or what keeps it from being read."""
    document = load(file)
    if not isinstance(document, Document):
        return sorted(document)
    entry = parse(document)
    good = {file.kind: {file.id: entry}} if isinstance(entry, Entry) else {}
    # None of these rules looks at other files.
    library = Library({}, good)
    found = [problem for rule in MENDING for problem in rule().check(document, library)]
    names = {rule.name for rule in MENDING}
    return sorted(p for p in without_excused(document, found, RULES) if p.rule in names)


def _is_better(before: SourceFile, problem: Problem, after: SourceFile) -> bool:
    """Whether a problem is gone and no other has come in its place."""
    was, now = _problems(before), _problems(after)
    if isinstance(load(before), Document):
        said = Counter(map(_said, now))
        return said < Counter(map(_said, was))
    # Reading stopped there: what stands below had not been looked at.
    known = {(_said(other), other.line) for other in was if other != problem}
    readable = isinstance(load(after), Document)
    return all(
        other.line != problem.line if readable else other.line > problem.line
        for other in now
        if (_said(other), other.line) not in known
    )


def _said(problem: Problem) -> tuple[str, str]:
    """A problem without its place: lines move when a value gets longer."""
    return problem.rule, problem.what


def _change(file: SourceFile, text: str, rule: str) -> str:
    """The first line that a change touches, before and after."""
    pairs = zip(file.text.split("\n"), text.split("\n"), strict=False)
    number, (was, now) = next((n, p) for n, p in enumerate(pairs, 1) if p[0] != p[1])
    return _(
        "{file}:{line}: {before} → {after} [{rule}]",
        file=file.path,
        line=number,
        before=was.strip(),
        after=now.strip(),
        rule=rule,
    )
