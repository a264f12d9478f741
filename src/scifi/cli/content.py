"""Commands on content: check it, explain a rule, start a file, write the schemas."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from scifi import guides
from scifi.cli import form
from scifi.cli.changed import UnknownChangesError, changed, gone
from scifi.cli.reports import FORMATS
from scifi.content import source
from scifi.content.checks import RULES, Report, check_all
from scifi.content.checks.moved import Redirects
from scifi.kinds import KINDS
from scifi.language import _, ngettext
from scifi.redirects import FILE


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text")
@click.option(
    "--changed",
    "base",
    is_flag=False,
    flag_value="",
    metavar="[BRANCH]",
    help="Only files that differ from BRANCH, by default the main branch, as git knows it.",
)
@click.option("--fix", is_flag=True, help="First mend what can only mean one thing, and say so.")
@click.pass_obj
def check(
    root: Path, paths: tuple[Path, ...], format_: str, base: str | None, *, fix: bool
) -> None:
    """
    Check content files: all of them, or those at PATHS.

    Exit status: 0 nothing wrong, 1 problems found, 2 the command was misused.
    """
    for path in paths:
        if not path.exists():
            raise click.UsageError(
                _("{path} does not exist; give files or folders of content.", path=path)
            )
        if not _is_content(root, path.resolve()):
            raise click.UsageError(_("{path} holds no content, so nothing was checked.", path=path))
    if fix:
        form.mend(root, paths if base is None else _changed_paths(root, base))
    report = check_all(root, paths)
    if not report.files:
        raise click.UsageError(
            _("There is no content below {folder}: nothing was checked.", folder=root)
        )
    if base is not None:
        report = _only_changed(report, root, base)
    said = FORMATS[format_]([*report.problems, *report.remarks])
    if said:
        click.echo(said)
    idle = base is not None and not (report.files or report.problems)
    click.echo(_("no content file changed") if idle else _outcome(report), err=True)
    sys.exit(1 if report.problems else 0)


def _changed_paths(root: Path, base: str) -> list[Path]:
    try:
        return [root / name for name in changed(root, base)]
    except UnknownChangesError as error:
        raise click.UsageError(str(error)) from None


def _only_changed(report: Report, root: Path, base: str) -> Report:
    """
    The report on files that changed, and on those of the main branch that are gone.

    Of others that are wrong, perhaps because of it, a word.
    """
    try:
        names = changed(root, base)
        lost = Redirects.missing(gone(root, base), report.corpus.redirects)
    except UnknownChangesError as error:
        raise click.UsageError(str(error)) from None
    files = {*source.find(root), *source.find_pages(root), root / FILE}
    problems = [problem for problem in report.problems if problem.path in names]
    others = len(report.problems) - len(problems)
    if others:
        click.echo(
            ngettext(
                "{n} problem stands in files that did not change: scifi check shows it",
                "{n} problems stand in files that did not change: scifi check shows them",
                others,
            ),
            err=True,
        )
    return replace(
        report,
        problems=sorted([*problems, *lost]),
        remarks=[remark for remark in report.remarks if remark.path in names],
        files=sum(path.relative_to(root).as_posix() in names for path in files),
    )


def _is_content(root: Path, path: Path) -> bool:
    """Whether a path is a file, checked wherever it lies, or a folder with files to check."""
    files = [*source.find(root), *source.find_strays(root), *source.find_pages(root)]
    return path.is_file() or any(file.is_relative_to(path) for file in files)


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


@click.command("rule")
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


@click.command()
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


@click.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Write the JSON Schemas that editors use into data/schemas/."""
    from scifi.content.schema import known_ids, schemas

    folder = root / "data" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas(known_ids(root)).items():
        (folder / name).write_text(text, encoding="utf-8")
    click.echo(_("{folder} is up to date", folder="data/schemas/"))
