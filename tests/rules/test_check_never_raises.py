"""Whatever a file holds, the check answers with problems and never with an exception."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scifi.content.checks import Report, check_all

VALID = Path(__file__).parents[1] / "examples" / "valid"
FILES = sorted(p.relative_to(VALID).as_posix() for p in VALID.glob("*/**/*") if p.is_file())
CHAPTER = "cookbook/example-chapter.md"
CITY = "data/cities/exampleville.yml"
TEXTS = [(VALID / name).read_text(encoding="utf-8") for name in FILES]

# What YAML, Markdown and Jinja give a meaning to, and what content files are made of.
TOKENS = [
    *"\n\t :-?[]{}#&*!|>'\"%@`~,.()<=+_^0123456789",
    *("---\n", "...\n", "  ", "\n  - ", "\n- ", ": ", "? ", "|\n", ">-\n", "not ", "if "),
    *("title: ", "sources:\n", "results:\n", "source: ", "value: ", "value_to: ", "unit: "),
    *("profile:\n", "axis: ", "class: ", "classes: ", "start: ", "end: ", "id: ", "kind: "),
    *("!!", "&a", "*a", "<<", "{{", "}}", "{%", "%}", "{#", "#}", "{{chart(", "('plan')", "]("),
    *("null", "NO", "012", "12:30", "1_000", "0x1F", ".inf", "-.nan", "1e999", "true", "[@ours]"),
    *("2020-13-01", "example-size", "measured", "TODO", "é", "😀", "[@"),
    *("\u2028", "\x85", "\ufeff", "example-collections", "steps: ", "period: "),
]

pieces = st.sampled_from(TOKENS)
yaml_like = st.lists(pieces | st.text(max_size=5), max_size=60).map("".join)
repeated = st.builds(lambda a, n, b: a + b * n, yaml_like, st.integers(1, 4000), pieces)


@st.composite
def edited(draw) -> str:
    """A right file with a stretch of it replaced by something else."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 40)))
    return text[:start] + draw(yaml_like) + text[end:]


contents = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")),
    yaml_like.map(str.encode),
    repeated.map(str.encode),
    edited().map(str.encode),
    # The prose of a chapter, where macros are looked for.
    (yaml_like | repeated).map(lambda t: (TEXTS[FILES.index(CHAPTER)] + t).encode()),
)


@pytest.fixture(scope="module")
def knowledge(valid, tmp_path_factory):
    """A copy of the smallest knowledge base whose files are spoilt one at a time."""
    return shutil.copytree(valid, tmp_path_factory.mktemp("spoilt") / "knowledge")


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(FILES), content=contents)
@example(name=CHAPTER, content=TEXTS[FILES.index(CHAPTER)].encode() + b"{{ " + b"(" * 3000)
@example(name=CHAPTER, content=TEXTS[FILES.index(CHAPTER)].encode() + b"{{ " + b"1" * 5000)
@example(
    name=CITY,
    content=TEXTS[FILES.index(CITY)]
    .replace("\n    date: 2019", "\n    date: " + "9" * 60)
    .encode(),
)
def test_the_check_answers_whatever_a_file_holds(knowledge, name, content):
    """Random bytes, text and things that look like YAML give problems or none, never a crash."""
    path = knowledge / name
    right = path.read_bytes()
    path.write_bytes(content)
    try:
        report = check_all(knowledge)
    finally:
        path.write_bytes(right)

    assert isinstance(report, Report)
    for problem in report.problems:
        assert problem.line >= 1 and problem.column >= 1
        assert problem.what and problem.fix
        assert "\n" not in f"{problem.path}{problem.what}{problem.why}{problem.fix}"


@settings(max_examples=60)
@given(
    stem=st.text(
        st.characters(blacklist_categories=("Cs",), blacklist_characters="/\0"), max_size=60
    ).filter(lambda s: len(s.encode()) < 200),
    suffix=st.sampled_from([".yml", ".md", ".YML", "", ".yml.bak"]),
)
def test_the_check_answers_whatever_a_file_is_called(knowledge, stem, suffix):
    """A file name is a contributor's input too."""
    path = knowledge / "data" / "windows" / f"x{stem}{suffix}"
    path.write_text("title: A window\n")
    try:
        report = check_all(knowledge)
    finally:
        path.unlink()

    assert isinstance(report, Report)
