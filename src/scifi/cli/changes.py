"""The command that tells a change in words."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from scifi.content.checks import Report, check_all
from scifi.content.checks.ages import today


@click.command("diff")
@click.argument("before", metavar="BASE")
@click.argument("after", metavar="[HEAD]", required=False)
@click.pass_obj
def diff(root: Path, before: str, after: str | None) -> None:
    """
    Tell in words what changes from BASE to HEAD, two revisions of git.

    Without HEAD: from BASE to the files as they are now. Exit status: 0 told, 1 git knows no such
    revision.
    """
    from scifi.changes import revisions
    from scifi.changes.account import account
    from scifi.changes.telling import told

    try:
        old = revisions.commit(root, before)
        new = revisions.commit(root, after) if after else None
    except revisions.RevisionError as error:
        raise click.ClickException(str(error)) from None
    day = revisions.day(root, new) if new else today()

    def checked(revision: str) -> Report:
        # Both states are judged on one day, so that no entry grows old by the change.
        with TemporaryDirectory() as folder:
            return check_all(revisions.files_of(root, revision, Path(folder)), day=day)

    now = checked(new) if new else check_all(root, day=day)
    files = revisions.changed_files(root, old, new)
    click.echo(told(account(checked(old), now, files)), nl=False)
