"""Commands that make something of the content: the site, PDFs, plain pages, tables."""

import os
import subprocess
import sys
from pathlib import Path

import click

from scifi import papers
from scifi.cli.shared import flawless_corpus, tell
from scifi.language import _, ngettext


@click.command()
@click.option("--no-print", is_flag=True, help="Pages only, without PDFs and other papers.")
@click.option("--no-book", is_flag=True, help="Without the whole book and its parts.")
@click.option("--compressed", is_flag=True, help="With .br and .gz beside each file of text.")
@click.option(
    "--engine",
    type=click.Choice(["mkdocs", "properdocs", "zensical"]),
    default="mkdocs",
    help="Another program for the pages, for a trial; Zensical makes no papers.",
)
@click.pass_obj
def build(root: Path, no_print: bool, no_book: bool, compressed: bool, engine: str) -> None:
    """Build the whole site, strictly, into site/; a failed build leaves the last good one."""
    from scifi.build import pipeline

    which = papers.NONE if no_print else papers.NO_BOOK if no_book else papers.ALL
    try:
        said = pipeline.build(root, tell, which, compressed, engine)
    except pipeline.BuildError as error:
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        raise click.ClickException(_("Stopped. The last good site/ is untouched.")) from None
    click.echo(said)


@click.command()
@click.option("--port", default=8000, show_default=True, help="The port of this machine.")
@click.pass_obj
def serve(root: Path, port: int) -> None:
    """Show the site while it is being written: what is saved shows at once."""
    command = [sys.executable, "-m", "scifi.preview", str(root), str(port)]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    # The preview takes the place of this process: whoever stops it stops all of it.
    os.execv(sys.executable, command)


@click.command("print")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), default="a4")
@click.option("--ink-saver", is_flag=True, help="One ink, no tinted areas.")
@click.option("--large", is_flag=True, help="Letters of 18 pt.")
@click.pass_obj
def print_(root: Path, ids: tuple[str, ...], paper: str, ink_saver: bool, large: bool) -> None:
    """
    Set PDFs of the built site into site/print/: all, or those with these IDs.

    An ID is that of a chapter, step, pathway, remedy, case study or part, or "book".
    """
    from scifi.build import lock
    from scifi.build.checked import CACHE
    from scifi.printing import run
    from scifi.printing.style import Style

    corpus = flawless_corpus(root)
    style = Style(paper, ink_saver, large)
    try:
        with lock.alone(root / CACHE / "build.lock", tell):
            printed = run.print_some(root, corpus, ids, style, tell)
    except run.PrintError as error:
        raise click.ClickException(str(error)) from None
    for pdf in printed:
        path = pdf.path.relative_to(root)
        click.echo(ngettext("{path} ({n} page)", "{path} ({n} pages)", pdf.pages, path=path))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def stage(root: Path, folder: Path) -> None:
    """Write the pages as plain Markdown, with a config, into FOLDER for another engine."""
    from scifi.build import stage
    from scifi.build.checked import ERRORS

    try:
        count = stage.stage(root, folder)
    except (*ERRORS, stage.StageError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(
        ngettext(
            "{n} page written to {folder}; build it with: zensical build -f {folder}/mkdocs.yml",
            "{n} pages written to {folder}; build them with: zensical build -f {folder}/mkdocs.yml",
            count,
            folder=folder,
        )
    )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export(root: Path, folder: Path) -> None:
    """Write the open data into FOLDER, in the folders and files that the site has."""
    from scifi.exports import run
    from scifi.settings import site_url
    from scifi.site.pages import Site

    site = Site(flawless_corpus(root), {}, {}, published=site_url(root))
    count = run.write(site, folder)
    click.echo(
        ngettext(
            "{n} file written to {folder}",
            "{n} files written to {folder}",
            count,
            folder=folder,
        )
    )
