"""The preview shows what a build writes, and renews what was saved."""

import shutil

import pytest
from mkdocs.exceptions import PluginError

from scifi.preview.engine import Engine
from scifi.preview.server import Preview, said


@pytest.fixture
def mine(small_project, tmp_path, monkeypatch):
    """The small mine, to be edited."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")
    ignored = shutil.ignore_patterns("node_modules", "site")
    return shutil.copytree(small_project, tmp_path / "mine", ignore=ignored)


@pytest.fixture
def preview(mine, tmp_path):
    """A preview of it, without a network."""
    (tmp_path / "made").mkdir()
    return Preview(mine, tmp_path / "made")


def edit(path, old, new):
    """Save a file with one text changed."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


CASE = "casestudies/example-bins"

NOT_FOR_READERS = (
    "pagefind/",
    "sitemap.",
    "_headers",
    "_redirects",
    ".htaccess",
    "hosting/",
    "embed/",
)
"""How the names of files begin that the preview does without."""


def shown(preview, address=f"{CASE}/index.html"):
    """What a browser gets."""
    return preview.answer(address)[1].decode()


def test_every_file_is_the_one_that_a_build_writes(built, small_project, tmp_path, monkeypatch):
    """To the byte, but for the search index and what search engines and hosts read."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")
    engine = Engine(small_project, tmp_path)
    names = [p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()]
    names = [name for name in names if not name.startswith(NOT_FOR_READERS)]
    assert len(names) > 60

    for name in names:
        made = engine.missing() if name == "404.html" else engine.answer(name)
        assert made == (built / name).read_bytes(), name


def test_a_page_that_does_not_exist_is_answered_with_the_page_for_it(preview):
    """As on any host."""
    status, content = preview.answer("no/such/index.html")

    assert (status, b"This page does not exist" in content) == (404, True)


@pytest.mark.parametrize(
    ("file", "old", "new", "address"),
    [
        (f"{CASE}.yml", "Twelve invented bins", "Zebra bins", f"{CASE}/index.html"),
        (
            "cookbook/example-chapter.md",
            "\n## ",
            "\n## Zebra ",
            "cookbook/example-chapter/index.html",
        ),
        ("docs/about/index.md", "It is small", "It is Zebra", "about/index.html"),
        ("theme/main.html", "<body ", '<body data-made="Zebra" ', "about/index.html"),
        ("mkdocs.yml", "site_name: ", "site_name: Zebra ", "about/index.html"),
    ],
)
def test_what_is_saved_shows(preview, mine, file, old, new, address):
    """Content, a chapter, prose, the frame of pages, a setting."""
    assert "Zebra" not in shown(preview, address)
    state = preview.state

    edit(mine / file, old, new)
    preview.renew()

    assert "Zebra" in shown(preview, address)
    assert preview.state != state


def test_a_mistake_shows_in_the_page_with_its_line_and_goes_when_it_is_mended(preview, mine):
    """On every page, in the words of the check; nothing of it is markup."""
    edit(mine / f"{CASE}.yml", "title: ", "titel: <b>")
    preview.renew()

    status, content = preview.answer("about/index.html")
    assert status == 500
    assert b"casestudies/example-bins.yml:" in content
    assert b"It shows by itself as soon as the file is mended and saved." in content
    assert b"<b>" not in content

    edit(mine / f"{CASE}.yml", "titel: <b>", "title: ")
    preview.renew()
    assert "Twelve invented bins" in shown(preview)


def test_a_mistake_in_the_frame_shows_its_file_and_line(preview, mine):
    """Who writes a template reads what is wrong where he looks."""
    edit(mine / "theme/main.html", "<body ", "{% if %}<body ")
    preview.renew()

    assert "theme/main.html&quot;, line " in shown(preview, "about/index.html")


def test_problems_of_content_are_told_without_a_trace_of_the_code():
    """A contributor reads the file and the line, not Python."""
    assert said(PluginError("\na.yml:3: wrong")) == "a.yml:3: wrong"


def test_a_browser_that_waits_learns_of_a_change_at_once(preview):
    """And one that comes late too."""
    assert preview.wait("an older state") == preview.state
