"""Lists and tables: what Markdown would swallow is told, what it shows well is left alone."""

import markdown
import pytest
import yaml

from scifi.content.checks import check_all

CHAPTER = "cookbook/example-chapter.md"

SWALLOWED = [
    "What you need:\n- alpha\n- beta",
    "What you need:\n* alpha",
    "What you need:\n1. alpha\n2. beta",
    "What you need:\n| Role | Task |\n|---|---|\n| a | b |",
    "- alpha\n| Role | Task |\n|---|---|\n| a | b |",
    "| Role | Task |\n| a | b |",
    "| Role | Task |\n|---|---|\n| a | b | c |",
    "| Role | Task |\n|---|---|\n| a | b |\nmore",
    "- alpha\n  - beta",
    "1. alpha\n   - beta",
    "- alpha\n    - beta\n      - gamma",
    "• alpha\n• beta",
    "1) alpha\n2) beta",
    "- [ ] alpha",
    "- [x] alpha",
    "~~gone~~",
    "==marked==",
    "> [!TIP]\n> alpha",
    "# Title",
    "Title\n=====",
    "#alpha",
    "[words] (https://example.org/)",
    "    alpha",
]


def broken(root, lines):
    """Whether these lines at the end of the chapter break the rule."""
    path = root / CHAPTER
    path.write_text(path.read_text(encoding="utf-8") + f"\n{lines}\n", encoding="utf-8")
    return "markdown-shape" in {problem.rule for problem in check_all(root).problems}


@pytest.mark.parametrize("lines", SWALLOWED)
def test_what_would_be_swallowed_is_told(root, lines):
    """Each of these is a list, a table or a mark somewhere else."""
    assert broken(root, lines)


@pytest.mark.parametrize(
    "lines",
    [
        "What you need:\n\n- alpha\n- beta",
        "- alpha\n    - beta\n        - gamma",
        "- alpha, which\n  goes on\n- beta",
        "- alpha\n\n    More about it.\n\n- beta",
        "## Section\n- alpha",
        "1. alpha\n2. beta",
        "| Role | Task |\n|:--|--:|\n| a | b \\| c |\n| `a | b` | c |",
        "| Role | Task |\n|---|---|\n| a | |",
        '!!! tip "Ask"\n    - alpha\n    - beta',
        "```\n- alpha\nb | c\n# no title\n  - beta\n```",
        "In 2019 it was 5 - or 6 [@ours]; a == b and a ~ b.",
        "In the year\n2019. Nobody knows [@ours].",
        "Bins (1) and lorries (2) [@ours].",
        "Term\n:   What it means.",
        "> A quotation.",
    ],
)
def test_what_is_shown_as_meant_is_left_alone(root, lines):
    """A rule that cries wolf is switched off."""
    assert not broken(root, lines)


@pytest.fixture(scope="module")
def extensions(project):
    """The extensions of Markdown that the site uses, but those of our own."""
    text = (project / "mkdocs.yml").read_text(encoding="utf-8").split("markdown_extensions:")[1]
    named = yaml.safe_load(text.split("\n\n")[0])
    plain = [next(iter(name)) if isinstance(name, dict) else name for name in named]
    return [*(name for name in plain if not name.startswith("scifi.")), "fenced_code"]


def test_markdown_still_swallows_what_is_told(extensions):
    """Where the engine learns better, the rule may go."""
    shown = [markdown.markdown(text, extensions=extensions) for text in SWALLOWED[:4]]

    assert all("<li>" not in html and "<table>" not in html for html in shown)


def test_a_prose_page_is_looked_at_too(root):
    """Pages of docs/ go through the same Markdown; their front matter does not."""
    page = root / "docs" / "page.md"
    page.parent.mkdir()
    head = "---\ntitle: A page\nparents:\n- title: About\n  url: about/\n---\n"
    page.write_text(f"{head}\nThree things:\n- alpha\n", "utf-8")

    (problem,) = check_all(root).problems

    assert (problem.path, problem.line, problem.rule) == ("docs/page.md", 9, "markdown-shape")
