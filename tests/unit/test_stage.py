"""`scifi stage`: the same pages as plain files, for another engine."""

import html
import re
import shutil
from pathlib import PurePosixPath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scifi.build import checked, stage
from scifi.exports import beside_pages
from scifi.exports import run as exports
from scifi.settings import settings
from scifi.site import downloads, moved, pages


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    """Tables are enough here."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")


def files(folder):
    """Every file below a folder by its path."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_every_page_and_download_is_written(small_project, tmp_path):
    """Pages made from content, prose pages and downloads: what MkDocs gets in memory."""
    count = stage.stage(small_project, tmp_path / "staged")

    site = checked.site(small_project)
    written = files(tmp_path / "staged" / "docs")
    made = {page.src_uri: stage.markdown(page) for page in pages.pages(site)}
    prose = files(small_project / "docs")
    beside = {
        path: text.encode() for path, text in (*downloads.files(site), *beside_pages.files(site))
    }
    exports.write(site, tmp_path / "exported")
    beside |= files(tmp_path / "exported")
    beside |= {path: text.encode() for path, text in moved.files(site.corpus, site.published)}
    assert set(written) == {*made, *prose, *beside}
    assert count == len(made) + len(prose)
    for path, text in made.items():
        assert in_common(written[path].decode(), path) == in_common(text, path)
    for path, content in beside.items():
        assert written[path] == content


def in_common(text, path):
    """What of a page is the same for both engines: not how far links climb, nor the metadata."""
    bare = re.sub(r'(?<=")(?:\.\.?/)+', "", text.split("---\n", 2)[2])
    # A link to the page itself names it only where links begin at its folder.
    return bare.replace(f'"{PurePosixPath(path).stem}/"', '""')


def test_prose_keeps_its_words_and_loses_only_our_frame(small_project, tmp_path):
    """A template of our theme is not asked for in another engine."""
    stage.stage(small_project, tmp_path / "staged")

    for path, content in files(small_project / "docs").items():
        text = (tmp_path / "staged" / "docs" / path).read_text(encoding="utf-8")
        assert text == content.decode().replace("template: home.html\n", "")


def test_a_lead_stands_in_the_text_as_it_is_typed(small_project, tmp_path):
    """Another engine's frame would not show it; no sign of it acts there."""
    project = shutil.copytree(small_project, tmp_path / "project", symlinks=True)
    prose = "---\ntitle: Bins\nlead: Half as *often*\n---\n\nText.\n"
    (project / "docs/bins.md").write_text(prose, encoding="utf-8")

    stage.stage(project, tmp_path / "staged")

    text = (tmp_path / "staged/docs/bins.md").read_text(encoding="utf-8")
    lead = html.unescape(text.split("---\n\n")[1])
    assert lead == '<p class="page-lead">Half as *often*</p>\n\nText.\n'
    assert "*" not in text.split("---\n\n")[1]


def test_the_config_names_no_mkdocs_hook_and_no_folder_of_ours(small_project, tmp_path):
    """Another engine knows neither our hooks nor our theme."""
    stage.stage(small_project, tmp_path / "staged")

    config = yaml.safe_load((tmp_path / "staged/mkdocs.yml").read_text(encoding="utf-8"))
    ours = settings(small_project)
    assert not {"hooks", "watch", "nav", "not_in_nav"} & set(config)
    assert "custom_dir" not in config["theme"]
    assert config["markdown_extensions"] == ours["markdown_extensions"]
    assert config["plugins"] == ours["plugins"]
    assert config["site_name"] == ours["site_name"]


def test_a_folder_with_files_of_others_is_refused_and_left_alone(small_project, tmp_path, scifi):
    """Nobody loses a folder by naming it."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")

    done = scifi("stage", mine, root=small_project)

    assert done.exit_code == 1
    assert "is not empty: name a new folder" in done.output
    assert files(mine) == {"thesis.txt": b"years of work"}


def test_an_empty_folder_and_a_folder_in_a_folder_are_fine(small_project, tmp_path, scifi):
    """Missing folders are made."""
    (tmp_path / "empty").mkdir()

    assert scifi("stage", tmp_path / "empty", root=small_project).exit_code == 0
    done = scifi("stage", tmp_path / "a" / "b", root=small_project)
    assert done.exit_code == 0
    assert re.search(r"^\d+ pages written to .*/a/b; build them with: zensical", done.output)


def test_staging_again_replaces_what_the_last_run_wrote(small_project, tmp_path):
    """A page that is gone from the content is gone from the folder."""
    folder = tmp_path / "staged"
    stage.stage(small_project, folder)
    before = files(folder)
    (folder / "docs" / "casestudies" / "gone.md").write_text("from an earlier run")

    stage.stage(small_project, folder)

    assert files(folder) == before


def test_content_with_problems_is_not_staged(root, tmp_path, scifi):
    """The problems are shown, and the folder of an earlier run stays."""
    (root / "data/windows/bad.yml").write_text("title: [\n", encoding="utf-8")

    done = scifi("stage", tmp_path / "staged", root=root)

    assert done.exit_code == 1
    assert "data/windows/bad.yml:1:8" in done.output
    assert not (tmp_path / "staged").exists()


def test_the_macros_find_the_project_from_anywhere(small_project, tmp_path):
    """The copied door leads back to the content it was made for."""
    stage.stage(small_project, tmp_path / "staged")

    door = (tmp_path / "staged/macros.py").read_text(encoding="utf-8")
    assert f"Path({str(small_project)!r})" in door
    assert "env.project_dir" not in door


@given(st.dictionaries(st.sampled_from(["title", "description", "part"]), st.text()))
def test_front_matter_is_read_as_it_was_written(meta):
    """Whatever a text holds, YAML gives it back, so no engine takes it for a part of the page."""
    text = stage.front_matter(meta)

    assert text.isascii()
    assert yaml.safe_load(text.split("---\n")[1]) == (meta or None)
