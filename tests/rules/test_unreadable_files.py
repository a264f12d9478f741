"""Files that are too large, too deep or no text at all: refused with a line, never a crash."""

from itertools import pairwise

import pytest

from scifi.content.checks import check_all
from scifi.content.source import MAX_BYTES

WINDOW = "data/windows/bad.yml"
CHAPTER = "cookbook/example-chapter.md"


def problems_of(root, name, content):
    """What the check says about one file with this content, as `line:column [rule] what`."""
    path = root / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [f"{p.line}:{p.column} [{p.rule}] {p.what}" for p in check_all(root, [path]).problems]


def test_a_file_of_ten_megabytes_is_refused_by_its_size(root):
    """It is not even read, so that every check stays quick."""
    assert problems_of(root, WINDOW, b"title: again and again\n" * 450_000) == [
        "1:1 [readable-file] the file has 10,350,000 bytes"
    ]


def test_the_largest_allowed_file_is_still_read(root):
    """The bound is on the files that are larger, not on those that just fit."""
    text = "title: full of comments\n#"
    allowed = problems_of(root, WINDOW, text + "x" * (MAX_BYTES - len(text)))

    assert all("bytes" not in problem for problem in allowed)
    assert problems_of(root, WINDOW, text + "x" * (MAX_BYTES - len(text) + 1)) == [
        "1:1 [readable-file] the file has 262,145 bytes"
    ]


def test_an_alias_bomb_is_refused_at_its_first_anchor(root):
    """A billion laughs in nine lines never unfold."""
    lines = ["title: Laughter", "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in pairwise("abcdefghi")]

    assert problems_of(root, WINDOW, "\n".join(lines)) == [
        "2:4 [readable-file] anchors (&) and aliases (*) are not used here"
    ]


@pytest.mark.parametrize(
    "content, place",
    [
        pytest.param(b"title: caf\xe9\n", "1:11", id="another encoding"),
        pytest.param(b"title: a\nwhen: \xff\xfe\x00\x01", "2:7", id="bytes of a program"),
        pytest.param(bytes(range(128, 256)), "1:1", id="all high bytes"),
        pytest.param("title: ä".encode("utf-16"), "1:1", id="utf-16"),
    ],
)
def test_bytes_that_are_no_text_are_refused_at_their_place(root, content, place):
    """A picture or a file in another encoding is named as such, with the first bad byte."""
    assert problems_of(root, WINDOW, content) == [
        f"{place} [readable-file] the file is not UTF-8 text"
    ]


@pytest.mark.parametrize("code", [0, 7, 27, 127])
def test_invisible_control_characters_are_refused_at_their_place(root, code):
    """A character nobody can see is found for the author."""
    assert problems_of(root, WINDOW, f"title: a\nwhen: b{chr(code)}c\n") == [
        f"2:8 [visible-text] there is a control character (U+{code:04X})"
    ]


@pytest.mark.parametrize(
    "content, line",
    [
        pytest.param("title: " + "[" * 100_000, 1, id="brackets that never close"),
        pytest.param("title: " + "[" * 5000 + "]" * 5000, 1, id="brackets in brackets"),
        pytest.param("title: " + "{a: " * 5000 + "}" * 5000, 1, id="groups in groups"),
        pytest.param("".join(f"{' ' * i}a:\n" for i in range(400)), 21, id="indented groups"),
        pytest.param("- " * 50_000, 1, id="lists in lists on one line"),
    ],
)
def test_endless_nesting_is_refused_before_anything_is_built(root, content, line):
    """A file that nests lists for ever is a slip or an attack, and is told so."""
    (problem,) = problems_of(root, WINDOW, content)

    assert problem.startswith(f"{line}:")
    assert problem.endswith("[readable-file] lists are nested more than 20 deep")


@pytest.mark.parametrize(
    "tag",
    [
        '!!python/object/apply:os.system ["touch ran"]',
        "!!python/name:os.system",
        '!!python/object/new:tuple [["a"]]',
        "!!binary aGVsbG8=",
        "!mine text",
        "!!set {a, b}",
    ],
)
def test_a_tag_builds_nothing(root, tag, monkeypatch):
    """A file cannot make the check run code or build anything but text, numbers and lists."""
    monkeypatch.chdir(root)

    (problem,) = problems_of(root, WINDOW, f"title: {tag}\n")

    assert problem.startswith("1:8 [readable-file] the tag ")
    assert not (root / "ran").exists()


@pytest.mark.parametrize(
    "content",
    ["", "# only a comment\n", "- a list\n", "just words\n", "12\n", "null\n", "---\n"],
)
def test_a_file_without_fields_says_so(root, content):
    """An empty or half-started file gets one plain sentence."""
    assert problems_of(root, WINDOW, content) == ["1:1 [readable-file] the file holds no fields"]


@pytest.mark.parametrize("name", ["data/windows/bad.yaml", "cookbook/bad.yml", "cookbook/a.txt"])
def test_a_file_with_another_ending_is_not_overlooked(root, name):
    """A contribution saved under a wrong ending would never show; the check says so."""
    (problem,) = problems_of(root, name, "title: something\n")

    assert "[readable-file] the file name ends in" in problem


def test_windows_line_ends_and_a_byte_order_mark_are_no_mistake(root, valid):
    """Editors on other systems may save a file their way."""
    name = "data/windows/example-window.yml"
    text = (valid / name).read_text(encoding="utf-8").replace("\n", "\r\n")

    assert problems_of(root, name, b"\xef\xbb\xbf" + text.encode()) == []


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param("(" * 3000 + "1" + ")" * 3000, id="brackets in brackets"),
        pytest.param("not " * 5000 + "1", id="not not not"),
        pytest.param("1" * 5000, id="a number of 5000 digits"),
        pytest.param("-" * 50_000 + "1", id="minus minus minus"),
        pytest.param("a" + ".b" * 20_000, id="a chain of attributes"),
        pytest.param("a" + "[0]" * 20_000, id="a chain of indexes"),
        pytest.param("1" + "+1" * 20_000, id="a long sum"),
        pytest.param('"' * 9999, id="quotes"),
    ],
)
def test_monstrous_braces_in_a_chapter_are_a_problem_not_a_crash(root, valid, expression):
    """However an expression is built, the author gets a line and the check goes on."""
    text = (valid / CHAPTER).read_text(encoding="utf-8")

    found = problems_of(root, CHAPTER, text + "\n{{ " + expression + " }}\n")

    assert found
    assert all("[chapter-macros]" in problem or "[short-text]" in problem for problem in found)


def test_nested_blocks_in_a_chapter_are_a_problem_not_a_crash(root, valid):
    """Thousands of nested statements do not stop the check either."""
    text = (valid / CHAPTER).read_text(encoding="utf-8")

    found = problems_of(root, CHAPTER, text + "{% if a %}" * 3000)

    assert all("[short-text]" in problem for problem in found)
