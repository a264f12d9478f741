"""What every test may ask for: the project, the smallest knowledge base, a copy of it to break."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from scifi import matching
from scifi.cli import main
from scifi.content.checks import check_all
from scifi.corpus import Corpus

PROJECT = Path(__file__).parents[1]

MACRO_CALLS = (
    'casestudies("example-bins")',
    'remedies("example-no-bids")',
    'obstacles("example-silos")',
    'steps("plan", "do")',
    'indicators("example-collections")',
    "guide_contents()",
    'chart("evidence-grades")',
    'count("casestudy")',
    'listing("pathway")',
    "press_table()",
    "doors()",
    "europe_map()",
    "tool_cards()",
    "live_counts()",
    'solutions("example-sensors")',
    "changes()",
    'changes("latest")',
    "verdict_rules()",
    "evidence_rules()",
    "evidence_cases()",
    "gaps()",
    "tell_us()",
    "sources()",
    "all_pages()",
    "download_list()",
    "rule_list()",
    'assistant_settings("codex")',
    'field_list("city")',
    "macro_list()",
    'tool("explorer")',
    'tool("form")',
    'tool("finder")',
    'tool("gap")',
    'tool("compare")',
    'tool("picker")',
    'tool("offline")',
    'tool("prints")',
    'tool("maturity")',
    'tool("red-page")',
    'tool("solutions")',
    'tool("triage")',
)
"""One call of each macro, with names from the smallest knowledge base."""

HARD_TITLE = 'Signs &lt;b&gt; & "quotes" in a **title**, `code` and [a link](https://evil.example):'
HARD_TEXT = '"q"> <script>alert(1)</script> {{ 7 * 7 }} {% raw %} {# gone #} **bold** &amp;'
"""What the texts of one case study begin with in the small project; all of it is only text."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The papers first: their checkers take minutes, and must not be left for the end."""
    items.sort(key=lambda item: item.path.name != "test_printing_site.py")


# Laws and money grow old: tests judge them on one day, whenever they run.
os.environ["SOURCE_DATE_EPOCH"] = str(1_796_040_000)  # 30 November 2026

# The same examples on every machine and every run.
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


@pytest.fixture(scope="session")
def published() -> Corpus:
    """The whole knowledge base, as it is published."""
    return check_all(PROJECT).corpus


@dataclass(frozen=True)
class Expected:
    """A route written down by hand: the answers, and what they must lead to."""

    name: str
    start: str
    answers: dict[str, list[str]]
    said: dict[str, Any]


def expected_routes() -> list[Expected]:
    """Every route written down in tests/examples/routes."""
    found = []
    for path in sorted((PROJECT / "tests" / "examples" / "routes").glob("*.json")):
        said = json.loads(path.read_text(encoding="utf-8"))
        found.append(Expected(path.stem, said.get("start", ""), said.get("answers", {}), said))
    return found


@pytest.fixture(scope="session")
def published_routes() -> dict[str, dict[str, list[str]]]:
    """The answers of the routes that are written down with answers, by name."""
    return {route.name: route.answers for route in expected_routes() if route.answers}


@pytest.fixture(params=expected_routes(), ids=lambda expected: expected.name)
def expected(request: pytest.FixtureRequest, published: Corpus) -> Expected:
    """A route written down by hand; a city's answers are those its sources support."""
    route = request.param
    if not route.start:
        return route
    city = published.get("city", route.start)
    return replace(route, answers=matching.prefilled(published.questions, city))


@pytest.fixture
def scifi() -> Callable[..., Result]:
    """The `scifi` command: `scifi("check", root=folder)` gives exit code and output."""

    def run(*arguments: object, root: Path = PROJECT) -> Result:
        return CliRunner().invoke(main, ["--root", str(root), *(str(a) for a in arguments)])

    return run


@pytest.fixture(scope="session")
def macro_calls() -> tuple[str, ...]:
    """One call of each macro."""
    return MACRO_CALLS


@pytest.fixture(scope="session")
def hard_title() -> str:
    """How the title of the hard case study begins."""
    return HARD_TITLE


@pytest.fixture(scope="session")
def hard_text() -> str:
    """How the summary of the hard case study begins."""
    return HARD_TEXT


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    folder = PROJECT / "site"
    assert (folder / "index.html").is_file(), "there is no built site: run `make site` first"
    return folder


def whole_project(knowledge: Path, root: Path) -> Path:
    """A copy of a knowledge base with all that a site is made with besides."""
    shutil.copytree(knowledge, root)
    for name in ("macros.py", "hooks.py", "mkdocs.yml"):
        shutil.copy(PROJECT / name, root / name)
    for name in ("theme", "frontend"):
        shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("node_modules"))
    (root / "frontend/node_modules").symlink_to(PROJECT / "frontend/node_modules")
    # Bundles are kept by what they are made from, so a bundle of the project is one of the copy.
    for bundle in (PROJECT / ".cache").glob("assets-*"):
        shutil.copytree(bundle, root / ".cache" / bundle.name)
    return root


@pytest.fixture(scope="session")
def hostile_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole project around content that passes the checks and tries to run, leak or call out."""
    hostile = PROJECT / "tests" / "examples" / "hostile"
    return whole_project(hostile, tmp_path_factory.mktemp("project") / "hostile")


@pytest.fixture(scope="session")
def small_project(project: Path, valid: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A whole project around the smallest knowledge base.

    One prose page calls every macro; the texts of one case study begin with `HARD_TEXT`.
    """
    root = whole_project(valid, tmp_path_factory.mktemp("project") / "small")
    (root / "docs").mkdir()
    lines = ["---", "title: Every macro", "description: All of them.", "---", ""]
    for call in MACRO_CALLS:
        lines += [f"## Call of {call.partition('(')[0]}", "", f"{{{{ {call} }}}}", ""]
    (root / "docs/index.md").write_text("\n".join(lines), encoding="utf-8")
    (root / "docs/about").mkdir()
    (root / "docs/about/index.md").write_text(
        "---\ntitle: About the example\ntemplate: home.html\n---\n\nIt is small.\n"
    )
    case = (root / "casestudies/example-bins.yml").read_text(encoding="utf-8")
    case = case.replace("title: Twelve invented bins were", f"title: >-\n  {HARD_TITLE}")
    case = case.replace("summary: >-", f"summary: >-\n  {HARD_TEXT}")
    (root / "casestudies/hard-signs.yml").write_text(case, encoding="utf-8")
    return root
