"""A comment with its reason excuses a value from a rule of judgement."""

from pathlib import Path

import pytest

from scifi.content.checks import RULES, check_all

REASON = "# allow per-cent: the sign is part of the name"


@pytest.fixture
def checked(root: Path):
    """What is said of the one case study with a piece of it written otherwise."""

    def check(*changes: tuple[str, str]) -> list[str]:
        path = root / "casestudies/example-bins.yml"
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        return [problem.what for problem in check_all(root).problems]

    return check


def test_an_exception_with_a_reason_excuses_the_value_below(checked):
    sign = ("note: A guess", f"{REASON}\n    note: 53 % is a guess")

    assert checked(sign) == []


def test_an_exception_above_a_list_excuses_all_that_is_in_it(checked):
    assert (
        checked(("note: A guess", "note: 53 % a guess"), ("results:", f"{REASON}\nresults:")) == []
    )


def test_the_same_exception_at_two_values_excuses_both(checked):
    twice = (
        ("note: A guess", f"{REASON}\n    note: 53 % is a guess"),
        ("built: A", f"{REASON}\nbuilt: 20 % of a"),
    )

    assert checked(*twice) == []


def test_an_exception_excuses_nothing_beside_its_value(checked):
    signs = (
        ("note: A guess", "note: 53 % is a guess"),
        ("built: A", f"{REASON}\nbuilt: 20 % of a"),
    )

    assert checked(*signs) == ['"53 %" in a sentence']


def test_rules_that_keep_readers_safe_have_no_exceptions():
    excusable = {rule.name for rule in RULES if rule.of_judgement}

    assert "per-cent" in excusable
    assert not excusable & {
        *("readable-file", "visible-text", "plain-text", "chapter-markup", "chapter-macros"),
        *("fields", "known-id", "known-source", "used-source", "primary-source", "measured-period"),
    }
