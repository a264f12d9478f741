"""The front end's bundle: kept until a source changes, replaced only when the new one is whole."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from scifi.build import assets, fonts, node


@pytest.fixture
def front(tmp_path, monkeypatch):
    """A project with a small front end, and a stand-in for Node that writes one file."""
    (tmp_path / "frontend" / "styles").mkdir(parents=True)
    (tmp_path / "frontend" / "styles" / "site.css").write_text("a {}")
    (tmp_path / "frontend" / "package-lock.json").write_text("{}")
    monkeypatch.setattr(node, "install", lambda folder: None)
    monkeypatch.setattr(fonts, "write", lambda packages, folder: folder.mkdir())
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


def test_the_icons_of_others_are_those_in_use(project):
    """No more of somebody else's work lies here than the style sheets need."""
    styles = project / "frontend" / "styles"
    sheets = "".join(sheet.read_text(encoding="utf-8") for sheet in styles.rglob("*.css"))
    named = re.findall(r"\./(?:material/)?icons/([\w-]+\.svg)", sheets)

    assert {icon.name for icon in (styles / "material" / "icons").glob("*.svg")} == set(named)


def test_an_address_is_asked_for_by_the_name_of_its_source(tmp_path):
    """The page knows no hash; the bundle does."""
    (tmp_path / "names.json").write_text('{"site.css": "bundle/site-1A2B3C4D.css"}')

    assert assets.address(tmp_path, "site.css") == "assets/bundle/site-1A2B3C4D.css"


def test_the_fonts_hold_the_letters_of_european_names(project, tmp_path):
    """Each letter in one file, so that a page loads the second only for a name that needs it."""
    packages = project / "frontend" / "node_modules"
    fonts.write(packages, tmp_path / "fonts")

    names = [Path(face.file).name for face in fonts.FACES]
    held = [
        set(TTFont(tmp_path / "fonts" / name.format(letters=letters)).getBestCmap())
        for name in names
        for letters in ("latin", "latin-ext")
    ]
    for western, other in (held[:2], held[2:]):
        assert set(map(ord, "Köln Ærø Saint-Étienne 12 €")) <= western
        assert set(map(ord, "ŁŻźČřőŞșțāėĦğ")) <= other
        assert not western & other


def test_neighbours_stand_together_in_a_range_of_characters():
    """As style sheets write it."""
    assert fonts.unicode_range([0x131, 0x41, 0x42, 0x43]) == "U+41-43, U+131"
