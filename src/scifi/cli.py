"""The `scifi` command: check content, explain rules, start files, build the site."""

import json
import sys
from pathlib import Path

import click

from scifi.checks import RULES, check_all


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
    import inspect

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
