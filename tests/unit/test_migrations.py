"""Files of older versions of the model pass after `scifi check --fix`."""

import shutil

import pytest

from scifi.content import migrations
from scifi.content.checks import check_all
from scifi.content.source import SourceFile
from scifi.model.version import SCHEMA_VERSION

FUND, CASE = "data/funding/older.yml", "casestudies/older.yml"


@pytest.fixture
def fixed(project, root, scifi):
    """Lay an old file into the smallest knowledge base, mend it, and give what it says then."""

    def run(example, name):
        shutil.copy(project / "tests/examples/migrations" / example, root / name)
        assert {p.rule for p in check_all(root).problems} >= {"present-form"}
        done = scifi("check", "--fix", root=root)
        return (root / name).read_text(encoding="utf-8"), done

    return run


@pytest.mark.parametrize(("example", "status"), [("closed", "closed"), ("unclear", "unclear")])
def test_a_funding_line_of_before_passes(fixed, example, status):
    """Migration 1: the sentences are the note, yes and no are a word; comments stay."""
    text, done = fixed(f"0001-{example}.yml", FUND)

    assert done.exit_code == 0, done.output
    assert f"\n# Not any more.\nstatus: {status}\ncloses: null\n" in text
    assert "\nnote: The last call is over [@example-page]. Ask whether" in text
    assert "# How much, as far as known.\nsize:" in text
    assert "current" not in text
    assert f"{FUND}: `status` is the `note` now" in done.stderr


def test_what_the_older_form_did_not_tell_is_left_to_a_person(fixed, root):
    """`current: true` meant open or announced."""
    text, done = fixed("0001-current.yml", FUND)

    assert "status: TODO  # open or announced: the older file did not tell which" in text
    assert done.exit_code == 1
    assert [(p.path, p.rule) for p in check_all(root).problems] == [(FUND, "finished")]


def test_a_case_study_with_search_words_passes(fixed, project):
    """Migration 2: they are taken out, with all their lines and no others."""
    before = (project / "tests/examples/migrations/0002-search-words.yml").read_text("utf-8")
    text, done = fixed("0002-search-words.yml", CASE)

    assert done.exit_code == 0, done.output
    assert "also_called" in before and "also_called" not in text
    assert "Mülleimer" not in text and "Fourteen invented bins" in text
    assert f"{CASE}: `also_called` is taken out" in done.stderr


def test_a_file_in_the_present_form_is_left_alone(project):
    """Every file of the project, to the byte."""
    for folder, kind in (("data/funding", "funding"), ("casestudies", "casestudy")):
        for path in (project / folder).iterdir():
            file = SourceFile(path.name, kind, path.stem, path.read_text(encoding="utf-8"))
            assert list(migrations.steps(file)) == []


def test_a_whole_state_of_before_is_brought_into_the_present_form(project, root):
    """As `scifi changes` does before it compares an old state with a new one."""
    shutil.copy(project / "tests/examples/migrations/0001-closed.yml", root / FUND)

    migrations.migrate(root)

    assert check_all(root).problems == []


def test_the_version_of_the_model_is_that_of_its_last_migration(project):
    """One number, which the schemas say too."""
    assert len(migrations.MIGRATIONS) == SCHEMA_VERSION
    names = [module.__name__.rpartition(".")[2] for module in migrations.MIGRATIONS]
    assert [name[:5] for name in names] == [f"m{n:04}" for n in range(1, SCHEMA_VERSION + 1)]
    examples = {p.name[:4] for p in (project / "tests/examples/migrations").iterdir()}
    assert examples == {name[1:5] for name in names}
    for path in (project / "data/schemas").iterdir():
        assert f'"$comment": "Version {SCHEMA_VERSION} of the model."' in path.read_text("utf-8")
