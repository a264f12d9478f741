"""The worst page we could think of is set without loss, and nothing of it is run or fetched."""

import re
from collections import Counter
from pathlib import Path

import lxml.html
import pytest
from pypdf import PdfReader

from scifi.printing.errors import PrintError
from scifi.printing.reading import furniture
from scifi.printing.setting.typeset import Document, run
from scifi.printing.style import Style

from . import reading
from .checker import broken
from .test_printing_page import SVG

BY_HAND = Path(__file__).with_name("stress.html").read_text(encoding="utf-8")

LONG_WORDS = f"""<div class="notice"><h2>{"Heading" * 13}</h2><p>{"Donaudampfschiff" * 12}
{"x" * 90}</p></div>"""


def row(tag: str, word: str) -> str:
    """A row of fourteen cells."""
    return "<tr>" + "".join(f"<{tag}>{word}{n}</{tag}>" for n in range(14)) + "</tr>"


WIDE = (
    "<table><caption>Fourteen columns</caption>"
    + row("th", "Responsibility")
    + row("td", "Verwaltungsgemeinschaft ") * 2
    + "</table>"
)

INSIDE = f"""<table><tr><th>Outer</th></tr><tr><td>cell {WIDE}<h4>Heading in a cell</h4>
{SVG.replace("chart-x", "chart-in-cell")}</td></tr></table><ul><li>in a list {WIDE}</li></ul>
<div class="first-aid">in a box {WIDE}</div><dl><dt>in a meaning</dt><dd>{WIDE}</dd></dl>
<div class="cards"><div class="card">card {WIDE}</div>loose in cards <b>bold in cards</b></div>"""

LONG = (
    f'<div class="notice">{"".join(f"<p>Boxed line {n} of many.</p>" for n in range(200))}</div>'
    "<table><thead><tr><th><span id='in-head'>Row</span></th><th>Word</th></tr></thead>"
    + "".join(f"<tr><td>{n}</td><td>entry {n}</td></tr>" for n in range(400))
    + "</table><p><a href='#in-head'>to the head</a></p><pre>"
    + "\n".join(f"line{n} {'very long ' * 40}" for n in range(40))
    + f"\ttab</pre><pre>{'unbroken' * 60}</pre>"
    + f"<div class='notice'><code>{'inline' * 60}</code></div>"
)

NAMES = "<p>Offices: 公園, שלום עליכם and حمد بن خليفة in Žilina \u202ereversed\u202c 🚮 end.</p>"

PAGE = LONG_WORDS + WIDE + INSIDE + LONG + BY_HAND.replace("LONG", "y" * 9000) + SVG

STYLES = [Style(), Style(large=True), Style(ink_saver=True)]

SIGNS_BY_NUMBER = {"公": "[U+516C]", "園": "[U+5712]", "🚮": "[U+1F6AE]", "&#0;": "[U+FFFD]"}
"""Signs of the page that no typeface has, as paper shows them."""


def test_the_worst_page_is_set_whole_and_accessible(printed, tmp_path):
    """In every style each word of its text is there, and the checkers pass it."""
    shown = NAMES + PAGE
    for sign, number in SIGNS_BY_NUMBER.items():
        shown = shown.replace(sign, number)
    page = lxml.html.fromstring(f"<article>{shown}</article>")

    made = [printed(NAMES + PAGE, style).path for style in STYLES]

    wanted = Counter(furniture.words_on_paper(page) + reading.words_in_drawings(page, tmp_path))
    assert wanted.total() > 5_000

    assert [wanted - reading.words(reading.pages(path), wanted) for path in made] == [{}, {}, {}]
    assert broken(made) == {}


def test_nothing_of_the_worst_page_is_run_read_or_fetched(printed):
    """Code comes out as text; no file, no address, no script comes in."""
    done = printed(PAGE)

    said = reading.text(done.path)
    for code in (
        '#eval("1+1") #read("/etc/passwd")',
        '#import "x.typ"',
        "$x^2$ *star*",
        "{{ 7 * 7 }}",
    ):
        assert code in said
    assert "root:" not in said and "ran" not in said.split()
    reader = PdfReader(done.path)
    assert not reader.attachments
    assert set(actions(reader)) == {"/URI", "/GoTo"} or set(actions(reader)) == {"/URI"}
    links = [str(link) for found in actions(reader).values() for link in found]
    assert all(re.match(r"https?://|mailto:", link) for link in links)
    assert any("example.org" in link for link in links)


def actions(reader: PdfReader) -> dict[str, list[str]]:
    """What the links of a PDF do, by kind; links inside the file have no action."""
    found: dict[str, list[str]] = {}
    for page in reader.pages:
        for note in page.get("/Annots", []):
            if action := note.get_object().get("/A"):
                action = action.get_object()
                found.setdefault(action["/S"], []).append(action.get("/URI", ""))
    return found


def test_the_drawings_of_the_worst_page_reach_nothing_outside(printed, tmp_path):
    """A drawing is a file that the typesetter reads: it names no other."""
    printed(PAGE)

    drawings = [svg for page in printed.sheets.values() for svg in page.drawings.values()]
    assert any("drawn words" in svg for svg in drawings)
    for svg in drawings:
        svg = svg.replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"file:|https?:|href|onload|@import|<script|<image|<!--|<\?", svg)


@pytest.mark.parametrize(
    "code",
    [
        '#read("/../../../../../../etc/passwd")',
        '#read("../../etc/passwd")',
        '#image("/etc/passwd")',
    ],
)
def test_the_typesetter_can_read_its_own_folder_only(monkeypatch, tmp_path, code):
    """Even a template that was tampered with reads no file of the machine."""
    monkeypatch.setattr("scifi.printing.setting.typeset._templates", lambda name: {name: code})
    fonts = Path(__file__).parents[2] / ".cache/print"
    for folder in fonts.glob("fonts-*"):
        (tmp_path / folder.name).symlink_to(folder)

    with pytest.raises(PrintError, match=r"access denied|not found|outside"):
        run(Document("evil.typ", {"title": "x"}, {}, tmp_path))


def test_a_page_that_cannot_be_set_is_named(printed):
    """In a book of eighty pages nobody has to search."""
    printed("<p>good</p>")
    good = printed.data["sections"][0]
    bad = {**good, "title": "Other", "slug": "cookbook-other", "body": [{"t": "badge"}]}
    book = {**printed.data, "title": "All", "sections": [good, bad]}

    with pytest.raises(
        PrintError, match=r'"All", page "Other" \(cookbook-other\), could not be set'
    ):
        run(Document("book.typ", book, {}, Path(__file__).parents[2] / ".cache/print"))


def test_the_templates_run_nothing_that_comes_from_data(project):
    """No template evaluates text, loads a plugin or takes a package from the network."""
    templates = list((project / "src/scifi/printing/setting").glob("*.typ"))

    assert len(templates) > 3
    for template in templates:
        assert not re.search(
            r"\beval\(|\bplugin\(|@preview|@local", template.read_text(encoding="utf-8")
        )


def test_a_name_from_right_to_left_keeps_its_letters(printed):
    """Hebrew and Arabic are printed; other signs stand as numbers, and a line says so."""
    said = reading.text(printed(NAMES).path)

    for word in ("שלום", "עליכם", "خليفة", "حمد", "Žilina", "[U+516C][U+5712]", "reversed"):
        assert word in said
    assert "given by number: U+516C, U+5712, U+1F6AE." in said
