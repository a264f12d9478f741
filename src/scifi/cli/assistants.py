"""The door for assistants."""

from pathlib import Path

import click


@click.command()
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder that holds api/v1/, such as a built site; without it, site/ of the project.",
)
@click.pass_obj
def mcp(root: Path, site: Path | None) -> None:
    """
    Answer the questions of an assistant from a built site (Model Context Protocol, over stdio).

    It reads the files below api/v1/ and nothing else; it asks no other computer and keeps nothing.
    """
    from scifi.assistants import door
    from scifi.assistants.shelf import Shelf, ShelfError

    try:
        door.open_door(Shelf(site or root / "site"))
    except (ShelfError, door.DoorError) as error:
        raise click.ClickException(str(error)) from None
