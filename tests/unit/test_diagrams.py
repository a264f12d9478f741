"""Drawings of chapters: every word is drawn, fits where it stands, and hides no other."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from lxml import etree

from scifi.figures import diagrams
from scifi.figures.diagrams.letters import LINE_HEIGHT
from scifi.figures.palette import LETTER, NARROW, PRINT, WIDE
from scifi.model.drawing import Drawing
from scifi.model.texts import without_citations
from scifi.site import diagrams as pages

CANVASES = [WIDE, NARROW, PRINT]
FORMS = {"chain", "matrix", "plan", "ring", "stairs", "tree"}


@pytest.fixture(scope="module")
def widths():
    """How wide a text is in the typeface of the site, regular and bold, px."""
    import fontpkg_source_sans_3

    folder = Path(fontpkg_source_sans_3.__file__).parent / "files"

    def of(weight):
        font = TTFont(folder / "SourceSans3[wght].ttf")
        font = instantiateVariableFont(font, {"wght": weight})
        glyphs, advances = font.getBestCmap(), font["hmtx"]
        scale = LETTER / font["head"].unitsPerEm
        return lambda text: sum(advances[glyphs[ord(c)]][0] for c in text) * scale

    return {False: of(400), True: of(700)}


@pytest.fixture(scope="module")
def drawn(published):
    """Every drawing of every chapter on each canvas."""
    return [
        (chapter, canvas, diagrams.draw(chapter.drawing, canvas))
        for chapter in published.chapters
        if chapter.drawing
        for canvas in CANVASES
    ]


def _lines(sheet, widths):
    """Each line of words with its left, upper, right and lower edge."""
    for words in sheet.words:
        for number, line in enumerate(words.lines):
            wide = widths[words.look != "text"](line)
            left = words.x - wide * {"start": 0, "middle": 0.5, "end": 1}[words.anchor]
            foot = words.y + LINE_HEIGHT * number
            yield line, left, foot - 0.75 * LETTER, left + wide, foot + 0.2 * LETTER


def test_the_chapters_use_every_form(published):
    """Each chapter has a drawing, and none of the six forms is dead code."""
    assert {chapter.drawing.form.type for chapter in published.chapters} == FORMS


def test_no_words_leave_the_drawing_or_hide_others(drawn, widths):
    """Measured in the real typeface, on a desk, a phone and on paper."""
    for chapter, canvas, sheet in drawn:
        lines = list(_lines(sheet, widths))
        for line, left, top, right, foot in lines:
            where = (chapter.id, canvas.name, line)
            assert left >= -0.5 and right <= sheet.width + 0.5, where
            assert top >= 0 and foot <= sheet.height + 4, where
        for (a, *one), (b, *two) in combinations(lines, 2):
            apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
            assert apart, (chapter.id, canvas.name, a, b)


def test_no_words_leave_their_card(drawn, widths):
    """A line that begins in a box ends in it."""
    for chapter, canvas, sheet in drawn:
        for line, left, top, right, foot in _lines(sheet, widths):
            for box in sheet.boxes:
                begins = box.x <= left < box.x + box.width and box.y <= top < box.y + box.height
                ends = right <= box.x + box.width and foot <= box.y + box.height
                assert ends or not begins, (chapter.id, canvas.name, line)


def test_every_word_is_drawn(drawn):
    """What the words below a drawing say stands in it, but for the words that tie them."""
    tying = {"If", "yes", "no", "to", "all", "and", "has"}
    for chapter, canvas, sheet in drawn:
        shown = " ".join(line for words in sheet.words for line in words.lines)
        told = " ".join(f"{name} {text}" for name, text in diagrams.told(chapter.drawing))
        missing = set(re.findall(r"\w+", without_citations(told))) - set(re.findall(r"\w+", shown))
        assert missing <= tying, (chapter.id, canvas.name, missing)


def test_each_drawing_fits_on_a_printed_page_and_large_print_has_words_for_long_ones(published):
    """On paper no drawing is made smaller: its letters would be too."""
    files = {
        chapter.id: [address.rpartition("-")[2] for address, _svg in pages.files(chapter)]
        for chapter in published.chapters
    }
    assert all("print.svg" in made for made in files.values())
    assert any(len(made) == 1 for made in files.values())


def test_a_drawing_escapes_its_words_and_has_no_style(published):
    """It is a stranger's text, and the content policy refuses styles."""
    chapter = next(c for c in published.chapters if c.drawing.form.type == "ring")
    data = chapter.drawing.model_dump(mode="json")
    data["form"]["middle"] = 'Bins & "benches"'
    changed = chapter.model_copy(update={"drawing": Drawing.model_validate(data, strict=False)})

    for _address, svg in pages.files(changed):
        root = etree.fromstring(svg.encode())
        assert "Bins &amp; &#34;benches&#34;" in svg
        assert "style" not in {name for element in root.iter() for name in element.attrib}
        assert root.findtext("{*}title") == chapter.drawing.title
        assert "Gives: " in root.findtext("{*}desc")
