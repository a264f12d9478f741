"""The command that takes in other people's records."""

import sys
from pathlib import Path

import click

from scifi.content.checks import check_all
from scifi.content.checks.reading import Finished
from scifi.language import _, ngettext


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be taken.")
@click.pass_obj
def import_(root: Path, file: Path, *, dry_run: bool) -> None:
    """
    Take in a spreadsheet or a CORDIS record as drafts of case studies.

    FILE is .csv, .xlsx or .ods with the columns of our open data, a series of numbers by year, or
    a project record of CORDIS (.json, .xml). What is doubtful is marked TODO with the reason; no
    file that is there is changed. Exit status: 0 something was taken, 1 nothing could be.
    """
    from scifi.imports.drafts import write
    from scifi.imports.errors import ImportFileError
    from scifi.imports.taking import take

    try:
        taken = take(file, check_all(root).corpus)
    except ImportFileError as error:
        raise click.ClickException(_("{file}: {error}", file=file, error=error)) from None
    for sentence in taken.told:
        click.echo(" ".join(sentence.split()))
    drafts = taken.drafts.values()
    for draft in [] if dry_run else drafts:
        if path := write(root, draft):
            _tell(root, path)
        else:
            click.echo(_("{id} is left out: its file is there already.", id=draft.id))
    if dry_run:
        click.echo(
            ngettext("{n} draft would be written", "{n} drafts would be written", len(drafts))
        )
    sys.exit(0 if taken.drafts else 1)


def _tell(root: Path, path: Path) -> None:
    """How many places of a draft are open, and what else the check says of it."""
    problems = check_all(root, [path]).problems
    todo = sum(problem.rule == Finished.name for problem in problems)
    name = path.relative_to(root).as_posix()
    click.echo(
        ngettext(
            "{file} is written: {n} line is marked TODO, then run scifi check.",
            "{file} is written: {n} lines are marked TODO, then run scifi check.",
            todo,
            file=name,
        )
    )
    for problem in problems:
        if problem.rule != Finished.name:
            click.echo(problem)
