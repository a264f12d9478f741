"""One value set in a file: the value changes, and nothing else does."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scifi.content import editing, load, source

TEXT = """\
# yaml-language-server: $schema=../data/schemas/casestudy.json
title: Bins   # the finding
period: # when
  start:   2020   # as the press says
  end:
themes: [waste]
data_used:
- fill level
- rain # since May

# not much
challenge: >-  # folded
  Nobody knew
  [@ours].
money: []
afterwards: {status: unknown, reason: "x [@ours]", confirmed: null}

# the end
"""


def changes(before: str, after: str) -> list[str]:
    """The lines that went and came, as a person would see them in a comparison."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


@pytest.mark.parametrize(
    ("path", "value", "changed"),
    [
        (("title",), "Bins: 5", ["-title: Bins   #", '+title: "Bins: 5"   # the finding']),
        (("period", "start"), 2021, ["-  start:   2020   #", "+  start:   2021   # as the"]),
        (("period", "start"), "2021", ["-  start:   2020   #", "+  start:   2021   # as the"]),
        (("period", "end"), "2021-05", ["-  end:", "+  end: 2021-05"]),
        (("themes", 1), "air", ["-themes: [waste]", "+themes: [waste, air]"]),
        (("themes", 0), "air", ["-themes: [waste]", "+themes: [air]"]),
        (("data_used", 0), "dates", ["-- fill level", "+- dates"]),
        (("data_used", 2), "a: b", ['+- "a: b"']),
        (
            ("challenge",),
            "None.",
            ["-challenge", "-  Nobody", "-  [@ours]", "+challenge: None.  # f"],
        ),
        (("programme",), "scifi", ["+programme: scifi"]),
        (("money", 0, "what"), "bins", ["-money: []", "+money:", "+  - what: bins"]),
        (("afterwards", "status"), "failed", ["-afterwards", "+afterwards: {status: failed, r"]),
        (
            ("sources", "a"),
            {"url": "https://a.eu", "title": "A", "read": "2026"},
            ["+sources:", "+  a:", "+    title: A", "+    url: https://a.eu", "+    read: 2026"],
        ),
    ],
)
def test_only_the_value_changes(path, value, changed):
    after = editing.put(TEXT, path, value)

    for line, start in zip(changes(TEXT, after), changed, strict=True):
        assert line.startswith(start)
    assert editing.put(TEXT.replace("\n", "\r\n"), path, value) == after.replace("\n", "\r\n")
    assert editing.put("\ufeff" + TEXT, path, value) == "\ufeff" + after


def test_a_new_field_stands_at_its_place_in_the_model():
    after = editing.put(TEXT, ("summary",), "short")

    assert "# the finding\nsummary: short\nperiod: # when" in after


def test_a_long_text_is_folded_and_the_comment_stays_behind_the_name():
    after = editing.put(TEXT, ("title",), "word " * 40 + "end")

    assert "title: >-   # the finding\n  word word" in after
    assert max(map(len, after.splitlines())) <= 120


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("themes", 7), "air", r"there is no themes\[7\] in this file"),
        (("title", "short"), "x", "there is no title.short in this file"),
        (("period",), None, "cannot be set alone here"),
        (("title",), "a\u202eb", "cannot be set alone here"),
    ],
)
def test_what_cannot_be_set_alone_is_told(path, value, said):
    """Such as a group with comments in it, which would be lost with the group."""
    with pytest.raises(editing.EditingError, match=said):
        editing.put(TEXT, path, value)


def test_a_file_that_cannot_be_read_is_told():
    with pytest.raises(editing.EditingError, match="cannot be read"):
        editing.put("title: a: b\n", ("title",), "x")


def test_the_prose_of_a_chapter_stays(project: Path):
    text = (project / "cookbook/measuring.md").read_text(encoding="utf-8")

    after = editing.put(text, ("sources", "new"), {"title": "T"})

    assert changes(text, after) == ["+  new:", "+    title: T"]


def paths_of(data: object, path: load.Path = ()) -> list[load.Path]:
    """The paths of all values, groups and lists too."""
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    below = [found for key, value in inner for found in paths_of(value, (*path, key))]
    return [path, *below] if path else below


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_value_of_every_file_can_be_set(project: Path, data):
    """What is set is read back, and all lines outside the value are the same."""
    path = data.draw(st.sampled_from(source.find(project)))
    file = source.read(path, project)
    assert isinstance(file, source.SourceFile)
    document = load.load(file)
    assert isinstance(document, load.Document)
    place = data.draw(st.sampled_from(paths_of(document.data)))
    value = data.draw(
        st.sampled_from(["x", "a: b", "word " * 40 + "end", None, 33.5, ["a", "b c"]])
    )

    after = editing.put(file.text, place, value, file.kind)

    read = load.load(source.SourceFile("", file.kind, "", after))
    assert isinstance(read, load.Document)
    found: object = read.data
    for key in place:
        found = found[key]  # type: ignore[index]
    assert found == value
    removed = [line for line in changes(file.text, after) if line.startswith("-")]
    below = file.text.split("\n")[max(0, document.place(place)[0] - 2) :]
    assert all(line[1:] in below for line in removed)
