"""Exceptions to rules of judgement: a comment above a value, with its reason."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scifi.content import comments
from scifi.content.checks.base import Library, Rule
from scifi.content.load import Document, Place
from scifi.content.problem import Problem, nearest
from scifi.language import _

_EXCEPTION = re.compile(r"#\s*allow\b[\s:]*(?P<rule>[\w-]*)\s*:?\s*(?P<reason>.*)")
_NO_REASON = 3
"""Fewest words of a reason."""


class NeededException(Rule):
    """
    An exception to a rule names the rule, gives its reason, and is needed.

    It is a comment on the line above the value: `# allow per-cent: the sign is part of a name`.
    Only rules of judgement have exceptions: those on the style of texts, on units, on dates and
    places that hardly can be. It holds for this value and all that stands in it, not for the prose
    of a chapter.

    Why: a rule of judgement is wrong now and then. The next person wants to know why it does not
    hold here; and an exception that is not needed any more would hide a mistake.

    Fix: correct the name of the rule, write the reason, or delete the comment.
    """

    name = "needed-exception"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Nothing: an exception is judged by what the other rules have found."""
        yield from ()


@dataclass(frozen=True)
class _Exception:
    """What a comment excuses: problems of a rule at these places."""

    place: Place
    rule: str
    reason: str
    places: Collection[Place]


def without_excused(
    document: Document, found: list[Problem], rules: Collection[type[Rule]]
) -> Iterator[Problem]:
    """The problems found in a document but for those excused; and exceptions that are none."""
    if "allow" not in document.file.text:
        yield from found
        return
    known = {rule.name: rule for rule in rules}
    good: list[_Exception] = []
    for exception in _exceptions(document):
        excused = [problem for problem in found if _excuses(exception, problem)]
        fault = _fault(exception, known, needed=bool(excused))
        if fault:
            yield NeededException().problem_at(document, exception.place, *fault)
        else:
            good.append(exception)
    for problem in found:
        if not any(_excuses(exception, problem) for exception in good):
            yield problem


def _excuses(exception: _Exception, problem: Problem) -> bool:
    at = (problem.line, problem.column)
    return problem.rule == exception.rule and at in exception.places


def _exceptions(document: Document) -> Iterator[_Exception]:
    for comment, where, path in comments.attached(document):
        match = _EXCEPTION.fullmatch(comment.text)
        if not match:
            continue
        places = {
            place
            for other, place in (*document.places.items(), *document.keys.items())
            if where in ("above", "beside") and other[: len(path)] == path
        }
        at = (comment.line, comment.column)
        yield _Exception(at, match["rule"], match["reason"], places)


def _fault(
    exception: _Exception, known: dict[str, type[Rule]], *, needed: bool
) -> tuple[str, str, str] | None:
    """What is wrong with an exception, why that matters, and how to mend it; or None."""
    rule = exception.rule
    excusable = sorted(name for name, rule in known.items() if rule.of_judgement)
    if rule not in known:
        return (
            _('there is no rule "{rule}" to be excused from', rule=rule),
            _("An exception from nothing excuses nothing."),
            nearest(rule, excusable),
        )
    if rule not in excusable:
        return (
            _("nothing is excused from the rule {rule}", rule=rule),
            _("Only rules of judgement have exceptions; the others keep pages whole and safe."),
            _("Mend the value, and delete this line."),
        )
    if len(exception.reason.split()) < _NO_REASON:
        return (
            _("the exception gives no reason"),
            _("The next person wants to know why the rule does not hold here."),
            _("Write `# allow {rule}: ` and the reason in a few words.", rule=rule),
        )
    if not needed:
        return (
            _("the exception is not needed: the rule {rule} has no complaint here", rule=rule),
            _("It would hide the next mistake at this place."),
            _("Delete this line."),
        )
    return None
