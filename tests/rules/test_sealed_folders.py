"""What is published lies in the project, can be stored everywhere, and was looked at."""

import os
from pathlib import Path

import pytest

from scifi.content import prose
from scifi.content.alphabet import PRINTABLE
from scifi.content.checks import check_all
from scifi.content.checks.safety import is_harmless_link
from scifi.kinds import KINDS
from scifi.model.texts import KEPT_NAMES
from scifi.printing.setting.fonts import known_characters
from scifi.settings import settings


def told(root):
    """Path and rule of every problem of a knowledge base."""
    return {(problem.path, problem.rule) for problem in check_all(root).problems}


@pytest.fixture
def secret(tmp_path):
    """A file of the machine, outside the project."""
    path = tmp_path / "password.yml"
    path.write_text("title: the password of the machine\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "place",
    [
        "docs/password.md",
        "docs/about/password.png",
        "casestudies/password.yml",
        "data/cities/password.yml",
        "cookbook/password.md",
        "docs/.hidden",
    ],
)
def test_a_link_to_a_file_of_the_machine_is_refused_and_never_read(root, secret, place):
    """What it leads to is neither published nor quoted in a message."""
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).symlink_to(secret)

    report = check_all(root)

    assert {(p.path, p.rule) for p in report.problems} == {(place, "own-file")}
    assert "password of the machine" not in str(report.problems)


def test_a_link_to_a_folder_is_refused_and_not_walked_through(root, tmp_path):
    """A folder that leads to itself does not hang the check either."""
    (root / "docs").mkdir()
    (root / "docs" / "elsewhere").symlink_to(tmp_path)
    (root / "docs" / "round").symlink_to(root / "docs")

    assert told(root) == {("docs/elsewhere", "own-file"), ("docs/round", "own-file")}


def test_a_whole_folder_of_content_elsewhere_is_refused(root, tmp_path):
    """All files of a kind could come from another place."""
    (root / "data" / "windows").rename(tmp_path / "windows")
    (root / "data" / "windows").symlink_to(tmp_path / "windows")

    assert ("data/windows", "own-file") in told(root)


def test_a_link_within_the_project_is_refused_too(root):
    """The project holds more than what is meant for readers: the git folder, settings."""
    (root / "docs").mkdir()
    (root / "docs" / "settings.md").symlink_to(os.path.relpath(root / "settings", root / "docs"))

    assert told(root) == {("docs/settings.md", "own-file")}


def test_pictures_and_pages_may_lie_in_docs(root):
    """What an author needs is not refused."""
    (root / "docs" / "about").mkdir(parents=True)
    for name in ("map.png", "photo.JPG", "about/index.md", ".gitkeep"):
        (root / "docs" / name).write_text("A text.\n", encoding="utf-8")

    assert told(root) == set()


def test_a_file_in_docs_is_told_the_same_when_it_is_asked_for_by_name(root):
    """It lies where it should: nobody sends a picture, or a script, to the folder of the axes."""
    for name in ("assets/map.png", "assets/site.js"):
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text("A text.\n", encoding="utf-8")

    assert check_all(root, [root / "docs/assets/map.png"]).problems == []
    (problem,) = check_all(root, [root / "docs/assets/site.js"]).problems
    assert problem.rule == "own-file"


def test_a_citation_in_wide_brackets_is_one_mistake_and_a_picture_sign_another(root):
    """Who mends the brackets has mended both of them; the sign beside them stays."""
    path = root / "data/windows/example-window.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[@ours]", "\uff3b@ours\uff3d \U0001f600 [@ours]"), "utf-8")

    found = sorted((problem.rule, problem.what) for problem in check_all(root).problems)

    assert found == [
        ("known-source", '"\uff3b@ours\uff3d" is not a citation'),
        ("printable-text", 'no typeface has the character "\U0001f600" (U+1F600)'),
    ]


@pytest.mark.parametrize("name", sorted(KEPT_NAMES))
@pytest.mark.parametrize("kind", ["casestudy", "term", "worksheet"])
def test_no_entry_takes_a_name_that_is_kept(root, name, kind):
    """`casestudies/index.yml` would replace the list of all cases; `con` is no file on Windows."""
    folder = root / KINDS[kind].folder
    some = next(folder.iterdir())
    (folder / f"{name}{some.suffix}").write_bytes(some.read_bytes())

    assert (f"{KINDS[kind].folder}/{name}.yml", "usable-name") in told(root)


@pytest.mark.parametrize(
    "name", ["..", "../../x", "_", "a_b", "A", "é", "a" * 81, "a b", "a.", "con", "index"]
)
def test_no_entry_has_a_name_that_is_no_address(root, name, scifi):
    """Neither as a file nor as the id of a new one; nothing is written outside its folder."""
    before = set(root.parent.rglob("*"))

    assert scifi("new", "remedy", name, root=root).exit_code == 2
    assert set(root.parent.rglob("*")) == before


@pytest.mark.parametrize("page", ["con.md", "readme.md", "About.md", "a_b.md", "x/nul/index.md"])
def test_no_page_has_a_name_that_only_some_systems_take(root, page):
    """`About.md` and `about.md` are one file for some, two for others."""
    (root / "docs" / page).parent.mkdir(parents=True)
    (root / "docs" / page).write_text("A text.\n", encoding="utf-8")

    assert told(root) == {(f"docs/{page}", "usable-name")}


def test_two_pages_of_one_address_are_refused(root):
    """`a.md` and `a/index.md` are both served at `a/`."""
    for page in ("a.md", "a/index.md"):
        (root / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / page).write_text("A text.\n", encoding="utf-8")

    assert len(told(root)) == 1


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "ftp://example.org/",
        "//other.example",
        "/\\other.example",
        "\\\\other.example",
        "https:\\\\other.example",
        "view-source:x",
    ],
)
def test_a_link_that_a_browser_would_follow_elsewhere_is_refused(address):
    """However it is written: browsers drop tabs and take a backslash for a slash."""
    assert not is_harmless_link(address)


@pytest.mark.parametrize(
    "address",
    ["https://a.example/b?c=d#e", "http://a", "mailto:a@b.example", "../a/", "#b"],
)
def test_a_plain_link_is_fine(address):
    """The web, mail, and pages of this site."""
    assert is_harmless_link(address)


def test_prose_is_judged_as_the_engine_reads_it(project):
    """The check uses the extensions of Markdown that the site is built with."""
    config = settings(project)
    options: dict = {}
    for extension in config["markdown_extensions"]:
        options |= extension if isinstance(extension, dict) else {extension: {}}

    # Ours frame tables and leave alone what macros wrote; no text of an author passes through.
    assert [name for name in options if not name.startswith("scifi.")] == list(prose.EXTENSIONS)
    assert {name: options[name] for name in prose.OPTIONS} == prose.OPTIONS


def test_the_alphabet_is_that_of_the_typefaces():
    """Renew the list in `content/alphabet.py` when a typeface changes."""
    assert {c for c in known_characters() if c.isprintable()} == {
        c for c in PRINTABLE if c.isprintable()
    }


def test_every_content_file_is_within_half_of_every_bound(project):
    """Nobody who writes like us ever meets a bound."""
    for path in [*Path(project, "cookbook").glob("*.md"), *Path(project, "docs").rglob("*.md")]:
        assert len(path.read_text(encoding="utf-8")) < prose.MAX_LENGTH / 2
