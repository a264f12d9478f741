"""
MkDocs, asked for one page at a time.

The pages are made by the functions that a build calls, one after another, for all of them; so they
are the same to the byte. The only module of the package that knows MkDocs.
"""

from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from scifi.build import checked
from scifi.site import downloads

DRAFT = InclusionLevel.DRAFT.value
"""A file above this level is published."""


class Engine:
    """
    The site in one state of its files; `folder` takes what MkDocs writes.

    Raises:
        PluginError: The content has problems, or the front end could not be bundled.
    """

    def __init__(self, root: Path, folder: Path):
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
        config.extra["preview"] = True
        self.config = config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files, env = get_files(config), config.theme.get_env()
        files.add_files_from_theme(env, config)
        self.files = files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        self.nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self.env = config.plugins.on_env(env, config=config, files=files)
        self._downloads = downloads.files(checked.site(root))
        self._downloaded: dict[str, bytes] = {}

    def has(self, address: str) -> bool:
        """True for pages and files of the site that are no downloads."""
        return unquote(address) in self._by_name

    def answer(self, address: str) -> bytes | None:
        """What is at an address below the site's root; None where there is nothing."""
        name = unquote(address)
        file = self._by_name.get(name)
        if file is None:
            return None if name.endswith(".html") else self._download(name)
        return self._page(file) if file.is_documentation_page() else file.content_bytes

    def missing(self) -> bytes:
        """The page for lost visitors."""
        build._build_theme_template("404.html", self.env, self.files, self.config, self.nav)
        return Path(self.config.site_dir, "404.html").read_bytes()

    @cached_property
    def _by_name(self) -> dict[str, File]:
        return {file.dest_uri: file for file in self.files if file.inclusion.value > DRAFT}

    def _page(self, file: File) -> bytes:
        path = Path(file.abs_dest_path)
        if file.page is None or file.page.content is None:
            page = file.page or Page(None, file, self.config)
            pages = self.files.documentation_pages()
            build._populate_page(page, self.config, self.files)
            build._build_page(page, self.config, pages, self.nav, self.env)
        return path.read_bytes()

    def _download(self, name: str) -> bytes | None:
        """Downloads are made one after another until the one that is asked for."""
        while name not in self._downloaded and (made := next(self._downloads, None)):
            path, text = made
            self._downloaded[path] = text.encode()
        return self._downloaded.get(name)
