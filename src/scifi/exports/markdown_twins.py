"""
A Markdown twin of every built page, beside it as `index.md`: title, text, numbers and receipts.

Made from the built page, so that it says what a reader of the page reads.
"""

from functools import partial
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

from scifi import parallel
from scifi.exports.plain_markdown import blocks, escaped
from scifi.language import _
from scifi.site import embed_code

TWIN = "index.md"
"""Its name in the folder of its page."""


def write(site: Path) -> int:
    """Write the twin of each page with our frame below `site`; how many there are."""
    framed = [
        path
        for path in sorted(site.rglob("index.html"))
        if not path.is_relative_to(site / embed_code.FOLDER)
    ]
    return sum(parallel.results([partial(_write, path) for path in framed]))


def _write(path: Path) -> bool:
    """Write the twin of a page beside it; False where the page has no article."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    text = twin(lxml.html.parse(str(path), parser=parser).getroot())
    if text:
        path.with_name(TWIN).write_text(text, encoding="utf-8")
    return bool(text)


def twin(page: HtmlElement) -> str:
    """A page as Markdown; empty where it has no article."""
    article = page.find(".//main//article")
    if article is None:
        return ""
    return "\n\n".join([*_head(page), *blocks(article), "---", *_foot(page)]) + "\n"


def _head(page: HtmlElement) -> list[str]:
    """Title, lead and the newest change; the home page brings its own in its article."""
    head = page.find('.//main/div[@class="page-head"]')
    if head is None:
        return []
    found = [f"# {_text(head.find('.//h1'))}"]
    for name in ("page-lead", "changed"):
        line = head.find(f'.//p[@class="{name}"]')
        # Without the link that stands behind the sentence.
        words = line.text if line is not None and name == "changed" else None
        said = escaped(words or "").strip() if words else _text(line)
        found += [said] if said else []
    return found


def _foot(page: HtmlElement) -> list[str]:
    """How to cite the page, and under which licence."""
    canonical = page.find('.//link[@rel="canonical"]')
    address = canonical.get("href") if canonical is not None else None
    cited = _text(page.find(".//p[@data-cite]"))
    said = [_("Cite this page: {citation}", citation=cited)] if cited else []
    if address:
        said.append(_("Page: {address}.", address=f"<{address}>"))
    return [*said, _("Texts and data: CC BY 4.0.")]


def _text(element: HtmlElement | None) -> str:
    return escaped(element.text_content()).strip() if element is not None else ""
