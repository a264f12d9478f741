"""Which files a contribution changes, as git knows it."""

import os
import subprocess
from pathlib import Path

from scifi.language import _

MAIN = ("origin/HEAD", "origin/main", "main")
"""What the main branch may be called here; the first that exists is meant."""


class UnknownChangesError(Exception):
    """Git is missing, or does not know what was asked; the message says which."""


def changed(root: Path, base: str = "") -> set[str]:
    """
    Files below `root` that changed since this work left `base`, by default the main branch.

    Paths are relative to `root`. Those not committed yet are among them, and new ones.

    Raises:
        UnknownChangesError: There is no git, no repository, no such branch, or no common past.
    """
    _git(root, "rev-parse")
    start = _common_past(root, base)
    committed = _git(root, "diff", "--name-only", "-z", "--no-renames", "--relative", start, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return {name for name in (committed + new).split("\0") if name}


def gone(root: Path, base: str = "") -> set[str]:
    """
    Files below `root` that the main branch, or `base`, once had and that are no longer there.

    Of a copy without the whole history, those that went since its first commit.

    Raises:
        UnknownChangesError: There is no git, no repository, no such branch, or no common past.
    """
    start = _common_past(root, base)
    only = ("--diff-filter=D", "--no-renames", "--name-only", "-z", "--relative")
    before = _git(root, "log", "--first-parent", "-m", "--format=", *only, start, "--")
    since = _git(root, "diff", *only, start, "--")
    names = {name.strip("\n") for name in (before + since).split("\0")}
    return {name for name in names if name and not (root / name).exists()}


def _common_past(root: Path, base: str) -> str:
    """The commit at which this work left the branch."""
    for name in [base] if base else MAIN:
        try:
            commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
        except UnknownChangesError:
            continue
        otherwise = _(
            'git finds no common past of "{branch}" and this work: fetch the whole history first '
            "(git fetch --unshallow).",
            branch=name,
        )
        return _git(root, "merge-base", commit.strip(), "HEAD", otherwise=otherwise).strip()
    raise UnknownChangesError(
        _(
            'git knows no branch or commit "{branch}": name one that it knows, --changed BRANCH.',
            branch=base or MAIN[-1],
        )
    )


def _git(root: Path, *arguments: str, otherwise: str = "") -> str:
    """What git answers; where it fails, `otherwise` is raised, or what git says."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise UnknownChangesError(
            _("git is not installed: leave --changed out, and everything is checked.")
        ) from None
    if done.returncode:
        reason = os.fsdecode(done.stderr).strip()
        raise UnknownChangesError(
            otherwise
            or _(
                "git cannot say what changed ({reason}): leave --changed out, and everything is "
                "checked.",
                reason=reason,
            )
        )
    return os.fsdecode(done.stdout)
