"""hooks.py: what MkDocs gets from us, on a real configuration."""

import os
import shutil
import subprocess
import sys

import pytest
from jinja2.sandbox import SecurityError
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, get_files

from scifi.build import assets, checked
from scifi.exports import beside_pages
from scifi.site import downloads, embeds, hosting, moved, pages


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    """Tables are enough here."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")


@pytest.fixture
def config(small_project):
    """The real mkdocs.yml, loaded where the small project has it, and hooks.py with it."""
    loaded = load_config(str(small_project / "mkdocs.yml"))
    return loaded.plugins.on_config(loaded)


def test_the_real_configuration_loads_our_door_and_nothing_from_elsewhere(project):
    """Strict macros, our hooks, no font from a third party."""
    config = load_config(str(project / "mkdocs.yml"))

    macros = config.plugins["macros"].config
    assert (macros["on_undefined"], macros["on_error_fail"]) == ("strict", True)
    assert list(config.hooks) == ["hooks.py"]
    assert config.theme["font"] is False


def test_right_content_passes_and_the_missing_browser_is_told(hooks, config, capsys):
    """The build goes on; it is not a warning, which would stop a strict build."""
    assert hooks.on_config(config) is config
    assert "NO BROWSER FOUND: charts are tables only." in capsys.readouterr().err


def test_with_a_browser_nothing_is_said(hooks, config, capsys, monkeypatch, tmp_path):
    """Silence means that all is well."""
    mine = tmp_path / "my-browser"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    monkeypatch.setenv("SCIFI_BROWSER", str(mine))
    monkeypatch.setattr(checked, "site", lambda root, **how: None)

    hooks.on_config(config)

    assert capsys.readouterr().err == ""


def test_wrong_content_stops_mkdocs_before_it_writes(hooks, small_project, tmp_path):
    """The error shows each problem with its line."""
    copy = tmp_path / "copy"
    ignore = shutil.ignore_patterns("node_modules", ".cache")
    shutil.copytree(small_project, copy, ignore=ignore)
    (copy / "data/windows/bad.yml").write_text("title: [\n", encoding="utf-8")

    with pytest.raises(PluginError, match=r"data/windows/bad\.yml:1:8: the \[ that opens here"):
        hooks.on_config(load_config(str(copy / "mkdocs.yml")))


def test_a_program_in_a_prose_page_stops_the_build(small_project, tmp_path):
    """The check says where it stands; it is not run."""
    copy = tmp_path / "copy"
    shutil.copytree(small_project, copy, ignore=shutil.ignore_patterns("node_modules"))
    (copy / "frontend/node_modules").symlink_to(small_project / "frontend/node_modules")
    harm = tmp_path / "harm"
    program = f'cycler.__init__.__globals__.os.popen("touch {harm}").read()'
    (copy / "docs/evil.md").write_text(f"# Evil\n\n{{{{ {program} }}}}\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")],
        cwd=copy,
        env={**os.environ, "SCIFI_BROWSER": "none", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )

    assert done.returncode != 0
    assert "docs/evil.md:3:1: this is not a plain call of a macro" in done.stdout + done.stderr
    assert not harm.exists()


def test_a_prose_page_reaches_nothing_behind_its_macros(hooks, config):
    """Were a program to pass the check, it would still not run."""
    hooks.on_pre_build(config)
    page = config.plugins["macros"].env.from_string("{{ cycler.__init__.__globals__.os.getcwd() }}")

    with pytest.raises(SecurityError):
        page.render()


def test_mkdocs_gets_every_page_download_and_asset_once(config, small_project):
    """In memory, beside the prose pages it found itself."""
    prose = get_files(config)
    found = {file.src_uri for file in prose}

    files = config.plugins.on_files(prose, config=config)

    site = checked.site(small_project)
    bundle = assets.build(small_project, small_project / checked.CACHE)
    made = {page.src_uri: page for page in pages.pages(site)}
    sheet = assets.address(bundle, "embed.css")
    framed = embeds.files(site, hosting.policy(), sheet)
    beside = dict([*downloads.files(site), *beside_pages.files(site), *framed])
    beside |= dict(moved.files(site.corpus, site.published))
    bundled = {
        f"assets/{p.relative_to(bundle).as_posix()}" for p in bundle.rglob("*") if p.is_file()
    }
    names = [file.src_uri for file in files]
    assert sorted(names) == sorted(found | set(made) | set(beside) | bundled)
    by_name = {file.src_uri: file for file in files}
    for name, page in made.items():
        assert by_name[name].page.value == page
        assert by_name[name].edit_uri == f"../{page.edit_uri}"
    for name, text in beside.items():
        assert by_name[name].content_string == text


def test_every_edit_link_leads_to_a_file_of_the_project(config, small_project):
    """Who finds a mistake on a page finds the file to mend it in."""
    files = config.plugins.on_files(Files([]), config=config)
    edits = {file.edit_uri for file in files if file.src_uri.endswith(".md")}

    assert edits
    assert [uri for uri in edits if not (small_project / "docs" / uri).exists()] == []


def test_a_front_end_that_cannot_be_bundled_stops_mkdocs_with_a_sentence(config, monkeypatch):
    """No Python error reaches somebody who only wants to see a page."""

    def fail(root, cache):
        raise assets.AssetsError("Check the network, then run make site again.")

    monkeypatch.setattr(assets, "build", fail)

    with pytest.raises(PluginError, match="Check the network"):
        config.plugins.on_files(Files([]), config=config)
