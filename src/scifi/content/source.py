"""
Content files as text: which ones there are, and their characters.

The only module that reads the content folders. What the characters mean is `load`'s business.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scifi.content.problem import Problem, closest
from scifi.kinds import KINDS, Kind, kind_of_folder
from scifi.language import _, number
from scifi.redirects import FILE

MAX_BYTES = 256 * 1024
"""Largest content file, bytes: ten times the longest case study; a bigger one is a mistake."""

PAGE = "page"
"""What the kind of a prose page is called; a page holds no entry."""

REDIRECTS = "redirects"
"""What the kind of the list of redirects is called; it holds no entry."""

PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings of files that MkDocs takes for Markdown."""


Place = tuple[int, int]
"""Line and column, counted from 1."""


@dataclass(frozen=True)
class SourceFile:
    """A content file: project-relative `path`, `kind` by its folder, `id` (its stem), `text`."""

    path: str
    kind: str
    id: str
    text: str

    def problem(
        self, place: Place, what: str, why: str, fix: str, rule: str = "readable-file"
    ) -> Problem:
        """What keeps the file from being read, at a line and column."""
        return Problem(self.path, *place, rule, what, why, fix)


def find(root: Path) -> list[Path]:
    """Every file in the content folders below `root`, in order; links and hidden ones left out."""
    return sorted(
        path
        for kind in KINDS.values()
        if (root / kind.folder).is_dir()
        for path in (root / kind.folder).iterdir()
        if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
    )


def find_strays(root: Path) -> list[Path]:
    """
    What looks like content and lies where nobody reads it, in a fixed order.

    That is all below `data/` and below the folders of the kinds but their own files, YAML in
    `docs/`, and files with a `title:` in other folders of the project.
    """
    folders = {root / kind.folder for kind in KINDS.values()}
    inside = {root / "data", *folders}
    strays = [stray for folder in inside for stray in _strays_in(folder, folders)]
    strays += [path for path in (root / "docs").rglob("*") if path.suffix.lower() in _YAML]
    for folder in [root, *_other_folders(root)]:
        strays += [path for path in sorted(folder.iterdir()) if _is_entry(path)]
    return sorted(path for path in strays if path != root / FILE)


_YAML = (".yml", ".yaml")
_OWN_FOLDERS = ("benchmarks", "data", "docs", "frontend", "site", "src", "tests", "theme", "tools")
_TITLE = re.compile(r"^title:", re.MULTILINE)


def _strays_in(folder: Path, folders: set[Path]) -> Iterator[Path]:
    """What lies in a content folder and is no file of its own; in `data/` files are strays too."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name.startswith(".") or path in folders or path.name == "schemas":
            continue
        if path.is_dir():
            within = [file for file in sorted(path.rglob("*")) if not file.is_dir()]
            yield from within or [path]
        elif folder not in folders or not path.is_file():
            yield path


def _other_folders(root: Path) -> list[Path]:
    """Folders of the project that hold neither content nor anything of its own."""
    read = {*_OWN_FOLDERS, *(kind.folder for kind in KINDS.values())}
    found = [path for path in root.iterdir() if path.is_dir() and path.name not in read]
    readable = [path for path in found if os.access(path, os.R_OK | os.X_OK)]
    return sorted(path for path in readable if not path.name.startswith("."))


def _is_entry(path: Path) -> bool:
    """True for a YAML file that has a title, as every entry has."""
    if path.suffix.lower() not in _YAML or path.name.startswith(".") or not path.is_file():
        return False
    text = path.read_bytes()[:MAX_BYTES].decode("utf-8", "replace")
    return bool(_TITLE.search(text))


def find_pages(root: Path) -> list[Path]:
    """Every prose page below `docs/`, in a fixed order."""
    return sorted(
        path
        for path in (root / "docs").rglob("*")
        if path.suffix.lower() in PAGE_SUFFIXES and path.is_file() and not path.is_symlink()
    )


def newest_change(root: Path) -> tuple[tuple[str, int, int], ...]:
    """A value that differs as soon as a content file or a page is added, removed or saved."""
    paths = find(root) + find_pages(root)
    paths += [path for path in [root / FILE] if path.is_file()]
    return tuple(
        (str(path), stat.st_mtime_ns, stat.st_size) for path in paths for stat in [path.stat()]
    )


def kind_of(path: Path, root: Path) -> Kind | None:
    """The kind of entry a file holds, by its folder; None outside the content folders."""
    return kind_of_folder(Path(_shown(path, root)).parent.as_posix())


def read(path: Path, root: Path) -> SourceFile | Problem:
    """The text of one content file, or what keeps it from being read; never an exception."""
    shown = _shown(path, root)
    kind = kind_of(path, root)
    if kind is None:
        return _misplaced(shown)
    if path.is_dir():
        return _refused(
            shown,
            _("this is a folder"),
            _("A file of this name would be content; a folder is not read."),
            _("Delete it, or rename it and move its files into {folder}/.", folder=kind.folder),
            rule="file-place",
        )
    if path.is_symlink() and not path.exists():
        return _refused(
            shown,
            _("this is a link that leads to nothing"),
            _("The file it names is not there, so nothing can be read."),
            _("Put the file itself here, or delete the link."),
            rule="file-place",
        )
    if path.suffix != kind.suffix:
        return _refused(
            shown,
            _('the file name ends in "{suffix}"', suffix=path.suffix),
            _(
                "Files in {folder}/ end in {suffix}; others are not read.",
                folder=kind.folder,
                suffix=kind.suffix,
            ),
            _("Rename it to {name}.", name=path.stem.removesuffix(kind.suffix) + kind.suffix),
        )
    return _text(path, shown, kind.name)


def _misplaced(shown: str) -> Problem:
    """A file in a folder that is not read, and where it should lie."""
    path = PurePosixPath(shown)
    by_name = {PurePosixPath(kind.folder).name: kind.folder for kind in KINDS.values()}
    folders = {kind.folder for kind in KINDS.values()}
    above = [str(parent) for parent in path.parents if str(parent) in folders]
    named = [by_name[parent.name] for parent in path.parents if parent.name in by_name]
    alike = by_name.get(closest(path.parent.name, list(by_name)))
    home = next(iter([*above, *named, *([alike] if alike else [])]), "")
    if home:
        fix = _("Move it to {path}.", path=f"{home}/{path.name}")
    else:
        fix = _("Move the file to one of: {folders}.", folders=", ".join(sorted(folders)))
    return _refused(
        shown,
        _("this folder holds no content"),
        _("The folder tells the kind of a file; what lies elsewhere is not read."),
        fix,
        rule="file-place",
    )


def read_redirects(root: Path) -> SourceFile | Problem | None:
    """The text of the list of redirects, or what keeps it from being read; None without one."""
    path = root / FILE
    return _text(path, FILE, REDIRECTS) if path.exists() else None


def read_page(path: Path, root: Path) -> SourceFile | Problem:
    """The text of one prose page, or what keeps it from being read."""
    return _text(path, _shown(path, root), PAGE)


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _text(path: Path, shown: str, kind: str) -> SourceFile | Problem:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return _refused(
                shown,
                _("the file has {size} bytes", size=number(size)),
                _(
                    "A content file has at most {limit} bytes, so that every check stays quick.",
                    limit=number(MAX_BYTES),
                ),
                _("Leave out what is not text; link to large documents instead."),
            )
        raw = path.read_bytes()
    except OSError as error:
        return _refused(
            shown,
            _("the file cannot be read: {reason}", reason=error.strerror),
            _("Everything on the site comes from files that can be read."),
            _("Check that the file exists and that you may open it."),
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        return _refused(
            shown,
            _("the file is not UTF-8 text"),
            _("Letters such as é or ß get lost in other encodings."),
            _("Save it as UTF-8 (in most editors: Save as, encoding UTF-8)."),
            (before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1),
        )
    return SourceFile(shown, kind, path.stem, text.replace("\r\n", "\n"))


def _refused(
    shown: str,
    what: str,
    why: str,
    fix: str,
    place: tuple[int, int] = (1, 1),
    rule: str = "readable-file",
) -> Problem:
    return Problem(shown, *place, rule, what, why, fix)
