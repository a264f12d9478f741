"""Commands that bring content files into form."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from scifi.content import source
from scifi.content.checks import former_entries
from scifi.content.formatting import FormattingError, formatted
from scifi.content.mending import mended
from scifi.content.problem import Problem
from scifi.content.saving import save
from scifi.language import _, ngettext


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--check", is_flag=True, help="Change nothing; list the files not in this form.")
@click.pass_obj
def format_(root: Path, paths: tuple[Path, ...], check: bool) -> None:
    """
    Write content files in their one form: all of them, or those at PATHS.

    Order of fields, width and quotes change; what a file says and its comments do not.

    Exit status: 0 all in form, 1 not (with --check) or a file was left alone, 2 misuse.
    """
    files = list(_chosen(root, paths))
    if not files:
        raise click.UsageError(
            _("there is no content here; name content files, or the project with --root.")
        )
    changed = failed = 0
    for path in files:
        shown = path.relative_to(root) if path.is_relative_to(root) else path
        try:
            text = _formatted(path, root)
            if text is None:
                continue
            if not check:
                save(path, text)
        except (FormattingError, OSError) as error:
            failed += 1
            click.echo(_("{file} is left alone: {reason}", file=shown, reason=error), err=True)
        else:
            changed += 1
            click.echo(shown)
    click.echo(_outcome(len(files), changed, failed, check), err=True)
    sys.exit(1 if failed or (check and changed) else 0)


def mend(root: Path, paths: Iterable[Path]) -> None:
    """Mend what a machine can in content files, and say each change; others are left alone."""
    former = former_entries(root)
    for path in _chosen(root, paths):
        file = source.read(path, root)
        if isinstance(file, Problem):
            continue
        text, told = mended(file, former)
        if text.encode() == path.read_bytes():
            continue
        told = told or [_("{file}: written in its form", file=file.path)]
        try:
            save(path, text)
        except OSError as error:
            told = [_("{file} is left alone: {reason}", file=file.path, reason=error)]
        for line in told:
            click.echo(line, err=True)


def _chosen(root: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """The content files among those chosen, and any other file that was named."""
    chosen = [path.resolve() for path in paths]
    known = source.find(root)
    yield from (p for p in known if not chosen or any(p.is_relative_to(c) for c in chosen))
    yield from (path for path in chosen if path.is_file() and path not in known)


def _formatted(path: Path, root: Path) -> str | None:
    """The text of a file in its form; None if that is what it has already."""
    file = source.read(path, root)
    if isinstance(file, Problem):
        raise FormattingError(file.what)
    text = formatted(file)
    return text if text.encode() != path.read_bytes() else None


def _outcome(files: int, changed: int, failed: int, check: bool) -> str:
    said = ngettext("{n} file", "{n} files", files)
    if check:
        done = ngettext(
            "{n} is not in its form: run scifi format",
            "{n} are not in their form: run scifi format",
            changed,
        )
    else:
        done = ngettext("{n} changed", "{n} changed", changed)
    left = ngettext("{n} left alone", "{n} left alone", failed) if failed else ""
    return ", ".join(part for part in (said, done, left) if part)
