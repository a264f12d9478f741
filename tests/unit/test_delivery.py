"""A finished site takes the place of the last one, whatever `site/` is, or gives it back."""

import pytest

from scifi.build import delivery


def folder(path, **files):
    """A folder with these pages."""
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / f"{name}.html").write_text(text)
    return path


def pages(path):
    """What a visitor sees."""
    return {file.stem: file.read_text() for file in path.iterdir()}


@pytest.fixture
def fresh(tmp_path):
    return folder(tmp_path / ".cache/site.part", index="new", more="new")


@pytest.fixture
def old(tmp_path):
    return tmp_path / ".cache/site.old"


def test_a_link_stays_a_link_and_shows_the_new_site(tmp_path, fresh, old):
    """Whoever serves another disk by a link keeps it; nothing of the older site is left."""
    elsewhere = folder(tmp_path / "elsewhere", index="last", gone="last")
    (tmp_path / "site").symlink_to(elsewhere)

    delivery.replace(tmp_path / "site", fresh, old)

    assert (tmp_path / "site").is_symlink()
    assert pages(elsewhere) == {"index": "new", "more": "new"}
    assert not old.exists() and not fresh.exists()


def test_a_folder_that_cannot_be_renamed_is_filled(tmp_path, fresh, old, monkeypatch):
    """A mount point stays where it is."""
    site = folder(tmp_path / "site", index="last", gone="last")
    place = site.stat().st_ino
    monkeypatch.setattr(delivery.os.path, "ismount", lambda path: path == site)

    delivery.replace(site, fresh, old)

    assert pages(site) == {"index": "new", "more": "new"}
    assert site.stat().st_ino == place


def test_a_run_killed_between_old_and_new_gives_the_old_back(tmp_path, old):
    """The only moment without a site is put right by the next run."""
    folder(old, index="last")

    delivery.recover(tmp_path / "site", old)

    assert pages(tmp_path / "site") == {"index": "last"}
    assert not old.exists()


def test_a_run_killed_while_it_filled_a_mount_gives_back_what_it_took(tmp_path, old):
    """Pages that were taken stand again; those that were new already stay."""
    site = folder(tmp_path / "site", index="new")
    folder(site / delivery.OLD, index="last", more="last")
    folder(site / delivery.NEW, third="new")

    delivery.recover(site, old)

    assert pages(site) == {"index": "new", "more": "last"}
