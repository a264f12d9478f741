"""What is put into the settings of an assistant so that it can ask this knowledge base."""

import json
from collections.abc import Mapping

COMMAND = "/home/you/cookbook/.venv/bin/scifi"
"""The program in an invented copy of the project; the page says what to put in its place."""

ARGUMENTS = ("--root", "/home/you/cookbook", "mcp")

NAME = "scifi-cookbook"

_START = {"command": COMMAND, "args": list(ARGUMENTS)}

SETTINGS: Mapping[str, str] = {
    "claude-desktop": json.dumps({"mcpServers": {NAME: _START}}, indent=2),
    "vs-code": json.dumps({"servers": {NAME: {"type": "stdio", **_START}}}, indent=2),
    "codex": "\n".join(
        [
            f"[mcp_servers.{NAME}]",
            f"command = {json.dumps(COMMAND)}",
            f"args = {json.dumps(list(ARGUMENTS))}",
        ]
    ),
}
"""
The settings by program: `claude_desktop_config.json`, `mcp.json` and `config.toml`.

Sources: https://modelcontextprotocol.io/quickstart/user,
https://code.visualstudio.com/docs/copilot/reference/mcp-configuration and the documentation of
Codex on `mcp_servers`, as of November 2026.
"""
