"""Pictograms for signs: each can be drawn, said and taken as a file, in black and white alone."""

import re

from lxml import etree

from scifi.figures.pictograms import DRAWINGS, SIZE
from scifi.model.base import Pictogram
from scifi.printing.imprint import imprint
from scifi.printing.office.pieces import pieces
from scifi.printing.papers.worksheets import worksheets
from scifi.site import downloads
from scifi.site.pages import Site, pages
from scifi.site.signs import pictogram_file


def test_every_pictogram_is_a_drawing_of_its_own_with_words_of_its_own():
    """Nobody has to guess: the title says what a screen reader and a colleague read."""
    files = [etree.fromstring(pictogram_file(which)) for which in Pictogram]
    titles = [svg.findtext("{*}title") for svg in files]

    assert set(DRAWINGS) == set(Pictogram)
    assert all(titles)
    assert len(set(titles)) == len(set(map(str, DRAWINGS.values()))) == len(Pictogram)


def test_pictograms_are_black_and_white():
    """They survive any printer, and no colour carries a meaning."""
    inks = set(re.findall(r'(?:fill|stroke)="([^"]+)"', "".join(map(pictogram_file, Pictogram))))

    assert inks == {"#000", "#fff", "none"}


def test_pictograms_stay_in_their_frame():
    """Absolute corners and middles lie within the square."""
    for which, drawn in DRAWINGS.items():
        paths = " ".join(shape.path for piece in drawn.pieces for shape in piece.shapes)
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", paths):
            assert 0 <= float(x) <= SIZE, which
            assert 0 <= float(y) <= SIZE, which


def test_a_sign_text_shows_its_pictograms_on_page_and_paper(
    corpus, corpus_with, make, as_read, project
):
    """On the page as files to take, in the PDF as drawings, in an office file by their names."""
    text = {"type": "text", "title": "A. Bin", "text": "Words.", "pictograms": ["no-camera"]}
    sheet = corpus.worksheets[0]
    made = corpus_with(make(sheet, blocks=[text, sheet.blocks[0].model_dump(mode="json")]))

    site = Site(made, {}, {})
    page = as_read({p.address: p for p in pages(site)}["print/worksheets/"].body)
    (paper,) = worksheets(made, imprint(project, made))

    (link,) = page.select(".pictograms a")
    assert link["href"] == "../../assets/signs/no-camera.svg"
    assert link["href"].removeprefix("../../") in dict(downloads.files(site))
    assert "No camera" in link.get_text()
    (drawn,) = paper.data["blocks"][0]["pictograms"]
    assert drawn == {"svg": pictogram_file(Pictogram.NO_CAMERA), "words": "No camera"}
    assert any("No camera" in piece.text for piece in pieces(paper.data))
