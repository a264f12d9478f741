"""What commands say while they run, and the content that most of them need."""

import sys
from functools import wraps
from io import TextIOWrapper
from pathlib import Path

import click

from scifi.content.checks import check_all
from scifi.corpus import Corpus
from scifi.language import _

SETTINGS = "mkdocs.yml"
"""The file that tells a project folder from others."""


def in_project(command: click.Command) -> click.Command:
    """A command that refuses to run outside a project: nothing there is not nothing wrong."""
    run = command.callback
    assert run

    @wraps(run)
    def checked(*arguments: object, **options: object) -> object:
        root: Path = click.get_current_context().find_root().obj
        if not (root / SETTINGS).is_file():
            raise click.UsageError(_elsewhere(root))
        return run(*arguments, **options)

    command.callback = checked
    return command


def _elsewhere(root: Path) -> str:
    """What to do in a folder that is no project."""
    above = next((folder for folder in root.parents if (folder / SETTINGS).is_file()), None)
    if above:
        return _(
            "{folder} is a part of the project; run the command in {above}.",
            folder=root,
            above=above,
        )
    return _(
        "There is no {file} in {folder}: go to the project folder, or name it with --root.",
        file=SETTINGS,
        folder=root,
    )


def spell_what_cannot_be_shown() -> None:
    """Letters that a terminal's code page lacks are written as escapes, such as \\u20ac."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def tell(line: str) -> None:
    """Say how far a long command is, beside its result."""
    click.echo(line, err=True)


def flawless_corpus(root: Path) -> Corpus:
    """The content, for a command that makes something of it; refused while it has problems."""
    report = check_all(root)
    if report.problems:
        raise click.ClickException(
            _("the content has problems; run scifi check and mend them first.")
        )
    return report.corpus
