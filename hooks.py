"""
What MkDocs needs beyond its own files: the pages that grow from content, downloads, search.

The only file that imports MkDocs; everything it hands over is made in the package.
"""

import logging
import posixpath
import re
import sys
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from PIL import Image

from scifi import kinds, language, parallel
from scifi.build import assets, browser, checked, offline, pictures, search_index
from scifi.exports import beside_pages
from scifi.exports.api import addresses
from scifi.printing.imprint import imprint
from scifi.site import (
    change_notes,
    citation,
    downloads,
    embed_code,
    embeds,
    hosting,
    moved,
    pages,
    share_cards,
    structured_data,
)
from scifi.site.views.render import WORDS

log = logging.getLogger("mkdocs.hooks.scifi")


class GrownPage(Page):
    """A page made from content: its values go to MkDocs as they are, without front matter."""

    def __init__(self, value: pages.Page, file: File, config: MkDocsConfig):
        self.value = value
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """A chapter's Markdown; for other pages none, and no macro looks into them."""
        self.markdown = self.value.body if self.value.written else ""
        self.meta = {**self.value.meta, "render_macros": self.value.written}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Finished HTML stays as it is; its headings make the list "On this page"."""
        if self.value.written:
            super().render(config, files)
            return
        self.content = self.value.body
        self.toc = get_toc(_contents(pages.HEADING.findall(self.content)))

    @cached_property
    def present_anchor_ids(self) -> set[str]:
        """Every anchor of the page; looked up only where another page links to one."""
        return set(re.findall(r'\bid="([^"]+)"', self.content or ""))


def _contents(headings: list[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """Level, anchor and name of headings as MkDocs takes them: those of the third level inside."""
    contents: list[dict[str, Any]] = []
    for level, id_, name in headings:
        entry = {"level": int(level), "id": id_, "name": name, "children": []}
        (contents[-1]["children"] if level == "3" and contents else contents).append(entry)
    return contents


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content first: a mistake stops the build before anything is written."""
    try:
        checked.site(_root(config), at_once="preview" not in config.extra)
    except checked.ERRORS as error:
        raise PluginError(f"\n{error}") from None
    if browser.find() is None:
        # Not a logged warning: a strict build would stop, and the site is whole with its tables.
        print(browser.none_found(), file=sys.stderr)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Let prose pages call macros, and reach nothing behind them."""
    macros = config.plugins["macros"]
    free = macros.env
    macros._env = ImmutableSandboxedEnvironment(loader=free.loader, undefined=free.undefined)
    macros._env.globals, macros._env.filters = free.globals, free.filters


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages made from content, the downloads and the bundled style sheet and scripts."""
    root = _root(config)
    site = checked.site(root)
    taken = {file.dest_uri for file in files}
    grown = list(pages.pages(site))
    downloaded: list[tuple[str, str]] = []
    if "preview" not in config.extra:
        grown, downloaded = _written(site, grown)
    for page in grown:
        file = File.generated(config, page.src_uri, content="")
        if file.dest_uri in taken:
            raise PluginError(
                f"{page.edit_uri} and a page in docs/ want one address: {page.address}"
            )
        # MkDocs takes it from docs/ on, and so does its option `edit_uri`.
        file.edit_uri = f"../{page.edit_uri}"
        file.page = GrownPage(page, file, config)
        files.append(file)
    # Prose links to these, so that a preview has them too.
    beside = (*beside_pages.files(site), *moved.files(site.corpus, site.published))
    for path, text in beside:
        files.append(File.generated(config, path, content=text))
    for path, text in downloaded:
        files.append(File.generated(config, path, content=text))
    try:
        bundle = assets.build(root, root / checked.CACHE)
    except assets.AssetsError as error:
        raise PluginError(str(error)) from None
    for file in sorted(p for p in bundle.rglob("*") if p.is_file()):
        uri = f"assets/{file.relative_to(bundle).as_posix()}"
        files.append(File.generated(config, uri, abs_src_path=str(file)))
    if "preview" not in config.extra:
        sheet = assets.address(bundle, "embed.css")
        for path, text in embeds.files(site, hosting.policy(), sheet):
            files.append(File.generated(config, path, content=text))
    return files


def _written(
    site: pages.Site, grown: list[pages.Page]
) -> tuple[list[pages.Page], list[tuple[str, str]]]:
    """The pages with their bodies, and the downloads, written by all processors."""
    jobs = [partial(_files, site), *(partial(getattr, page, "body") for page in grown)]
    downloaded, *bodies = parallel.results(jobs)
    written = [
        replace(page, write=partial(str, body)) for page, body in zip(grown, bodies, strict=True)
    ]
    return written, downloaded


def _files(site: pages.Site) -> list[tuple[str, str]]:
    return list(downloads.files(site))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Pictures in prose say their size, so that no text moves when they come."""

    def sized(picture: re.Match[str]) -> str:
        file = files.get_file_from_path(posixpath.normpath(posixpath.join(page.url, picture[1])))
        if not file or not file.abs_src_path:
            return picture[0]
        with Image.open(file.abs_src_path) as drawn:
            width, height = drawn.size
        return f'{picture[0]} width="{width}" height="{height}"'

    return re.sub(r'<img\b[^>]*? src="([^":]+\.png)"', sized, html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the frame of the page speak the language of the site."""
    root = _root(config)
    site = checked.site(root)
    about = imprint(root, site.corpus)
    env.globals |= {
        **WORDS,
        "language": language.code(),
        "part_titles": {part: kinds.part_title(part) for part in kinds.PARTS},
        "papers_of": site.papers_of,
        "contact": site.contact,
        "policy": hosting.policy(),
        "asset": partial(assets.address, assets.build(root, root / checked.CACHE)),
        "edition": about.version_line,
        "changes_by_page": change_notes.newest_by_page(site.corpus),
        # A preview changes too often to be kept; a project may lack the page that says how.
        "installable": "preview" not in config.extra and files.get_file_from_path("offline.md"),
        "card_of": partial(share_cards.card_of, _cards(config)),
        "documents_by_page": addresses.by_page(site.corpus),
        "oembed_by_page": embeds.oembed_by_page(site.corpus),
        "data_of": structured_data.of_page,
        "cite": partial(citation.citation, citation.Edition(about.version, about.date[0])),
    }
    return env


def _cards(config: MkDocsConfig) -> dict[str, share_cards.Card]:
    """Cards of shared links; none where the site has no address at which one could be asked for."""
    site = checked.site(_root(config))
    return share_cards.cards(site.corpus) if site.published else {}


def _draw_cards(config: MkDocsConfig, icon: str) -> None:
    """Cards of shared links, with the name and the address of the site at their foot."""
    where = (config.site_url or "").partition("://")[2].rstrip("/")
    foot = " · ".join(filter(None, [config.site_name, where]))
    kept, folder = _root(config) / checked.CACHE, Path(config.site_dir)
    pictures.draw_cards(_cards(config).values(), foot, icon, kept, folder)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what hosts, networks and browsers ask for beside the pages; index them for search."""
    folder = Path(config.site_dir)
    site = checked.site(_root(config))
    tops = sorted(f"{path.name}/" for path in folder.iterdir() if path.is_dir())
    unframed = [top for top in tops if top != embed_code.FOLDER]
    for path, text in hosting.files(unframed, moved.moves(site.corpus), site.published):
        # MkDocs itself leaves out files whose name begins with a dot.
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    icon = (_root(config) / "theme/assets/icon.svg").read_text(encoding="utf-8")
    _draw_cards(config, icon)
    try:
        search_index.write(folder)
    except search_index.SearchError as error:
        raise PluginError(str(error)) from None
    if (folder / offline.PAGE).is_dir():
        pictures.draw_icons(icon, _root(config) / checked.CACHE, folder / "assets/icons")
        offline.write(folder, config.site_name, config.site_description or "")
