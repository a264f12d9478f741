"""The command that tells a change in words."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from scifi.content import migrations
from scifi.content.checks import Report, check_all
from scifi.content.checks.ages import today


@click.command("changes")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", required=False)
@click.option("--all", "whole", is_flag=True, help="Every entry and every point, however many.")
@click.option("--note", "as_note", is_flag=True, help="As the draft of a note for data/changes/.")
@click.pass_obj
def changes(root: Path, old: str, new: str | None, *, whole: bool, as_note: bool) -> None:
    """
    Tell in words what changes from OLD to NEW, two revisions or tags of git.

    Which entries are new, changed, renamed and gone; which numbers, grades and verdicts are
    others. Without NEW: from OLD to the files as they are now. Exit status: 0 told, 1 git knows
    no such revision.
    """
    from scifi.changes import revisions
    from scifi.changes.account import account
    from scifi.changes.note import note
    from scifi.changes.telling import told

    try:
        before = revisions.commit(root, old)
        after = revisions.commit(root, new) if new else None
    except revisions.RevisionError as error:
        raise click.ClickException(str(error)) from None
    day = revisions.day(root, after) if after else today()

    def checked(revision: str) -> Report:
        # Both states are judged on one day, so that no entry grows old by the change.
        with TemporaryDirectory() as folder:
            there = revisions.files_of(root, revision, Path(folder))
            migrations.migrate(there)
            return check_all(there, day=day)

    now = checked(after) if after else check_all(root, day=day)
    said = account(checked(before), now, revisions.changed_files(root, before, after))
    click.echo(note(said, day) if as_note else told(said, whole=whole), nl=False)


diff = click.Command(
    "diff", callback=changes.callback, params=changes.params, help=changes.help, hidden=True
)
"""The name that the command had before."""
