"""YAML as this project reads it: every scalar means one thing, every value has its place."""

import pytest

from scifi.content.load import Document, load
from scifi.content.source import SourceFile


def loaded(text, kind="city"):
    """What `load` makes of a text."""
    suffix = "md" if kind == "chapter" else "yml"
    return load(SourceFile(f"folder/file.{suffix}", kind, "file", text))


@pytest.mark.parametrize(
    "written, value",
    [
        ("null", None),
        ("Null", None),
        ("~", None),
        ("", None),
        ('""', ""),
        ('"null"', "null"),
        ("true", True),
        ("TRUE", True),
        ("false", False),
        ('"true"', "true"),
        ("0", 0),
        ("12", 12),
        ("-12", -12),
        ("+12", 12),
        ('"12"', "12"),
        ("53.0", 53.0),
        ("0.5", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-1.5e3", -1500.0),
        ("1e2", 100.0),
        ("2019", 2019),
        ("2019-06", "2019-06"),
        ("2019-06-17", "2019-06-17"),
        ("2020-13-01", "2020-13-01"),
        ("1.2.3", "1.2.3"),
        ("1,000", "1,000"),
        ("% less", None),
        ("BE", "BE"),
        ("Yes, it does", "Yes, it does"),
        ("nobody", "nobody"),
        ("12 months", "12 months"),
        ("'it''s'", "it's"),
        ("a # comment", "a"),
        ("a#b", "a#b"),
        ("99999999999999999999999999", 1e26),
        ("1e400", "1e400"),
        ("9" * 50, "9" * 50),
    ],
)
def test_a_scalar_means_what_the_core_schema_says(written, value):
    """Numbers, null and true are what YAML 1.2 says; a date stays the text one wrote."""
    document = loaded(f"field: {written}\n")

    if written == "% less":
        # A plain scalar cannot begin with a per cent sign, so units need quotes.
        assert [p.rule for p in document] == ["readable-file"]
        return
    assert document.data == {"field": value}
    assert type(document.data["field"]) is type(value)


@pytest.mark.parametrize(
    "written",
    [
        *("NO", "no", "No", "yes", "Y", "n", "on", "OFF"),
        *("012", "-07", "00", "0_1"),
        *("12:30", "1:2:3", "-1:30"),
        *("1_000", "1_000_000"),
        *("0x1F", "0o17", "0b101"),
        *(".inf", "-.INF", ".NaN"),
    ],
)
def test_a_scalar_that_readers_understand_differently_is_refused(written):
    """Norway does not become false, nor a postcode an octal number: quotes say what is meant."""
    (problem,) = loaded(f"title: a\nfield: {written}\n")
    quoted = loaded(f'title: a\nfield: "{written}"\n')

    assert (problem.line, problem.column, problem.rule) == (2, 8, "plain-scalars")
    assert problem.what.startswith(f"{written} means different things")
    assert quoted.data["field"] == written


def test_several_slips_are_reported_together():
    """Nobody mends one line only to be told of the next."""
    problems = loaded("a: NO\nb:\n  c: 012\n  c: 1\nd: yes\n")

    assert [(p.line, p.rule) for p in problems] == [
        (1, "plain-scalars"),
        (3, "plain-scalars"),
        (4, "unique-keys"),
        (5, "plain-scalars"),
    ]


def test_a_key_given_twice_names_both_lines():
    """The second is refused, the first is named, at any depth."""
    (problem,) = loaded("a:\n  - b: 1\n    c: 2\n    b: 3\n")

    assert (problem.line, problem.column) == (4, 5)
    assert problem.what == '"b" is given twice'
    assert problem.fix == "Keep one; the first is in line 2."


def test_the_same_key_in_two_groups_is_no_repetition():
    """Each group has its own fields."""
    assert loaded("a: {b: 1}\nc: {b: 2}\n").data == {"a": {"b": 1}, "c": {"b": 2}}


def test_every_value_and_every_field_name_has_its_place():
    """A message about the third item points to the third item."""
    document = loaded("title: x\nresults:\n  - value: 1\n  - value: 2\n    unit: kg\n")

    assert document.place(("results", 1, "unit")) == (5, 11)
    assert document.place(("results", 1, "unit"), key=True) == (5, 5)
    assert document.place(("results", 1)) == (4, 5)
    assert document.place(("title",), key=True) == (1, 1)


def test_a_missing_value_is_placed_at_its_nearest_parent():
    """What is not there is reported where it belongs."""
    document = loaded("title: x\nresults:\n  - value: 1\n")

    assert document.place(("results", 0, "unit")) == (3, 5)
    assert document.place(("results", 7, "unit")) == (3, 3)
    assert document.place(("nothing",)) == (1, 1)
    assert document.place(()) == (1, 1)


def test_block_texts_keep_their_words():
    """Folded and literal texts arrive as written, without quotes round them."""
    document = loaded("a: >-\n  one\n  two\nb: |\n  one\n  two\nc: >-\n  NO\n")

    assert document.data == {"a": "one two", "b": "one\ntwo\n", "c": "NO"}


def test_a_chapter_is_front_matter_and_prose_with_its_line():
    """Fields come from between the two lines of ---, the prose keeps its line numbers."""
    document = loaded("---\ntitle: x\n---\n\n## Heading\n---\nmore\n", "chapter")

    assert isinstance(document, Document)
    assert document.data == {"title": "x"}
    assert document.place(("title",)) == (2, 8)
    assert document.body == "\n## Heading\n---\nmore\n"
    assert document.body_line == 4


def test_a_mistake_in_a_front_matter_has_the_line_of_the_file():
    """The opening --- counts as line 1."""
    (problem,) = loaded("---\ntitle: x\norder: 012\n---\nprose\n", "chapter")

    assert (problem.line, problem.column) == (3, 8)


def test_prose_is_no_yaml():
    """A chapter may say NO, and braces and colons, without quotes."""
    document = loaded("---\ntitle: x\n---\nNO: {a: b: c\n\tindented\n", "chapter")

    assert document.data == {"title": "x"}


@pytest.mark.parametrize("text", ["# Title\n", "", "---\ntitle: x\n", "\n---\ntitle: x\n---\n"])
def test_a_chapter_without_a_front_matter_says_so(text):
    """Title, roles and sources have to stand at its top."""
    (problem,) = loaded(text, "chapter")

    assert problem.what == "the chapter does not start with a front matter"
    assert problem.line == 1


@pytest.mark.parametrize(
    "text, line",
    [
        ("title: a: b\n", 1),
        ("title: x\n  when: y\n", 2),
        ("title: x\nwhen: [a, b\nhow: c\n", 2),
        ("title: x\n- a\n", 2),
        ("title: x\nwhen: @home\n", 2),
        ("title: x\n\twhen: y\n", 2),
    ],
)
def test_text_that_is_no_yaml_is_refused_where_it_breaks(text, line):
    """A missing quote or bracket gives a line, a reason and a remedy, not a Python error."""
    (problem,) = loaded(text)

    assert (problem.line, problem.rule) == (line, "readable-file")
    assert problem.why and problem.fix


def test_a_quote_that_is_never_closed_is_shown_where_it_opens():
    """The end of the file tells nobody which quote was forgotten."""
    (problem,) = loaded('title: x\nwhen: "never closed\nhow: y\nsteps: z\n')

    assert problem.line == 2


def test_a_list_as_a_field_name_is_refused():
    """YAML would allow it; no field is called by a list."""
    (problem,) = loaded("title: x\n? [a, b]\n: c\n")

    assert (problem.line, problem.what) == (2, "a field name is a list")


def test_one_file_is_one_document():
    """A second document after --- is not lost without a word."""
    (problem,) = loaded("title: x\n---\ntitle: y\n")

    assert problem.line == 2
