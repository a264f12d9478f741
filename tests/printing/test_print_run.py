"""A second print run: what is unchanged is not even read, what is changed is made again."""

from dataclasses import replace
from pathlib import Path

import pytest

from scifi import language
from scifi.corpus import Corpus
from scifi.kinds import PARTS
from scifi.printing.papers.editions import editions
from scifi.printing.papers.kept import LEDGER, carry_out
from scifi.printing.papers.press import Press, cache
from scifi.printing.run import every_order

PROJECT = Path(__file__).parents[2]

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body><main>
<h1 data-pagefind-meta="title">{title}</h1><article class="md-typeset"><p>Words.</p></article>
</main></body></html>"""


@pytest.fixture
def press(tmp_path: Path, corpus: Corpus) -> Press:
    """The press of a small site whose pages are short."""
    for edition in editions(corpus):
        for address in edition.addresses:
            page = tmp_path / address / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(PAGE.format(title=address), encoding="utf-8")
    # The typefaces are cut once for the whole project.
    cache(tmp_path).mkdir(parents=True)
    for faces in cache(PROJECT).glob("fonts-*"):
        (cache(tmp_path) / faces.name).symlink_to(faces)
    return Press(tmp_path, tmp_path, corpus)


def short(press: Press) -> list:
    """Orders for papers of single pages."""
    kinds = ("step", "pathway", "worksheet")
    return [order for order in every_order(press) if order.edition.kind in kinds]


def keys(press: Press) -> dict[str, str]:
    """The key of each file that the site has."""
    return {
        order.file: order.key for order in every_order(Press(press.root, press.site, press.corpus))
    }


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """Files that are made again."""
    return {Path(file).name for file in before if before[file] != after[file]}


def test_what_is_unchanged_is_neither_read_nor_set(press, monkeypatch):
    """The files are there again, the same to the byte."""
    first = {one.path.name: one.path.read_bytes() for one in carry_out(press, short(press))}
    for name in first:
        (press.site / "print" / name).unlink()
    monkeypatch.setattr(Press, "make", lambda self, order: pytest.fail(f"{order.file} made again"))

    again = carry_out(press, short(press))

    assert {one.path.name: one.path.read_bytes() for one in again} == first
    assert {path.suffix for path in (press.site / "print").iterdir()} == {".pdf", ".docx", ".odt"}


def test_an_edited_case_study_is_made_again_with_the_book_and_nothing_else(press, corpus):
    """Its words stand on its own page; indexes and short forms of the book name it too."""
    before = keys(press)
    (case,) = corpus.casestudies
    page = press.site / "casestudies" / case.id / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Words", "News"), encoding="utf-8")
    assert changed(before, keys(press)) == {f"case-study-{case.id}.pdf"}

    edited = case.model_copy(update={"title": "Another finding"})
    entries = {**corpus.entries, "casestudy": {case.id: edited}}
    other = Press(press.root, press.site, replace(corpus, entries=entries))
    assert changed(before, keys(other)) == {
        f"case-study-{case.id}.pdf",
        "whole-book.pdf",
        "whole-book.epub",
        "whole-book-for-press.pdf",
        *(f"part-{part}.pdf" for part in list(PARTS)[:5]),
    }


def test_only_what_a_reader_gets_of_a_page_counts(press, corpus):
    """Another style sheet or footer prints nothing anew."""
    before = keys(press)
    page = press.site / "aid-kit" / corpus.remedies[0].id / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<title>", "<title>New "), "utf-8")

    assert changed(before, keys(press)) == set()


def test_another_language_is_another_file(press):
    """Even where the pages were the same."""
    before = keys(press)
    language.use(language.ACCENTED)
    try:
        assert set(before.values()).isdisjoint(keys(press).values())
    finally:
        language.use("en")


@pytest.mark.parametrize("damage", ["not JSON", '{"print/a.pdf": 1}'])
def test_a_damaged_ledger_only_costs_time(press, damage):
    """All is made again; so it is where a kept file was deleted."""
    first = carry_out(press, short(press)[:1])
    (cache(press.root) / LEDGER).write_text(damage, encoding="utf-8")

    again = carry_out(press, short(press)[:1])

    assert again[0].path.read_bytes() == first[0].path.read_bytes()


def test_a_run_of_everything_leaves_nothing_old_in_the_cache(press):
    """What no file of the site is made from goes; typefaces stay."""
    carry_out(press, short(press)[:2])
    old = {path.name for path in cache(press.root).iterdir() if path.suffix == ".pdf"}

    carry_out(press, short(press)[:1], only_these=True)

    left = {path.name for path in cache(press.root).iterdir() if path.suffix == ".pdf"}
    assert left < old and len(left) == 1
    assert list(cache(press.root).glob("fonts-*"))
