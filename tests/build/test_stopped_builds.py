"""Builds that are stopped, killed or started twice: nothing is lost, and nothing goes on alone."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from scifi.build import lock

BUILD = """
import subprocess, sys
from pathlib import Path
from scifi import children
from scifi.build import assets, engines, pipeline
from scifi.papers import NONE

def slow(engine, root, out, which, meanwhile):
    out.mkdir(parents=True)
    (out / "index.html").write_text("half")
    sleep = [sys.executable, "-c", "import time; time.sleep({seconds})"]
    tool = [sys.executable, "-c", f"import subprocess; subprocess.run({sleep})"]
    subprocess.run(tool, process_group=children.group())
    (out / "index.html").write_text("whole {name}")

assets.build = lambda root, cache: cache
engines.write = slow
print(pipeline.build(Path(sys.argv[1]), lambda line: print(line, flush=True), NONE), flush=True)
"""
"""A build whose engine starts a tool that starts another, and takes its time."""


@pytest.fixture
def project(root):
    """A project with an older site."""
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the last good site")
    return root


@pytest.fixture
def begun(project):
    """`begun(seconds, name)`: a build at work, in a process of its own."""
    started = []

    def begin(seconds, name=""):
        code = BUILD.replace("{seconds}", str(seconds)).replace("{name}", name)
        build = subprocess.Popen(
            [sys.executable, "-c", code, str(project)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "SCIFI_BROWSER": "none"},
        )
        started.append(build)
        return build

    yield begin
    for build in started:
        build.kill()
        build.wait()


def until(true, seconds=20):
    """Wait for something to be true, and say whether it came to be."""
    end = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def is_at_work(process):
    """False for one that has ended, though nobody may have asked how."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def descendants(build):
    """All that a build has started: the guard, the engine, its tool and the tool's own."""
    return psutil.Process(build.pid).children(recursive=True)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_build_leaves_the_last_site_and_no_process(project, begun, end):
    """However it ends, and whatever it had started; the next build is not hindered."""
    build = begun(60)
    assert until(lambda: len(descendants(build)) >= 3), build.communicate()
    left = descendants(build)

    build.send_signal(end)
    build.wait()

    assert until(lambda: not any(map(is_at_work, left)))
    assert (project / "site/index.html").read_text() == "the last good site"
    with lock.alone(project / ".cache/build.lock", lambda line: pytest.fail(line)):
        pass


def test_a_second_build_waits_for_the_first(project, begun):
    """It says for whom, and both are whole."""
    first = begun(12, "first")
    assert until(lambda: len(descendants(first)) >= 3)

    second = begun(0, "second")
    said = second.communicate()[0]

    assert f"Another run (process {first.pid}) is at work; waiting for it ..." in said
    assert first.wait() == second.returncode == 0
    assert (project / "site/index.html").read_text() == "whole second"
