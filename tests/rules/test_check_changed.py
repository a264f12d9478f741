"""`scifi check --changed`: a contributor asks about the own work only."""

import shutil
import subprocess

import pytest

REMEDY = "data/remedies/example-no-bids.yml"
WINDOW = "data/windows/example-window.yml"
CASE = "casestudies/example-bins.yml"


def spoil(root, name):
    """Put one mistake into a file: it names a step that does not exist."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("plan", "plna"), encoding="utf-8")


def files(done):
    """The files of the problems."""
    lines = done.stdout.splitlines()
    return {line.split(":")[0] for line in lines if line and not line.startswith(" ")}


def test_work_of_a_branch_is_checked_committed_or_not(root, git, scifi):
    """What the branch committed, what changed since, new files; not what was wrong before."""
    spoil(root, WINDOW)
    git("commit", "-am", "A mistake that was there before")
    git("switch", "-c", "mine")
    spoil(root, REMEDY)
    git("commit", "-am", "A mistake")
    spoil(root, CASE)
    shutil.copy(root / CASE, root / "casestudies" / "new-case.yml")
    (root / "README.md").write_text("No content.\n", encoding="utf-8")

    done = scifi("check", "--changed", root=root)

    assert done.exit_code == 1
    assert files(done) == {REMEDY, CASE, "casestudies/new-case.yml"}
    assert "problem stands in files that did not change" in done.stderr
    assert "\n3 files checked, " in done.stderr


def test_another_branch_can_be_named(root, git, scifi):
    """Work that builds on other work is compared with that."""
    git("switch", "-c", "theirs")
    spoil(root, REMEDY)
    git("commit", "-am", "A mistake")
    git("switch", "-c", "mine")
    spoil(root, WINDOW)

    assert files(scifi("check", "--changed", "theirs", root=root)) == {WINDOW}
    assert files(scifi("check", "--changed", root=root)) == {REMEDY, WINDOW}


def test_what_the_main_branch_did_meanwhile_is_not_ones_own(root, git, scifi):
    """Compared is with the commit at which the branch left, not with what came after."""
    git("switch", "-c", "mine")
    git("switch", "main")
    spoil(root, REMEDY)
    git("commit", "-am", "A mistake of somebody else")
    git("switch", "mine")

    done = scifi("check", "--changed", root=root)

    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "no content file changed\n"


def test_a_project_may_lie_within_a_repository(root, git, scifi, tmp_path):
    """Names are counted from the project, as in every problem."""
    shutil.rmtree(root / ".git")
    for command in (["init", "--initial-branch=main"], ["add", "."], ["commit", "-m", "All"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, capture_output=True)
    spoil(root, WINDOW)
    shutil.copy(root / WINDOW, root / "data" / "windows" / "new-window.yml")

    assert files(scifi("check", "--changed", root=root)) == {
        WINDOW,
        "data/windows/new-window.yml",
    }


@pytest.mark.parametrize(
    "branch, said",
    [
        ("nowhere", 'git knows no branch or commit "nowhere": name one that it knows'),
        ("apart", 'git finds no common past of "apart" and this work: fetch the whole history'),
    ],
)
def test_a_branch_that_cannot_be_compared_is_told(root, git, scifi, branch, said):
    """Checking nothing is not reported as nothing wrong."""
    git("switch", "--orphan", "apart")
    git("commit", "--allow-empty", "-m", "Nothing in common")
    git("switch", "main")

    done = scifi("check", f"--changed={branch}", root=root)

    assert done.exit_code == 2
    assert said in done.stderr


def test_without_a_repository_or_git_a_sentence_says_so(root, scifi, monkeypatch):
    """Whoever has the files from an archive learns what to do instead."""
    done = scifi("check", "--changed", root=root)

    assert done.exit_code == 2
    assert "not a git repository" in done.stderr
    assert "leave --changed out" in done.stderr

    monkeypatch.setenv("PATH", "")
    done = scifi("check", "--changed", root=root)

    assert done.exit_code == 2
    assert "git is not installed" in done.stderr
