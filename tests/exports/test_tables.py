"""The tables of a small and of a hostile knowledge base, read back in every format."""

import csv
import hashlib
import io
import json
import re
import sqlite3
from dataclasses import replace

import duckdb
import frictionless
import pytest
import yaml
from pydantic import BaseModel
from pyshacl import validate
from rdflib import DCAT, Graph, Namespace
from tests.office import converted

from scifi.corpus import Corpus
from scifi.exports import run
from scifi.exports.edition import NAME, edition
from scifi.exports.tables import files
from scifi.exports.tables.catalogue import VOCABULARIES, as_dcat
from scifi.exports.tables.gather import tables
from scifi.exports.tables.shapes import LEFT_OUT, shape
from scifi.exports.tables.table import Type, clean
from scifi.kinds import KINDS
from scifi.site.downloads import led_in
from scifi.site.field_rows import fields, records
from scifi.site.pages import Site

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""How LibreOffice writes each sheet as a CSV file: UTF-8, cells as they are, not as they look."""

SPDX = Namespace(VOCABULARIES["spdx"])

HOSTILE = (
    '=HYPERLINK("https://evil.example";"click")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    '-2;=1+1;"quoted", and; more',
    "two\nlines\r\nand\ttabs",
    "signs \x00\x07\x1b unseen \ufffe here",
    "</script><script>alert(1)</script> & <b>",
    "2026-11-30",
    "007",
    "1e5",
    "TRUE",
    "ends with   many   spaces",
)
"""Texts that tear a table apart, run in it, or are taken for something else."""


@pytest.fixture(scope="module")
def hostile(corpus):
    """The small knowledge base, with a case study of such texts for each of them."""
    case = corpus.casestudies[0]
    cases = {"draft": case.model_copy(update={"id": "draft", "draft": True})}
    for number, text in enumerate(HOSTILE):
        results = [case.results[0].model_copy(update={"note": text, "what": text, "unit": text})]
        changes = {"id": f"hostile-{number}", "title": text, "summary": text, "lessons": [text]}
        cases[changes["id"]] = case.model_copy(update=changes | {"results": results})
    held = {kind: dict(entries) for kind, entries in corpus.entries.items()}
    held["casestudy"] |= cases
    return Corpus(held, corpus.bodies)


@pytest.fixture(scope="module")
def folder(hostile, tmp_path_factory):
    """The files of the hostile knowledge base, as they lie beside the pages."""
    root = tmp_path_factory.mktemp("hostile")
    run.write(Site(hostile, {}, {}), root)
    return root / "data"


@pytest.fixture(scope="module")
def found(hostile):
    """The tables by name."""
    return {table.name: table for table in tables(hostile)}


@pytest.fixture(scope="module")
def sheets(folder, tmp_path_factory):
    """`sheets("xlsx", "results")`: rows of a sheet as LibreOffice reads it."""
    place = tmp_path_factory.mktemp("office")
    books = [place / "xlsx.xlsx", place / "ods.ods"]
    for book in books:
        book.write_bytes((folder / NAME).with_suffix(book.suffix).read_bytes())
    converted(place, EVERY_SHEET, *books)

    def read(ending, name):
        return rows((place / f"{ending}-{name}.csv").read_bytes())

    return read


def rows(content):
    """Rows of a CSV file, the header first."""
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def plain(cell):
    """A cell of any format as the CSV file writes it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return led_in(cell)
    return repr(int(cell)) if float(cell).is_integer() else repr(cell)


def test_every_field_of_every_kind_has_a_place(found):
    """What stands in a file stands in a column, or in a list; nothing is typed by hand."""
    for kind in KINDS.values():
        for name in fields(kind.model):
            known = shape(kind.model)
            words = {".".join(leaf.path) for leaf in known.leaves} | {
                ".".join(listed.path) for listed in known.lists
            }
            attribute = name if name in kind.model.model_fields else f"{name}_"
            assert name in LEFT_OUT or any(w.split(".")[0] == attribute for w in words), name


def test_every_list_of_records_is_a_table_with_owner_and_position(found):
    """Whoever joins it with its owner finds the id of it."""
    lists = [
        (kind, name)
        for kind in KINDS.values()
        for name, (hint, _info) in fields(kind.model).items()
        if name not in LEFT_OUT and "list[" in str(hint) and list(records(hint))
    ]
    assert len(lists) > 35
    keys = {table.key for table in found.values()}
    for kind, name in lists:
        assert (kind.name.replace("-", "_"), "position") in keys, name


def test_names_and_columns_are_told_apart_and_explained(found):
    """No two columns of a table have one name; each has a title and says what stands in it."""
    for table in found.values():
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names), table.name
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names), names
        assert all(c.title and len(c.description) > 2 for c in table.columns), table.name
        assert re.fullmatch(r"[a-z][a-z-]*", table.name) and table.title and table.description
        assert all(len(row) == len(names) for row in table.rows), table.name
        if table.key:
            places = [table.column(name) for name in table.key]
            keys = [tuple(row[place] for place in places) for row in table.rows]
            assert len(set(keys)) == len(keys) and None not in sum(keys, ()), table.name


def test_a_draft_is_in_no_table(found):
    """What is not complete counts nowhere."""
    for table in found.values():
        assert all("draft" not in row for row in table.rows), table.name


def test_no_cell_holds_a_semicolon_or_what_cannot_be_seen(folder):
    """A program of half of Europe ends a cell at a semicolon."""
    for path in folder.glob("*.csv"):
        text = path.read_bytes().decode()
        assert ";" not in text and not re.search(r"[\x00-\x09\x0b-\x1f]", text), path.name


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_runs_as_a_formula(folder, separator):
    """Whatever a spreadsheet takes for the end of a cell."""
    for path in folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            running = [c for c in row if c.lstrip(' "\n').startswith(tuple("=+-@"))]
            assert not [cell for cell in running if not re.fullmatch(r"-[\d.]+", cell)], path.name


def test_what_is_not_known_is_empty_and_whole_numbers_are_whole(folder):
    """The whole way from the file of a case study to the table."""
    head, *lines = rows((folder / "results.csv").read_bytes())
    own = [dict(zip(head, line, strict=True)) for line in lines if line[0] == "example-bins"]

    assert [row["value"] for row in own] == ["33", "7", ""]
    assert [row["baseline"] for row in own] == ["0", "", ""]
    assert [row["unit"] for row in own] == ["% less", "collections/week", "% less"]
    assert {row["headline"] for row in own} <= {"true", "false"}


def test_columns_that_others_use_are_still_there(folder):
    """The six tables have every column that they had before they were made from the models."""
    before = {
        "casestudies": "id title cities countries programme themes solutions steps obstacles start "
        "end grade status results sizes pathways money effect effect_indicator",
        "results": "casestudy city indicator indicator_title what qualifier value value_to "
        "baseline unit headline direction low high level sample promised variant period kind "
        "measured_by comparison source note",
        "solutions": "id title themes verdict outcome compared better small none worse mixed "
        "unclear independent told casestudies known stopped",
        "obstacles-met": "step obstacle step_title obstacle_title casestudies who",
        "city-profiles": "city axis class city_title axis_title class_title rank",
        "remedies": "remedy title urgency met survivors",
    }
    for name, columns in before.items():
        head, *lines = rows((folder / f"{name}.csv").read_bytes())
        assert set(columns.split()) <= set(head), name
        assert lines, name


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@pytest.mark.parametrize("name", ["casestudies", "results", "lists", "sources", "city-profiles"])
def test_a_workbook_holds_the_cells_of_the_csv_file(sheets, folder, found, ending, name):
    """Cell by cell, as an office program reads it; an id or a text never becomes a date."""
    head, *lines = sheets(ending, name)
    expected = rows((folder / f"{name}.csv").read_bytes())

    assert head == expected[0]
    assert len(lines) == len(expected) - 1
    types = [column.type for column in found[name].columns]
    for line, wanted in zip(lines, expected[1:], strict=True):
        for cell, want, type_ in zip(line, wanted, types, strict=True):
            if type_ is Type.STRING:
                assert led_in(cell) == want
            else:
                assert cell.lower() == want


def test_a_workbook_begins_with_what_it_is(sheets):
    """The first sheet names version, licence and rules, and lists the others."""
    for ending in ("xlsx", "ods"):
        text = "\n".join(",".join(row) for row in sheets(ending, "about"))
        assert "CC BY 4.0" in text and "It never means zero." in text
        assert "casestudies-money" in text


def test_databases_hold_the_cells_of_the_csv_files(folder, found):
    """SQLite and Parquet have the same rows in the same order, typed."""
    base = sqlite3.connect(folder / f"{NAME}.sqlite")
    for name, table in found.items():
        head, *expected = rows((folder / f"{name}.csv").read_bytes())
        parquet = duckdb.sql(f"SELECT * FROM '{folder / name}.parquet'")
        lite = base.execute(f'SELECT * FROM "{table.sql_name}"')
        assert [d[0] for d in lite.description] == parquet.columns == head, name
        for found_rows in (lite.fetchall(), parquet.fetchall()):
            assert len(found_rows) == len(expected), name
            for row, wanted in zip(found_rows, expected, strict=True):
                as_text = [
                    {"0": "false", "1": "true"}.get(plain(cell), "")
                    if column.type is Type.BOOLEAN
                    else plain(cell)
                    for cell, column in zip(row, table.columns, strict=True)
                ]
                assert as_text == wanted, name


def test_the_database_explains_itself(folder, found):
    """Every column of every table is described in a table, and no foreign key leads nowhere."""
    base = sqlite3.connect(folder / f"{NAME}.sqlite")

    described = set(base.execute('SELECT "table", name FROM about_columns').fetchall())
    assert described == {(t.sql_name, c.name) for t in found.values() for c in t.columns}
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = base.execute("PRAGMA foreign_key_list('results')").fetchall()
    assert {key[2] for key in keys} == {"casestudies", "indicators", "sources"}


def test_the_data_package_is_right(folder):
    """Each file is what the package says: types, required cells, words, keys, size, checksum."""
    report = frictionless.Package(str(folder / "datapackage.json")).validate()

    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == len(list(folder.glob("*.csv"))) > 40


def test_a_wrong_cell_makes_the_data_package_wrong(folder, tmp_path):
    """What the package says of its files is looked at: a test of the test."""
    for path in folder.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [r for r in package["resources"] if r["name"] == "terms"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (tmp_path / "terms.csv").write_text("id,title\nx,y\n", encoding="utf-8")

    assert not frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid


@pytest.mark.parametrize("published", ["", "https://city.example/cookbook/"])
def test_the_catalogue_keeps_to_dcat_ap(hostile, folder, project, published):
    """What the profile asks for is there; addresses are whole where the site has one."""
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    about = replace(edition(Site(hostile, {}, {})), published=published)
    text = json.dumps(as_dcat(tables(hostile), made, about))
    if not published:
        assert json.loads(text) == json.loads(made["dcat.jsonld"])
    graph = Graph().parse(data=text, format="json-ld", publicID="https://else.example/data/x")
    shapes = Graph().parse(project / "tests/examples/dcat-ap-shapes.ttl")

    right, _graph, told = validate(graph, shacl_graph=shapes)

    assert right, told
    place = f"{published}data/" if published else "https://else.example/data/"
    listed = {str(o).removeprefix(place): s for s, o in graph.subject_objects(DCAT.downloadURL)}
    assert set(listed) == set(made) - {"dcat.jsonld", "LICENCE.txt", "SHA256SUMS"}
    for name, file in listed.items():
        checksum = graph.value(file, SPDX.checksum)
        assert int(graph.value(file, DCAT.byteSize)) == len(made[name])
        found = str(graph.value(checksum, SPDX.checksumValue)).lower()
        assert found == hashlib.sha256(made[name]).hexdigest(), name


def test_a_catalogue_that_lacks_something_is_found_out(folder, project):
    """A test of the shapes: files without an address are refused."""
    text = (folder / "dcat.jsonld").read_text(encoding="utf-8").replace("dcat:accessURL", "dct:x")
    graph = Graph().parse(data=text, format="json-ld", publicID="https://else.example/data/x")

    shapes = Graph().parse(project / "tests/examples/dcat-ap-shapes.ttl")
    assert not validate(graph, shacl_graph=shapes)[0]


def test_checksums_are_those_of_the_files(folder):
    """Every other file has its line, as `sha256sum --check` reads it."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {name: found for found, name in (line.split("  ", 1) for line in lines)}

    assert set(listed) == {path.name for path in folder.iterdir()} - {"SHA256SUMS"}
    for name, found in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == found, name


def test_the_same_content_gives_the_same_bytes(hostile, folder):
    """Nothing in the files comes from the clock or from chance."""
    for name, content in files(Site(hostile, {}, {})):
        assert (folder / name.removeprefix("data/")).read_bytes() == content, name


def test_version_and_licence_are_those_of_the_project(project, corpus):
    """The files say the version that the citation file says."""
    said = yaml.safe_load((project / "CITATION.cff").read_text(encoding="utf-8"))
    about = edition(Site(corpus, {}, {}))

    assert about.version == said["version"]
    assert "CC-BY-4.0" in said["license"]
    days = {s.read for kind in corpus.entries for e in corpus.all(kind) for s in e.sources.values()}
    assert about.day.isoformat()[:7] >= max(days)[:7]


def test_scifi_export_writes_the_files_of_the_site(valid, tmp_path, scifi, monkeypatch):
    """The command writes every part that the build writes."""
    made = {"data/a.csv": b"a\n", "else/b.json": b"{}"}
    monkeypatch.setattr(run, "PARTS", (lambda site: iter(made.items()),))

    done = scifi("export", tmp_path / "open", root=valid)

    assert done.exit_code == 0, done.output
    assert "2 files written" in done.output
    for name, content in made.items():
        assert (tmp_path / "open" / name).read_bytes() == content


def test_a_new_field_is_a_column_without_being_told():
    """Type, title and description come from the model."""
    from pydantic import Field

    class Inner(BaseModel):
        """A group."""

        depth: int | None = Field(default=None, description="How deep.")

    class Outer(BaseModel):
        """A record."""

        wide: bool = Field(description="Whether it is wide.")
        inner: Inner | None = Field(default=None, description="The group.")

    leaves = {leaf.column.name: leaf.column for leaf in shape(Outer).leaves}
    assert leaves["wide"].type is Type.BOOLEAN
    assert (leaves["inner_depth"].type, leaves["inner_depth"].title) == (
        Type.INTEGER,
        "Inner: depth",
    )
    assert leaves["inner_depth"].description == "How deep."


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("a; b", "a, b"),
        ("https://a.example/b;c", "https://a.example/b%3Bc"),
        ("a\r\nb\tc\x00", "a\nb c"),
        ("  ", None),
        (float("nan"), None),
        (0.0, 0.0),
        (False, False),
    ],
)
def test_a_cell_holds_what_every_format_can_hold(value, cell):
    """Words keep their meaning, nothing becomes zero."""
    assert clean(value) == cell
