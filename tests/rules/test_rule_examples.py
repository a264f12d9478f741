"""Every bad file in `examples/invalid` is refused at its line, in the words it announces."""

import re
import shutil
from pathlib import Path

import pytest

from scifi import language
from scifi.content.checks import RULES, check_all
from scifi.content.problem import Problem

INVALID = Path(__file__).parents[1] / "examples" / "invalid"
FILES = sorted(p.relative_to(INVALID).as_posix() for p in INVALID.rglob("*") if p.is_file())


COMMAND_OR_QUOTED = re.compile(r"scifi new \S+ \S+|`[^`]*`|\"[^\"]*\"|: \S+: .*")
"""What no language changes: commands, and what is quoted from a file."""


def expected(name: str) -> tuple[list[str], list[str]]:
    """The `LINE: what [rule]` and the why and fix sentences that a bad file announces."""
    text = (INVALID / name).read_text(encoding="utf-8")
    said = re.findall(r"^(?:#|<!--) expect: (.*?)(?: -->)?$", text, re.MULTILINE)
    problems = [line for line in said if re.fullmatch(r"\d+: .* \[[a-z-]+\]", line)]
    return problems, [line for line in said if line not in problems]


def said(problem: Problem) -> str:
    """What a problem says; a remark says that it is one."""
    return f"remark: {problem.what}" if problem.remark else problem.what


@pytest.fixture
def put(root: Path):
    """Lay a bad file into the smallest knowledge base and give its path there."""

    def lay(name: str) -> Path:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(INVALID / name, root / name))

    return lay


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_at_its_line_and_for_nothing_else(name, root, put):
    """A contributor reads the announced problems of this file, all of them and no other."""
    problems, sentences = expected(name)
    put(name)

    report = check_all(root)
    found = [*report.problems, *report.remarks]

    assert problems
    assert {p.path for p in found} == {name}
    assert sorted(f"{p.line}: {said(p)} [{p.rule}]" for p in found) == sorted(problems)
    assert set(sentences) <= {sentence for p in found for sentence in (p.why, p.fix)}
    assert all(p.fix for p in found)


def one_for_each_rule() -> list[str]:
    """One bad file of each rule: the command shows all problems in the same way."""
    by_rule = {re.sub(r".*\[|\]$", "", expected(name)[0][0]): name for name in FILES}
    return sorted(by_rule.values())


@pytest.mark.parametrize("name", one_for_each_rule())
def test_the_check_command_shows_a_bad_file_and_exits_with_1_unless_it_only_remarks(
    name, root, put, scifi
):
    """The command prints `path:line:column: what [rule]`, then the sentences, indented."""
    problems, sentences = expected(name)
    path = put(name)

    shown = scifi("check", path, root=root)

    remarks = [problem for problem in problems if ": remark: " in problem]
    assert shown.exit_code == (1 if len(remarks) < len(problems) else 0)
    for problem in problems:
        line, what = problem.split(": ", 1)
        assert re.search(
            rf"^{re.escape(name)}:{line}:\d+: {re.escape(what)}$", shown.output, re.MULTILINE
        )
    for sentence in sentences:
        assert f"\n    {sentence}\n" in shown.output


def test_every_rule_has_a_bad_file():
    """Whoever adds a rule shows what it refuses."""
    shown = {re.sub(r".*\[|\]$", "", p) for name in FILES for p in expected(name)[0]}

    assert shown == {rule.name for rule in RULES}


@pytest.fixture
def accented():
    """The made-up language, in which every letter of a text from the catalogue has an accent."""
    language.use(language.ACCENTED)
    yield
    language.use("en")


def test_a_file_that_was_read_before_is_told_in_the_language_spoken_now(put, root, request):
    """What is kept of a file that has not changed is no sentence of another language."""
    put("data/windows/key-given-twice.yml")
    (before,) = check_all(root).problems

    request.getfixturevalue("accented")
    (now,) = check_all(root).problems

    assert now.place == before.place
    assert now.why == language.accented(before.why)


@pytest.mark.usefixtures("accented")
def test_a_problem_is_told_in_the_language_of_the_site(root):
    """No sentence of ours stays English; only what is quoted from a file does."""
    shutil.copytree(INVALID, root, dirs_exist_ok=True)
    quoting = {"number-receipt", "readable-file"}

    report = check_all(root)
    problems = [*report.problems, *report.remarks]

    assert {problem.rule for problem in problems} == {rule.name for rule in RULES}
    for problem in problems:
        words = problem.fix if problem.rule in quoting else f"{problem.what} {problem.fix}"
        words = COMMAND_OR_QUOTED.sub("", words)
        assert not re.search(r"[a-z]{3,} [a-z]{2,}", words), words
