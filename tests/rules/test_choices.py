"""Fields with a fixed set of words: any other word is refused before a page could miss it."""

import re

import pytest

from scifi.content.checks import check_all


@pytest.mark.parametrize(
    "name, line",
    [
        ("data/indicators/example-collections.yml", "better: lower"),
        ("data/indicators/example-collections.yml", "level: outcome"),
        ("data/indicators/example-collections.yml", "themes: [waste]"),
        ("data/remedies/example-no-bids.yml", "urgency: this-week"),
        ("data/steps/plan.yml", "role: project-lead"),
        ("data/programmes/scifi.yml", "kind: reported"),
        ("cookbook/example-chapter.md", "roles: [project-lead]"),
        ("casestudies/example-bins.yml", "status: running"),
        ("casestudies/example-bins.yml", "kind: measured"),
        ("casestudies/example-bins.yml", "measured_by: independent"),
        ("casestudies/example-bins.yml", "comparison: before-after"),
        ("casestudies/example-bins.yml", "qualifier: about"),
    ],
)
@pytest.mark.parametrize("word", ["banana", "null", "12", '""'])
def test_a_word_outside_the_choices_is_refused_at_its_line(root, name, line, word):
    """A misspelt choice would vanish from a list or stop the build; the check names its line."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert line in text
    if "qualifier" in line and word == "null":
        word = "certain"
    path.write_text(text.replace(line, re.sub(r"[\w-]+(\]?)$", rf"{word}\1", line), 1))

    problems = check_all(root).problems

    wrong = text[: text.index(line)].count("\n") + 1
    assert (name, wrong, "fields") in {(p.path, p.line, p.rule) for p in problems}
