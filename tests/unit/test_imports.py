"""`scifi import`: spreadsheets and CORDIS records become drafts; nothing is guessed."""

import io
import zipfile
from pathlib import Path

import pytest
import yaml

from scifi.content.checks import check_all
from scifi.imports import bounded, openxml, sheets, values
from scifi.imports.cells import MAX_ROWS, Cell
from scifi.imports.drafts import slug
from scifi.imports.errors import ImportFileError
from scifi.imports.taking import take

EXAMPLES = Path(__file__).parents[1] / "examples" / "imports"


@pytest.fixture
def taken_in(root, scifi):
    """Import an example; the exit code, the sentences, and each new draft by its id."""

    def run(name, *options):
        before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        done = scifi("import", EXAMPLES / name, *options, root=root)
        new = [p for p in root.rglob("*") if p.is_file() and p not in before]
        assert all(path.read_bytes() == known for path, known in before.items())
        assert {path.parent for path in new} <= {root / "casestudies"}
        return done, {path.stem: path.read_text(encoding="utf-8") for path in new}

    return run


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_a_sheet_of_case_studies_becomes_drafts(ending, taken_in, root):
    """Whatever program it was saved by: the same drafts, and a sentence for each line."""
    done, drafts = taken_in(f"casestudies.{ending}")

    assert done.exit_code == 0, done.output
    assert set(drafts) == {"test-bins", "another-invented-pilot-for-a-test", "test-country"}
    known = yaml.safe_load(drafts["test-bins"])
    assert known["draft"] is True
    assert known["cities"] == ["exampleville"]
    assert known["themes"] == ["waste", "public-space"]
    assert known["solutions"] == [{"solution": "example-sensors"}]
    for sentence in (
        "column grade is left out: it is computed from the files.",
        "column remarks is left out: no field is called so.",
        "line 2 is taken as test-bins.",
        "line 5 is left out: example-bins is there already.",
        "line 6 is left out: it has no id such as smart-bins-bruges",
        "line 7 is left out: title: there is a character that changes the direction of reading",
    ):
        assert sentence in done.output


def test_a_doubtful_value_is_none_with_the_reason_above_it(taken_in):
    """Where it stood, what it can be; a value that is needed is TODO."""
    draft = taken_in("casestudies.csv")[1]["another-invented-pilot-for-a-test"]

    assert (
        "  # TODO: casestudies, line 3, start: “03/04/2025” can be 2025-04-03 or 2025-03-04\n"
        "  start: null\n  end: 2025-06-30\n" in draft
    )
    assert "“Nowhere-on-Sea” is none of the cities there are" in draft
    assert "cities:\n  - TODO\n  - exampleville\n" in draft
    assert (
        "programme, “no" not in draft
        and "“no-such-programme” is not known\nprogramme: null" in draft
    )
    assert "“traffic” is not known" in draft


def test_an_unknown_country_is_not_guessed(taken_in):
    """Nearly a country is none."""
    draft = taken_in("casestudies.csv")[1]["test-country"]

    assert "“Belgiumm” is no country that ISO 3166 lists\ncountries:\n  - TODO\n" in draft


def test_numbers_of_half_of_europe_are_read_and_those_of_two_readings_are_not(taken_in):
    """`33,5` is one number; `1.234` and `10,000` are two each."""
    done, drafts = taken_in("results-semicolon.csv")
    first, second, third = yaml.safe_load(drafts["test-bins"])["results"]
    text = drafts["test-bins"]

    assert (first["value"], first["unit"], first["kind"]) == (33.5, "% less", "measured")
    assert (second["value"], second["baseline"], second["unit"]) == (None, None, "TODO")
    assert "line 3, value: “1.234” can be 1234 or 1.234" in text
    assert "line 3, baseline: “10,000” can be 10000 or 10" in text
    assert "line 3, unit: “kWh” is no unit of example-collections, which knows" in text
    assert second["kind"] == "measured" and second["period"] == "TODO"
    assert second["note"] == "=1+1 is only text"
    assert (third["indicator"], third["value"], third["source"]) == ("TODO", None, "TODO")
    assert "line 4, value: “about 12” is no bare number" in text
    assert "line 4, source: “see the report” is no web address" in text
    assert third["kind"] == "TODO" and third["measured_by"] == "TODO"
    assert "line 5 is left out: its casestudy is no id" in done.output


def test_a_source_is_listed_once_with_what_the_sheet_says_of_it(taken_in):
    """Two results of one report; when it was read, only a person knows if the sheet does not."""
    sources = yaml.safe_load(taken_in("results-semicolon.csv")[1]["test-bins"])["sources"]

    assert list(sources) == ["source-1"]
    assert sources["source-1"]["publisher"] == "City of Exampleville"
    assert sources["source-1"]["url"] == "https://example.org/report"


def test_a_series_by_year_becomes_results_with_their_year(taken_in):
    """What is no year is none."""
    results = yaml.safe_load(taken_in("series.csv")[1]["series"])["results"]

    assert [(r["period"], r["value"]) for r in results] == [
        ("2019", 12.5),
        ("2020", 14.25),
        ("TODO", 15),
    ]


@pytest.mark.parametrize("ending", ["json", "xml"])
def test_a_record_of_cordis_becomes_a_draft(ending, taken_in):
    """Sums of the grant agreement are planned; where, what for and the finding a person says."""
    done, drafts = taken_in(f"cordis-project.{ending}")
    draft = yaml.safe_load(drafts["test-bins"])

    assert done.exit_code == 0, done.output
    assert draft["period"] == {
        "start": yaml.safe_load("2019-01-01"),
        "end": yaml.safe_load("2021-12-31"),
    }
    assert [(m["amount"], m["kind"], m["currency"]) for m in draft["money"]] == [
        (1234567.8, "planned", "EUR"),
        (1000000, "planned", "EUR"),
    ]
    assert draft["title"] == "TODO" and draft["cities"] == ["TODO"] and draft["themes"] == ["TODO"]
    assert draft["sources"]["source-1"]["url"] == "https://cordis.europa.eu/project/id/999000001"
    assert "never taken over" not in drafts["test-bins"]
    assert "its text is left out" in done.output
    if ending == "xml":
        assert "Invented Sensors Ltd (test)" in draft["partners"]
        assert "its partners sit in Exampleville BE and Testtown NL" in drafts["test-bins"]
    else:
        assert "“1.234” can be 1234 or 1.234" in drafts["test-doubt"]
        assert "“03/04/2025” can be" in drafts["test-doubt"]


@pytest.mark.parametrize(
    "name", [p.name for p in sorted(EXAMPLES.iterdir()) if not p.name.endswith((".xlsx", ".ods"))]
)
def test_drafts_pass_the_check_but_for_the_lines_marked_todo(name, taken_in, root, scifi):
    """And they are in their one form already, comments included."""
    _done, drafts = taken_in(name)

    for problem in check_all(root).problems:
        line = drafts[Path(problem.path).stem].split("\n")[problem.line - 1]
        assert problem.rule == "finished" and "TODO" in line, problem
    assert scifi("format", "--check", root / "casestudies", root=root).exit_code == 0


def test_a_file_that_is_there_is_never_touched(taken_in, root):
    """Not even one that cannot be read; a second run takes nothing."""
    (root / "casestudies/test-country.yml").write_text("title: [", encoding="utf-8")

    first, drafts = taken_in("casestudies.csv")
    again, none = taken_in("casestudies.csv")

    assert "test-country is left out: its file is there already." in first.output
    assert "test-country" not in drafts
    assert none == {}
    assert "line 2 is left out: test-bins is there already." in again.output


def test_a_dry_run_writes_nothing(taken_in):
    """The same sentences, to be read first."""
    done, drafts = taken_in("casestudies.csv", "--dry-run")

    assert drafts == {}
    assert "3 drafts would be written" in done.output


def test_a_former_name_is_not_taken_again(root, tmp_path):
    """An address leads to what took its place."""
    path = tmp_path / "a.csv"
    path.write_text("id,title\nexample-baskets,Invented baskets\n", encoding="utf-8")

    taken = take(path, check_all(root).corpus)

    assert taken.drafts == {}
    assert taken.told == ["a, line 2 is left out: example-baskets is there already."]


def refused(tmp_path, corpus, name, content):
    """What is said of a file that cannot be taken in."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ImportFileError) as told:
        take(path, corpus)
    return str(told.value)


ENTITY = '<?xml version="1.0"?><!DOCTYPE project [{}]><project><acronym>{}</acronym></project>'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xml", ENTITY.format('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"), "document type"),
        ("a.xml", ENTITY.format(f'<!ENTITY a0 "ha">{LAUGHS}', "&a11;"), "It"),
        ("a.xml", "<project>", "Its XML cannot be read"),
        ("a.xml", "<other/>", "no project record"),
        ("a.json", "[" * 100_000, "no JSON that can be read"),
        ("a.json", "[1, null, {}]", "no project record"),
        ("a.csv", b"title\n\xe9\n", "not UTF-8 text"),
        ("a.csv", 'title\n"open', "no CSV"),
        ("a.csv", "title,title\na,b\n", 'two columns called "title"'),
        ("a.csv", "title\n" + "a\n" * (MAX_ROWS + 1), "more than 2,000 rows"),
        ("a.csv", "colour,size\nred,3\n", "none that can be taken in (colour, size)"),
        ("a.csv", "", "none that can be taken in"),
        ("a.csv", "x" * (bounded.MAX_BYTES + 1), "more than 5,000,000 bytes"),
        ("a.xlsx", "no zip", "no spreadsheet that can be opened"),
        ("a.ods", b"PK\x03\x04", "no spreadsheet that can be opened"),
        ("a.pdf", "%PDF", "ends in .pdf"),
    ],
)
def test_what_cannot_be_taken_in_is_a_sentence(name, content, said, tmp_path, corpus):
    """Broken, too large, or made to harm: nothing is fetched, nothing unfolds."""
    assert said in refused(tmp_path, corpus, name, content)


def packed(**parts):
    """A packed file with some parts, named with two underscores for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return file.getvalue()


def test_a_packed_file_does_not_unfold_without_end(tmp_path, corpus):
    """Forty million bytes packed into forty thousand."""
    bomb = packed(content_xml=b" " * (bounded.MAX_UNPACKED + 1))

    assert len(bomb) < 100_000
    assert "more than 30,000,000 bytes" in refused(tmp_path, corpus, "a.ods", bomb)


def ods(rows):
    """The content of an ODS file with these rows."""
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return f'<c{names}><table:table table:name="One">{rows}</table:table></c>'


def test_repeated_cells_and_rows_are_bounded(tmp_path):
    """Programs repeat the last cell and row to the end of the sheet: a million rows, mostly."""
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    endless = 'table:number-columns-repeated="9999999"'
    path = tmp_path / "a.ods"
    path.write_bytes(
        packed(
            content_xml=ods(
                f"<table:table-row>{cell.format('', 'title')}<table:table-cell {endless}/>"
                f"</table:table-row><table:table-row>{cell.format('', 'One')}</table:table-row>"
                '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/>'
                "</table:table-row>"
            )
        )
    )
    (table,) = sheets.tables(path)

    assert table.columns == ["title"]
    assert [row.line for row in table.rows] == [2]


def test_stored_numbers_days_and_shares_of_a_workbook(tmp_path):
    """A day is a date, a share is what people see, a stored number has one reading."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    path = tmp_path / "a.xlsx"
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
        '<sheet name="One" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts><numFmt numFmtId="170" '
        'formatCode="[$-413]d/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/>'
        '<xf numFmtId="9"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>value</t></is></c></row><row r="3"><c r="A3"><v>1.234</v>'
        '</c><c r="C3" s="1"><v>43900</v></c><c r="D3" s="2"><v>0.25</v></c></row></sheetData>'
        "</worksheet>",
    }
    with zipfile.ZipFile(path, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    ((name, rows),) = openxml.sheets(path)

    assert name == "One"
    assert list(rows) == [
        [Cell("value")],
        [],
        [Cell("1.234", exact=True), Cell(""), Cell("2020-03-10", exact=True), Cell("25 %")],
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("33,5", 33.5),
        ("1.028,5", 1028.5),
        ("10 000", 10000),
        ("", None),
        ("n/a", None),
        ("0,125", 0.125),
    ],
)
def test_a_number_is_read_where_it_has_one_reading(text, value):
    """Blanks and signs between thousands are no doubt where only one reading is left."""
    assert values.number(Cell(text)).value == value


@pytest.mark.parametrize("text", ["1.234", "10,000", "12 kWh", "30-35", "=2+2", "1e999", "nan"])
def test_a_number_with_two_readings_or_words_is_a_doubt(text):
    """The reason names what was written."""
    found = values.number(Cell(text))

    assert found.value is None
    assert text in found.doubt


def test_a_name_becomes_an_id_or_none():
    """Accents go; what the system keeps for itself is no id."""
    assert slug("Águilas: LED (test)") == "aguilas-led-test"
    assert slug("by") == slug("???") == slug("con") == ""
