"""Verdicts on solutions: the rule table on made-up evidence, and what of a case counts."""

import pytest

from scifi.evidence import Evidence, Fates, evidence_on, fates, harm_tests
from scifi.model.base import Tendency
from scifi.verdict import VERDICTS, Pile, judge, verdict

BETTER, SMALL, NONE, WORSE, MIXED, UNCLEAR = Tendency


def found(tendency, place="a", *, proof="", compared=True, condition=None):
    """Evidence from a place; proof is "i" for independent, "ic" with a control group besides."""
    return Evidence(
        tendency,
        compared=compared,
        independent="i" in proof,
        control_group="c" in proof,
        places=frozenset([place]),
        condition=condition,
    )


def told(place):
    """A report that it got better, which nobody compared."""
    return found(BETTER, place, compared=False)


STRONG = found(BETTER, "a", proof="ic")


@pytest.mark.parametrize(
    "expected, evidence",
    [
        ("not-known", []),
        ("not-known", [found(BETTER)]),
        ("not-known", [found(BETTER, proof="i")]),
        ("not-known", [found(NONE, proof="ic")]),
        ("not-known", [found(WORSE, proof="ic")]),
        ("not-known", [told("a"), told("b"), told("c"), told("d")]),
        # One strong yes is more than nothing.
        ("promising", [STRONG]),
        ("promising", [found(BETTER, "a"), found(BETTER, "b")]),
        ("promising", [STRONG, found(BETTER, "a"), found(BETTER, "a")]),
        ("promising", [found(BETTER, p, proof="i") for p in "abc"]),
        ("works", [STRONG, found(BETTER, "b"), found(BETTER, "b")]),
        ("works", [STRONG, found(BETTER, "b"), found(BETTER, "b"), found(SMALL, "c")]),
        # Two against one, and one against two, disagree.
        ("mixed", [STRONG, found(NONE, "b"), found(NONE, "c")]),
        ("mixed", [STRONG, found(BETTER, "b"), found(BETTER, "c"), found(NONE, "d")]),
        ("mixed", [found(MIXED, "a"), found(MIXED, "b")]),
        ("mixed", [STRONG, found(BETTER, "b"), found(BETTER, "c"), found(MIXED, "d")]),
        # Only nulls; too small an effect is not none.
        ("no-effect-found", [found(NONE, "a"), found(NONE, "b")]),
        ("no-effect-found", [found(NONE, "a"), found(NONE, "b"), found(WORSE, "c")]),
        ("mixed", [found(NONE, "a"), found(NONE, "b"), found(SMALL, "c")]),
        ("harms", [found(WORSE, "a"), found(WORSE, "b")]),
        ("harms", [found(WORSE, "a"), found(WORSE, "b"), found(NONE, "c")]),
        ("mixed", [found(WORSE, "a"), found(WORSE, "b"), found(BETTER, "c")]),
        # Only promises and reports.
        ("by-report-only", [told(place) for place in "abcde"]),
        ("by-report-only", [found(BETTER, "f"), *(told(place) for place in "abcde")]),
        ("not-known", [told(place) for place in "aabbb"]),
        ("not-known", [found(NONE, "f", compared=False), *(told(place) for place in "abcde")]),
        # A condition that tells success from failure.
        (
            "works-under-conditions",
            [
                found(BETTER, "a", proof="i", condition=True),
                found(BETTER, "b", condition=True),
                found(NONE, "c", condition=False),
            ],
        ),
        (
            "mixed",
            [
                found(BETTER, "a", proof="i", condition=True),
                found(BETTER, "b", condition=True),
                found(NONE, "c", condition=True),
            ],
        ),
        (
            "mixed",
            [
                found(BETTER, "a", condition=True),
                found(BETTER, "b", condition=True),
                found(NONE, "c", condition=False),
            ],
        ),
        ("not-known", [found(UNCLEAR, "a"), found(UNCLEAR, "b"), found(NONE, "c")]),
    ],
)
def test_evidence_gets_the_verdict_of_the_table(expected, evidence):
    """The first rule that holds decides; the order of the evidence does not."""
    assert verdict(Pile(tuple(evidence))).id == expected
    assert verdict(Pile(tuple(reversed(evidence)))).id == expected


def test_forms_that_differ_are_told_apart():
    """A display that saves and an app that does not are no "mixed" thing."""
    assert verdict(Pile((), ("works", "no-effect-found"))).id == "depends-on-form"
    assert verdict(Pile((), ("works", "promising", "not-known"))).id == "not-known"


def test_every_verdict_can_be_reached_and_the_last_always_holds():
    """No row of the table is dead, and nothing is left without a verdict."""
    assert len({each.id for each in VERDICTS}) == len(VERDICTS)
    assert VERDICTS[-1].holds(Pile(()))


@pytest.fixture
def solution(corpus):
    """The one solution of the smallest knowledge base: sensors in bins."""
    return corpus.get("solution", "example-sensors")


@pytest.fixture
def evidence_of(corpus_with, case_of, solution):
    """`evidence_of(results, attempt)`: what a case with these results says of the solution."""

    def of(*results, **attempt):
        case = case_of(*results, solutions=[{"solution": solution.id, **attempt}])
        return evidence_on(corpus_with(case), solution, solution.outcomes[0])

    return of


def test_a_null_result_counts_as_one(evidence_of, result):
    """No difference found is a finding, whatever its number."""
    (evidence,) = evidence_of(result(direction="none"))

    assert (evidence.tendency, evidence.compared, evidence.independent) == (NONE, True, True)


def test_an_effect_that_fades_is_mixed(evidence_of, result):
    """Better in the first year and nothing in the third is not "works"."""
    (evidence,) = evidence_of(
        result(direction="better", headline=True), result(direction="none", headline=True)
    )

    assert evidence.tendency is MIXED


def test_the_headline_alone_counts_where_one_is_marked(evidence_of, result):
    """Groups within a study do not outweigh what it found."""
    (evidence,) = evidence_of(result(direction="better", headline=True), result(direction="worse"))

    assert evidence.tendency is BETTER


def test_what_is_not_measured_or_not_compared_is_only_told(evidence_of, result):
    """A supplier's report points somewhere, and proves nothing."""
    for changes in ({"kind": "reported"}, {"comparison": "none"}):
        (evidence,) = evidence_of(result(direction="better", **changes))
        assert not evidence.compared


def test_plans_and_trials_of_two_forms_say_nothing_on_the_thing(evidence_of, result):
    """A promise is no result; the same app with another button was not tried against nothing."""
    assert evidence_of(result(direction="better", kind="planned")) == []
    assert evidence_of(result(direction="better", comparison="other-form")) == []
    assert evidence_of(result()) == []


def test_a_change_below_what_is_worth_having_is_small(evidence_of, result):
    """Half a per cent is better, and not what anybody buys it for."""
    (evidence,) = evidence_of(result(direction="better", value=0.5))
    assert evidence.tendency is SMALL
    (evidence,) = evidence_of(result(direction="better", value=5))
    assert evidence.tendency is BETTER


def test_arms_of_one_trial_are_counted_apart(corpus_with, case_of, solution, result):
    """The display saved, the web page did not: two forms, two counts."""
    case = case_of(
        result(direction="better", variant="in-bins"),
        result(direction="none", variant="in-gullies"),
        solutions=[
            {"solution": solution.id, "variant": "in-bins"},
            {"solution": solution.id, "variant": "in-gullies"},
        ],
    )
    held = corpus_with(case)
    by_variant = {
        variant.id: evidence_on(held, solution, solution.outcomes[0], variant)
        for variant in solution.variants
    }

    assert [e.tendency for e in by_variant["in-bins"]] == [BETTER]
    assert [e.tendency for e in by_variant["in-gullies"]] == [NONE]
    assert judge(held, solution).compared == 2


def test_no_harm_is_told_beside_the_verdict(corpus_with, case_of, solution, result, make):
    """No more crime where lamps were dimmed is good news, not "no effect"."""
    dimmed = make(solution, harms=[{"indicator": "example-collections"}])
    case = case_of(result(direction="none"), solutions=[{"solution": solution.id}])
    ((_outcome, tests),) = harm_tests(corpus_with(case, dimmed), dimmed)

    assert [test.no_harm for test in tests] == [True]


@pytest.mark.parametrize(
    "known, stopped, often", [(3, 2, True), (4, 2, True), (2, 2, False), (5, 2, False)]
)
def test_often_stopped_needs_three_fates_and_half_of_them(known, stopped, often):
    """Two stories of failure are no rule."""
    assert Fates(known, stopped).often_stopped is often


def test_an_end_as_planned_is_no_failure(corpus_with, case_of, solution, result):
    """An experiment that ran its year and ended was not stopped."""
    after = {"status": "ended", "reason": "It ran its year [@ours].", "confirmed": None}
    case = case_of(result(), solutions=[{"solution": solution.id}], afterwards=after)

    assert fates(corpus_with(case), solution) == Fates(known=1, stopped=0)


def test_an_effect_that_is_unclear_later_is_fading(evidence_of, result):
    """Better while somebody watched and unclear afterwards is no plain success."""
    (evidence,) = evidence_of(
        result(direction="better", headline=True), result(direction="unclear", headline=True)
    )

    assert evidence.tendency is MIXED
