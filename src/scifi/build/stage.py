"""
The pages as plain files for another engine, such as Zensical.

The same values that `hooks.py` hands to MkDocs in memory are written out; prose pages are copied
with their macros, which the other engine runs.
"""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from scifi.build import checked
from scifi.exports import beside_pages
from scifi.exports import run as exports
from scifi.language import _
from scifi.settings import settings
from scifi.site import downloads, moved, pages
from scifi.site.pages import HEADING_LINE, Page
from scifi.site.views.view import as_entities


class StageError(Exception):
    """The folder cannot be used; the message says why."""


def stage(root: Path, folder: Path) -> int:
    """
    Write all pages, downloads, open data and a config below `folder`; return the number of pages.

    Raises:
        StageError: The folder holds something that no earlier run has written.
        ContentError: The content has problems.
    """
    mark = folder / ".staged-by-scifi"
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise StageError(
            _(
                "{folder} is not empty: name a new folder, so that nothing of yours is lost.",
                folder=folder,
            )
        )
    site = replace(checked.site(root), staged=True)
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    shutil.copytree(root / "docs", docs)
    mark.touch()
    for prose in docs.rglob("*.md"):
        prose.write_text(_prose(prose.read_text(encoding="utf-8")), encoding="utf-8")
    count = sum(1 for _ in docs.rglob("*.md"))
    for page in pages.pages(site):
        _write(docs / page.src_uri, markdown(page))
        count += 1
    beside = (*beside_pages.files(site), *moved.files(site.corpus, site.published))
    for path, text in (*downloads.files(site), *beside):
        _write(docs / path, text)
    exports.write(site, docs)
    # The macros read the content through the project's own root, wherever the folder is, and
    # give links relative to the Markdown file, which Zensical turns into links of the page.
    door = (root / "macros.py").read_text(encoding="utf-8")
    door = door.replace("Path(env.project_dir)", f"Path({str(root)!r})")
    door = door.replace("env.page.url", 'env.page.path[: env.page.path.rfind("/") + 1]')
    _write(folder / "macros.py", door)
    config = settings(root)
    for key in ("hooks", "watch", "nav", "not_in_nav", "validation"):
        config.pop(key, None)
    config["theme"] = {"name": "material", "font": False, "language": "en"}
    _write(folder / "mkdocs.yml", yaml.safe_dump(config, sort_keys=False))
    return count


def markdown(page: Page) -> str:
    """A page as a Markdown file: front matter, then HTML between headings of Markdown."""
    if page.written:
        return front_matter(page.meta) + _lead(page.meta) + page.body
    # An engine looks for headings of Markdown only in blocks of HTML that say so.
    body = re.sub(r'(?m)^(<div class="[^"]+")>\n+(?=<h2 )', r'\1 markdown="1">\n', page.body)
    body = HEADING_LINE.sub(_heading, body)
    # Double braces that came in with content are written as entities: no macro is to find them.
    body = re.sub(r"\{(?=[{%#])", "&#123;", body)
    return front_matter({**page.meta, "render_macros": False}) + _lead(page.meta) + body


def _prose(text: str) -> str:
    """A page of prose without the frame that it asks for, which is ours, and with its lead."""
    found = re.match(r"---\n(.*?^)---\n\s*", text, re.DOTALL | re.MULTILINE)
    if not found:
        return text
    head = re.sub(r"(?m)^template: .*\n", "", found[1])
    return f"---\n{head}---\n\n{_lead(yaml.safe_load(head))}{text[found.end() :]}"


def _lead(meta: Mapping[str, Any]) -> str:
    """What stands below the title, where our frame would show it; empty where there is none."""
    lead = meta.get("lead")
    return f'<p class="page-lead">{as_entities(str(lead))}</p>\n\n' if lead else ""


def _heading(line: re.Match[str]) -> str:
    """A heading as Markdown writes it, with its anchor."""
    return f"\n## {as_entities(unescape(line[2]))} {{: #{line[1]} }}\n"


def front_matter(meta: Mapping[str, Any]) -> str:
    """
    Values as JSON in ASCII, which every YAML reader understands alike.

    What is no ASCII, or cannot be printed, would be refused by some and read as text by others.
    """
    lines = (
        f"{key}: {_ascii(json.dumps(value, ensure_ascii=False))}\n" for key, value in meta.items()
    )
    return "---\n" + "".join(lines) + "---\n\n"


def _ascii(text: str) -> str:
    """A text in which every character that is not printable ASCII is an escape of YAML."""
    return re.sub(r"[^ -~]", lambda m: f"\\U{ord(m.group()):08X}", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
