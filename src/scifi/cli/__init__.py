"""
The `scifi` command: check content, explain rules, start files, build the site.

Each module here holds the commands of one purpose; `COMMANDS` lists them all.
"""

from pathlib import Path

import click

from scifi import language
from scifi.cli import answers, assistants, changes, content, form, imports, shared, site


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
    shared.spell_what_cannot_be_shown()
    context.obj = root.resolve()
    try:
        language.use(language.chosen(context.obj))
    except language.LanguageError as error:
        raise click.ClickException(str(error)) from None


COMMANDS = (
    content.check,
    content.explain,
    content.new,
    content.schema,
    form.format_,
    site.build,
    site.serve,
    site.print_,
    site.stage,
    site.export,
    answers.apply,
    answers.ask,
    imports.import_,
    changes.changes,
    changes.diff,
    assistants.mcp,
)
ANYWHERE = (content.explain, assistants.mcp)
"""Those that need no project; all others refuse to run outside one."""

for command in COMMANDS:
    main.add_command(command if command in ANYWHERE else shared.in_project(command))
