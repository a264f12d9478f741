"""
A Markdown extension: the HTML of macros stays as it is.

It comes whole from our own templates, and to look for Markdown in it would take longer than to
read all prose. Named in `mkdocs.yml` as `scifi.site.finished_html`; an engine without it sees
two comments and reads the HTML between them as any other.
"""

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_START, _END = "<!-- finished -->", "<!-- /finished -->"
_FINISHED = re.compile(f"{_START}(.*?){_END}", re.DOTALL)


def finished(html: str) -> str:
    """HTML as a block of its own, in which an engine has nothing to look for."""
    return f"\n{_START}\n<div>\n{html}</div>\n{_END}\n"


class _Keeper(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = _FINISHED.sub(self._kept, "\n".join(lines))
        return text.split("\n")

    def _kept(self, match: re.Match[str]) -> str:
        # Markdown keeps HTML aside under a mark and puts it back at the end.
        return f"\n\n{self.md.htmlStash.store(match[1].strip())}\n\n"


class FinishedHtml(Extension):
    """Keeps what macros wrote out of Markdown's hands."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        """Register before Markdown, and MkDocs, look for HTML."""
        md.preprocessors.register(_Keeper(md), "scifi-finished-html", 25)


def makeExtension(**options: Any) -> FinishedHtml:  # noqa: N802 (the name is Markdown's)
    """The extension, as Markdown asks for it."""
    return FinishedHtml(**options)
