"""
What is known of a solution: a verdict, computed from the case studies that tried it.

Nobody types a verdict; the table on the site is made from `VERDICTS`, the same object that
decides. The order of the rules and their thresholds are our own, after the evidence scales of
education and nature conservation: a verdict needs several places and an independent hand, a null
result weighs as much as a success, and what has not been measured is never called ineffective.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scifi.corpus import Corpus, remembered
from scifi.evidence import Evidence, evidence_on
from scifi.language import N_
from scifi.model import Solution
from scifi.model.base import Tendency
from scifi.model.solution import Outcome, Variant


@dataclass(frozen=True)
class Pile:
    """All evidence on one outcome, and the verdicts of the variants where there are some."""

    evidence: tuple[Evidence, ...]
    by_variant: tuple[str, ...] = ()

    def compared(self, *tendencies: Tendency) -> list[Evidence]:
        """The compared evidence of these tendencies; without any, all of it that has one."""
        wanted = tendencies or tuple(Tendency)
        return [each for each in self.evidence if each.compared and each.tendency in wanted]

    @property
    def against(self) -> list[Evidence]:
        """The compared evidence that does not speak for the solution."""
        return self.compared(Tendency.NONE, Tendency.WORSE, Tendency.MIXED)


def places(evidence: Iterable[Evidence]) -> set[str]:
    """All places of some evidence."""
    return {place for each in evidence for place in each.places}


@dataclass(frozen=True)
class Verdict:
    """A verdict, what it needs in words, and the test of those words."""

    id: str
    name: str
    needs: str
    holds: Callable[[Pile], bool]


GOOD = ("works", "works-under-conditions", "promising")
BAD = ("harms", "no-effect-found", "mixed")


def _depends_on_form(pile: Pile) -> bool:
    return any(v in GOOD for v in pile.by_variant) and any(v in BAD for v in pile.by_variant)


def _harms(pile: Pile) -> bool:
    return len(pile.compared(Tendency.WORSE)) >= 2 and not pile.compared(Tendency.BETTER)


def _works(pile: Pile) -> bool:
    better = pile.compared(Tendency.BETTER)
    proven = any(each.independent and each.control_group for each in better)
    return len(better) >= 3 and len(places(better)) >= 2 and proven and not pile.against


def _works_under_conditions(pile: Pile) -> bool:
    better = [each for each in pile.compared(Tendency.BETTER) if each.condition]
    most = len(pile.compared(Tendency.BETTER)) >= 0.6 * len(pile.compared())
    independent = any(each.independent for each in better)
    outside = any(each.condition is False for each in pile.against)
    inside = any(each.condition for each in pile.against)
    return len(better) >= 2 and most and independent and outside and not inside


def _no_effect_found(pile: Pile) -> bool:
    found = pile.compared(Tendency.BETTER, Tendency.SMALL, Tendency.MIXED)
    return len(pile.compared(Tendency.NONE)) >= 2 and not found


def _mixed(pile: Pile) -> bool:
    tendencies = {each.tendency for each in pile.compared()} - {Tendency.UNCLEAR}
    counted = [each for each in pile.compared() if each.tendency is not Tendency.UNCLEAR]
    return (
        len(counted) >= 2
        and bool(pile.against)
        and (len(tendencies) > 1 or tendencies == {Tendency.MIXED})
    )


def _promising(pile: Pile) -> bool:
    better = pile.compared(Tendency.BETTER)
    proven = any(each.independent and each.control_group for each in better)
    return (proven or len(better) >= 2) and not pile.against


def _by_report_only(pile: Pile) -> bool:
    told = [each for each in pile.evidence if not each.compared]
    better = [each for each in told if each.tendency is Tendency.BETTER]
    counted = [each for each in told if each.tendency is not Tendency.UNCLEAR]
    few = len(pile.compared()) < 2
    return few and len(better) >= 5 and len(better) == len(counted) and len(places(better)) >= 3


VERDICTS: tuple[Verdict, ...] = (
    Verdict(
        "depends-on-form",
        N_("depends on the form"),
        N_(
            "One form works or is promising, and for another the results are mixed or show no "
            "effect or harm. Look at the forms one by one."
        ),
        _depends_on_form,
    ),
    Verdict(
        "harms",
        N_("harms"),
        N_("Two or more compared measurements are worse, and none is better."),
        _harms,
    ),
    Verdict(
        "works",
        N_("works"),
        N_(
            "Three or more compared measurements from two or more places are better by an amount "
            "worth having, one of them by somebody independent with a control group; none shows "
            "no effect, fades or is worse."
        ),
        _works,
    ),
    Verdict(
        "works-under-conditions",
        N_("works under a condition"),
        N_(
            "Two or more compared measurements that met the condition are better, one of them "
            "independent; six in ten of all are better; every one that is not better did not meet "
            "the condition or is not known to have met it, and at least one did not."
        ),
        _works_under_conditions,
    ),
    Verdict(
        "no-effect-found",
        N_("no effect found"),
        N_("Two or more compared measurements show no effect, and none is better."),
        _no_effect_found,
    ),
    Verdict(
        "mixed",
        N_("mixed"),
        N_("Two or more compared measurements disagree, or their effects fade."),
        _mixed,
    ),
    Verdict(
        "promising",
        N_("promising"),
        N_(
            "One independent measurement with a control group is better, or two compared "
            "measurements are; none speaks against."
        ),
        _promising,
    ),
    Verdict(
        "by-report-only",
        N_("by report only"),
        N_(
            "Fewer than two compared measurements, but five or more case studies from three or "
            "more places report that it got better, and none the contrary. Nobody has shown the "
            "meter."
        ),
        _by_report_only,
    ),
    Verdict(
        "not-known",
        N_("not known"),
        N_("Everything else: too little was measured and compared to say anything."),
        lambda pile: True,
    ),
)
"""The rule table in the order in which it is asked; the first row that holds decides."""


def verdict(pile: Pile) -> Verdict:
    """The first verdict whose rule holds."""
    return next(each for each in VERDICTS if each.holds(pile))


@dataclass(frozen=True)
class Judgement:
    """A verdict on a solution or a variant, the outcome it is about and what it rests on."""

    verdict: Verdict
    outcome: Outcome
    evidence: tuple[Evidence, ...]

    @property
    def counts(self) -> list[tuple[Tendency, int]]:
        """How many compared measurements have each tendency, best first."""
        found = Counter(each.tendency for each in self.evidence if each.compared)
        return [(tendency, found[tendency]) for tendency in Tendency if found[tendency]]

    @property
    def compared(self) -> int:
        """How many case studies measured and compared."""
        return sum(each.compared for each in self.evidence)

    @property
    def independent(self) -> int:
        """How many of the compared were measured by somebody independent."""
        return sum(each.independent for each in self.evidence)

    @property
    def told(self) -> int:
        """How many case studies say a direction without a compared measurement."""
        return sum(not each.compared for each in self.evidence)


@remembered
def judge(corpus: Corpus, solution: Solution, variant: Variant | None = None) -> Judgement:
    """
    The verdict on a solution, or on one of its variants.

    Numbers of several outcomes cannot be added up: the outcome that most case studies measured and
    compared decides, of equal ones that of which most is told, then the first in the file.
    """
    found = [_on(corpus, solution, outcome, variant) for outcome in solution.outcomes]
    return max(found, key=lambda judged: (judged.compared, judged.told))


def _on(corpus: Corpus, solution: Solution, outcome: Outcome, variant: Variant | None) -> Judgement:
    evidence = tuple(evidence_on(corpus, solution, outcome, variant))
    forms = [] if variant else [_on(corpus, solution, outcome, each) for each in solution.variants]
    pile = Pile(evidence, tuple(form.verdict.id for form in forms))
    return Judgement(verdict(pile), outcome, evidence)
