"""
The door itself: the tools spoken over standard input and output.

It is the one module that knows the Model Context Protocol (https://modelcontextprotocol.io) and
the package `mcp`, which is installed with the extra `assistants`.
"""

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from scifi.assistants.shelf import Shelf
from scifi.assistants.tools import Tools
from scifi.language import N_, _

if TYPE_CHECKING:
    from mcp.server import MCPServer

INSTRUCTIONS = N_(
    "A knowledge base on smart-city pilots for small European cities. Give each number with its "
    "unit, kind (measured, reported, estimated, planned), grade, source and page, and never read "
    "one kind as another. What is marked as ours is our advice, not a finding. Where a tool finds "
    "nothing, say so; null means not known, never zero."
)


class DoorError(Exception):
    """The door cannot be opened; the message says what to do."""


def server(shelf: Shelf) -> "MCPServer[Any]":
    """
    The server with all tools.

    Raises:
        DoorError: The package `mcp` is not installed.
    """
    try:
        from mcp.server import MCPServer
        from mcp_types import ToolAnnotations
    except ImportError:
        raise DoorError(
            _(
                "The package mcp is missing: install it with "
                "`pip install 'scifi-cookbook[assistants]'`."
            )
        ) from None
    door: MCPServer[Any] = MCPServer(
        "scifi-cookbook", instructions=_(INSTRUCTIONS), version=version("scifi-cookbook")
    )
    reads = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    for name, tool in Tools(shelf).all.items():
        door.add_tool(tool, name=name, annotations=reads)
    return door


def open_door(shelf: Shelf) -> None:
    """Answer until the assistant hangs up; nothing but the protocol goes to standard output."""
    server(shelf).run()
