"""
What is handed on from hostile content runs nothing, and fetches nothing.

Papers, e-book, office files, tables and drawings of the hostile folder are made and read back.
Before that, each reader is shown a file in which it has to find something.
"""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pikepdf
import pytest

from scifi.build import checked
from scifi.content.checks import check_all
from scifi.exports import run as exports
from scifi.printing import questions
from scifi.printing.papers.editions import editions
from scifi.printing.papers.kept import carry_out
from scifi.printing.papers.press import Press, cache
from scifi.printing.run import every_order

from .danger import in_csv, in_epub, in_markup, in_office, in_pdf
from .reading import text

PROJECT = Path(__file__).parents[2]

PAGE = (
    '<!doctype html><html lang="en"><body><main><h1 data-pagefind-meta="title">{title}</h1>'
    '<article class="md-typeset"><p>Words.</p></article></main></body></html>'
)

SHORT = ("worksheet", "key-points", "chapter", "casestudy", "solution", "remedy", "role")
"""Kinds of papers that say, together, every sort of text once; the book says all again."""


@pytest.fixture(scope="module")
def site(hostile_project: Path) -> Path:
    """The site of the hostile folder with its charts and its open data."""
    out = hostile_project / "paper-site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(out)]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=hostile_project, env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    exports.write(checked.site(hostile_project), out)
    return out


@pytest.fixture(scope="module")
def files(hostile_project: Path, site: Path) -> dict[str, bytes]:
    """All that is printed, by name: one of each sort of paper, the e-book, the questions."""
    # The typefaces are cut once for the whole project.
    cache(hostile_project).mkdir(parents=True, exist_ok=True)
    for faces in cache(PROJECT).glob("fonts-*"):
        (cache(hostile_project) / faces.name).symlink_to(faces)
    corpus = check_all(hostile_project).corpus
    press = Press(hostile_project, site, corpus)
    for address in {address for edition in editions(corpus) for address in edition.addresses}:
        # Lists that are prose in the real project.
        page = site / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        if not page.exists():
            page.write_text(PAGE.format(title=address), encoding="utf-8")
    orders = {
        (order.edition.kind, order.ending): order
        for order in every_order(press)
        if order.edition.kind in SHORT or order.ending == ".epub"
    }
    printed = {p.path.name: p.path.read_bytes() for p in carry_out(press, orders.values())}
    (city,) = corpus.cities
    asked = questions.files(hostile_project, corpus, city)
    return printed | {f"questions{ending}": content for ending, content in asked.items()}


def of(files: dict[str, bytes], *endings: str) -> Iterator[tuple[str, bytes]]:
    """The files with one of these endings."""
    found = {name: content for name, content in files.items() if name.endswith(endings)}
    assert found
    yield from found.items()


def test_no_paper_runs_or_fetches_anything(files: dict[str, bytes], tmp_path: Path):
    """The stranger's words are there, as words."""
    said = ""
    for name, content in of(files, ".pdf"):
        assert list(in_pdf(content)) == [], name
        (tmp_path / name).write_bytes(content)
        said += text(tmp_path / name)

    for words in ("window.ran", "cycler", "HYPERLINK", "onerror"):
        assert words in said
    assert len(list(of(files, ".pdf"))) >= len(SHORT)


def test_the_e_book_runs_and_fetches_nothing(files: dict[str, bytes]):
    """No page, drawing or style of it."""
    ((_name, content),) = of(files, ".epub")

    assert list(in_epub(content)) == []
    with zipfile.ZipFile(io.BytesIO(content)) as parcel:
        assert any(b"window.ran" in parcel.read(name) for name in parcel.namelist())


def test_no_office_file_runs_or_fetches_anything(files: dict[str, bytes]):
    """Worksheets and questions for Word and LibreOffice."""
    for name, content in of(files, ".docx", ".odt"):
        assert list(in_office(content)) == [], name


def test_no_table_holds_a_formula_and_no_page_of_it_is_empty(site: Path):
    """Every table that one can download, those of the charts and the workbooks too."""
    tables = sorted(site.rglob("*.csv"))
    assert len(tables) > 70

    for table in tables:
        assert list(in_csv(table.read_text(encoding="utf-8"))) == [], table.name
    assert any("HYPERLINK" in table.read_text(encoding="utf-8") for table in tables)
    for workbook in (site / "data").glob("*.[ox][dl]s*"):
        assert list(in_office(workbook.read_bytes())) == [], workbook.name


def test_no_drawing_of_the_site_runs_or_fetches_anything(site: Path):
    """Every chart as it is drawn for paper, and those that stand in the pages."""
    drawings = [file.read_bytes() for file in (site / "assets/charts").rglob("*.svg")]
    for page in site.rglob("*.html"):
        article = lxml.html.fromstring(page.read_bytes())
        drawings += [lxml.html.tostring(svg, encoding="utf-8") for svg in article.iter("svg")]
    assert len(drawings) > 20
    assert any(b"window.ran" in drawing for drawing in drawings)

    for drawing in drawings:
        assert list(in_markup(drawing)) == [], drawing[:400]


def pdf_with(**keys: object) -> bytes:
    """A PDF of one page with more in its first dictionary, and a link that leads to a file."""
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    for key, value in keys.items():
        made.Root[f"/{key}"] = made.make_indirect(pikepdf.Dictionary(value))
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "keys",
    [
        {"OpenAction": {"/S": pikepdf.Name.JavaScript, "/JS": "app.alert(1)"}},
        {"AA": {"/WC": pikepdf.Name.Nothing}},
        {"AcroForm": {"/Fields": pikepdf.Array()}},
        {"X": {"/A": pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")}},
        {"X": {"/A": pikepdf.Dictionary(S=pikepdf.Name.GoToR, F="//host/x.pdf")}},
        {"X": {"/A": pikepdf.Dictionary(S=pikepdf.Name.URI, URI="javascript:alert(1)")}},
        {"X": {"/A": pikepdf.Dictionary(S=pikepdf.Name.URI, URI="file:///etc/passwd")}},
        {"X": {"/S": pikepdf.Name.URI, "/URI": "data:text/html,x"}},
        {"X": {"/Type": pikepdf.Name.Filespec, "/FS": pikepdf.Name.URL, "/F": "https://x.y"}},
        {"Names": {"/EmbeddedFiles": pikepdf.Dictionary()}},
    ],
)
def test_what_a_pdf_could_do_would_be_seen(keys: dict[str, dict[str, object]]):
    """A reader that finds nothing anywhere proves nothing."""
    assert list(in_pdf(pdf_with(**keys)))
    assert not list(in_pdf(pdf_with(X={"/A": pikepdf.Dictionary(S=pikepdf.Name.GoTo, D="x")})))


@pytest.mark.parametrize(
    "body",
    [
        "<script/>",
        '<p onclick="x()"/>',
        '<a href="javascript:x()">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<img src="https://other.example/p.png"/>',
        '<img src="//other.example/p.png"/>',
        '<img src="../not-there.png"/>',
        '<link rel="stylesheet" href="https://other.example/s.css"/>',
        '<p style="background: url(https://other.example/p.png)"/>',
        '<style>@import "https://other.example/s.css";</style>',
        '<rect fill="url(https://other.example/#x)"/>',
        '<image href="file:///etc/passwd"/>',
        "<iframe/>",
    ],
)
def test_what_a_page_or_drawing_could_do_would_be_seen(body: str):
    """In an e-book, and in a drawing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parcel:
        parcel.writestr("EPUB/page.xhtml", f"<html><body>{body}</body></html>")

    assert list(in_epub(out.getvalue()))
    fine = b'<p style="color: red"><a href="https://a.example/">x</a><a href="b.xhtml#c">y</a></p>'
    assert not list(in_markup(fine))


RELATIONS = '<Relationships><Relationship Type="x/{kind}" Target="{to}"{mode}/></Relationships>'
OUTSIDE = ' TargetMode="External"'


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("word/vbaProject.bin", "x"),
        ("word/embeddings/a.xlsx", "x"),
        ("word/document.xml", "<w><instrText>DDEAUTO c:\\x</instrText></w>"),
        ("word/document.xml", '<w><fldSimple instr="INCLUDEPICTURE http://x.y"/></w>'),
        ("word/document.xml", '<w><altChunk id="x"/></w>'),
        ("word/a.rels", RELATIONS.format(kind="image", to="https://x.y/p.png", mode=OUTSIDE)),
        ("word/a.rels", RELATIONS.format(kind="attachedTemplate", to="//x/y.dotm", mode=OUTSIDE)),
        ("word/a.rels", RELATIONS.format(kind="hyperlink", to="file:///etc/x", mode=OUTSIDE)),
        ("content.xml", '<o><script href="x"/><scripts a="b"/></o>'),
        ("content.xml", '<o><event-listener name="x"/></o>'),
        ("content.xml", '<o><image href="https://other.example/p.png"/></o>'),
        ("content.xml", '<o><a href="javascript:x()"/></o>'),
    ],
)
def test_what_an_office_file_could_do_would_be_seen(name: str, part: str):
    """Macros, objects, fields, templates, links."""
    out, fine = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(out, "w") as parcel:
        parcel.writestr(name, part)
    with zipfile.ZipFile(fine, "w") as parcel:
        parcel.writestr("word/document.xml", "<w><instrText> PAGE </instrText></w>")
        web = RELATIONS.format(kind="hyperlink", to="https://a.example/", mode=OUTSIDE)
        parcel.writestr("word/a.rels", web)

    assert list(in_office(out.getvalue()))
    assert not list(in_office(fine.getvalue()))


@pytest.mark.parametrize("row", ["=1+1", "a;=1+1", "a,b;+x", "\t@SUM(1)", '"a\n=1"', ' "=x"'])
def test_what_a_table_could_do_would_be_seen(row: str):
    """Behind any sign that ends a cell."""
    assert list(in_csv(f"title\n{row}\n"))
    assert not list(in_csv("title,n\n'=1+1,-5.5\n"))
