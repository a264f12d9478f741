"""What every test may ask for: the project, the smallest knowledge base, a copy of it to break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from scifi.checks import check_all
from scifi.cli import main
from scifi.corpus import Corpus

PROJECT = Path(__file__).parents[1]

# The same examples on every machine and every run, and no folder left behind.
settings.register_profile("project", derandomize=True, database=None, deadline=None)
settings.load_profile("project")


@pytest.fixture(scope="session")
def project() -> Path:
    """The project folder, where mkdocs.yml is."""
    return PROJECT


@pytest.fixture(scope="session")
def valid() -> Path:
    """The smallest whole knowledge base; tests read it and never write to it."""
    return PROJECT / "tests" / "examples" / "valid"


@pytest.fixture
def root(valid: Path, tmp_path: Path) -> Path:
    """A copy of the smallest knowledge base that a test may change."""
    return shutil.copytree(valid, tmp_path / "knowledge")


@pytest.fixture(scope="session")
def corpus(valid: Path) -> Corpus:
    """The smallest knowledge base in memory."""
    return check_all(valid).corpus


@pytest.fixture
def scifi() -> Callable[..., Result]:
    """The `scifi` command: `scifi("check", root=folder)` gives exit code and output."""

    def run(*arguments: object, root: Path = PROJECT) -> Result:
        return CliRunner().invoke(main, ["--root", str(root), *(str(a) for a in arguments)])

    return run
