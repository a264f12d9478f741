"""The JSON Schemas that editors and other people's programs use."""

import json

import pytest

from scifi.content.schema import schema, schemas
from scifi.kinds import KINDS


def test_the_committed_schemas_are_those_of_the_models(project):
    """An editor's help and the check never disagree; `scifi schema` writes them anew."""
    folder = project / "data" / "schemas"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}

    assert committed == schemas()


def test_there_is_a_schema_for_every_kind_of_file():
    """Nobody has to write a file without help."""
    assert set(schemas()) == {f"{kind}.json" for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_carries_its_help(kind):
    """Whoever adds a field writes its help beside its type."""
    made = schema(kind)
    shared = made.get("$defs", {})
    bare = [
        f"{name}.{field}"
        for name, group in {kind: made, **shared}.items()
        for field, what in group.get("properties", {}).items()
        # A field in the very words of its type takes them from there.
        if not {**shared.get(what.get("$ref", "").split("/")[-1], {}), **what}.get("description")
    ]

    assert bare == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_refuses_fields_it_does_not_know(kind):
    """A misspelt field is underlined while one types."""
    made = schema(kind)
    groups = [made, *made.get("$defs", {}).values()]

    assert all(g["additionalProperties"] is False for g in groups if "properties" in g)


def test_the_id_is_no_field(corpus):
    """The file's name is the id; the schema does not ask for it a second time."""
    for kind in KINDS:
        made = schema(kind)
        assert "id" not in made["properties"]
        assert "id" not in made["required"]


def test_the_schema_of_a_case_study_says_what_a_result_needs():
    """Somebody with the schema alone can write a case study that passes."""
    made = schema("casestudy")
    result = made["$defs"]["Result"]
    status = made["$defs"]["Status"]

    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"title", "summary", "cities", "results", "afterwards"} <= set(made["required"])
    assert {"indicator", "value", "unit", "kind", "baseline", "source"} <= set(result["required"])
    assert {"note", "qualifier", "value_to"}.isdisjoint(result["required"])
    assert {option["type"] for option in result["properties"]["value"]["anyOf"]} == {
        "number",
        "null",
    }
    assert set(status["enum"]) == {
        *("running", "scaled", "procured", "ended", "stopped", "failed", "unknown")
    }


def test_a_city_names_its_class_as_in_the_file():
    """The field is called `class`, not by the name Python needs."""
    trait = schema("city")["$defs"]["Trait"]

    assert "class" in trait["properties"]
    assert "class" in trait["required"]


def test_scifi_schema_writes_the_schemas(root, scifi):
    """The command that mends a drift does."""
    folder = root / "data" / "schemas"
    folder.mkdir()

    done = scifi("schema", root=root)

    assert done.exit_code == 0
    assert {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()} == schemas()
    assert json.loads((folder / "city.json").read_text())["title"] == "City"
