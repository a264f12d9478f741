"""The comment under a pull request: a stranger's words that can do nothing there."""

import re
import subprocess

import pytest
from markdown import markdown


@pytest.fixture
def comment(project, tmp_path):
    """`comment(text)`: the Markdown that is sent for these words."""

    def make(words):
        path = tmp_path / "words.txt"
        path.write_bytes(words if isinstance(words, bytes) else words.encode())
        return run(project, path)

    return make


def run(project, path):
    done = subprocess.run(
        [project / "tools/words-as-comment", path], check=True, capture_output=True
    )
    return done.stdout.decode()


def test_words_stay_readable(comment):
    """Headings are bold, points are points, and a point that was wrapped is one line again."""
    said = comment(
        "In short: 1 entry changes.\n\nCase study: Bins\n- Money: from 1 EUR\n  to 2 EUR.\n"
    )

    assert said == (
        "<!-- scifi changes -->\n\n**`In short: 1 entry changes.`**\n\n\n**`Case study: Bins`**\n\n"
        "- `Money: from 1 EUR to 2 EUR.`\n"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "@everybody look",
        "[click](https://evil.example)",
        "![x](https://evil.example/p.png)",
        "https://evil.example",
        "<img src=x onerror=alert(1)>",
        "`` ` @everybody ` ``",
        "- `x` @everybody",
        "  @everybody",
        "<!-- -->\n# heading #12",
        "| a | b |\n|---|---|",
        "&#64;everybody",
        "\u202e\u200b@everybody\x00",
        "> quote\n1. list\n***",
    ],
)
def test_nothing_in_it_comes_alive(hostile, comment):
    """No mention, link, picture, number of an issue or HTML outside code."""
    said = comment(hostile)
    shown = markdown(said.removeprefix("<!-- scifi changes -->"), extensions=["tables"])

    outside = re.sub(r"<code>.*?</code>", "", shown, flags=re.DOTALL)
    assert re.sub(r"</?(p|strong|ul|li)>", "", outside).strip() == ""
    # Each line of ours holds exactly one piece of code, which nothing in it can end.
    assert all(line.count("`") in (0, 2) for line in said.splitlines())
    assert not re.search(r"[\u202e\u200b\x00]", said)


def test_a_flood_is_cut(comment):
    """The forge would refuse the comment, and nobody would read it."""
    said = comment("- word\n" * 100_000)

    assert len(said) < 60_000
    assert said.rstrip().endswith("all of them are in the summary of the check.")


@pytest.mark.parametrize("words", ["", " \n ", b"\xff\xfe"])
def test_no_words_or_broken_ones_are_no_crash(words, comment):
    """The comment is always one."""
    assert comment(words).startswith("<!-- scifi changes -->\n")


def test_a_missing_file_and_a_link_say_that_there_are_no_words(project, tmp_path):
    """A link in the artifact could lead to any file of the machine."""
    link = tmp_path / "link.txt"
    link.symlink_to("/etc/passwd")

    for path in (tmp_path / "nothing.txt", link):
        assert "could not be told in words" in run(project, path)
