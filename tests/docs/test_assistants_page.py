"""The page on assistants: its settings can be pasted, and what it says of the tools is so."""

import json
import re
import tomllib

import pytest
from bs4 import BeautifulSoup

from scifi.assistants.tools import Tools

PAGE = "docs/data/assistants.md"


@pytest.fixture(scope="module")
def page(project):
    """The page as it is written."""
    return (project / PAGE).read_text(encoding="utf-8")


def test_the_settings_can_be_pasted(page, site, scifi):
    """As the built page shows them: whole JSON or TOML in the form of each program."""
    built = (site / "data/assistants/index.html").read_text(encoding="utf-8")
    shown = [block.get_text() for block in BeautifulSoup(built, "html.parser").select("pre code")]
    *_, desktop, editor, codex = shown
    desktop, editor, codex = json.loads(desktop), json.loads(editor), tomllib.loads(codex)
    servers = [
        desktop["mcpServers"]["scifi-cookbook"],
        editor["servers"]["scifi-cookbook"],
        codex["mcp_servers"]["scifi-cookbook"],
    ]

    assert editor["servers"]["scifi-cookbook"].pop("type") == "stdio"
    for server in servers:
        assert set(server) == {"command", "args"}
        assert server["command"].endswith("/.venv/bin/scifi")
        assert server["args"] == ["--root", "/home/you/cookbook", "mcp"]
    assert scifi("mcp", "--help").exit_code == 0


def test_the_tools_are_all_named(page):
    """No tool is missing in the table, and none is promised that is not there."""
    named = re.findall(r"(?m)^\| `(\w+)` \|", page)

    assert named == [name for name in vars(Tools) if name in named]
    assert set(named) == {
        name for name in vars(Tools) if not name.startswith("_") and name != "all"
    }
