"""Code that one can read: no line that scrolls, no function over a screen, no bare text."""

import ast
import re
import subprocess

import pytest
from jinja2.lexer import TOKEN_DATA

from scifi.site.views.render import environment

LONGEST_LINE = 120
"""Letters in a line of any hand-written file; ruff holds Python to 100."""

LONGEST_FUNCTION = 60
"""Lines of a function, its docstring included."""

CODE = {".py", ".js", ".mjs", ".css", ".html", ".typ", ".cfg", ".toml"}


@pytest.fixture(scope="module")
def hand_written(project):
    """Every file of code in the repository, by its path."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=project, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    return {
        name: project / name
        for name in listed
        if name and (project / name).suffix in CODE and (project / name).is_file()
    }


def test_no_line_is_longer_than_a_window(hand_written):
    """Templates, scripts, style sheets and page settings too."""
    long = [
        f"{name}:{number}"
        for name, path in hand_written.items()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]

    assert long == []


def test_no_function_is_longer_than_a_screen(hand_written):
    """What needs more has two things to say; scripts are held to it by their linter."""
    long = [
        f"{name}: {function.name} ({lines})"
        for name, path in hand_written.items()
        if path.suffix == ".py"
        for function in functions(ast.parse(path.read_text(encoding="utf-8")))
        if (lines := own_lines(function)) > LONGEST_FUNCTION
    ]

    assert long == []


def functions(tree):
    """Every function below a node."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def own_lines(function):
    """Lines of a function without those of functions inside it."""
    inner = [f for node in ast.iter_child_nodes(function) for f in functions(node)]
    within = {line for f in inner for line in range(f.lineno, f.end_lineno + 1)}
    return len(set(range(function.lineno, function.end_lineno + 1)) - within)


WORD = re.compile(r"[A-Za-z]{2,}")


def bare_words(source: str) -> list[str]:
    """Text of a template that stands between tags, outside any expression."""
    # An expression leaves a mark, so that attributes that hold one stay attributes.
    data = "".join(
        value if token == TOKEN_DATA else "\0" if token.endswith("_begin") else ""
        for _, token, value in environment().lex(source)
    )
    text = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>", " ", data, flags=re.S | re.I)
    # A macro may hold attributes for a tag.
    text = re.sub(r'\b[a-z-]+="[^"]*"|\bdata-[a-z-]+', " ", text)
    text = re.sub(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", "\n", text)
    return [word for line in text.split("\n") if (word := line.replace("\0", " ").strip())]


ALLOWED = {"SCIFI", "cookbook", "SCIFI cookbook", "CSV", "PDF", "(SVG)"}
"""Names that are the same in every language."""


def test_no_template_holds_bare_text(project):
    """Every word of a template passes through the catalogue."""
    folders = ("src/scifi/site/templates", "src/scifi/printing/ebook/templates", "theme")
    bare = {}
    paths = [path for folder in folders for path in sorted((project / folder).rglob("*.*html"))]
    for path in paths:
        words = [
            text
            for text in bare_words(path.read_text(encoding="utf-8"))
            if WORD.search(text) and text not in ALLOWED
        ]
        if words:
            bare[path.name] = words

    assert bare == {}


def test_bare_text_is_found():
    """The test above can fail."""
    source = '<p class="{{ a }}">Plain {{ _("Said") }}</p><img alt="{{ x }}">'

    assert bare_words(source) == ["Plain"]


IN_SCRIPT = re.compile(
    r"""(?P<tag>(?:^|\s)(?:h\("[a-z0-9]+",[^\n]*,\s*|textContent\s*=\s*))["'`](?P<text>[A-Z][^"'`]*)"""
)


def test_no_script_writes_bare_text(hand_written):
    """What a script puts on the page comes from the catalogue."""
    bare = [
        f"{name}: {match['text']}"
        for name, path in hand_written.items()
        if name.startswith("frontend/scripts/")
        for match in IN_SCRIPT.finditer(path.read_text(encoding="utf-8"))
    ]
    bare += [
        f"{name}: {text}"
        for name, path in hand_written.items()
        if name.startswith("frontend/scripts/")
        for view in views(path.read_text(encoding="utf-8"))
        for text in bare_words(view)
        if WORD.search(text) and text not in ALLOWED
    ]

    assert bare == []


PIECE = re.compile(
    r"""//[^\n]*|/\*.*?\*/|/(?:[^/\\\s]|\\.)+/|(?P<q>["'])(?:\\.|(?!(?P=q)).)*(?P=q)|(?:html)?`|.""",
    re.S,
)
"""A comment, a pattern or a string of a script, the sign of a template, or any other letter."""


def views(source: str) -> list[str]:
    """The text of every view of a script without its expressions; one inside another is apart."""
    found = []

    def template(place: int, is_view: bool) -> int:
        text = ""
        while source[place] != "`":
            inside = source.startswith("${", place)
            text += " " if inside else source[place]
            place = code(place + 2) if inside else place + 1
        if is_view:
            found.append(text)
        return place + 1

    def code(place: int) -> int:
        while piece := PIECE.match(source, place):
            place = piece.end()
            if piece[0] == "}":
                return place
            if piece[0] == "{":
                place = code(place)
            elif piece[0] in ("`", "html`"):
                place = template(place, is_view=piece[0] == "html`")
        return place

    code(0)
    return found


def test_bare_text_of_a_view_is_found():
    """Also in a view inside another; what stands in an expression is none."""
    source = 'html`<p title=${_("a}`")}>Bare ${all.map((x) => html`<b>${`${x} b`}</b> too`)}</p>`'

    assert [bare_words(view) for view in views(source)] == [["too"], ["Bare"]]
