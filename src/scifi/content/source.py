"""
Content files as text: which ones there are, and their characters.

The only module that reads the content folders. What the characters mean is `load`'s business.
"""

from dataclasses import dataclass
from pathlib import Path

from scifi.content.problem import Problem
from scifi.kinds import KINDS, Kind, kind_of_folder
from scifi.language import _, number

MAX_BYTES = 256 * 1024
"""Largest content file, bytes: ten times the longest case study; a bigger one is a mistake."""

PAGE = "page"
"""What the kind of a prose page is called; a page holds no entry."""

PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings of files that MkDocs takes for Markdown."""


@dataclass(frozen=True)
class SourceFile:
    """A content file: project-relative `path`, `kind` by its folder, `id` (its stem), `text`."""

    path: str
    kind: str
    id: str
    text: str


def find(root: Path) -> list[Path]:
    """Every file in the content folders below `root`, in a fixed order; hidden ones left out."""
    return sorted(
        path
        for kind in KINDS.values()
        if (root / kind.folder).is_dir()
        for path in (root / kind.folder).iterdir()
        if path.is_file() and not path.name.startswith(".")
    )


def find_pages(root: Path) -> list[Path]:
    """Every prose page below `docs/`, in a fixed order."""
    return sorted(
        path
        for path in (root / "docs").rglob("*")
        if path.suffix.lower() in PAGE_SUFFIXES and path.is_file()
    )


def newest_change(root: Path) -> tuple[tuple[str, int, int], ...]:
    """A value that differs as soon as a content file or a page is added, removed or saved."""
    paths = find(root) + find_pages(root)
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
        folders = ", ".join(sorted(kind.folder for kind in KINDS.values()))
        return _refused(
            shown,
            _("this folder holds no content"),
            _("The folder tells the kind of a file."),
            _("Move the file to one of: {folders}.", folders=folders),
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
            _("Rename it to {name}.", name=path.stem + kind.suffix),
        )
    return _text(path, shown, kind.name)


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


def _refused(shown: str, what: str, why: str, fix: str, place: tuple[int, int] = (1, 1)) -> Problem:
    return Problem(shown, *place, "readable-file", what, why, fix)
