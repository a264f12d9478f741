"""
The tools of the site: each a block for its page, and the data its script reads.

A file here is a tool, named as in pages, scripts and style sheets: `red_page.py` is "red-page". It
has `block(site, here)`, Markdown with HTML that says everything without JavaScript, and
`files(site)`, the scripts that hold its data. Its script is `frontend/scripts/tools/<name>.js`,
its style sheet `frontend/styles/tools/<name>.css`; a page loads both with `script: <name>`.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from scifi.site.pages import Site


class Tool(Protocol):
    """What a module of this package offers."""

    def block(self, site: Site, here: str) -> str:
        """The tool's page, whole without JavaScript."""

    def files(self, site: Site) -> Iterator[tuple[str, str]]:
        """Path below the site's root and text of the tool's data."""


TOOLS = {
    module.name.replace("_", "-"): cast(Tool, import_module(f"{__name__}.{module.name}"))
    for module in iter_modules(__path__)
}
"""Each tool by its name."""


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Path below the site's root and text of all data that tools read."""
    for tool in TOOLS.values():
        yield from tool.files(site)
