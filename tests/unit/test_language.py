"""Words, numbers, dates and lists in the language of the site, and the catalogue they stand in."""

import subprocess
import sys

import pytest

from scifi import language
from scifi.labels import LABELS, label
from scifi.language import ACCENTED, _, ngettext, number
from scifi.model.base import Status


@pytest.fixture(autouse=True)
def back_to_english():
    """Every other test reads English."""
    yield
    language.use("en")


def test_english_stands_in_the_code():
    """Values come in by name, and a number has the form that fits it."""
    assert _("{found} of {all} fit", found=3, all=7) == "3 of 7 fit"
    assert ngettext("{n} city", "{n} cities", 1) == "1 city"
    assert ngettext("{n} city", "{n} cities", 1200) == "1,200 cities"


def test_numbers_dates_lists_and_countries_read_as_people_write_them():
    """As in British English, which the site is written in."""
    assert [language.number(n) for n in (0.25, 40, 1234567.5)] == ["0.25", "40", "1,234,567.5"]
    assert language.number(1234, 2) == "1,234.00"
    dates = ("2024", "2024-05", "2024-05-14")
    assert [language.partial_date(d) for d in dates] == ["2024", "May 2024", "14 May 2024"]
    assert language.and_list(["a", "b", "c"]) == "a, b and c"
    assert language.or_list(["a", "b"]) == "a or b"
    assert [language.country(code) for code in ("CZ", "GB", "XX")] == [
        "Czechia",
        "United Kingdom",
        "XX",
    ]


def test_the_made_up_language_accents_every_letter_but_no_value_and_no_tag():
    """What it leaves plain was not in the catalogue."""
    language.use(ACCENTED)

    assert _('See <a href="{url}">all {n}</a> &amp; more', url="x", n=3) == (
        'Šéé <a href="x">åļļ 3</a> &amp; ɱöŕé'
    )
    assert ngettext("{n} city", "{n} cities", 2) == "2 çîţîéš"


def test_a_translation_is_used_and_what_it_lacks_stays_english(monkeypatch, tmp_path):
    """Plurals follow the rule of the language."""
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "scifi.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "stopped"\nmsgstr "gestopt"\n\n'
        "#: frontend/scripts/x.js\n"
        'msgid "{n} city"\nmsgid_plural "{n} cities"\n'
        'msgstr[0] "{n} stad"\nmsgstr[1] "{n} steden"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    language.catalogue.cache_clear()

    language.use("nl")

    assert label(Status.STOPPED) == "gestopt"
    assert label(Status.FAILED) == "failed"
    assert [ngettext("{n} city", "{n} cities", n) for n in (1, 2000)] == ["1 stad", "2.000 steden"]
    assert language.script_words() == {"{n} city": ["{n} stad", "{n} steden"]}
    assert language.partial_date("2024-05") == "mei 2024"


def test_a_language_that_does_not_exist_is_told_with_those_that_do():
    """Nobody gets an English site who asked for another."""
    with pytest.raises(language.LanguageError, match=r'no language "xx". The languages are: en, '):
        language.use("xx")


def test_every_command_speaks_the_language_of_the_site(root, scifi):
    """What it names in mkdocs.yml, and a language that nobody wrote is told in one sentence."""
    (root / "mkdocs.yml").write_text("theme:\n  language: en-XA\n", encoding="utf-8")
    assert "çĥéçķéđ" in scifi("check", root=root).output

    (root / "mkdocs.yml").write_text("theme:\n  language: xx\n", encoding="utf-8")
    done = scifi("print", root=root)
    assert done.exit_code == 1
    assert 'Error: There is no language "xx".' in done.output
    assert "Traceback" not in done.output


def test_every_value_of_the_model_has_a_word():
    """No enum shows its name to a reader."""
    for values, words in LABELS.items():
        assert set(words) == set(values), values


def test_the_template_of_the_catalogue_holds_every_text(project, tmp_path):
    """A translator misses nothing: `make words` was run after the last change of a text."""
    made = tmp_path / "scifi.pot"
    recipe = (project / "Makefile").read_text(encoding="utf-8").partition("\nwords:")[2]
    asked = recipe.partition("extract ")[2].partition("--output-file")[0].replace("\\", "").split()

    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", *asked, "-o", made, "."],
        cwd=project,
        check=True,
    )

    committed = language.FOLDER / "scifi.pot"
    assert made.read_text(encoding="utf-8") == committed.read_text(encoding="utf-8")


def test_the_largest_numbers_are_written_too():
    """A slip of the keyboard in a file is a long number on a page, not the end of the build."""
    assert number(2**62) == "4,611,686,018,427,387,904"
    assert number(-1e15) == "-1,000,000,000,000,000"
    assert len(number(1e300)) > 300
