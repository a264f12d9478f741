"""What broken inputs are judged against."""

from pathlib import Path

import pytest

from scifi.content.checks import check_all
from scifi.content.checks.base import Library
from scifi.guides import macros


@pytest.fixture(scope="session")
def library(valid: Path, project: Path) -> Library:
    """What a file may refer to."""
    entries = check_all(valid).corpus.entries
    ids = {kind: list(found) for kind, found in entries.items()}
    return Library(ids, entries, macros(project / "macros.py"))
