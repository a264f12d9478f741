"""The `scifi` command: check content, explain rules, start files, build the site."""

import inspect
import json
import sys
from pathlib import Path

import click

from scifi.content.checks import RULES, check_all
from scifi.kinds import KINDS


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The project folder (where mkdocs.yml is).",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check, build and extend the SCIFI cookbook."""
    context.obj = root.resolve()


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def check(root: Path, paths: tuple[Path, ...], format_: str) -> None:
    """
    Check content files: all of them, or those at PATHS.

    Exit status: 0 nothing wrong, 1 problems found, 2 the command was misused.
    """
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"{path} does not exist; give files or folders of content.")
    report = check_all(root, paths)
    if format_ == "json":
        click.echo(json.dumps([p.as_dict() for p in report.problems], indent=2, ensure_ascii=False))
    else:
        for problem in report.problems:
            click.echo(problem)
        count = len(report.problems)
        said = "nothing wrong" if not count else f"{count} problem{'s' * (count > 1)}"
        click.echo(f"{report.files} files checked, {said}", err=True)
    sys.exit(1 if report.problems else 0)


@main.command()
@click.argument("name", required=False)
def rule(name: str | None) -> None:
    """Explain the rule NAME, or list all rules."""
    if name is None:
        for each in RULES:
            first = (inspect.getdoc(each) or "").splitlines()[0]
            click.echo(f"{each.name:18} {first}")
        return
    for each in RULES:
        if each.name == name:
            click.echo(f"{each.name}\n\n{inspect.getdoc(each)}")
            return
    known = ", ".join(each.name for each in RULES)
    raise click.UsageError(f'There is no rule "{name}". The rules are: {known}.')


@main.command()
@click.pass_obj
def build(root: Path) -> None:
    """Build the whole site, strictly, into site/; a failed build leaves the last good one."""
    from scifi.build import pipeline

    try:
        said = pipeline.build(root, lambda line: click.echo(line, err=True))
    except pipeline.BuildError as error:
        raise click.ClickException(str(error)) from None
    click.echo(said)


@main.command("print")
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
    from scifi.printing import run
    from scifi.printing.editions import Style

    report = check_all(root)
    if report.problems:
        raise click.ClickException("the content has problems; run scifi check and mend them first.")
    style = Style(paper, ink_saver, large)
    try:
        printed = run.print_some(
            root, report.corpus, ids, style, lambda line: click.echo(line, err=True)
        )
    except run.PrintError as error:
        raise click.ClickException(str(error)) from None
    for one in printed:
        click.echo(f"{one.path.relative_to(root)} ({one.pages} pages)")


@main.command()
@click.argument("kind", type=click.Choice(sorted(KINDS)))
@click.argument("id_", metavar="ID")
@click.pass_obj
def new(root: Path, kind: str, id_: str) -> None:
    """
    Start a file of KIND named ID, with every field and its help.

    The lines marked TODO are what `scifi check` will ask for.
    """
    from scifi.content import new

    try:
        path = new.start(root, kind, id_)
    except new.StartError as error:
        raise click.UsageError(str(error)) from None
    click.echo(
        f"{path.relative_to(root)} is started: fill in the lines marked TODO, then run scifi check."
    )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def stage(root: Path, folder: Path) -> None:
    """Write the pages as plain Markdown, with a config, into FOLDER for another engine."""
    from scifi.build import stage
    from scifi.build.checked import ContentError

    try:
        count = stage.stage(root, folder)
    except (ContentError, stage.StageError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(
        f"{count} pages written to {folder}; build them with: zensical build -f {folder}/mkdocs.yml"
    )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export(root: Path, folder: Path) -> None:
    """Write the open data (CSV tables) into FOLDER."""
    from scifi.site import downloads

    report = check_all(root)
    if report.problems:
        raise click.ClickException("the content has problems; run scifi check and mend them first.")
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, (_, frame) in downloads.tables(report.corpus).items():
        (folder / name).write_text(downloads.csv(frame), encoding="utf-8")
        written += 1
    click.echo(f"{written} tables written to {folder}")


@main.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Write the JSON Schemas that editors use into data/schemas/."""
    from scifi.content.schema import schemas

    folder = root / "data" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    click.echo("data/schemas/ is up to date")
