"""Evidence grades: each rule, and what would earn the next better one."""

from itertools import product

import pytest

from scifi import language
from scifi.grade import GRADES, grade


@pytest.fixture
def graded(corpus):
    """`graded(case)`: its grade among the indicators of the smallest knowledge base."""
    return lambda case: grade(corpus, case)


@pytest.mark.parametrize(
    "letter, changes",
    [
        ("A", {"measured_by": "independent", "comparison": "control-group"}),
        ("A", {"measured_by": "independent", "comparison": "before-after"}),
        ("A", {"measured_by": "independent", "comparison": "before-after", "baseline": None}),
        ("A", {"value": 0}),
        ("B", {"measured_by": "city"}),
        ("B", {"measured_by": "supplier"}),
        ("B", {"measured_by": "unknown"}),
        ("B", {"measured_by": "city", "comparison": "control-group"}),
        ("C", {"comparison": "none"}),
        ("C", {"comparison": "none", "baseline": 10}),
        ("C", {"comparison": "none", "measured_by": "unknown"}),
        ("D", {"kind": "reported"}),
        ("D", {"kind": "reported", "measured_by": "city", "comparison": "none"}),
        ("D", {"kind": "estimated"}),
        ("D", {"kind": "estimated", "comparison": "none"}),
        ("E", {"kind": "planned"}),
        ("E", {"value": None}),
        ("E", {"value": None, "kind": "reported"}),
        ("E", {"value": None, "kind": "planned", "comparison": "none"}),
    ],
)
def test_a_result_earns_the_grade_its_fields_say(graded, case_of, result, letter, changes):
    """One result, one grade; a number that was not reported earns none."""
    given = graded(case_of(result(**changes)))

    assert given.letter == letter
    assert given.rule.grade == letter


def test_a_case_without_results_has_an_e(graded, case_of):
    """No number, no proof; the pilot may be fine all the same."""
    given = graded(case_of())

    assert (given.letter, given.results) == ("E", ())


@pytest.mark.parametrize("letter", "ABCDE")
def test_the_best_founded_result_gives_the_grade(graded, case_of, result, letter):
    """Weak results beside a strong one take nothing away from it, wherever they stand."""
    by_letter = {
        "A": result(),
        "B": result(measured_by="city"),
        "C": result(comparison="none"),
        "D": result(kind="reported"),
        "E": result(value=None),
    }
    weaker = [by_letter[other] for other in "ABCDE" if other > letter]

    assert graded(case_of(*weaker, by_letter[letter])).letter == letter
    assert graded(case_of(by_letter[letter], *weaker)).letter == letter


def test_a_grade_names_the_results_it_rests_on(graded, case_of, result):
    """A reader sees which numbers carry the grade, and only those."""
    given = graded(case_of(result(what="one"), result(what="two", kind="reported"), result()))

    assert [result.what for result in given.results] == ["one", "collections"]


def test_the_rules_run_from_a_to_e_and_the_last_holds_for_all(result):
    """Every case study has exactly one grade."""
    assert "".join(rule.grade for rule in GRADES) == "ABCDE"
    assert GRADES[-1].holds(result(value=None))


def test_all_but_the_best_say_what_would_raise_them(graded, case_of, result):
    """A city with a B reads what is missing; nobody is above an A."""
    assert GRADES[0].raise_by == ""
    assert all(rule.raise_by.endswith(".") for rule in GRADES[1:])
    assert graded(case_of(result())).raise_by == ""
    assert graded(case_of()).raise_by == GRADES[-1].raise_by


@pytest.mark.parametrize(
    "start, step, reached",
    [
        ({"measured_by": "city"}, {"measured_by": "independent"}, "A"),
        ({"comparison": "none"}, {"comparison": "before-after"}, "A"),
        ({"kind": "estimated", "comparison": "none"}, {"kind": "measured"}, "C"),
        ({"value": None, "comparison": "none"}, {"value": 3}, "C"),
    ],
)
def test_doing_what_the_rule_asks_for_raises_the_grade(
    graded, case_of, result, start, step, reached
):
    """The advice is true: who follows it earns a better letter."""
    before = graded(case_of(result(**start))).letter
    after = graded(case_of(result(**{**start, **step}))).letter

    assert after == reached < before


def test_better_fields_never_lower_a_grade(graded, case_of, result):
    """Over all combinations, each field by itself only ever helps."""
    scales = {
        "kind": ["planned", "estimated", "measured"],
        "measured_by": ["unknown", "city", "independent"],
        "comparison": ["none", "before-after", "control-group"],
        "value": [None, 1],
    }
    for chosen in product(*(range(len(scale)) for scale in scales.values())):
        fields = dict(zip(scales, chosen, strict=True))
        letter = graded(case_of(result(**{k: scales[k][i] for k, i in fields.items()}))).letter
        for name, at in fields.items():
            if at + 1 < len(scales[name]):
                better = {**fields, name: at + 1}
                raised = graded(case_of(result(**{k: scales[k][i] for k, i in better.items()})))
                assert raised.letter <= letter, (fields, name)


def test_what_would_raise_a_grade_is_said_in_the_language_of_the_site(graded, case_of, result):
    """An A has nothing to raise, in any language."""
    language.use(language.ACCENTED)
    try:
        assert graded(case_of()).raise_by == language.accented(GRADES[-1].raise_by)
        assert graded(case_of(result())).raise_by == ""
    finally:
        language.use("en")


def test_what_was_done_proves_no_aim(corpus_with, corpus, case_of, result, make):
    """Two hundred litres of oil collected are no proof of an irrigation pilot."""
    output = make(corpus.get("indicator", "example-collections"), level="output")
    held = corpus_with(output)

    assert grade(held, case_of(result())).letter == "E"
    assert grade(held, case_of(result(headline=True))).letter == "A"


def test_only_the_headline_counts_where_one_is_marked(graded, case_of, result):
    """A well-measured side effect does not lift a pilot whose own aim is only reported."""
    given = graded(case_of(result(what="side"), result(kind="reported", headline=True)))

    assert given.letter == "D"
    assert [result.kind for result in given.results] == ["reported"]
