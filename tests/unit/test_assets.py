"""The front end's bundle: kept until a source changes, replaced only when the new one is whole."""

from pathlib import Path

import pytest

from scifi.build import assets


@pytest.fixture
def front(tmp_path, monkeypatch):
    """A project with a small front end, and a stand-in for Node that writes one file."""
    (tmp_path / "frontend" / "styles").mkdir(parents=True)
    (tmp_path / "frontend" / "styles" / "site.css").write_text("a {}")
    monkeypatch.setattr(assets, "_install", lambda folder: None)
    monkeypatch.setattr(assets, "_node", lambda: "node")
    runs = []

    def run(folder, *command):
        runs.append(command)
        Path(command[2], "site.css").write_text(f"bundle {len(runs)}")

    monkeypatch.setattr(assets, "_run", run)
    return tmp_path, runs


def bundle(root):
    """Build, and give the bundled style sheet."""
    return (assets.build(root, root / ".cache") / "site.css").read_text()


def test_an_unchanged_front_end_is_not_bundled_again(front):
    """A preview that reloads does not start Node each time."""
    root, runs = front

    assert [bundle(root), bundle(root)] == ["bundle 1", "bundle 1"]
    assert len(runs) == 1


def test_a_changed_source_is_bundled_anew_and_the_old_bundle_goes(front):
    """The cache does not grow for ever."""
    root, _ = front
    bundle(root)

    (root / "frontend" / "styles" / "site.css").write_text("b {}")

    assert bundle(root) == "bundle 2"
    assert len(list((root / ".cache").glob("assets-*"))) == 1


def test_packages_are_no_sources(front):
    """Installing the packages does not change what the bundle is made from."""
    root, runs = front
    bundle(root)

    (root / "frontend" / "node_modules").mkdir()
    (root / "frontend" / "node_modules" / "other.js").write_text("x")

    assert bundle(root) == "bundle 1"
    assert len(runs) == 1


def test_a_bundle_that_fails_leaves_the_last_good_one(front, monkeypatch):
    """A mistake in a style sheet does not leave half a bundle to be used."""
    root, _ = front
    good = assets.build(root, root / ".cache")

    def fail(folder, *command):
        Path(command[2], "site.css").write_text("half")
        raise assets.AssetsError("esbuild says no")

    monkeypatch.setattr(assets, "_run", fail)
    (root / "frontend" / "styles" / "site.css").write_text("b {")

    with pytest.raises(assets.AssetsError, match="esbuild says no"):
        assets.build(root, root / ".cache")
    assert (good / "site.css").read_text() == "bundle 1"


def test_a_command_that_fails_says_what_it_said_and_what_to_do(tmp_path):
    """The bundler's own words, and the advice to run make again."""
    with pytest.raises(assets.AssetsError, match=r"(?s)frontend/.*no such luck.*make\s+site"):
        assets._run(tmp_path, "sh", "-c", "echo no such luck >&2; exit 3")


def test_node_and_the_theme_come_with_the_packages():
    """Nobody has to install Node by hand."""
    assert Path(assets._node()).is_file()
    assert assets._npm().is_file()
    assert assets._material_css().read_text(encoding="utf-8")
