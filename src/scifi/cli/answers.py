"""Commands for what readers know: put an answer into its file, print the questions for a city."""

import sys
from pathlib import Path

import click

from scifi.cli.shared import flawless_corpus
from scifi.contact import ContactError
from scifi.content.problem import nearest
from scifi.corpus import Corpus
from scifi.folding import fold
from scifi.language import _
from scifi.model import City


@click.command()
@click.argument("answer", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--keep", is_flag=True, help="Change the file even if the check finds problems.")
@click.pass_obj
def apply(root: Path, answer: Path, keep: bool) -> None:
    """
    Put a reader's ANSWER into the file that it is about, and check the file.

    No other byte of the file changes. If the check finds problems, the file stays as it was.
    """
    from scifi.content.answers import applying, reading

    try:
        done = applying.apply(root, reading.read(answer), keep=keep)
    except reading.AnswerError as error:
        raise click.ClickException(str(error)) from None
    for problem in done.problems:
        click.echo(problem)
    file = done.path.relative_to(root)
    if done.kept:
        for field in done.values:
            click.echo(_("{file}: {field} is filled in", file=file, field=field))
    else:
        click.echo(_("{file} is as it was; mend the answer, or use --keep.", file=file), err=True)
    for line in done.told:
        click.echo(line)
    sys.exit(1 if done.problems else 0)


@click.command()
@click.argument("city")
@click.pass_obj
def ask(root: Path, city: str) -> None:
    """
    Write the open questions for CITY (its name or id) as PDF and DOCX into this folder.

    They are one page: those whose answers would change most. It says how many more there are.
    Files that exist already are left alone: the new ones get a number.
    """
    from scifi.printing import questions

    corpus = flawless_corpus(root)
    try:
        files = questions.files(root, corpus, _city(corpus, city))
    except (questions.PrintError, ContactError) as error:
        raise click.ClickException(str(error)) from None
    for ending, content in files.items():
        click.echo(_written(f"questions-{_city(corpus, city).id}", ending, content))


def _city(corpus: Corpus, name: str) -> City:
    wanted = fold(name)
    for city in corpus.cities:
        if wanted in (city.id, fold(city.title)):
            return city
    known = [text for city in corpus.cities for text in (city.id, city.title)]
    raise click.UsageError(_('There is no city "{name}".', name=name) + " " + nearest(name, known))


def _written(name: str, ending: str, content: bytes) -> str:
    """Write a file that is not there yet, and give its name."""
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    for free in names:
        try:
            with Path(free + ending).open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return free + ending
    raise click.ClickException(_("There are too many files called {name} here.", name=name))
