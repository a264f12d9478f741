"""The files of worked pilots: they open, their formulas live, the contract keeps to six pages."""

import csv
import io
import re
import zipfile
from pathlib import Path

import docx
import odfdo
import pypdfium2
import pytest
from tests.office import converted

from scifi import formulas
from scifi.content.checks import check_all
from scifi.papers import papers
from scifi.printing.folders import worked_folders
from scifi.printing.imprint import imprint
from scifi.printing.office.spreadsheet import as_xlsx
from scifi.printing.office.word_contract import contract_as_docx
from scifi.printing.papers.collection import office_papers
from scifi.printing.papers.kept import Printed
from scifi.printing.papers.press import OFFICE, Press

SITE = Path(__file__).parents[2] / "site"

ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Each sheet as a file of its own: comma, quotes, UTF-8, numbers as they are."""


@pytest.fixture(scope="module")
def whole(project):
    """The knowledge base of the project."""
    return check_all(project).corpus


@pytest.fixture(scope="module")
def made(project, whole):
    """The data of every office paper by kind and id."""
    about = imprint(project, whole)
    return {(p.edition.kind, p.edition.id): p for p in office_papers(whole, about)}


def words_of(content: bytes, ending: str) -> str:
    """All words of a file of an office program."""
    if ending == ".docx":
        body = docx.Document(io.BytesIO(content)).element.body
        return "".join(body.xpath(".//w:t/text()"))
    return odfdo.Document(io.BytesIO(content)).body.inner_text


@pytest.mark.parametrize("kind", ["worked-contract", "worked-sheets"])
@pytest.mark.parametrize("id_", ["twenty-litter-bins", "one-park"])
def test_each_file_opens_and_says_that_it_is_an_example(whole, made, kind, id_):
    """In Word and in LibreOffice, with the same words."""
    paper = made[kind, id_]
    pilot = whole.get("worked-pilot", id_)
    for ending, write in OFFICE[kind].items():
        words = re.sub(r"\s+", " ", words_of(write(paper.data), ending))
        assert pilot.invented in words, ending
        if kind == "worked-contract":
            assert pilot.contract.filled[0].words in words
            assert "[country whose law applies]" in words
            assert "[name of the solution]" not in words


def test_the_contract_of_the_bins_has_at_most_six_pages(made, tmp_path):
    """As an office program breaks its pages."""
    file = tmp_path / "contract.docx"
    file.write_bytes(contract_as_docx(made["worked-contract", "twenty-litter-bins"].data))
    converted(tmp_path, "pdf", file)

    assert len(pypdfium2.PdfDocument(tmp_path / "contract.pdf")) <= 6


@pytest.mark.parametrize("id_", ["twenty-litter-bins", "one-park"])
def test_an_office_program_computes_what_the_page_shows(whole, made, tmp_path, id_):
    """Each sum of the spreadsheet, once its formulas are computed anew."""
    pilot = whole.get("worked-pilot", id_)
    file = tmp_path / "sums.xlsx"
    file.write_bytes(as_xlsx(made["worked-sums", id_].data))
    converted(tmp_path, ALL_SHEETS, file)
    text = (tmp_path / "sums-Sums.csv").read_text(encoding="utf-8")
    rows = {row[0]: row for row in csv.reader(io.StringIO(text)) if row and row[0]}
    values = dict(pilot.named_inputs)
    for line in pilot.sums:
        result = formulas.computed(line.formula, values)
        values |= {line.name: result} if line.name else {}
        if line.formula_to:
            high = formulas.computed(line.formula_to, values)
            values |= {f"{line.name}_to": high} if line.name else {}
            assert shown(rows[line.what][2]) == pytest.approx(high, rel=1e-9), line.what
        assert shown(rows[line.what][1]) == pytest.approx(result, rel=1e-9), line.what


def shown(cell: str) -> float:
    """The number of a cell."""
    return float(cell)


@pytest.fixture
def folder(tmp_path, corpus):
    """The folder of the one worked pilot of a small site, its papers as if printed."""
    listed = papers(corpus)
    printed = []
    for paper in listed:
        path = tmp_path / paper.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(paper.title.encode())
        printed.append(Printed(None, path, 6 if paper.format == "PDF" else 0, 9))
    (made,) = worked_folders(Press(tmp_path, tmp_path, corpus), listed, printed)
    return made


def test_a_folder_holds_what_its_readme_lists(folder):
    """The example, its contract, its sheets, its sums, and the sheets that it uses."""
    with zipfile.ZipFile(folder) as zipped:
        names = [name.partition("/")[2] for name in zipped.namelist()]
        readme = zipped.read("example-pilot/README.txt").decode()

    assert folder.name == "example-pilot.zip"
    assert names[1] == "worked-pilot-example-pilot.pdf"
    assert re.findall(r"(?m)^  (\S+)$", readme) == names[1:]
    assert set(names) == {
        "README.txt",
        "worked-pilot-example-pilot.pdf",
        *(f"worked-contract-example-pilot.{ending}" for ending in ("docx", "odt")),
        *(f"worked-sheets-example-pilot.{ending}" for ending in ("docx", "odt")),
        "worked-sums-example-pilot.xlsx",
        "worksheet-example-sheet.docx",
    }


def test_a_readme_says_that_the_town_is_invented_and_that_it_is_no_advice(folder):
    """Whoever gets the folder by mail knows what it is."""
    with zipfile.ZipFile(folder) as zipped:
        readme = zipped.read("example-pilot/README.txt").decode()

    assert "The town and its results are invented." in readme
    assert "A lawyer of your country has to read such a contract before you sign it." in readme
    assert "PDF, 6 pages." in readme


@pytest.mark.parametrize("id_", ["twenty-litter-bins", "one-park"])
def test_the_page_leads_to_its_folder_and_the_paper_has_at_most_seven_pages(id_):
    """In the built site."""
    page = (SITE / "worked-pilots" / id_ / "index.html").read_text(encoding="utf-8")

    assert f'href="{id_}.zip"' in page
    assert (SITE / "worked-pilots" / id_ / f"{id_}.zip").is_file()
    assert len(pypdfium2.PdfDocument(SITE / f"print/worked-pilot-{id_}.pdf")) <= 7
