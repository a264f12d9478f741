"""`scifi check --format`: what forges and other programs read."""

import json
import re

import pytest

from scifi.cli.reports import as_github, as_sarif
from scifi.content.checks import RULES, check_all
from scifi.content.problem import Problem

WINDOW = "data/windows/example-window.yml"
HARD = Problem(
    "casestudies/a b,c:d.yml",
    3,
    7,
    "per-cent",
    '"43 %" in a sentence\r\n::error::forged',
    "100 % of é",
    "Write 43, or: none",
)


@pytest.fixture
def spoilt(root):
    """A knowledge base with one mistake."""
    path = root / WINDOW
    path.write_text(path.read_text(encoding="utf-8").replace("[plan]", "[plna]"), encoding="utf-8")
    return root


def test_github_shows_a_problem_at_its_line(spoilt, scifi):
    """One command a problem: GitHub's own words for level, place and title, then what, why, fix."""
    done = scifi("check", "--format", "github", root=spoilt)

    assert done.exit_code == 1
    assert done.stdout == (
        f"::error file={WINDOW},line=7,col=9,title=known-id::"
        'unknown step "plna"%0AThe page would link to nothing.%0ADid you mean "plan"? '
        "If not, start a new entry with scifi new step plna.\n"
    )


def test_no_text_of_a_file_ends_a_command_or_begins_one():
    """A stranger's words stay words: line ends are spaces, other signs are escaped."""
    said = as_github([HARD])

    head, words = re.fullmatch(r"::error (.*?)::(.*)", said).groups()
    assert head == "file=casestudies/a b%2Cc%3Ad.yml,line=3,col=7,title=per-cent"
    assert words == ('"43 %25" in a sentence  ::error::forged%0A100 %25 of é%0AWrite 43, or: none')
    assert as_github([HARD, HARD]).splitlines() == [said, said]


def test_a_remark_is_a_warning_at_github_and_a_note_in_sarif():
    """What stops nothing does not look as if it did."""
    remark = Problem("a.yml", 1, 1, "checked-lately", "old", "", "", remark=True)

    assert as_github([remark]) == "::warning file=a.yml,line=1,col=1,title=checked-lately::old"
    assert json.loads(as_sarif([remark]))["runs"][0]["results"][0]["level"] == "note"


@pytest.mark.parametrize("name", ["github", "sarif", "text", "json"])
def test_every_format_leaves_the_summary_to_the_error_stream(valid, scifi, name):
    """Whoever keeps the output in a file keeps nothing else in it; people see the summary."""
    done = scifi("check", "--format", name, root=valid)

    assert done.exit_code == 0
    assert "nothing wrong" in done.stderr
    assert "nothing wrong" not in done.stdout
    assert done.stdout == "" or json.loads(done.stdout) is not None


def test_sarif_is_what_its_standard_asks(spoilt, scifi):
    """Version, tool, rules with help, and results whose rule and place a viewer can find."""
    done = scifi("check", "--format", "sarif", root=spoilt)
    log = json.loads(done.stdout)

    assert (done.exit_code, log["version"]) == (1, "2.1.0")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.name for rule in RULES]
    assert all(
        rule["shortDescription"]["text"] and rule["help"]["text"] for rule in driver["rules"]
    )
    (problem,) = check_all(spoilt).problems
    (result,) = run["results"]
    (location,) = result["locations"]
    place = location["physicalLocation"]
    assert result["level"] == "error"
    assert result["ruleId"] == problem.rule
    assert result["message"]["text"].split("\n") == [problem.what, problem.why, problem.fix]
    assert place["artifactLocation"]["uri"] == problem.path
    assert place["region"] == {"startLine": problem.line, "startColumn": problem.column}


def test_a_file_name_in_sarif_is_an_address():
    """A space or a colon would make another address of it."""
    (result,) = json.loads(as_sarif([HARD]))["runs"][0]["results"]

    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "casestudies/a%20b%2Cc%3Ad.yml"
