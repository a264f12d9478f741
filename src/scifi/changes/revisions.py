"""Two states of the project from git: the files of a revision in a folder, and what differs."""

import os
import subprocess
from datetime import date
from pathlib import Path

from scifi.language import _


class RevisionError(Exception):
    """Git does not know what was asked for; the message says what and what to do."""


def commit(root: Path, revision: str) -> str:
    """
    The commit that a branch, tag or other name of a revision means.

    Raises:
        RevisionError: There is no git, no repository or no such revision.
    """
    try:
        _git(root, "rev-parse", "--git-dir")
    except (OSError, subprocess.CalledProcessError):
        raise RevisionError(
            _("This folder is no git repository, so it has no earlier state to compare with.")
        ) from None
    try:
        asked = f"{revision}^{{commit}}"
        return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", asked).strip()
    except subprocess.CalledProcessError:
        raise RevisionError(
            _(
                'Git knows no revision "{revision}". Give a branch, a tag or a commit, such as '
                "main or HEAD~1; one of another copy has to be fetched first.",
                revision=revision,
            )
        ) from None


def day(root: Path, revision: str) -> date:
    """The day on which a commit was made."""
    return date.fromisoformat(_git(root, "show", "--no-patch", "--format=%cs", revision).strip())


def files_of(root: Path, revision: str, folder: Path) -> Path:
    """
    Write the files of a commit into an empty folder; the project is where it gives.

    Links are written as plain files that hold their goal, and no setting of the files themselves,
    such as what an archive leaves out, is heeded.
    """
    index = {**os.environ, "GIT_INDEX_FILE": str(folder / "index")}
    written = folder / "files"
    _git(root, "read-tree", revision, env=index)
    top = Path(_git(root, "rev-parse", "--show-toplevel").strip())
    _git(
        top,
        *("-c", "core.symlinks=false", "checkout-index", "--all", f"--prefix={written}/"),
        env=index,
    )
    return written / _git(root, "rev-parse", "--show-prefix").strip()


def changed_files(root: Path, before: str, after: str | None = None) -> list[str]:
    """Paths that differ between two commits, or from a commit to the folder as it is now."""
    between = [before, *([after] if after else [])]
    listed = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", *between, "--")
    if after is None:
        listed += _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return sorted({name for name in listed.split("\0") if name})


def _git(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=True,
        env=env,
    )
    return done.stdout
