"""A knowledge base under git, for rules that ask what was there before."""

import subprocess

import pytest


@pytest.fixture
def git(root, monkeypatch):
    """Git in the copy of the knowledge base, all of which is committed on main."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def run(*arguments):
        subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)

    run("init", "--initial-branch=main")
    run("add", ".")
    run("commit", "-m", "All there is")
    return run
