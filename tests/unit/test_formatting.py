"""`scifi format`: one form for every file, in which nothing a person wrote is lost."""

from pathlib import Path

import pytest
from anything import DATA
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from scifi.cli import main
from scifi.content import canonical, comments, load, new, source
from scifi.content.formatting import FormattingError, formatted
from scifi.kinds import KINDS

WRITTEN_BY_HAND = """\
# (c) the city of Exampleville

# What came of it.
title: 'Bins: a tale'
sources: # read in spring
  # the city's own
  press:
    read: 2026  # still there
    title: "a title # with a hash"
    note: >-  # folded
      some text
      # no comment
    # left out: a second source
themes:
  - waste   # of course
  # perhaps
  - water
milestones: [] # none yet
remedies: []
results:
  # the first
  - what: bins   # all of them
    indicator: "bins-equipped" # ours
  - {what: lids, unit: lids} # flow
# the end
"""

IN_FORM = """\
# yaml-language-server: $schema=../data/schemas/casestudy.json
# (c) the city of Exampleville

# What came of it.
title: "Bins: a tale"
themes:
  - waste  # of course
  # perhaps
  - water
milestones: []  # none yet
results:
  # the first
  - indicator: bins-equipped  # ours
    what: bins  # all of them
  - what: lids
    unit: lids  # flow
sources:  # read in spring
  # the city's own
  press:
    title: "a title # with a hash"
    read: 2026  # still there
    # folded
    note: "some text # no comment"
    # left out: a second source
# the end
"""


def case(text: str) -> source.SourceFile:
    return source.SourceFile("casestudies/x.yml", "casestudy", "x", text)


def test_comments_stay_with_their_values():
    """A comment on a field keeps even a default that would be left out."""
    assert formatted(case(WRITTEN_BY_HAND)) == IN_FORM


def test_twice_is_once():
    assert formatted(case(IN_FORM)) == IN_FORM


@settings(max_examples=100, deadline=None)
@given(DATA, st.lists(st.tuples(st.integers(0, 40), st.integers(-1, 9)), max_size=8))
def test_comments_anywhere_are_kept(data, places):
    """Comments strewn over whatever data; the second run changes nothing."""
    lines = canonical.written("casestudy", data).splitlines()
    for number, (at, indent) in enumerate(places):
        at = min(at, len(lines) - 1)
        if indent < 0:
            lines[at] += f"   # c{number}"
        else:
            lines.insert(at, " " * indent + f"# c{number}")
    file = case("\n".join(lines) + "\n")
    document = load.load(file)
    if not isinstance(document, load.Document):
        return

    text = formatted(file)

    again = load.load(case(text))
    assert isinstance(again, load.Document)
    assert comments.told(again) == comments.told(document)
    assert formatted(case(text)) == text


def test_a_chapter_keeps_its_prose(project: Path):
    file = source.read(project / "cookbook/measuring.md", project)
    assert isinstance(file, source.SourceFile)

    text = formatted(file)

    prose = file.text.split("\n---\n", 1)[1]
    assert text.startswith("---\n# yaml-language-server: $schema=../data/schemas/chapter.json\n")
    assert text.endswith("\n---\n" + prose)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_file_is_in_form(kind):
    """Whoever starts with `scifi new` is not told off for the form of it."""
    text = new.stub(kind)

    assert formatted(source.SourceFile("x", kind, "x", text)) == text


def test_what_cannot_be_read_is_refused():
    with pytest.raises(FormattingError, match="it cannot be read"):
        formatted(case("title: a: b\n"))


@pytest.fixture
def place(tmp_path: Path, project: Path) -> Path:
    """A project with one file in form, one not, and one that nobody can read."""
    (tmp_path / "casestudies").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Example\n", encoding="utf-8")
    (tmp_path / "casestudies/good.yml").write_text(IN_FORM, encoding="utf-8")
    (tmp_path / "casestudies/hand.yml").write_text(WRITTEN_BY_HAND, encoding="utf-8")
    return tmp_path


def run(place: Path, *arguments: str):
    return CliRunner().invoke(main, ["--root", str(place), "format", *arguments])


def test_check_lists_and_changes_nothing(place):
    done = run(place, "--check")

    assert done.exit_code == 1
    assert done.stdout == "casestudies/hand.yml\n"
    assert "1 is not in its form: run scifi format" in done.stderr
    assert (place / "casestudies/hand.yml").read_text(encoding="utf-8") == WRITTEN_BY_HAND


def test_format_writes_and_the_second_run_has_nothing_to_do(place):
    assert run(place).exit_code == 0
    assert run(place, "--check").exit_code == 0
    assert run(place).stdout == ""
    assert not list(place.rglob(".*"))


def test_line_ends_and_byte_order_mark_go(place):
    path = place / "casestudies/good.yml"
    path.write_bytes(b"\xef\xbb\xbf" + IN_FORM.replace("\n", "\r\n").encode())

    run(place, str(path))

    assert path.read_bytes() == IN_FORM.encode()


def test_a_file_that_cannot_be_read_stays_and_is_told(place):
    bad = place / "casestudies/bad.yml"
    bad.write_text("title: a: b\n", encoding="utf-8")

    done = run(place)

    assert done.exit_code == 1
    assert "casestudies/bad.yml is left alone: it cannot be read; scifi check" in done.stderr
    assert bad.read_text(encoding="utf-8") == "title: a: b\n"


def test_a_folder_without_content_is_misuse(tmp_path):
    assert run(tmp_path).exit_code == 2


def test_nothing_is_lost_when_the_disk_is_full(place, monkeypatch):
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)

    done = run(place)

    assert done.exit_code == 1
    assert (place / "casestudies/hand.yml").read_text(encoding="utf-8") == WRITTEN_BY_HAND
    assert not list(place.rglob(".hand*"))
