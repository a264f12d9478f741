"""The doors of the project, opened directly and by MkDocs."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from bs4 import BeautifulSoup


def opened(path: Path) -> ModuleType:
    """A Python file outside the package, imported by itself."""
    spec = importlib.util.spec_from_file_location(f"door_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def macros(project: Path) -> ModuleType:
    """macros.py, imported without any engine."""
    return opened(project / "macros.py")


@pytest.fixture(scope="session")
def hooks(project: Path) -> ModuleType:
    """hooks.py, imported as MkDocs does."""
    return opened(project / "hooks.py")


PROSE = {
    *(
        "",
        "solutions",
        "pathways",
        "cookbook",
        "survival-guide",
        "aid-kit",
        "casestudies",
        "cities",
        "data",
    ),
    *("survival-guide/laws", "survival-guide/funding", "clauses", "clauses/contract"),
    "worked-pilots",
    *("indicators", "programmes", "survival-guide/obstacles", "about", "about/evidence"),
    *(
        "about/sources",
        "about/gaps",
        "about/all-pages",
        "about/changes",
        "offline",
        "pathways/find",
        "pathways/maturity",
        "compare",
        "contribute",
        "contribute/gap",
        "contribute/form",
    ),
    *("aid-kit/today", "indicators/plan", "indicators/how-many", "solutions/pay-back", "print"),
}
"""Pages that are prose in the real project; the small one has a single page of that."""


def dead_links(site: Path, content: str) -> list[tuple[str, str]]:
    """Page and link for every link in the `content` element that leads to nothing in `site`."""
    trees = {
        path.parent.relative_to(site).as_posix().strip("."): BeautifulSoup(
            path.read_text(encoding="utf-8"), "html.parser"
        )
        for path in site.rglob("index.html")
    }
    ids = {name: {e["id"] for e in tree.select("[id]")} for name, tree in trees.items()}
    dead = []
    for name, tree in trees.items():
        for a in tree.select(f"{content} a[href]"):
            address, _, anchor = a["href"].partition("#")
            # What stands behind a question mark is read by the page's script.
            address = address.partition("?")[0]
            if address.startswith(("http:", "https:")):
                continue
            there = (site / name / address).resolve()
            inside = there.is_relative_to(site.resolve())
            where = there.relative_to(site.resolve()).as_posix().strip(".") if inside else None
            if where and where.endswith("/index.html"):
                where = where.removesuffix("/index.html")
            known = where in PROSE or where in trees or (inside and there.is_file())
            if not known or (anchor and where not in PROSE and anchor not in ids[where]):
                dead.append((name, a["href"]))
    return dead


class Env(SimpleNamespace):
    """What an engine hands to `define_env`: it keeps the macros by name."""

    def macro(self, function):
        self.macros[function.__name__] = function
        return function


@pytest.fixture
def registered(macros: ModuleType, small_project: Path, monkeypatch: pytest.MonkeyPatch):
    """`registered(page)`: the macros for a page of the small project, by name."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")

    def define(url: str = "") -> dict:
        env = Env(project_dir=str(small_project), macros={}, page=SimpleNamespace(url=url))
        macros.define_env(env)
        return env.macros

    return define


def built_by(project: Path, out: Path, *engine: str) -> Path:
    """The project built strictly by a command of Python, without ours, into the folder `out`."""
    done = subprocess.run(
        [sys.executable, *engine, "build", "--strict", "--quiet", "-f", "mkdocs.yml", "-d", out],
        cwd=project,
        capture_output=True,
        text=True,
        env={**os.environ, "SCIFI_BROWSER": "none", "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def build_with() -> Callable[..., Path]:
    """`build_with(project, out, "-m", "properdocs")`: a project built by another command."""
    return built_by


@pytest.fixture(scope="session")
def built(small_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project built by `mkdocs build --strict` alone, without our command."""
    return built_by(small_project, tmp_path_factory.mktemp("built") / "site", "-m", "mkdocs")


@pytest.fixture(scope="session")
def staged(small_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, staged and built by Zensical, as by `make site ENGINE=zensical`."""
    done = subprocess.run(
        [sys.executable, "-m", "scifi", "build", "--engine", "zensical"],
        cwd=small_project,
        capture_output=True,
        text=True,
        env={**os.environ, "SCIFI_BROWSER": "none"},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return (small_project / "site").rename(tmp_path_factory.mktemp("zensical") / "site")


@pytest.fixture(scope="session")
def links_to_nothing():
    """`links_to_nothing(site, "main")`: links in that element that lead to nothing."""
    return dead_links
