"""`scifi check` as a contributor and a script meet it: exit codes, places, formats, filters."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scifi.content import source
from scifi.content.checks import check_all

REMEDY = "data/remedies/example-no-bids.yml"
WINDOW = "data/windows/example-window.yml"
CASE = "casestudies/example-bins.yml"


def spoil(root, name, old, new):
    """Put one mistake into a file of the copied knowledge base."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.fixture
def spoilt(root):
    """A knowledge base with mistakes in three files of two folders."""
    spoil(root, REMEDY, "urgency: this-week", "urgency: this-weak")
    spoil(root, WINDOW, "[@ours]", "[@our]")
    spoil(root, WINDOW, "steps: [plan]", "steps: [plna]")
    spoil(root, CASE, "value: 33", 'value: "33"')
    return root


def heads(output):
    """The lines that name a problem, without why and fix."""
    return [line for line in output.splitlines() if line and not line.startswith(" ")]


def test_the_checkout_has_no_problems(project, scifi):
    """What is on the site has passed the check: exit code 0 and not a word on standard output."""
    done = scifi("check", root=project)

    assert (done.exit_code, done.stdout) == (0, "")


def test_the_smallest_knowledge_base_has_no_problems(valid, scifi):
    """The example that other tests and contributors start from is right."""
    done = scifi("check", root=valid)

    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"{len(source.find(valid))} files checked, nothing wrong\n"


def test_the_real_command_says_the_same_in_a_shell(spoilt, tmp_path):
    """Installed as a program, it prints problems to standard output and exits with 1."""
    command = [Path(sys.executable).parent / "scifi", "check"]

    done = subprocess.run(command, cwd=spoilt, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stdout == "".join(f"{p}\n" for p in check_all(spoilt).problems)
    assert done.stderr == f"{len(source.find(spoilt))} files checked, 4 problems\n"


def test_python_runs_the_command_where_it_is_not_on_the_path(valid):
    """`python -m scifi` is the same program."""
    command = [sys.executable, "-m", "scifi", "check"]

    done = subprocess.run(command, cwd=valid, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith("files checked, nothing wrong\n")


def test_all_problems_of_all_files_are_shown_at_once(spoilt, scifi):
    """Nobody mends one line only to be told of the next."""
    done = scifi("check", root=spoilt)

    assert done.exit_code == 1
    assert heads(done.stdout) == [
        f'{CASE}:35:12: results.0.value: "33" is not a number [fields]',
        f'{REMEDY}:7:10: urgency: "this-weak" is not a choice [fields]',
        f'{WINDOW}:5:5: source "our" is not listed under "sources" [known-source]',
        f'{WINDOW}:7:9: unknown step "plna" [known-id]',
    ]


def test_a_problem_says_what_why_and_how_to_mend_it(spoilt, scifi):
    """Below the place stand the reason and the remedy, indented by four spaces."""
    done = scifi("check", root=spoilt)

    lines = done.stdout.splitlines()
    at = lines.index(f'{REMEDY}:7:10: urgency: "this-weak" is not a choice [fields]')
    assert lines[at + 1 : at + 3] == [
        "    today, this-week or this-quarter.",
        '    Did you mean "this-week"?',
    ]


def test_a_mistake_in_one_file_is_not_reported_by_those_that_link_to_it(root, scifi):
    """A remedy that cannot be read is still known by its name."""
    (root / REMEDY).write_text("title: [never closed\n", encoding="utf-8")

    done = scifi("check", root=root)

    assert {line.split(":")[0] for line in heads(done.stdout)} == {REMEDY}


@pytest.mark.parametrize(
    "paths, files",
    [
        ([REMEDY], {REMEDY}),
        ([REMEDY, WINDOW], {REMEDY, WINDOW}),
        (["data"], {REMEDY, WINDOW}),
        (["data/windows"], {WINDOW}),
        (["data/windows/", CASE], {WINDOW, CASE}),
        (["data/cities"], set()),
        (["."], {REMEDY, WINDOW, CASE}),
    ],
)
def test_only_problems_at_the_given_paths_are_shown(spoilt, scifi, monkeypatch, paths, files):
    """A contributor asks about the own file or folder and sees nothing of the others."""
    monkeypatch.chdir(spoilt)

    done = scifi("check", *paths, root=spoilt)

    assert {line.split(":")[0] for line in heads(done.stdout)} == files
    assert done.exit_code == (1 if files else 0)


def test_a_path_may_be_absolute(spoilt, scifi, monkeypatch, tmp_path):
    """Editors and scripts name files by their full path, from wherever they stand."""
    monkeypatch.chdir(tmp_path)

    done = scifi("check", spoilt / "data" / "windows", root=spoilt)

    assert {line.split(":")[0] for line in heads(done.stdout)} == {WINDOW}


def test_a_single_file_is_checked_against_the_whole_knowledge_base(root, scifi):
    """Ids of other files are known even when only one file is asked about."""
    assert scifi("check", root / CASE, root=root).exit_code == 0


def test_a_file_outside_the_content_folders_is_told_where_to_go(root, scifi):
    """A contribution laid into the wrong folder is not passed as right."""
    stray = root / "stray.yml"
    stray.write_text("title: A stray file\n", encoding="utf-8")

    done = scifi("check", stray, root=root)

    assert done.exit_code == 1
    assert heads(done.stdout) == ["stray.yml:1:1: this folder holds no content [file-place]"]
    assert "Move the file to one of: casestudies, cookbook, data/axes" in done.stdout


def test_json_carries_the_same_problems_for_other_programs(spoilt, scifi):
    """A script reads place, rule, what, why and fix of each problem."""
    done = scifi("check", "--format", "json", root=spoilt)

    assert done.exit_code == 1
    assert json.loads(done.stdout) == [p.as_dict() for p in check_all(spoilt).problems]
    assert json.loads(done.stdout)[1] == {
        "path": REMEDY,
        "line": 7,
        "column": 10,
        "rule": "fields",
        "what": 'urgency: "this-weak" is not a choice',
        "why": "today, this-week or this-quarter.",
        "fix": 'Did you mean "this-week"?',
        "remark": False,
    }


def test_json_of_clean_content_is_an_empty_list(valid, scifi):
    """A script need not treat success as a special case."""
    done = scifi("check", "--format", "json", root=valid)

    assert (done.exit_code, json.loads(done.stdout)) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no/such/file.yml"],
        ["check", "--format", "xml"],
        ["check", "--no-such-option"],
        ["no-such-command"],
        ["rule", "no-such-rule"],
        ["new", "no-such-kind", "an-id"],
        ["new", "city", "Not An Id"],
        ["new", "city"],
    ],
)
def test_misuse_exits_with_2_and_says_how_to_use_it(valid, scifi, arguments):
    """A script can tell a wrong command from wrong content."""
    done = scifi(*arguments, root=valid)

    assert done.exit_code == 2
    assert "Usage: " in done.stderr
    assert done.stdout == ""


def test_a_project_folder_that_does_not_exist_is_misuse(tmp_path, scifi):
    """Checking nothing is not reported as nothing wrong."""
    assert scifi("check", root=tmp_path / "nowhere").exit_code == 2


def test_checking_changes_no_file(spoilt, scifi):
    """A check never writes."""
    before = {p: p.read_bytes() for p in spoilt.rglob("*") if p.is_file()}

    scifi("check", root=spoilt)

    assert {p: p.read_bytes() for p in spoilt.rglob("*") if p.is_file()} == before
