"""Rules about the files in `docs/`: `page-head`, `own-file`, `usable-name`."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from scifi.content import source
from scifi.content.checks.base import Library, Rule
from scifi.content.checks.safety import FRAME
from scifi.content.load import Document
from scifi.content.problem import Problem, nearest
from scifi.content.source import PAGE, PAGE_SUFFIXES
from scifi.kinds import KINDS, PARTS
from scifi.language import _
from scifi.model.texts import KEPT_NAMES, MAX_ID

PICTURES = (".png", ".jpg", ".jpeg", ".webp")
"""The endings of pictures that may lie beside pages; nothing in them can run."""

_HEAD = {
    "title": r"[^\W\d_][^<>{}]{1,149}",
    "heading": r"[^\W\d_][^<>{}]{1,149}",
    "lead": r"[^\W\d_][^<>{}]{1,299}",
    "description": r"[^\W\d_][^<>{}]{1,299}",
    "part": "|".join(PARTS),
    "template": r"home\.html",
    "script": r"[a-z][a-z-]*",
    "style": r"[a-z][a-z-]*",
}
"""What the front matter of a page may say, and how it is written."""


class PageHead(Rule):
    """
    The front matter of a page in `docs/` says only what the frame around the page knows.

    It may hold title, heading, lead and description (plain words), part, parents (each a title
    and an address such as `about/`), script and style (the name of a tool).

    Why: the frame of the page is made from these values, before anybody looks at the text.

    Fix: start the page with `---`, `title: ...`, and `---` again; delete other fields.
    """

    name = "page-head"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Every value that the frame does not take."""
        if document.file.kind != PAGE:
            return
        for name, value in document.data.items():
            if name == "parents":
                yield from self._wrong_parents(document, value)
            elif name not in _HEAD:
                what = _('unknown field "{field}"', field=name)
                yield self._wrong(document, name, what, nearest(name, [*_HEAD, "parents"]))
            elif not isinstance(value, str) or not re.fullmatch(_HEAD[name], value.strip()):
                yield self._wrong(document, name, _("{field}: this is not taken", field=name))

    def _wrong_parents(self, document: Document, parents: object) -> Iterator[Problem]:
        for parent in parents if isinstance(parents, list) else [parents]:
            fields = parent if isinstance(parent, Mapping) else {}
            title, url = str(fields.get("title")), str(fields.get("url"))
            plain = re.fullmatch(_HEAD["title"], title) and re.fullmatch(r"([a-z-]+/)+", url)
            if set(fields) != {"title", "url"} or not plain:
                yield self._wrong(document, "parents", _("parents: this is not taken"))

    def _wrong(self, document: Document, field: str, what: str, fix: str = "") -> Problem:
        return self.problem(
            document,
            (field,),
            what,
            _("The frame of the page is made from it."),
            fix or _("Write plain words that begin with a letter; addresses as in `about/`."),
        )


class OwnFile(Rule):
    """
    All that is published lies in the project itself: no link to a file or folder elsewhere.

    `docs/` holds pages (`.md`) and pictures (`.png`, `.jpg`, `.webp`), nothing else.

    Why: a link can lead to a file of the machine that builds the site, a password for example,
    and it would be published. A page of HTML, a script or a drawing (SVG) would run as it is.

    Fix: put a copy of the file in its place, or leave it out.
    """

    name = "own-file"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """Nothing: such a file is found by its name, and never read."""
        yield from ()

    @classmethod
    def found(cls, root: Path) -> Iterator[Problem]:
        """Every link in the folders that are published, and every stray file in `docs/`."""
        for path in paths(root):
            shown = path.relative_to(root).as_posix()
            if path.is_symlink():
                what = _("this is a link to another file or folder")
                yield _at(shown, cls.name, what, _("It could publish a file that is not ours."))
            elif shown.startswith("docs/") and path.is_file() and not _is_page_or_picture(path):
                what = _('docs/ holds no files that end in "{suffix}"', suffix=path.suffix)
                yield _at(shown, cls.name, what, _("It would be published, and run, as it is."))


class UsableName(Rule):
    """
    A file has a name that every system can store and every server can show.

    Pages and their folders are named as entries are: small letters, digits, single hyphens. No
    file is called `index` (but for pages), `readme`, `con`, `nul`, `aux` or like a port. No page
    has the address of another page or entry.

    Why: the name becomes the address. `index` would stand where a list stands, `con` cannot be
    stored on Windows, and `About.md` and `about.md` are one file to some systems.

    Fix: rename the file, with a word more.
    """

    name = "usable-name"

    def check(self, document: Document, library: Library) -> Iterator[Problem]:
        """A name of an entry that is kept for something else."""
        kind = KINDS.get(document.file.kind)
        kept = kind is not None and not kind.own_pages and document.file.id in FRAME
        if kind and (document.file.id in KEPT_NAMES or kept):
            yield self._kept(document.file.path, document.file.id)

    @classmethod
    def found(cls, root: Path) -> Iterator[Problem]:
        """Every page in `docs/` that no system could store, or that takes another's address."""
        taken = _addresses_of_entries(root)
        for path in source.find_pages(root):
            shown = path.relative_to(root).as_posix()
            parts = path.relative_to(root / "docs").with_suffix("").parts
            for part in parts:
                if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", part) or len(part) > MAX_ID:
                    what = _('the name "{name}" cannot be an address', name=part)
                    yield _at(shown, cls.name, what, _("The name becomes the page's address."))
                elif part in KEPT_NAMES - {"index"}:
                    yield cls._kept(shown, part)
            address = "/".join(parts[:-1] if parts[-1] == "index" else parts)
            if address in taken:
                what = _("{other} has the same address", other=taken[address])
                yield _at(shown, cls.name, what, _("One of the two would be lost."))
            taken[address] = shown

    @classmethod
    def _kept(cls, path: str, name: str) -> Problem:
        return _at(
            path,
            cls.name,
            _('the name "{name}" is kept for something else', name=name),
            _("The name becomes an address; systems, servers or the site need this one."),
        )


def paths(root: Path) -> Iterator[Path]:
    """Everything in the folders that are published, links not followed, in a fixed order."""
    folders = {"docs", *(kind.folder for kind in KINDS.values())}
    for folder in sorted(folders):
        if (root / folder).is_symlink():
            yield root / folder
            continue
        for place, inner, files in os.walk(root / folder):
            yield from (Path(place, name) for name in sorted(inner + files))


def _is_page_or_picture(path: Path) -> bool:
    # MkDocs leaves out what is hidden.
    return path.name.startswith(".") or path.suffix.lower() in (*PAGE_SUFFIXES, *PICTURES)


def _addresses_of_entries(root: Path) -> dict[str, str]:
    """The file of each entry that has a page of its own, or of their common page, by address."""
    taken = {}
    for path in source.find(root):
        kind = source.kind_of(path, root)
        if kind and kind.template:
            address = kind.url(path.stem).partition("#")[0]
            taken[address.rstrip("/")] = path.relative_to(root).as_posix()
    return taken


def _at(path: str, rule: str, what: str, why: str) -> Problem:
    fix = _("Rename it, put a copy in its place, or leave it out.")
    return Problem(path, 1, 1, rule, what, why, fix)
