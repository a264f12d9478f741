"""Every rule can be asked for its help, and the help says why and how to mend it."""

import inspect
import re

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from scifi import guides, language
from scifi.content.checks import RULES

NAMES = [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_a_rule_says_what_holds_then_why_then_how_to_mend_it(rule):
    """The docstring is the help page: a sentence, `Why:` and `Fix:`, each with words."""
    own = rule.__doc__ or ""
    help_ = inspect.cleandoc(own)

    assert re.match(r"[A-Z].+\.", help_.split("\n\n")[0].replace("\n", " "))
    assert re.search(r"\n\nWhy: \S+( |\n)\S+", help_)
    assert re.search(r"\n\nFix: \S+( |\n)\S+", help_)
    assert help_.index("Why:") < help_.index("Fix:")


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_scifi_rule_shows_the_help_of_a_rule(rule, scifi):
    """The name in brackets behind a problem leads to its explanation."""
    shown = scifi("rule", rule.name)

    assert shown.exit_code == 0
    assert shown.output == f"{rule.name}\n\n{inspect.getdoc(rule)}\n"


def test_scifi_rule_without_a_name_lists_every_rule(scifi):
    """One line a rule: its name and what holds."""
    lines = scifi("rule").output.splitlines()

    assert [line.split()[0] for line in lines] == NAMES
    assert all(re.search(r" [A-Z]", line) for line in lines)


def test_rule_names_are_distinct_words_joined_by_hyphens():
    """A name can be typed, searched for and linked to."""
    assert len(set(NAMES)) == len(NAMES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in NAMES)


def test_a_problem_names_a_rule_that_exists(root, scifi):
    """Problems found while reading point to a help page too."""
    (root / "data/windows/a.yml").write_text("a: 1\na: 2\nb: NO\n", encoding="utf-8")
    (root / "data/windows/b.txt").write_text("a", encoding="utf-8")
    (root / "data/windows/C.yml").write_text("a: [", encoding="utf-8")

    shown = scifi("check", root=root).output

    named = set(re.findall(r"^\S+:\d+:\d+: .* \[([a-z-]+)\]$", shown, re.MULTILINE))
    assert len(named) >= 3
    assert named <= set(NAMES)


@pytest.fixture(scope="module")
def catalogued(project):
    """Every text of the rules and macros that a translator is given."""
    with (project / "src/scifi/locale/babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    folder = project / "src/scifi/content/checks"
    found = extract_from_dir(
        project, methods, options, directory_filter=lambda f: folder.is_relative_to(f)
    )
    return {message for _, _, message, _, _ in found}


def test_the_help_of_every_rule_and_macro_can_be_translated(catalogued, project):
    """Each paragraph of a docstring that a page shows is a text of the catalogue."""
    macros = guides.macros(project / "macros.py")
    helps = [inspect.getdoc(rule) for rule in RULES] + list(macros.values())

    assert len(macros) > 10
    assert {text for help_ in helps for text in help_.split("\n\n")} <= catalogued


def test_help_is_shown_in_the_language_of_the_site():
    """Words are translated, calls in braces and the paragraphs stay."""
    language.use(language.ACCENTED)
    try:
        said = guides.said("""Cards: `{{ steps("plan") }}`.

        Why: so.
        """)
    finally:
        language.use("en")

    assert said == 'Çåŕđš: `{{ steps("plan") }}`.\n\nŴĥý: šö.'
