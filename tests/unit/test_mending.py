"""`scifi check --fix`: what a machine can mend, and what it leaves to a person."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from scifi.cli import main
from scifi.content import load, mending, source
from scifi.content.formatting import formatted

TITLE = "title: Twelve invented bins were emptied a third less often"


@pytest.fixture
def good(project: Path) -> source.SourceFile:
    path = project / "tests/examples/valid/casestudies/example-bins.yml"
    file = source.SourceFile("x.yml", "casestudy", "x", path.read_text(encoding="utf-8"))
    return source.SourceFile("x.yml", "casestudy", "x", formatted(file))


def spoilt(file: source.SourceFile, old: str, new: str) -> source.SourceFile:
    assert old in file.text
    return source.SourceFile(file.path, file.kind, file.id, file.text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("right", "wrong", "mended"),
    [
        ("value: 33", "value: 33,5", "value: 33.5"),
        ("value: 33", 'value: "33"', "value: 33"),
        ("amount: 10000", "amount: 10 000", "amount: 10000"),
        ("amount: 10000", "amount: 10'000", "amount: 10000"),
        ("amount: 10000", "amount: 1.028.787,5", "amount: 1028787.5"),
        ("value: 33", "value: −33", "value: -33"),
        ("date: 2019-03-04", "date: 24.4.2024", "date: 2024-04-24"),
        ("date: 2019-03-04", "date: April 2024", "date: 2024-04"),
        ("date: 2019-03-04", "date: 24/04/2024", "date: 2024-04-24"),
        ("date: 2019-03-04", "date: 2024/4/24", "date: 2024-04-24"),
        ("kind: measured", "kind: Measured", "kind: measured"),
        ("country: BE", "country: be", "country: BE"),
        ("country: BE", "country: NO", 'country: "NO"'),
        ("cities: [exampleville]", "cities: exampleville", "cities: [exampleville]"),
        ("steps: [plan, do]", "steps: plan, do", "steps: [plan, do]"),
        (TITLE, "title: “Bins: twelve”", 'title: "Bins: twelve"'),
        (TITLE, "title: 's-Hertogenbosch: twelve", 'title: "\'s-Hertogenbosch: twelve"'),
        (TITLE, "title: Bins: twelve", 'title: "Bins: twelve"'),
        (TITLE, "title: %twelve", 'title: "%twelve"'),
        (TITLE, 'title: Bins: "twelve"', 'title: >-\n  Bins: "twelve"'),
        ("- Bins [@ours].", "- [@ours] Bins.", '- "[@ours] Bins."'),
        ("  start: 2019", "\tstart: 2019", "  start: 2019"),
        ("  start: 2019", "\u00a0\u00a0start: 2019", "  start: 2019"),
        ("currency: EUR", "currency:\u00a0EUR", "currency: EUR"),
        ("title: Twelve", "title: Twel\u00adve", "title: Twelve"),
        ("title: Twelve", "title:     Twelve", "title: Twelve"),
        ("themes: [waste", "themes: ['waste'", "themes: [waste"),
        ("note: A guess", "note: 33 % guess", "note: 33 per cent guess"),
    ],
)
def test_what_can_only_mean_one_thing_is_mended(good, right, wrong, mended):
    text, told = mending.mended(spoilt(good, right, wrong))

    assert text == good.text.replace(right, mended, 1)
    assert told


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("amount: 10000", "amount: 10,000"),
        ("amount: 10000", "amount: 10.000"),
        ("value: 33", "value: 33 %"),
        ("value: 33", "value: 30-35"),
        ("value: 33", "value: 012"),
        ("value: 33", "value: 12:30"),
        ("date: 2019-03-04", "date: 4/5/2024"),
        ("date: 2019-03-04", "date: 2024-13"),
        ("title: Twelve", "title: Bins in district #5"),
        ("title: Twelve", 'title: "Twelve'),
        ("title: Twelve", "title: Twel\u202eve"),
        ("kind: measured", "kind: guessed"),
    ],
)
def test_what_a_person_has_to_decide_is_left(good, right, wrong):
    file = spoilt(good, right, wrong)

    assert mending.mended(file) == (file.text, [])


def test_several_mistakes_are_mended_in_one_go_and_each_is_told(good):
    file = spoilt(spoilt(good, "value: 33", "value: 33,5"), "title: Twelve", "title: Bins: twelve")

    text, told = mending.mended(file)

    assert isinstance(load.load(source.SourceFile("x", "casestudy", "x", text)), load.Document)
    assert [line.split(": ", 1)[0].split(":")[0] for line in told] == ["x.yml", "x.yml"]
    assert "value: 33,5 → value: 33.5 [fields]" in "\n".join(told)


def test_what_somebody_excused_with_a_reason_is_left(good):
    excused = "# allow per-cent: the sign is part of the name\n    note: 33 % guess"
    file = spoilt(good, "note: A guess", excused)

    assert mending.mended(file) == (file.text, [])


def test_nothing_is_told_of_a_file_that_is_right(good):
    assert mending.mended(good) == (good.text, [])


@pytest.fixture
def place(tmp_path: Path, good: source.SourceFile) -> Path:
    """A project with one case study, its date and one number written otherwise."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Example\n", encoding="utf-8")
    (tmp_path / "casestudies").mkdir()
    wrong = spoilt(spoilt(good, "date: 2019-03-04", "date: 4.3.2019"), "value: 33", "value: 10,000")
    (tmp_path / "casestudies/x.yml").write_bytes(wrong.text.replace("\n", "\r\n").encode())
    return tmp_path


def run(place: Path, *arguments: str):
    return CliRunner().invoke(main, ["--root", str(place), *arguments])


def test_fix_changes_the_file_and_tells_what_is_left(place, good):
    done = run(place, "check", "--fix")

    text = (place / "casestudies/x.yml").read_bytes().decode()
    assert text == spoilt(good, "value: 33", "value: 10,000").text
    change = "casestudies/x.yml:23: - date: 4.3.2019 → - date: 2019-03-04 [fields]"
    assert change in done.stderr
    assert '"10,000"' in done.stdout
    assert done.exit_code == 1


def test_line_ends_alone_are_mended_and_told(place, good):
    path = place / "casestudies/x.yml"
    path.write_bytes(good.text.replace("\n", "\r\n").encode())

    assert "casestudies/x.yml: written in its form" in run(place, "check", "--fix").stderr
    assert path.read_bytes() == good.text.encode()


def test_a_file_that_cannot_be_read_in_the_end_stays(place):
    """Half of a repair would only be harder to understand."""
    path = place / "casestudies/x.yml"
    path.write_text('title: a: b\nsummary: "never closed\n', encoding="utf-8")

    run(place, "check", "--fix")

    assert path.read_text(encoding="utf-8") == 'title: a: b\nsummary: "never closed\n'


def test_fix_twice_has_nothing_to_do(place):
    run(place, "check", "--fix")
    before = (place / "casestudies/x.yml").read_bytes()

    assert "→" not in run(place, "check", "--fix").stderr
    assert (place / "casestudies/x.yml").read_bytes() == before


def test_the_help_of_a_rule_says_what_is_mended(project):
    assert (
        "Mended by `scifi check --fix`: numbers and dates" in run(project, "rule", "fields").stdout
    )


INVALID = Path(__file__).parents[1] / "examples/invalid"
BAD = sorted(INVALID.rglob("*.[ym]*"))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_whatever_is_wrong_a_mended_file_can_be_read_and_is_stable(path):
    """Over all bad files: it stays as it is, or it can be read and there is no more to mend."""
    file = source.read(path, INVALID)
    if not isinstance(file, source.SourceFile):
        return

    text, told = mending.mended(file)

    again = source.SourceFile(file.path, file.kind, file.id, text)
    assert bool(told) == (text != file.text)
    assert text == file.text or isinstance(load.load(again), load.Document)
    assert mending.mended(again) == (text, [])
