"""What an entry does not tell, and how it is asked for."""

import re
from itertools import pairwise

import pytest

from scifi import gaps
from scifi.content.answers import placing
from scifi.kinds import KINDS
from scifi.model.base import MeasuredBy, Status
from scifi.questions import QUESTIONS, TOLD


def fields(entry):
    """The gaps of an entry, by the field each is about."""
    return [gap.field for gap in gaps.gaps(entry)]


def test_a_case_is_asked_for_all_that_it_does_not_tell(case):
    """Null, unknown and what was looked for, each at its place; nothing that is there."""
    assert fields(case) == [
        "period.end",
        "results[2].value",
        "results[1].baseline",
        "results[2].baseline",
        "results[1].period",
        "results[2].period",
        "results[2].measured_by",
        "unknowns[0]",
    ]


def test_empty_lists_are_asked_for_once(case, make):
    """Without sum, supplier, number or obstacle there is one question each."""
    names = ("money", "providers", "results", "obstacles")
    bare = make(case, **{name: [] for name in names})

    assert set(names) <= set(fields(bare))


def test_while_nobody_knows_what_became_of_it_that_is_the_question(case, make):
    """A date for something unknown would make no sense."""
    unknown = {"status": "unknown", "reason": "Nothing was found [@ours].", "confirmed": None}
    known = {**unknown, "status": "stopped"}

    assert "afterwards" in fields(make(case, afterwards=unknown))
    assert "afterwards.confirmed" not in fields(make(case, afterwards=unknown))
    assert "afterwards" not in fields(make(case, afterwards=known))
    assert "afterwards.confirmed" in fields(make(case, afterwards=known))


@pytest.mark.parametrize(
    "field", ["results[9].value", "results[x]", "nothing", "", "id", "sources", "title", "a" * 5000]
)
def test_a_field_that_is_not_there_is_no_gap(case, field):
    """Whatever an address names."""
    assert gaps.gap(case, field) is None


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_asks_for_a_field_that_there_is(question):
    """With the parts that its model needs, and a source where it holds the key of one."""
    model = KINDS[question.kind].model
    path = placing.parse_field(question.field.replace("[]", "[0]"))
    hint = placing.hint_at(model, path)
    assert hint is not None
    if question.shape in (TOLD, "value"):
        assert [part.name for part in question.parts] == [""]
    else:
        record = placing.record(placing.hint_at(model, (*path, 0)) or hint)
        needed = {name for name, info in record.model_fields.items() if info.is_required()}
        assert needed - {"source"} <= {part.name for part in question.parts}
        assert question.sourced or "source" not in needed


def test_no_choice_is_the_unknown_itself():
    """Who answers says more than what stands there."""
    offered = [choice for question in QUESTIONS for p in question.parts for choice in p.choices]

    assert offered
    assert not {Status.UNKNOWN, MeasuredBy.UNKNOWN} & set(offered)


def test_every_gap_of_the_knowledge_base_can_be_named_in_an_address(published):
    """As the script of the form reads it; and each is asked in the order of the list."""
    written = re.compile(r"[a-z]+/[a-z0-9-]+/[a-z_]+(\[\d+\])?(\.[a-z_]+(\[\d+\])?)*")
    order = [question.name for question in QUESTIONS]
    seen = set()
    for kind in published.entries:
        for entry in published.all(kind):
            found = gaps.gaps(entry)
            seen |= {gap.question.name for gap in found}
            places = [order.index(gap.question.name) for gap in found]
            assert all(a <= b for a, b in pairwise(places))
            for gap in found:
                assert written.fullmatch(gaps.address(entry, gap.field).partition("#")[2])
    assert len(seen) > 20
