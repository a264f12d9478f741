"""What may take the place of MkDocs or of Material makes the same site, to the byte."""

import shutil
from pathlib import Path

HIDDEN = "import sys; sys.modules['material'] = None; from mkdocs.__main__ import cli; cli()"
"""MkDocs on a machine where Python finds no package `material`."""

THEIRS = ("assets/images", "assets/javascripts", "assets/stylesheets")
"""What MkDocs copies from Material beside our pages; no page of ours asks for it."""


def files(site: Path) -> dict[str, bytes]:
    """Every file of a built site by its path, but for those of Material."""
    paths = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in paths.items() if not name.startswith(THEIRS)}


def unlike(site: Path, other: Path) -> list[str]:
    """Paths of files that two sites do not have alike."""
    mine, theirs = files(site), files(other)
    return sorted(name for name in mine | theirs if mine.get(name) != theirs.get(name))


def test_properdocs_makes_the_same_site(built, small_project, build_with, tmp_path):
    """The fork of MkDocs reads our settings, hooks and plugins as they are."""
    other = build_with(small_project, tmp_path / "site", "-m", "properdocs")

    assert unlike(built, other) == []


def test_a_site_without_the_package_of_material_is_the_same(
    built, small_project, build_with, tmp_path
):
    """One line of `mkdocs.yml` takes the theme away; styles and icons in use are ours."""
    project = shutil.copytree(small_project, tmp_path / "project", symlinks=True)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert config.count("name: material\n") == 1
    bare = config.replace("name: material\n", "name: null\n")
    (project / "mkdocs.yml").write_text(bare, encoding="utf-8")

    other = build_with(project, tmp_path / "site", "-c", HIDDEN)

    assert unlike(built, other) == []
    assert not any((other / folder).exists() for folder in THEIRS)
