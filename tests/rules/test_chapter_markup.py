"""What a chapter may say and what it may not: content is shown, never run."""

import shutil

import pytest
from mkdocs.utils import markdown_extensions

from scifi.content.checks import check_all

CHAPTER = "cookbook/example-chapter.md"


def rules_broken(root, lines):
    """Names of the rules that the example chapter breaks with these lines at its end."""
    path = root / CHAPTER
    path.write_text(path.read_text(encoding="utf-8") + f"\n{lines}\n", encoding="utf-8")
    return {problem.rule for problem in check_all(root).problems}


@pytest.mark.parametrize(
    "lines",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "<!-- a comment -->",
        "</div>",
        "text <javascript:alert(1)> text",
        "[a](javascript:alert(1))",
        "[a](JavaScript:alert(1))",
        "[a]( javascript:alert(1))",
        "[a](<javascript:alert(1)>)",
        "[a](\njavascript:alert(1))",
        "[a](vbscript:alert)",
        "[a](data:text/html,hello)",
        "![a](data:image/svg+xml;base64,PHN2Zz4=)",
        "[a](file:///etc/passwd)",
        "[a][b]\n\n[b]: javascript:alert",
        "[a][b]\n\n[b]:\n  javascript:alert",
        "[a](&#106;avascript:alert(1))",
        "[a](java&Tab;script:alert)",
        "## Title {: #other }",
        "## Title { #other }",
        "## Title { .big }",
        '## Title { onclick="alert(1)" }',
        '## Title { hidden onclick="alert(1)" }',
        "## Title { x onclick=alert }",
        '## Title { ONCLICK="alert(1)" }',
        '[a](https://example.org/){ x onmouseover="alert(1)" }',
        '*a*{ x style="position:fixed" }',
        '--8<-- "macros.py"',
    ],
)
def test_markup_that_could_act_in_a_browser_is_refused(root, lines):
    """No tag, no attribute, no script behind a link gets from a contribution to a reader."""
    assert "chapter-markup" in rules_broken(root, lines)


def test_a_picture_from_another_host_is_refused(root):
    """Readers' browsers are not sent to a third party: the privacy page promises it."""
    assert "chapter-markup" in rules_broken(root, "![a](https://example.org/counting-pixel.gif)")


@pytest.mark.parametrize(
    "lines",
    [
        '{% include "macros.py" %}',
        '{% set a = "b" %}',
        "{% raw %}hidden{% endraw %}",
        "{# hidden #}",
        "{{ config }}",
        "{{ config.site_dir }}",
        "{{ count.__globals__ }}",
        '{{ count("casestudy")|safe }}',
        '{{ count("casestudy") if 1 else "" }}',
        '{{ count(kind="casestudy") }}',
        '{{ count(*["casestudy"]) }}',
        "{{ count(kind) }}",
        '{{ count("case" "study") + 1 }}',
        '{{ self.count("casestudy") }}',
        '{{ "casestudy" }}',
        '{{ count("casestudy"',
        "{{",
        "{{ }}",
        '{{ listing("pathway") }}',
        '{{ count("axes") }}',
        '{{ chart("no-such-chart") }}',
        '{{ remedies("no-such-remedy") }}',
        '{{ steps("plan", "no-such-step") }}',
    ],
)
def test_braces_that_are_no_plain_call_are_refused(root, lines):
    """Only the macros made for chapters run, with names of things that exist."""
    assert "chapter-macros" in rules_broken(root, lines)


@pytest.fixture
def page(root, project):
    """A prose page of the smallest knowledge base, beside the macros of the project."""
    shutil.copy(project / "macros.py", root)
    (root / "docs" / "about").mkdir(parents=True)
    return root / "docs" / "about" / "page.md"


@pytest.mark.parametrize(
    "lines",
    [
        '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
        "---\ntitle: A {{ config }}\n---\n",
        "{{ config.plugins }}",
        "{{ context() }}",
        '{{ count("casestudy").__class__ }}',
        '{{{ count("casestudy") }}}',
        '{{ listing("pathway")|attr("x") }}',
        '{% include "mkdocs.yml" %}',
        "{# hidden #}",
        "{{\nconfig }}",
        '{{ remedies("no-such-remedy") }}',
        "{{ no_such_macro() }}",
        "{{ define_env() }}",
    ],
)
def test_a_prose_page_runs_no_program_either(root, page, lines):
    """A page in docs/ may come from a stranger as well; its braces are calls or mistakes."""
    page.write_text(f"A page.\n\n{lines}\n", encoding="utf-8")

    found = {(problem.path, problem.rule) for problem in check_all(root).problems}

    assert found == {("docs/about/page.md", "chapter-macros")}


def test_a_prose_page_may_call_every_macro(root, page, macro_calls):
    """What the authors' guide lists passes, and so do an anchor and a text for screens."""
    calls = "\n\n".join(f"{{{{ {call} }}}}" for call in macro_calls)
    page.write_text(f"# Title {{ #its-anchor }}\n\nText\n{{ .screen-only }}\n\n{calls}\n")

    assert check_all(root).problems == []


def test_every_ending_of_a_page_is_read(root, page):
    """MkDocs takes five endings for Markdown, and so does the check."""
    for suffix in markdown_extensions:
        page.with_name(f"{suffix[1:]}{suffix}").write_text("{{ config }}\n", encoding="utf-8")

    assert len(check_all(root).problems) == len(markdown_extensions) == 5


@pytest.mark.parametrize(
    "call", ["{{ chart() }}", "{{ count() }}", '{{ count("casestudy", "city") }}']
)
def test_a_call_with_too_few_or_too_many_names_is_refused(root, call):
    """The author reads it with a line from the check, not as a Python error from the build."""
    assert "chapter-macros" in rules_broken(root, call)


@pytest.mark.parametrize(
    "lines",
    [
        "[a](https://example.org/page_(x)) and [b](http://example.org/)",
        "[a](../about/evidence.md) and [b](../aid-kit/) and [c](#recipe)",
        "[a](example-chapter.md#recipe)",
        "![a map](../assets/map.svg)",
        "[a][b]\n\n[b]: https://example.org/",
        "**Bold**, *slanted* and `code`",
        "| Role | Task |\n|---|---|\n| buyer | asks [@ours] |",
        '!!! tip "Ask first"\n    Then buy.',
        "A bin costs less than a lorry: a < b, R&D, \"quotes\" and 'quotes'.",
        "> A quotation.",
        "AT&T; stands for itself [@ours].",
        "A sentence with 53 in it has a receipt [@ours].",
        "Years such as 2019 as well [@example-recipe].",
        "1. First do this.\n2. Then do that.",
        "{{ casestudies() }}",
        '{{ casestudies("example-bins", "example-bins") }}',
        "{{ remedies('example-no-bids') }} and {{steps(\"plan\")}}",
        '{{ indicators("example-collections") }}',
        '{{ obstacles("example-silos") }}',
        '{{ count("result") }} and {{ count("source") }}',
        '{{ chart("pathway-map") }}',
    ],
)
def test_plain_markdown_and_plain_calls_are_fine(root, lines):
    """What an author needs in a chapter is not taken for an attack."""
    assert rules_broken(root, lines) == set()


@pytest.mark.parametrize(
    "lines",
    [
        "It costs 53 euros.",
        "It takes 3 weeks. Nobody knows why [@ours].",
        "- A list item with 53",
        "| Bins | 53 |",
        "In 2019 it rained.",
        "Half of it, 50 per cent, is gone.",
    ],
)
def test_a_number_without_a_receipt_in_its_sentence_is_refused(root, lines):
    """Every number in a chapter leads somewhere; the next sentence does not count."""
    assert rules_broken(root, lines) == {"number-receipt"}
