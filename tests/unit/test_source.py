"""Which files are content, and their text."""

from itertools import pairwise

from scifi.content import source
from scifi.content.problem import Problem
from scifi.content.source import SourceFile
from scifi.kinds import KINDS


def test_every_kind_has_its_folder_and_its_example(valid):
    """The smallest knowledge base holds a file of every kind."""
    folders = {path.parent.relative_to(valid).as_posix() for path in source.find(valid)}

    assert folders == {kind.folder for kind in KINDS.values()}


def test_files_come_in_the_same_order_on_every_machine(root):
    """Problems and pages do not change places between two computers."""
    found = source.find(root)

    assert found == sorted(found)
    assert len(found) == len({path.parent for path in found}) + 2


def test_hidden_files_and_other_folders_are_no_content(root):
    """An editor's swap file or a schema is not taken for a contribution."""
    before = source.find(root)
    (root / "casestudies" / ".example-bins.yml.swp").write_text("x")
    (root / "data" / "notes.yml").write_text("x")
    (root / "data" / "schemas").mkdir()
    (root / "data" / "schemas" / "city.json").write_text("{}")

    assert source.find(root) == before


def test_a_project_without_content_has_no_files(tmp_path):
    """An empty folder is no error."""
    assert source.find(tmp_path) == []


def test_a_file_knows_its_path_kind_and_id(root):
    """The folder gives the kind, the name the id."""
    read = source.read(root / "data" / "cities" / "exampleville.yml", root)

    assert isinstance(read, SourceFile)
    assert (read.path, read.kind, read.id) == (
        "data/cities/exampleville.yml",
        "city",
        "exampleville",
    )
    assert read.text.splitlines()[:2] == [
        "# yaml-language-server: $schema=../schemas/city.json",
        "title: Exampleville",
    ]


def test_a_file_that_cannot_be_opened_is_a_problem(root):
    """A file deleted while the check runs gives a sentence, not a crash."""
    read = source.read(root / "data" / "cities" / "gone.yml", root)

    assert isinstance(read, Problem)
    assert read.what.startswith("the file cannot be read: ")
    assert (read.path, read.rule) == ("data/cities/gone.yml", "readable-file")


def test_saving_adding_and_deleting_a_file_is_noticed(root):
    """The preview reloads for each kind of change, and only then."""
    city = root / "data" / "cities" / "exampleville.yml"
    seen = [source.newest_change(root)]
    assert source.newest_change(root) == seen[0]

    city.write_text(city.read_text() + "# longer\n")
    seen.append(source.newest_change(root))
    other = city.with_name("other.yml")
    other.write_text("title: x\n")
    seen.append(source.newest_change(root))
    other.unlink()
    seen.append(source.newest_change(root))

    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("A page.\n")
    seen.append(source.newest_change(root))

    assert all(a != b for a, b in pairwise(seen))
    assert seen[3] == seen[1]
