"""What commands say while they run, and the content that most of them need."""

from pathlib import Path

import click

from scifi.content.checks import check_all
from scifi.corpus import Corpus
from scifi.language import _


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
