"""The front end's bundle: kept until a source changes, replaced only when the new one is whole."""

from pathlib import Path

import pytest

from scifi.build import assets, node


@pytest.fixture
def front(tmp_path, monkeypatch):
    """A project with a small front end, and a stand-in for Node that writes one file."""
    (tmp_path / "frontend" / "styles").mkdir(parents=True)
    (tmp_path / "frontend" / "styles" / "site.css").write_text("a {}")
    monkeypatch.setattr(node, "install", lambda folder: None)
    runs = []

    def run(folder, script, out, *arguments):
        runs.append(script)
        Path(out, "site.css").write_text(f"bundle {len(runs)}")

    monkeypatch.setattr(node, "run", run)
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

    for number in range(5):
        (root / "frontend" / "styles" / "site.css").write_text(f"b{number} {{}}")
        assert bundle(root) == f"bundle {number + 2}"

    # A build may still read an older one while a preview makes the next.
    assert len(list((root / ".cache").glob("assets-*"))) == assets.KEPT


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

    def fail(folder, script, out, *arguments):
        Path(out, "site.css").write_text("half")
        raise node.NodeError("esbuild says no")

    monkeypatch.setattr(node, "run", fail)
    (root / "frontend" / "styles" / "site.css").write_text("b {")

    with pytest.raises(assets.AssetsError, match=r"(?s)frontend/.*esbuild says no.*make site"):
        assets.build(root, root / ".cache")
    assert (good / "site.css").read_text() == "bundle 1"


def test_a_script_that_fails_says_what_it_said(tmp_path):
    """The program's own words, whichever way it said them."""
    (tmp_path / "fails.mjs").write_text("console.error('no such luck'); process.exit(3)")

    with pytest.raises(node.NodeError, match="no such luck"):
        node.run(tmp_path, "fails.mjs")


def test_packages_for_development_are_installed_only_when_asked_for(tmp_path, monkeypatch):
    """A build fetches no linter, and a set-up for development serves a build too."""
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "node_modules").mkdir()
    asked = []
    monkeypatch.setattr(node, "run", lambda folder, *words: asked.append("--omit=dev" in words))

    node.install(tmp_path)
    node.install(tmp_path)
    node.install(tmp_path, development=True)
    node.install(tmp_path)

    assert asked == [True, False]


def test_the_theme_comes_with_the_packages():
    """Nobody has to fetch it by hand."""
    assert assets._material_css().read_text(encoding="utf-8")
