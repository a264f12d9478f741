"""
The evidence grade: how well a case study's numbers are founded, from A to E.

A pure function of the results on the pilot's own aim: those marked as its headline or, where
none is marked, those of indicators that show an outcome or an impact. Nobody types a grade; the
table on the site is made from `GRADES`, the same object that decides.

The order of the rules is our own, after the idea common to evidence scales in education and
nature conservation: a measured comparison outranks a report, and an independent hand outranks
one's own. It grades the proof, not the pilot.
"""

from collections.abc import Callable
from dataclasses import dataclass

from scifi.corpus import Corpus, remembered
from scifi.language import N_, _
from scifi.model import CaseStudy, Indicator
from scifi.model.base import Comparison, EvidenceKind, Level, MeasuredBy
from scifi.model.casestudy import Result


@dataclass(frozen=True)
class Criterion:
    """A grade, what a result needs for it in words, and the test of those words."""

    grade: str
    name: str
    needs: str
    raise_by: str
    holds: Callable[[Result], bool]


def _is_measured(result: Result) -> bool:
    return result.value is not None and result.kind is EvidenceKind.MEASURED


def _is_told(result: Result) -> bool:
    kinds = (EvidenceKind.REPORTED, EvidenceKind.ESTIMATED)
    return result.value is not None and result.kind in kinds


def _is_compared(result: Result) -> bool:
    """
    Compared so that a reader can see it: before and after, a group, or another form.

    A comparison with a group needs the other number or the difference (rule `compared-result`).
    """
    return result.comparison is not Comparison.NONE


GRADES: tuple[Criterion, ...] = (
    Criterion(
        "A",
        N_("Independent proof"),
        N_(
            "A result on the aim was measured by somebody independent and compared with a "
            "control group or with the time before."
        ),
        "",
        lambda result: (
            _is_measured(result)
            and result.measured_by is MeasuredBy.INDEPENDENT
            and _is_compared(result)
        ),
    ),
    Criterion(
        "B",
        N_("Measured and compared"),
        N_(
            "A result on the aim was measured and compared with a control group or with the time "
            "before, by the city, the supplier or a hand the source does not name."
        ),
        N_("Have somebody independent, such as a university, repeat or confirm the measurement."),
        lambda result: _is_measured(result) and _is_compared(result),
    ),
    Criterion(
        "C",
        N_("Measured"),
        N_("A result on the aim was measured, but compared with nothing."),
        N_("Publish the value from before the pilot, or of a place without it."),
        _is_measured,
    ),
    Criterion(
        "D",
        N_("Told"),
        N_("A result on the aim was reported or estimated; how it was counted is not known."),
        N_("Publish how, when and by whom the number was measured."),
        _is_told,
    ),
    Criterion(
        "E",
        N_("No number"),
        N_("No number on the aim was found; at most there is a plan, or a count of work done."),
        N_("Publish one measured number on the aim, with its period."),
        lambda result: True,
    ),
)
"""The rule table, best first. A case study has the grade of its best-founded result on its aim."""


@dataclass(frozen=True)
class Grade:
    """A case study's grade, the rule that gave it, and the results it rests on."""

    letter: str
    rule: Criterion
    results: tuple[Result, ...]

    @property
    def raise_by(self) -> str:
        """What would earn the next better grade; empty for an A."""
        return _(self.rule.raise_by) if self.rule.raise_by else ""


def on_aim(corpus: Corpus, case: CaseStudy) -> list[Result]:
    """
    The results on a pilot's own aim, which alone count for its grade.

    Those marked as headline; where none is marked, those of outcome and impact indicators: what
    was done, such as lamps fitted, proves no aim.
    """
    marked = [result for result in case.results if result.headline]
    return marked or [result for result in case.results if shows_change(corpus, result)]


def shows_change(corpus: Corpus, result: Result) -> bool:
    """Whether a result is of an indicator of outcome or impact, not of what was merely done."""
    indicator = corpus.get("indicator", result.indicator)
    return isinstance(indicator, Indicator) and indicator.level is not Level.OUTPUT


def rank(corpus: Corpus, case: CaseStudy) -> tuple[str, str]:
    """The place of a case study in a list: by grade, then by title."""
    return grade(corpus, case).letter, case.title


@remembered
def grade(corpus: Corpus, case: CaseStudy) -> Grade:
    """The first rule that at least one result on the aim satisfies; E when there is none."""
    counted = on_aim(corpus, case)
    for rule in GRADES[:-1]:
        holding = tuple(result for result in counted if rule.holds(result))
        if holding:
            return Grade(rule.grade, rule, holding)
    return Grade(GRADES[-1].grade, GRADES[-1], ())


def headline(corpus: Corpus, case: CaseStudy) -> Result | None:
    """The result a case study is shown by: the first that its grade rests on; None if none does."""
    return next(iter(grade(corpus, case).results), None)
