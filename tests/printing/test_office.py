"""Worksheets to fill in on a computer: DOCX and ODT read back as an office program reads them."""

import io
import re
import zipfile
from collections import Counter

import docx
import odfdo
import pytest
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn

from scifi.content.checks import check_all
from scifi.printing.imprint import imprint
from scifi.printing.office import opendocument, word
from scifi.printing.office.opendocument import as_odt
from scifi.printing.office.word import as_docx
from scifi.printing.papers.worksheets import worksheets

LINE = 9
"""Millimetres that a hand needs from line to line."""

MM_PER_UNIT = {"in": 25.4, "cm": 10.0, "mm": 1.0}
PURPOSE = 'Costs of \\1 and "C:\\new", <b>not bold</b> & {title}'
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

MADE_UP = {
    "kind": "worksheet",
    "title": "Worksheet: Odd signs",
    "description": "All that a contributor may write.",
    "author": "Contributors",
    "date": [2026, 5, 17],
    "footer": "Version {foot} \\2",
    "heading": "Odd signs {tick}",
    "lead": PURPOSE,
    "notes": ["Note {text}"],
    "blocks": [
        {"type": "text", "text": "Before a wide table"},
        {
            "type": "table",
            "title": "Wide",
            "columns": ["a", "b", "c"],
            "rows": [["x"]],
            "empty": 2,
            "wide": True,
        },
        {"type": "questions", "title": "First", "items": ["One?", "Two?"], "lines": 1},
        {"type": "questions", "title": "Second", "items": ["Again one?"], "lines": 3},
        {"type": "ticks", "title": "Boxes", "items": ["{cell}", "W" * 90]},
        {"type": "lines", "title": "Lines", "count": 4},
        {"type": "text", "text": "The end"},
    ],
}


@pytest.fixture(scope="module")
def sheets(project):
    """The data of all worksheets of the project, and of one with odd signs."""
    whole = check_all(project).corpus
    return [*(p.data for p in worksheets(whole, imprint(project, whole))), MADE_UP]


@pytest.fixture(scope="module")
def files(sheets):
    """Data, DOCX and ODT of each worksheet, as a program opens them."""
    return [
        (
            data,
            docx.Document(io.BytesIO(as_docx(data))),
            odfdo.Document(io.BytesIO(as_odt(data))),
        )
        for data in sheets
    ]


def blocks(data, *types):
    return [block for block in data["blocks"] if block["type"] in types]


def words_of(data):
    """Every text of a worksheet in reading order."""
    yield from (data["heading"], data["lead"], *data["notes"])
    for block in data["blocks"]:
        yield from [block[key] for key in ("title", "text") if key in block]
        yield from block.get("columns", [])
        yield from (cell for row in block.get("rows", []) for cell in row)
        yield from block.get("items", [])


def answers_of(data):
    """What each answer is to, and how many lines it has."""
    for block in blocks(data, "lines", "questions"):
        if block["type"] == "lines":
            yield block["title"], block["count"]
        else:
            yield from ((words, block["lines"]) for words in block["items"])


def word_tables(document):
    """Tables to fill in, and rows for answers, which do not grow."""
    rows = [(table, table.rows[0]) for table in document.tables]
    exact = [row.height_rule == WD_ROW_HEIGHT_RULE.EXACTLY for _, row in rows]
    return (
        [table for (table, _), is_exact in zip(rows, exact, strict=True) if not is_exact],
        [row for (_, row), is_exact in zip(rows, exact, strict=True) if is_exact],
    )


def text_tables(document):
    """Tables to fill in, and tables that hold the lines of an answer."""
    tables = document.body.get_elements("table:table")
    headed = [table.get_elements("table:table-header-rows") for table in tables]
    return (
        [table for table, head in zip(tables, headed, strict=True) if head],
        [table for table, head in zip(tables, headed, strict=True) if not head],
    )


def plain(element):
    """The text of a part of an ODT as it is; the library's own marks lists and escapes signs."""
    return "".join(map(str, element.xpath("descendant::text()")))


def in_mm(length):
    number, unit = re.fullmatch(r"([\d.]+)([a-z]+)", length).groups()
    return float(number) * MM_PER_UNIT[unit]


def test_every_word_stands_in_both_files_in_the_order_of_the_paper(files):
    """Whoever fills it in on a computer answers the same questions, odd signs as they are."""
    for data, in_word, in_text in files:
        of_word = in_word.element.body.xpath("string()")
        for text in (of_word, plain(in_text.body)):
            at = 0
            for words in words_of(data):
                assert words in text[at:], (data["heading"], words)
                at = text.index(words, at) + len(words)
        assert data["footer"] in in_word.sections[-1].footer.paragraphs[0].text
        feet = in_text.styles.get_elements("//style:footer")
        assert len(feet) == 2 and all(data["footer"] in plain(foot) for foot in feet)


def test_headings_are_headings(files):
    """A reader jumps from part to part."""
    for data, in_word, in_text in files:
        titles = [data["heading"], *(b["title"] for b in data["blocks"] if "title" in b)]
        found = [p.text for p in in_word.paragraphs if p.style.name.startswith("Heading")]
        headers = in_text.body.get_elements("//text:h")
        assert found == [plain(header) for header in headers] == titles
        levels = [header.get_attribute("text:outline-level") for header in headers]
        assert levels == ["1", *["2"] * (len(titles) - 1)]


def test_questions_are_numbered_by_the_program(files):
    """Nobody types numbers again who adds a question; each list begins at one."""
    for data, in_word, in_text in files:
        asked = [words for block in blocks(data, "questions") for words in block["items"]]
        questions = [p for p in in_word.paragraphs if p.style.name == "Question"]
        assert [p.text for p in questions] == asked
        lists = in_text.body.get_elements("text:list")
        assert [plain(one) for one in lists] == asked
        begins = [not one.get_attribute("text:continue-numbering") for one in lists]
        wanted = [n == 0 for block in blocks(data, "questions") for n in range(len(block["items"]))]
        assert begins == wanted
    numbering = in_word.part.numbering_part.element
    used = {name: in_word.styles[name].element.pPr.numPr for name in ("Heading 2", "Question")}
    # A heading is the level above, without a number of its own: behind it questions begin at one.
    assert used["Heading 2"].numId.val == used["Question"].numId.val
    levels = numbering.xpath("w:abstractNum/w:lvl")
    assert [level.find(qn("w:lvlText")).get(qn("w:val")) for level in levels] == ["", "%2."]
    assert used["Question"].ilvl.val == 1
    style = in_text.get_style("paragraph", "Question").get_attribute("style:list-style-name")
    assert {one.get_attribute("text:style-name") for one in lists} == {style}


def test_boxes_are_ticked_by_a_click(files):
    """Each box is a control that holds nothing but the box, and a screen reader says what for."""
    for data, in_word, in_text in files:
        items = [words for block in blocks(data, "ticks") for words in block["items"]]
        controls = [b.getparent().getparent() for b in in_word.element.iter(W14 + "checkbox")]
        assert [control.xpath("string()") for control in controls] == ["☐"] * len(items)
        names = [control.find(".//" + qn("w:alias")).get(qn("w:val")) for control in controls]
        assert names == [words[:64] for words in items]
        boxes = in_text.body.get_elements('//loext:content-control[@loext:checkbox="true"]')
        assert [plain(box) for box in boxes] == ["☐"] * len(items)
        beside = [plain(box.parent) for box in boxes]
        assert [text.replace("\t", "") for text in beside] == [f"☐{words}" for words in items]


def test_answers_have_lines_for_a_hand_and_do_not_grow(files):
    """Two pages stay two pages, however much is typed: the row of an answer has a fixed height."""
    for data, in_word, in_text in files:
        wanted = list(answers_of(data))
        rows = word_tables(in_word)[1]
        tables = text_tables(in_text)[1]
        assert len(rows) == len(tables) == len(wanted)
        for row, table, (words, lines) in zip(rows, tables, wanted, strict=True):
            shape = row.cells[0].paragraphs[0].style.paragraph_format
            assert len(row.cells[0].paragraphs) == lines
            assert row.height.mm >= lines * shape.line_spacing.mm >= lines * LINE
            (control,) = row._tr.iter(qn("w:sdt"))
            assert not control.xpath("string()").strip()
            assert control.find(".//" + qn("w:text")) is not None
            assert control.find(".//" + qn("w:alias")).get(qn("w:val")) == words[:64]
            (line,) = table.get_elements("table:table-row")
            height = in_text.get_style("table-row", line.style).get_properties()
            assert in_mm(height["style:row-height"]) >= lines * LINE
            assert [plain(p) for p in table.get_elements("descendant::text:p")] == [""] * lines
            assert table.get_attribute("table:name").endswith(words)
    pen = in_text.get_style("paragraph", "Answer").get_properties()
    assert pen["fo:border-bottom"] != "none" and pen["style:join-border"] == "false"
    assert in_mm(pen["fo:line-height"]) >= LINE
    borders = in_word.styles["Answer"].element.xpath("w:pPr/w:pBdr/*/@w:val")
    assert borders == ["single", "single"]


def test_tables_fit_their_sheets_and_are_read_with_their_heads(files):
    """Wide ones lie across; each has a name, and a head that comes again on each sheet."""
    for data, in_word, in_text in files:
        given = blocks(data, "table")
        tables, texts = word_tables(in_word)[0], text_tables(in_text)[0]
        names = [table._tbl.tblPr.xpath("string(w:tblCaption/@w:val)") for table in tables]
        assert names == [block["title"] for block in given]
        for block, table, text in zip(given, tables, texts, strict=True):
            sheet = 297 if block.get("wide") else 210
            section = in_word.sections[0]
            room = sheet - section.left_margin.mm - section.right_margin.mm
            assert sum(column.width.mm for column in table.columns) == pytest.approx(room, abs=0.5)
            widths = [cell.width for cell in table.rows[-1].cells]
            assert widths == [column.width for column in table.columns]
            count = 1 + len(block["rows"]) + block["empty"]
            rows = text.get_elements("descendant::table:table-row")
            assert len(table.rows) == len(rows) == count
            cells = {len(row.children) for row in rows} | {len(row.cells) for row in table.rows}
            assert cells == {len(block["columns"])}
            assert len(text.get_elements("table:table-column")) == len(block["columns"])
            assert len(table._tbl.xpath("w:tr[1]//w:tblHeader")) == 1
            assert text.get_attribute("table:name").endswith(block["title"])


def test_sheets_turn_for_wide_tables_and_back(files):
    """A wide table that comes first takes the title along; no sheet holds a title only."""
    for data, in_word, in_text in files:
        ways = []
        for block in data["blocks"]:
            wide = block.get("wide", False)
            if block["type"] != "text" and [wide] != ways[-1:]:
                ways.append(wide)
        assert [s.page_width > s.page_height for s in in_word.sections] == ways
        assert [int(s.orientation) for s in in_word.sections] == ways
        pages = [
            style.get_attribute("style:master-page-name")
            for paragraph in in_text.body.children
            if paragraph.tag in ("text:h", "text:p", "text:list")
            and (style := in_text.get_style("paragraph", paragraph.style)) is not None
            and style.get_attribute("style:master-page-name")
        ]
        turned = [{True: "Across", False: "Standard"}[way] for way in ways]
        assert pages == turned[0 if ways[0] else 1 :]


def test_a_file_says_what_it_is_and_nothing_of_a_machine(sheets, files):
    """Title, language and the day of the version; the same bytes each time."""
    for data, in_word, in_text in files:
        about = in_word.core_properties
        assert about.title == in_text.meta.title == data["title"]
        assert about.author == about.last_modified_by == in_text.meta.creator == data["author"]
        days = {about.created, about.modified, in_text.meta.creation_date, in_text.meta.date}
        assert {[day.year, day.month, day.day] == data["date"] for day in days} == {True}
        assert about.language == in_text.language == "en-GB"
        assert set(in_word.styles.element.xpath("//w:lang/@w:val")) == {"en-GB"}
        for make in (as_docx, as_odt):
            with zipfile.ZipFile(io.BytesIO(make(data))) as file:
                assert {part.date_time[0] for part in file.infolist()} == {1980}
    assert as_docx(data) == as_docx(data) and as_odt(data) == as_odt(data)


@pytest.mark.parametrize("template", [word.TEMPLATE, opendocument.TEMPLATE], ids=lambda t: t.suffix)
def test_a_template_keeps_quiet_about_who_saved_it(template):
    """No name, no company, no printer, no path, no preview of somebody's screen."""
    with zipfile.ZipFile(template) as file:
        names = file.namelist()
        text = "".join(file.read(name).decode() for name in names)
    assert max(Counter(names).values()) == 1
    assert not [name for name in names if "humbnail" in name or "custom" in name]
    told = re.findall(
        r"<(?:dc:creator|meta:initial-creator|meta:printed-by|cp:lastModifiedBy|Company|Manager)>"
        r'([^<]+)|config:name="Printer(?:Name|Setup)"[^>]*>([^<]+)|(file://[^"<]+)',
        text,
    )
    assert told == []
