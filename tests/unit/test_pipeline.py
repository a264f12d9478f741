"""The whole build: what fails leaves the last good site; what works replaces it at once."""

import time

import pytest

from scifi.build import assets, engines, pipeline
from scifi.exports import run as exports
from scifi.papers import NONE


@pytest.fixture
def project_copy(root, monkeypatch):
    """A project with an older site, whose bundling, MkDocs, print and data are stood in for."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")
    monkeypatch.setattr(assets, "build", lambda root, cache: cache)
    monkeypatch.setattr(pipeline, "_print", lambda root, site, corpus, tell, which: [])
    monkeypatch.setattr(exports, "PARTS", ())
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("the last good site")
    return root


def mkdocs_writes(text):
    """A stand-in for MkDocs that writes one page."""

    def write(engine, root, out, which, meanwhile):
        out.mkdir(parents=True)
        (out / "index.html").write_text(text)

    return write


def told(root):
    """Build; give the last line and those told on the way."""
    lines = []
    return pipeline.build(root, lines.append), lines


def last_good(root):
    """What a visitor of the site sees, as all its files."""
    return {
        p.relative_to(root / "site").as_posix(): p.read_text()
        for p in (root / "site").rglob("*")
        if p.is_file()
    }


def test_a_good_build_replaces_the_site(project_copy, monkeypatch):
    """Nothing of the older site is left behind, and one line says what was built."""
    (project_copy / "site" / "old.html").write_text("gone tomorrow")
    monkeypatch.setattr(engines, "write", mkdocs_writes("the new site"))

    said, lines = told(project_copy)

    assert last_good(project_copy) == {"index.html": "the new site"}
    assert "1 page, 1 case study" in said
    assert any("NO BROWSER FOUND" in line for line in lines)
    assert "NO drawn charts" in said


def test_the_first_build_needs_no_older_site(root, monkeypatch):
    """A fresh checkout has none."""
    monkeypatch.setenv("SCIFI_BROWSER", "none")
    monkeypatch.setattr(assets, "build", lambda root, cache: cache)
    monkeypatch.setattr(engines, "write", mkdocs_writes("the first site"))
    monkeypatch.setattr(pipeline, "_print", lambda root, site, corpus, tell, which: [])
    monkeypatch.setattr(exports, "PARTS", ())

    told(root)

    assert last_good(root) == {"index.html": "the first site"}


def test_wrong_content_leaves_the_last_good_site(project_copy, monkeypatch):
    """The problem is told with its line, before MkDocs has even started."""
    monkeypatch.setattr(engines, "write", lambda *rest: 1 / 0)
    (project_copy / "data/windows/bad.yml").write_text("title: [\n", encoding="utf-8")

    with pytest.raises(
        pipeline.BuildError, match=r"data/windows/bad\.yml:1:8: the \[ that opens here"
    ):
        told(project_copy)

    assert last_good(project_copy) == {"index.html": "the last good site"}


def test_a_front_end_that_cannot_be_bundled_leaves_the_last_good_site(project_copy, monkeypatch):
    """A machine without network says so and keeps what it had."""

    def fail(root, cache):
        raise assets.AssetsError("no network")

    monkeypatch.setattr(assets, "build", fail)

    with pytest.raises(pipeline.BuildError, match="no network"):
        told(project_copy)

    assert last_good(project_copy) == {"index.html": "the last good site"}


def test_mkdocs_that_stops_leaves_the_last_good_site(project_copy):
    """Here the project has no mkdocs.yml at all; the message is MkDocs's own."""
    (project_copy / "mkdocs.yml").unlink()

    with pytest.raises(pipeline.BuildError, match=r"(?s)MkDocs stopped:.*mkdocs\.yml.*untouched"):
        told(project_copy)

    assert last_good(project_copy) == {"index.html": "the last good site"}


def test_half_a_site_of_a_stopped_build_is_cleared_away(project_copy, monkeypatch):
    """Pages of a build that was interrupted do not end up in the next."""
    half = project_copy / ".cache" / "site.part"
    half.mkdir(parents=True)
    (half / "half.html").write_text("half")
    monkeypatch.setattr(engines, "write", mkdocs_writes("whole"))

    told(project_copy)

    assert last_good(project_copy) == {"index.html": "whole"}
    assert not half.exists()


def test_the_command_says_what_failed_and_exits_with_1(project_copy, scifi):
    """No Python error reaches a contributor."""
    (project_copy / "data/windows/bad.yml").write_text("title: [\n", encoding="utf-8")

    done = scifi("build", root=project_copy)

    assert done.exit_code == 1
    assert "data/windows/bad.yml:1:8" in done.output
    assert "Traceback" not in done.output


def test_a_build_without_papers_sets_none(project_copy, monkeypatch):
    """Who only wants to see the pages does not wait for the typesetter."""
    monkeypatch.setattr(engines, "write", mkdocs_writes("pages"))
    monkeypatch.setattr(pipeline, "_print", lambda *rest: 1 / 0)

    said = pipeline.build(project_copy, lambda line: None, NONE)

    assert "no PDFs" in said
    assert last_good(project_copy) == {"index.html": "pages"}


def test_an_engine_that_is_not_installed_is_named_with_the_way_to_get_it(project_copy, monkeypatch):
    """Zensical and ProperDocs come only with the packages for development."""
    monkeypatch.setattr(engines.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(
        pipeline.BuildError, match=r"Zensical is not installed: run make site ENGINE=zensical"
    ):
        pipeline.build(project_copy, lambda line: None, engine="zensical")

    assert last_good(project_copy) == {"index.html": "the last good site"}


def test_zensical_that_stops_leaves_the_last_good_site(project_copy):
    """Here the macros cannot even be read; the message is Zensical's own."""
    (project_copy / "docs").mkdir()
    (project_copy / "docs/index.md").write_text("---\ntitle: Home\n---\n\nHome.\n")
    (project_copy / "macros.py").write_text("1 / 0\n")
    with (project_copy / "mkdocs.yml").open("a") as config:
        config.write("plugins: [macros: {module_name: macros}]\n")

    with pytest.raises(pipeline.BuildError, match=r"(?s)Zensical stopped:.*by zero.*untouched"):
        pipeline.build(project_copy, lambda line: None, engine="zensical")

    assert last_good(project_copy) == {"index.html": "the last good site"}


def test_another_engine_says_what_its_site_lacks(project_copy, scifi, monkeypatch):
    """Nobody looks for the papers, or wonders why a preview looks otherwise."""
    monkeypatch.setattr(engines, "write", mkdocs_writes("a page"))

    done = scifi("build", "--engine", "zensical", root=project_copy)

    assert "Built site/ with Zensical" in done.output
    assert "Papers, our search and frames for other sites come with MkDocs only." in done.output


def test_open_data_that_cannot_be_written_leaves_the_last_good_site(project_copy, monkeypatch):
    """It is written while MkDocs is at work, which is ended then."""
    monkeypatch.setattr(engines, "_mkdocs", lambda *rest: time.sleep(600))
    monkeypatch.setattr(exports, "PARTS", (lambda site: 1 / 0,))

    with pytest.raises(ZeroDivisionError):
        told(project_copy)

    assert last_good(project_copy) == {"index.html": "the last good site"}
