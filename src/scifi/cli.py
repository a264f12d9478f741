"""The `scifi` command: check content, explain rules, start files, build the site."""

import json
import sys
from pathlib import Path

import click

from scifi import guides, language, papers
from scifi.content.checks import RULES, Report, check_all
from scifi.corpus import Corpus
from scifi.kinds import KINDS
from scifi.language import _, ngettext


def _tell(line: str) -> None:
    """Say how far a long command is, beside its result."""
    click.echo(line, err=True)


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
    try:
        language.use(language.chosen(context.obj))
    except language.LanguageError as error:
        raise click.ClickException(str(error)) from None


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
            raise click.UsageError(
                _("{path} does not exist; give files or folders of content.", path=path)
            )
    report = check_all(root, paths)
    if format_ == "json":
        found = [p.as_dict() for p in [*report.problems, *report.remarks]]
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        for problem in [*report.problems, *report.remarks]:
            click.echo(problem)
        click.echo(_outcome(report), err=True)
    sys.exit(1 if report.problems else 0)


def _outcome(report: Report) -> str:
    if report.remarks and not report.problems:
        return ngettext(
            "{files} checked, nothing wrong, {n} remark",
            "{files} checked, nothing wrong, {n} remarks",
            len(report.remarks),
            files=ngettext("{n} file", "{n} files", report.files),
        )
    if not report.problems:
        return ngettext(
            "{n} file checked, nothing wrong", "{n} files checked, nothing wrong", report.files
        )
    return ngettext(
        "{files} checked, {n} problem",
        "{files} checked, {n} problems",
        len(report.problems),
        files=ngettext("{n} file", "{n} files", report.files),
    )


def _flawless_corpus(root: Path) -> Corpus:
    """The content, for a command that makes something of it; refused while it has problems."""
    report = check_all(root)
    if report.problems:
        raise click.ClickException(
            _("the content has problems; run scifi check and mend them first.")
        )
    return report.corpus


@main.command("rule")
@click.argument("name", required=False)
def explain(name: str | None) -> None:
    """Explain the rule NAME, or list all rules."""
    helps = {rule.name: guides.said(rule.__doc__) for rule in RULES}
    if name is None:
        for known, help_ in helps.items():
            click.echo(f"{known:18} {help_.splitlines()[0]}")
    elif name in helps:
        click.echo(f"{name}\n\n{helps[name]}")
    else:
        raise click.UsageError(
            _(
                'There is no rule "{name}". The rules are: {names}.',
                name=name,
                names=", ".join(helps),
            )
        )


@main.command()
@click.option("--no-print", is_flag=True, help="Pages only, without PDFs and other papers.")
@click.option("--no-book", is_flag=True, help="Without the whole book and its parts.")
@click.pass_obj
def build(root: Path, no_print: bool, no_book: bool) -> None:
    """Build the whole site, strictly, into site/; a failed build leaves the last good one."""
    from scifi.build import pipeline

    which = papers.NONE if no_print else papers.NO_BOOK if no_book else papers.ALL
    try:
        said = pipeline.build(root, _tell, which)
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
    from scifi.printing.style import Style

    corpus = _flawless_corpus(root)
    style = Style(paper, ink_saver, large)
    try:
        printed = run.print_some(root, corpus, ids, style, _tell)
    except run.PrintError as error:
        raise click.ClickException(str(error)) from None
    for pdf in printed:
        path = pdf.path.relative_to(root)
        click.echo(ngettext("{path} ({n} page)", "{path} ({n} pages)", pdf.pages, path=path))


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
        path = new.write_stub(root, kind, id_)
    except new.NewFileError as error:
        raise click.UsageError(str(error)) from None
    click.echo(
        _(
            "{file} is started: fill in the lines marked TODO, then run scifi check.",
            file=path.relative_to(root),
        )
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
        ngettext(
            "{n} page written to {folder}; build it with: zensical build -f {folder}/mkdocs.yml",
            "{n} pages written to {folder}; build them with: zensical build -f {folder}/mkdocs.yml",
            count,
            folder=folder,
        )
    )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export(root: Path, folder: Path) -> None:
    """Write the open data (CSV tables) into FOLDER."""
    from scifi.site import downloads

    tables = downloads.tables(_flawless_corpus(root))
    folder.mkdir(parents=True, exist_ok=True)
    for name, (_title, frame) in tables.items():
        (folder / name).write_text(downloads.csv(frame), encoding="utf-8")
    click.echo(
        ngettext(
            "{n} table written to {folder}",
            "{n} tables written to {folder}",
            len(tables),
            folder=folder,
        )
    )


@main.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Write the JSON Schemas that editors use into data/schemas/."""
    from scifi.content.schema import schemas

    folder = root / "data" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    click.echo(_("{folder} is up to date", folder="data/schemas/"))
