"""Every rule, macro and command is explained where people look for it."""

import inspect
import re

import click
import pytest
from bs4 import BeautifulSoup

from scifi.cli import main
from scifi.content.checks import RULES

COMMANDS = sorted(name for name, command in main.commands.items() if not command.hidden)


@pytest.fixture(scope="module")
def page(project):
    """`page("about/rules/")`: a page of the built site as a tree."""
    return lambda url: BeautifulSoup(
        (project / "site" / url / "index.html").read_text(encoding="utf-8"), "html.parser"
    )


def words(text):
    """A text with its lines joined and the marks of code left out."""
    return " ".join(text.replace("`", "").split())


def test_the_rules_page_explains_every_rule(page):
    """What holds, why, and how to mend it: the whole help of each, under its name."""
    tree = page("about/rules/")
    shown = {
        fold.h2["id"]: words(" ".join(p.get_text() for p in fold.select(".rule p")))
        for fold in tree.select("details:has(> .rule)")
    }

    assert shown == {rule.name: words(inspect.getdoc(rule)) for rule in RULES}


def test_the_rules_page_has_no_rule_without_why_and_fix(page):
    """A reader of the page is never left with a bare "no"."""
    for help_ in page("about/rules/").select("div.rule"):
        assert re.search(r"Why: \w+", help_.get_text()), help_
        assert re.search(r"Fix: \w+", help_.get_text()), help_


def test_the_writing_page_explains_every_macro(page, project):
    """The authors' guide holds the docstring of each macro in macros.py, with its call."""
    source = (project / "macros.py").read_text(encoding="utf-8")
    guides = dict(
        re.findall(r'@env\.macro\n    def (\w+)\([^)]*\):\n        """(.*?)"""', source, re.S)
    )
    tree = page("about/writing/")

    shown = {dt.get_text(): words(dt.find_next("dd").get_text()) for dt in tree.select("main dt")}

    assert len(guides) == source.count("@env.macro")
    assert shown == {name: words(guide) for name, guide in guides.items()}
    assert all(f"{{{{ {name}(" in guide for name, guide in shown.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name, scifi):
    """`scifi NAME --help` begins with a sentence."""
    command = main.commands[name]
    shown = scifi(name, "--help")

    assert shown.exit_code == 0
    assert re.match(r"[A-Z].{10,}", inspect.getdoc(command.callback) or "")
    assert words(inspect.getdoc(command.callback).split("\n\n")[0]) in words(shown.output)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_overview_lists_every_command(name, scifi):
    """`scifi --help` shows each with the beginning of its help."""
    shown = scifi("--help").output

    assert re.search(rf"^  {name} +[A-Z]", shown, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name, project):
    """Who reads only the README knows what the program can do."""
    readme = (project / "README.md").read_text(encoding="utf-8")

    assert re.search(rf"\bscifi {name}\b", readme)


def test_every_option_is_explained_or_explains_itself():
    """An option without a word of help has at least its choices."""
    for name, command in main.commands.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help or isinstance(parameter.type, click.Choice), (name, parameter)


@pytest.mark.parametrize("name", ["site", "serve", "test", "check", "bench"])
def test_the_readme_names_every_make_target(name, project):
    """What the Makefile offers can be found without reading it."""
    readme = (project / "README.md").read_text(encoding="utf-8")
    makefile = (project / "Makefile").read_text(encoding="utf-8")

    assert re.search(rf"^{name}:", makefile, re.MULTILINE)
    assert f"make {name}" in readme
