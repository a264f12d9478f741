"""The guides for contributors: what they quote is on the site, what they offer is right."""

import json
import re
import shutil

import pytest
from babel.messages.pofile import read_po

from scifi.content import canonical
from scifi.content.checks import check_all
from scifi.language import FOLDER

GUIDES = ("index", "new-case", "first", "fields/index")

HEAVIEST = 60_000
"""Most bytes of a picture: a phone in a basement loads nine of them."""


@pytest.fixture
def guide(project):
    """`guide("first")`: the text of a guide."""
    return lambda name: (project / f"docs/contribute/{name}.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def said():
    """Every text of the site, templates, code and scripts."""
    with (FOLDER / "scifi.pot").open("rb") as file:
        messages = [message.id for message in read_po(file)]
    return {text for id_ in messages for text in ([id_] if isinstance(id_, str) else id_)}


@pytest.fixture
def knowledge(project, tmp_path):
    """A copy of all content, into which a new file can be laid."""
    for folder in ("casestudies", "cookbook", "data"):
        shutil.copytree(project / folder, tmp_path / folder)
    shutil.copy(project / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", GUIDES)
def test_a_label_that_a_guide_quotes_is_on_the_site(guide, said, name):
    """What stands in curly quotes can be found on the page that one is sent to."""
    quoted = re.findall(r"“([^”]+)”", guide(name))

    assert [label for label in quoted if label not in said] == []


def test_the_lines_to_copy_are_a_whole_case_study(guide, knowledge):
    """In the one written form; the check has nothing to say against them."""
    (text,) = re.findall(r"(?m)^```yaml\n((?:.*\n)+?)```$", guide("new-case"))
    path = knowledge / "casestudies/invented-bins-delft.yml"
    path.write_text(text, encoding="utf-8")

    report = check_all(knowledge, [path])

    assert [str(problem) for problem in report.problems] == []
    case = report.corpus.get("casestudy", path.stem)
    assert canonical.written("casestudy", case.written()) == text


TYPED = (
    ("cities: []", "cities: [delft]"),
    ("title: TODO", "title: Twelve invented bins were emptied a third less often"),
    ("summary: TODO", "summary: Sensors in twelve bins cut the rounds by a third."),
    ("themes:\n  - TODO", "themes:\n  - waste"),
    ("challenge: TODO", "challenge: Bins were emptied by habit, full or not [@delft-2026]."),
    ("built: TODO", "built: A sensor in each bin [@delft-2026]."),
    ("lessons:\n  - TODO", "lessons:\n  - Look into the bin before you buy a sensor [@ours]."),
    ("status: TODO", "status: scaled"),
    ("reason: TODO", "reason: The page still lists the bins [@delft-2026]."),
    ("todo-key:", "delft-2026:"),
    ("title: TODO", "title: Report on twelve invented bins"),
    ("publisher: TODO", "publisher: City of Delft"),
    ("url: TODO", "url: https://www.delft.example/bins"),
    ("read: TODO", "read: 24.11.2026"),
)
"""What a person writes into a new file, from top to bottom; the date as people write it."""


def test_by_command_a_new_file_is_started_filled_in_mended_and_passes(guide, knowledge, scifi):
    """The commands that the guide names, one after another."""
    start, mend = re.findall(r"`scifi (new casestudy|check --fix) ([\w/.-]+)`", guide("new-case"))
    started = scifi(*start[0].split(), start[1], root=knowledge)
    path = knowledge / mend[1]
    assert mend[1] in started.output
    text = path.read_text(encoding="utf-8")
    for before, after in TYPED:
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")

    done = scifi(*mend[0].split(), path, root=knowledge)

    assert done.output.splitlines()[-1].endswith("nothing wrong"), done.output
    assert "read: 2026-11-24" in path.read_text(encoding="utf-8")


def test_the_minutes_of_each_way_are_about_thirty(guide):
    """What the heading promises, the steps add up to."""
    for way in ("by-form", "by-editor", "by-command"):
        part = guide("new-case").partition(f"#{way} }}")[2].partition("\n## ")[0]
        minutes = sum(int(n) for n in re.findall(r"\((\d+) minutes?\)", part))
        assert 25 <= minutes <= 35, way


def test_every_picture_is_shown_small_and_described(guide, project):
    """No picture lies there unused; each has its words, and weighs little."""
    found = re.findall(r"!\[([^\]]+)\]\(([\w-]+\.png)\)", guide("first"))
    shown = {name: alt for alt, name in found}
    there = {path.name: path for path in (project / "docs/contribute").glob("*.png")}
    words = json.loads((project / "tools/take-pictures-words.json").read_text(encoding="utf-8"))

    assert set(shown) == set(there) == {f"{name}.png" for name in words}
    assert all(len(alt.split()) > 10 for alt in shown.values())
    assert {n: p.stat().st_size for n, p in there.items() if p.stat().st_size > HEAVIEST} == {}
