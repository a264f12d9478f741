"""A file that nobody would read is told, with the place it belongs to."""

import pytest

from scifi.content.checks import check_all

CASE = "casestudies/example-bins.yml"


def told(root):
    """What the check says, as (path, rule, fix)."""
    return [(p.path, p.rule, p.fix) for p in check_all(root).problems]


@pytest.mark.parametrize(
    "name, fix",
    [
        ("casestudies/spain/more/bins.yml", "Move it to casestudies/bins.yml."),
        ("data/casestudies/bins.yml", "Move it to casestudies/bins.yml."),
        ("casestudies.yml/bins.yml", "Move it to casestudies/bins.yml."),
        ("cities/ghent.yml", "Move it to data/cities/ghent.yml."),
        ("data/city/ghent.yml", "Move it to data/cities/ghent.yml."),
        ("docs/cookbook/notes.yaml", "Move it to cookbook/notes.yaml."),
        ("data/remedies/old.yml/one.yml", "Move it to data/remedies/one.yml."),
    ],
)
def test_a_file_in_another_folder_is_sent_to_its_own(root, name, fix):
    """Whatever it holds: a broken file in the wrong place is still in the wrong place."""
    path = root / name
    path.parent.mkdir(parents=True)
    path.write_text("title: [never closed\n", encoding="utf-8")

    assert told(root) == [(name, "file-place", fix)]


@pytest.mark.parametrize("name", ["data/notes.txt", "data/ghent.yml", "ghent.yml"])
def test_a_file_beside_the_folders_is_given_the_list_of_them(root, name):
    """Nothing in its path tells of what kind it is."""
    (root / name).write_text("title: Ghent\n", encoding="utf-8")

    ((path, rule, fix),) = told(root)

    assert (path, rule) == (name, "file-place")
    assert "casestudies, cookbook, data/axes" in fix


def test_an_empty_folder_with_the_name_of_a_file_is_told(root):
    """A slip while unpacking; the list of files looks right and one is missing."""
    (root / "casestudies" / "bins.yml").mkdir()

    ((path, rule, _fix),) = told(root)

    assert (path, rule) == ("casestudies/bins.yml", "file-place")


def test_a_link_that_leads_to_nothing_is_told(root):
    """On the writer's machine the file was there."""
    (root / "casestudies" / "bins.yml").symlink_to(root / "elsewhere.yml")

    assert told(root) == [
        ("casestudies/bins.yml", "file-place", "Put the file itself here, or delete the link.")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "README.md",
        "docker-compose.yml",
        ".gitlab-ci.yml",
        ".github/workflows/check.yml",
        "data/schemas/city.json",
        "casestudies/.draft.yml",
        "tests/examples/city.yml",
        "site/data.yml",
        "elsewhere/settings.yml",
    ],
)
def test_files_that_are_no_content_are_left_alone(root, name):
    """A project holds more than its knowledge; only what looks like an entry is told."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "title: A city\n" if "tests/" in name or "draft" in name else "services: {}\n"
    path.write_text(text, encoding="utf-8")

    assert told(root) == []
