"""A command in the wrong folder says so: nothing checked is not nothing wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scifi.cli import ANYWHERE, COMMANDS

ARGUMENTS = {
    "apply": [__file__],
    "ask": ["exampleville"],
    "changes": ["main"],
    "diff": ["main"],
    "export": ["out"],
    "import": [__file__],
    "new": ["casestudy", "a-new-one"],
    "stage": ["out"],
}
NEEDING = [command.name for command in COMMANDS if command not in ANYWHERE]


@pytest.mark.parametrize("name", NEEDING)
def test_every_command_refuses_to_run_where_there_is_no_project(tmp_path, scifi, name):
    """It exits with 2, writes nothing, and says where to go."""
    done = scifi(name, *ARGUMENTS.get(name, []), root=tmp_path)

    assert done.exit_code == 2
    assert f"There is no mkdocs.yml in {tmp_path}" in " ".join(done.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_in_a_folder_of_the_project_the_command_names_the_one_to_go_to(root, scifi):
    """`scifi new casestudy` in casestudies/ once made casestudies/casestudies/."""
    folder = root / "casestudies"
    before = sorted(folder.iterdir())

    done = scifi("new", "casestudy", "a-new-one", root=folder)

    assert done.exit_code == 2
    assert f"run the command in {root}." in " ".join(done.stderr.split())
    assert sorted(folder.iterdir()) == before


def test_help_and_rules_are_told_anywhere(tmp_path, scifi):
    """Who looks around need not be in a project."""
    assert scifi("check", "--help", root=tmp_path).exit_code == 0
    assert scifi("rule", "fields", root=tmp_path).exit_code == 0


def test_a_folder_without_content_is_not_called_right(root, scifi):
    """A path given by mistake would look like a file that passes."""
    (root / "notes").mkdir()

    done = scifi("check", root / "notes", root=root)

    assert done.exit_code == 2
    assert "nothing was checked" in done.stderr


def test_a_project_without_content_is_not_called_right(tmp_path, scifi):
    """Settings alone are no knowledge base."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Empty\n", encoding="utf-8")

    done = scifi("check", root=tmp_path)

    assert done.exit_code == 2
    assert "nothing was checked" in done.stderr


def on_a_terminal(code_page, root, *options):
    """The check of a file that names a foreign town, on a terminal of this code page."""
    path = root / "casestudies" / "example-bins.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("currency: EUR", "currency: Łódź → € é"), encoding="utf-8")
    done = subprocess.run(
        [Path(sys.executable).parent / "scifi", "check", *options],
        cwd=root,
        env={"PYTHONIOENCODING": code_page, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    return done.stdout


@pytest.mark.parametrize("code_page", ["cp1252", "cp437", "latin-1"])
def test_letters_that_a_terminal_lacks_are_spelt(root, code_page):
    """On a code page of Windows the check still says everything, and exits with 1."""
    assert rb"\u0141" in on_a_terminal(code_page, root)


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_what_programs_read_is_the_same_on_every_terminal(root, format_):
    """A letter outside ASCII, or its escape, would be no JSON where another page is spoken."""
    said = on_a_terminal("cp437", root, "--format", format_)

    assert "Łódź → € é" in str(json.loads(said))
    assert said.isascii()
