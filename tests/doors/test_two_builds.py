"""Two builds of one content, in two folders and at two times, give the same site to the byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE, THERE = (
    {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1"},
    {"TZ": "UTC", "PYTHONHASHSEED": "2"},
)


def built(project: Path, folder: Path, settings: dict[str, str]) -> dict[str, bytes]:
    """Every file of the site of a project copied to a folder; nothing is kept but its bundle."""
    shutil.copytree(project, folder, symlinks=True, ignore=shutil.ignore_patterns(".cache"))
    for bundle in (project / ".cache").glob("assets-*"):
        shutil.copytree(bundle, folder / ".cache" / bundle.name)
    command = [sys.executable, "-m", "scifi", "--root", folder, "build", "--no-print"]
    done = subprocess.run(
        [*command, "--compressed"],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def two(small_project, tmp_path_factory):
    """The files of both sites."""
    folder = tmp_path_factory.mktemp("builds")
    first = built(small_project, folder / "one", HERE)
    return first, built(small_project, folder / "elsewhere" / "two", THERE)


def test_two_builds_have_the_same_files(two):
    """Pages, charts, search, data in all formats, bundles, and what is compressed for hosts."""
    first, second = two

    assert first.keys() == second.keys()
    endings = {name.rpartition(".")[2] for name in first}
    assert endings >= {"html", "svg", "pf_meta", "xlsx", "ods", "sqlite", "parquet", "br", "gz"}


def test_two_builds_have_the_same_bytes(two):
    first, second = two

    assert [name for name, content in first.items() if second[name] != content] == []
