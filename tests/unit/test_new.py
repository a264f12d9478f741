"""`scifi new`: a file with every field, where only the TODOs are left to do."""

import re

import pytest

from scifi.content import new
from scifi.content.checks import check_all
from scifi.kinds import KINDS


def started(root, kind):
    """The lines of a new file of a kind."""
    return new.write_stub(root, kind, "a-new-one").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_starts_a_file_in_the_folder_of_its_kind(root, scifi, kind):
    """Its answer says where it is and what comes next."""
    name = KINDS[kind].file("a-new-one")

    done = scifi("new", kind, "a-new-one", root=root)

    assert done.exit_code == 0
    assert done.output.startswith(f"{name} is started")
    assert (root / name).is_file()


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_passes_but_for_the_lines_marked_todo(root, kind):
    """Everything else about it is right: nobody mends what a program wrote."""
    lines = started(root, kind)

    problems = check_all(root).problems

    assert problems
    for problem in problems:
        assert "TODO" in lines[problem.line - 1] or "todo-key:" in lines[problem.line - 1], problem


@pytest.mark.parametrize("kind", KINDS)
def test_every_todo_of_a_new_file_is_asked_for(root, kind):
    """No TODO slips through to the site."""
    lines = started(root, kind)
    todo = {n for n, line in enumerate(lines, 1) if re.search(r"^(?!\s*#).*\bTODO\b", line)}

    asked = {p.line for p in check_all(root).problems if p.rule == "finished"}

    assert asked == todo


@pytest.mark.parametrize("kind", KINDS)
def test_every_todo_of_a_new_file_is_asked_for_once(root, kind):
    """What follows from a TODO, such as an address that is none, is not told as well."""
    lines = started(root, kind)

    problems = check_all(root).problems

    assert len(problems) == sum(
        len(re.findall(r"\bTODO\b", line)) for line in lines if not line.lstrip().startswith("#")
    )


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "# An item; " in new.stub(kind)])
def test_the_items_shown_in_a_new_file_have_the_form_that_the_check_wants(root, kind):
    """Whoever takes the signs away and fills in the TODOs has written a right file."""
    path = new.write_stub(root, kind, "a-new-one")
    text = path.read_text(encoding="utf-8")
    text = re.sub(r" \[\]\n *# An item; .*", "", text)
    path.write_text(re.sub(r"^( *)# (?=  )", r"\1", text, flags=re.MULTILINE), encoding="utf-8")

    assert {problem.rule for problem in check_all(root).problems} == {"finished"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_has_every_field_with_its_help_above(root, kind):
    """A contributor sees what can be said, and what each field means, without a manual."""
    lines = started(root, kind)
    fields = {
        (field.alias or name): field.description
        for name, field in KINDS[kind].model.model_fields.items()
        if name != "id"
    }

    for name, help_ in fields.items():
        at = next(i for i, line in enumerate(lines) if line.startswith(f"{name}:"))
        assert lines[at - 1].startswith(f"# {help_}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_tells_editors_its_schema(project, kind):
    """The path in its first lines leads to the committed schema."""
    (path,) = re.findall(r"# yaml-language-server: \$schema=(\S+)", new.stub(kind))

    assert (project / KINDS[kind].folder / path).resolve() == (
        project / "data" / "schemas" / f"{kind}.json"
    )


def test_a_filled_in_window_passes(root):
    """Whoever replaces each TODO is done."""
    path = new.write_stub(root, "window", "a-new-one")
    text = path.read_text(encoding="utf-8")
    for todo, words in (
        ("url: TODO", "url: https://example.org/"),
        ("read: TODO", "read: 2026-11"),
        ("how:\n  - TODO", "how:\n  - Do it [@note]."),
        ("steps:\n  - TODO", "steps: [plan]"),
        ("todo-key", "note"),
        ("TODO", "An invented window"),
    ):
        assert todo in text
        text = text.replace(todo, words)
    path.write_text(text, encoding="utf-8")

    assert check_all(root).problems == []


def test_a_new_chapter_has_the_sections_of_a_chapter(root):
    """Every chapter is built alike, so readers know where to look."""
    lines = started(root, "chapter")

    assert [line for line in lines if line.startswith("## ")] == [
        "## In short",
        "## Ingredients",
        "## Recipe",
        "## Who does what",
        "## Worksheet",
        "## Pitfalls",
        "## Cases",
        "## If it goes wrong",
    ]


def test_an_existing_file_is_never_overwritten(root, scifi):
    """A second start with the same name leaves the first untouched and exits with 2."""
    path = root / "data" / "cities" / "exampleville.yml"
    before = path.read_bytes()

    done = scifi("new", "city", "exampleville", root=root)

    assert done.exit_code == 2
    assert "data/cities/exampleville.yml exists already" in done.output
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "id_", ["Smart Bins", "smart_bins", "../smart", "a/b", "-a", "é", "a--b", ""]
)
def test_a_name_that_cannot_be_an_address_is_refused(root, scifi, id_):
    """Nothing is written, and the answer shows what an id looks like."""
    before = sorted(root.rglob("*"))

    done = scifi("new", "--", "city", id_, root=root)

    assert done.exit_code == 2
    assert "small letters, digits and single hyphens" in done.output
    assert sorted(root.rglob("*")) == before


def test_the_first_file_of_a_kind_can_be_started(tmp_path, scifi):
    """A folder that does not exist yet is made."""
    (tmp_path / "mkdocs.yml").write_text("site_name: A first city\n", encoding="utf-8")

    done = scifi("new", "city", "exampleville", root=tmp_path)

    assert done.exit_code == 0
    assert (tmp_path / "data" / "cities" / "exampleville.yml").is_file()
