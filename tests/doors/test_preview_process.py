"""`scifi serve` as a whole: an address, a worker, and files that are saved."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest

from scifi.preview.changes import is_ours, needs_restart

CASE = "casestudies/example-bins"


@pytest.fixture
def mine(small_project, project, tmp_path):
    """The small project with code of its own."""
    ignored = shutil.ignore_patterns("node_modules", "site")
    root = shutil.copytree(small_project, tmp_path / "a project é", ignore=ignored)
    code = shutil.ignore_patterns("__pycache__")
    shutil.copytree(project / "src", root / "src", ignore=code)
    return root


@pytest.fixture
def port():
    """A port that is free."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.fixture
def serve(mine, port):
    """`scifi serve`, at work."""
    started = subprocess.Popen(
        [sys.executable, "-m", "scifi", "--root", mine, "serve", "--port", str(port)],
        cwd=mine,
        env={**os.environ, "PYTHONPATH": str(mine / "src"), "SCIFI_BROWSER": "none"},
        stdout=subprocess.PIPE,
        text=True,
    )
    said = started.stdout.readline()
    assert f"The preview is at http://127.0.0.1:{port}/" in said
    yield started
    started.kill()
    started.wait()


def get(port, address):
    """What a browser gets."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=60) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()


def after(port, path, old, new, address):
    """Save a change, wait as a browser does, and load the page again."""
    state = re.search(r'data-state="(\d+)"', get(port, address))[1]
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    end = time.monotonic() + 60
    while get(port, f"-/state?known={state}") == state and time.monotonic() < end:
        pass
    return get(port, address)


def test_the_preview_follows_content_and_code_and_ends_as_a_whole(mine, port, serve):
    """An edit of Python takes effect, also one that Python cannot read; nothing is left over."""
    page = f"{CASE}/"
    assert "<title>Twelve" in get(port, page)
    assert "location.reload()" in get(port, "-/reload.js")

    assert "<title>Zebra" in after(
        port, mine / f"{CASE}.yml", "title: Twelve", "title: Zebra", page
    )
    code = mine / "src/scifi/site/pages.py"
    assert "version Lion" in after(port, code, 'version("scifi-cookbook")', '"Lion"', page)
    assert "SyntaxError" in after(port, code, "def best_first", "def (best_first", page)
    assert "version Lion" in after(port, code, "def (best_first", "def best_first", page)

    family = psutil.Process(serve.pid).children(recursive=True)
    serve.send_signal(signal.SIGINT)
    assert serve.wait(20) == 0
    psutil.wait_procs(family, 10)
    assert not [p for p in family if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
    assert not list((mine / ".cache").glob("preview-*"))


def test_a_port_that_is_taken_is_told_in_one_sentence(mine):
    """With the way out."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "scifi.preview", mine, str(port)],
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr == (f"Port {port} is taken; choose another: scifi serve --port {port + 1}\n")


@pytest.mark.parametrize(
    "path",
    [
        "casestudies/a.yml",
        "docs/about/index.md",
        "theme/main.html",
        "frontend/styles/x.css",
        "hooks.py",
    ],
)
def test_what_pages_are_made_from_is_watched(path):
    """A saved file of content, code, style or template shows."""
    assert is_ours(path)


@pytest.mark.parametrize(
    "path",
    [
        "casestudies/.a.yml.swp",
        "src/scifi/__pycache__/a.pyc",
        "docs/a.md~",
        "site/index.html",
        "x.py",
    ],
)
def test_what_editors_and_builds_leave_is_not(path):
    """Nothing is made anew for it."""
    assert not is_ours(path)


def test_code_needs_a_new_process_and_templates_do_not():
    """Python keeps what it has read."""
    assert needs_restart("src/scifi/site/pages.py")
    assert needs_restart("macros.py")
    assert needs_restart("src/scifi/locale/nl/LC_MESSAGES/scifi.po")
    assert not needs_restart("src/scifi/site/templates/city.html")
    assert not needs_restart("data/cities/delft.yml")


def test_every_folder_with_content_is_watched():
    """A new kind of entry is not forgotten."""
    from scifi.kinds import KINDS

    for kind in KINDS.values():
        assert is_ours(Path(kind.folder, "a.yml").as_posix()), kind.name
