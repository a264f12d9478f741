"""`tools/check-links`: honest about what is gone, gentle with those who are asked."""

import subprocess
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest


@pytest.fixture
def server():
    """A server on this machine that answers by path, and keeps who asked for what and when."""
    asked = []

    class Answers(BaseHTTPRequestHandler):
        def do_HEAD(self):
            self.do_GET()

        def do_GET(self):
            asked.append((self.command, self.path, time.monotonic(), self.headers["User-Agent"]))
            codes = {"/gone": 404, "/closed": 403, "/busy": 503}
            self.send_response(
                405
                if self.path == "/no-head" and self.command == "HEAD"
                else codes.get(self.path, 200)
            )
            self.end_headers()

        def log_message(self, *_arguments):
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}", asked
    running.shutdown()


@pytest.fixture
def check(project, tmp_path, server):
    """`check("/path", ...)`: the answer for a case study that cites these pages."""

    def run(*paths):
        lines = [f"  s{i}:\n    url: {server[0]}{path}" for i, path in enumerate(paths)]
        (tmp_path / "casestudies").mkdir()
        (tmp_path / "casestudies/x.yml").write_text("sources:\n" + "\n".join(lines) + "\n")
        return subprocess.run(
            [project / "tools/check-links", tmp_path],
            env={"LINK_PAUSE": "0.2", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_only_what_the_server_calls_gone_is_gone(check, server):
    """A refusal says nothing about the page; a person has to look."""
    done = check("/there", "/gone", "/closed", "/busy", "/no-head")

    assert done.returncode == 1
    assert done.stdout == (
        f"Gone: 1 of 5\n- {server[0]}/gone (answer 404), cited in casestudies/x.yml\n"
        f"Not known, look by hand: 2 of 5\n"
        f"- {server[0]}/busy (answer 503), cited in casestudies/x.yml\n"
        f"- {server[0]}/closed (answer 403), cited in casestudies/x.yml\n"
    )


def test_a_host_is_asked_slowly_and_by_name(check, server):
    """Each page once, a second time only where the head is refused; never two at a time."""
    assert check("/a", "/b", "/no-head").returncode == 0

    times = [moment for _method, _path, moment, _agent in server[1]]
    assert Counter(path for _m, path, _t, _a in server[1]) == {"/a": 1, "/b": 1, "/no-head": 2}
    assert all(later - earlier > 0.15 for earlier, later in pairwise(times))
    assert all(agent.startswith("SCIFI-cookbook-links/1.0 (") for *_rest, agent in server[1])
