"""Renamed, joined, taken out: the old name is told, mended, and never used again."""

import pytest

from scifi.content.checks import check_all

CASE = "casestudies/example-bins.yml"
NOTE = "data/changes/example-change.yml"
LIST = "data/redirects.yml"
OLD, NEW = "example-no-offers", "example-no-bids"


def put(path, old, new):
    """Write something else into a file, in every place where it stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def said(root):
    """Path, rule and remedy of every problem."""
    return [(p.path, p.rule, p.fix) for p in check_all(root).problems]


def test_a_former_name_is_told_once_and_mended(root, scifi):
    """By the name of today; the rest of the file stays as it is."""
    path = root / CASE
    before = path.read_text(encoding="utf-8")
    put(path, NEW, OLD)

    assert said(root) == [(CASE, "former-id", f"Write {NEW}.")]

    done = scifi("check", "--fix", root=root)

    assert done.exit_code == 0, done.output
    assert f"- remedy: {OLD} → - remedy: {NEW} [former-id]" in done.stderr
    assert path.read_text(encoding="utf-8") == before


def test_a_former_address_in_a_note_of_a_change_is_mended_too(root, scifi):
    """Notes and shortcuts name pages, not ids."""
    (root / NOTE).parent.mkdir(exist_ok=True)
    (root / NOTE).write_text(
        "# yaml-language-server: $schema=../schemas/change.json\n"
        f"title: It is otherwise\ndate: 2026-11-30\npages:\n  - aid-kit/{OLD}/\n",
        encoding="utf-8",
    )

    assert said(root) == [(NOTE, "former-id", f"Write aid-kit/{NEW}/.")]

    scifi("check", "--fix", root=root)

    assert said(root) == []
    assert f"aid-kit/{NEW}/" in (root / NOTE).read_text(encoding="utf-8")


def test_what_went_to_another_kind_is_left_to_a_person(root, scifi):
    """A field that holds remedies cannot hold the obstacle that took its place."""
    put(root / LIST, f"data/remedies/{NEW}.yml", "data/obstacles/example-silos.yml")
    put(root / CASE, NEW, OLD)

    scifi("check", "--fix", root=root)

    assert [(path, rule) for path, rule, _fix in said(root)] == [(CASE, "former-id")]


def test_a_chapter_that_names_a_former_entry_is_told_its_new_name(root):
    """In a call of a macro."""
    path = next((root / "cookbook").glob("*.md"))
    with path.open("a", encoding="utf-8") as file:
        file.write(f'\n{{{{ remedies("{OLD}") }}}}\n')

    problems = [problem for problem in said(root) if problem[1] == "chapter-macros"]

    assert problems == [(path.relative_to(root).as_posix(), "chapter-macros", problems[0][2])]
    assert problems[0][2] == f"It was renamed: write {NEW}."


def test_a_list_that_cannot_be_read_is_told_and_stops_nothing(root, scifi):
    """As any file."""
    (root / LIST).write_text("a: b: c\n", encoding="utf-8")

    assert {(path, rule) for path, rule, _fix in said(root)} == {(LIST, "readable-file")}
    assert scifi("check", "--fix", root=root).exit_code == 1


def test_what_is_gone_from_the_main_branch_needs_a_line(root, git, scifi):
    """Renamed in a branch: git knows; the plain check needs no git and says nothing."""
    git("switch", "-c", "mine")
    git("mv", CASE, "casestudies/example-new-bins.yml")

    done = scifi("check", "--changed", root=root)

    assert done.exit_code == 1
    assert f"{LIST}:1:1: {CASE} is gone, and no line says where its facts are" in done.stdout
    assert all(rule != "redirects" for _path, rule, _fix in said(root))

    with (root / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{CASE}: casestudies/example-new-bins.yml\n")

    assert "is gone" not in scifi("check", "--changed", root=root).output


def test_what_went_long_ago_is_not_forgotten(root, git, scifi):
    """It was on the main branch once, and others have its address."""
    (root / "data/cities/longville.yml").write_text("title: Longville\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "A city")
    git("rm", "data/cities/longville.yml")
    git("commit", "-m", "No city")
    git("switch", "-c", "mine")

    done = scifi("check", "--changed", root=root)

    assert "data/cities/longville.yml is gone" in done.stdout


def test_what_came_and_went_within_a_branch_had_no_readers(root, git, scifi):
    """A draft under another name, never published."""
    git("switch", "-c", "mine")
    (root / "data/cities/longville.yml").write_text("title: Longville\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "A city")
    git("rm", "data/cities/longville.yml")
    git("commit", "-m", "No city")

    assert "is gone" not in scifi("check", "--changed", root=root).output


def test_every_entry_of_this_project_that_is_gone_has_a_line(project, scifi):
    """In a copy with its history; an archive without git has nothing to compare with."""
    if not (project / ".git").exists():
        pytest.skip("no git here")
    done = scifi("check", "--changed", "HEAD")

    assert "is gone" not in done.output
