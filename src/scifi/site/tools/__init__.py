"""
The tools of the site: each a block for its page, and the data its script reads.

A tool is a module with `block(site, here)`, Markdown with HTML that says everything without
JavaScript, and `files(site)`, the scripts that hold its data. The script itself is
`frontend/scripts/tools/<name>.js`; a page loads it with `script: <name>` in its front matter.
"""

from collections.abc import Iterator
from typing import Protocol

from scifi.site.pages import Site
from scifi.site.tools import compare, explorer, finder, maturity, picker, red_page, triage


class Tool(Protocol):
    """What a module of this package offers."""

    def block(self, site: Site, here: str) -> str:
        """The tool's page, whole without JavaScript."""

    def files(self, site: Site) -> Iterator[tuple[str, str]]:
        """Path below the site's root and text of the tool's data."""


TOOLS: dict[str, Tool] = {
    "compare": compare,
    "explorer": explorer,
    "finder": finder,
    "maturity": maturity,
    "picker": picker,
    "red-page": red_page,
    "triage": triage,
}
"""Each tool by the name it has in pages, scripts and style sheets."""


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path below the site's root and text of all data that tools read."""
    for tool in TOOLS.values():
        yield from tool.files(site)
