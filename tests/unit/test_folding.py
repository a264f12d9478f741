"""Folding: one rule for Python and for the scripts, compared on one table."""

import csv

from scifi.folding import fold


def table(project):
    """Texts, and what they are folded to; frontend/tests/folding.test.js reads the same file."""
    path = project / "tests/examples/search/folding.tsv"
    return list(csv.DictReader(path.open(encoding="utf-8"), delimiter="\t"))


def test_texts_are_folded_as_the_scripts_fold_them(project):
    """Case, accents, letters with strokes, and signs above or below the line."""
    rows = table(project)

    assert len(rows) > 10
    assert {row["text"]: fold(row["text"]) for row in rows} == {
        row["text"]: row["folded"] for row in rows
    }


def test_titles_stand_in_order_whatever_their_accents():
    """Águilas is not behind Zagreb, and Łódź is among the places with L."""
    titles = ["Zagreb", "Águilas", "Madrid", "Łódź", "Aarhus"]

    assert sorted(titles, key=fold) == ["Aarhus", "Águilas", "Łódź", "Madrid", "Zagreb"]
