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


@pytest.mark.parametrize("name", GUIDES)
def test_a_label_that_a_guide_quotes_is_on_the_site(guide, said, name):
    """What stands in curly quotes can be found on the page that one is sent to."""
    quoted = re.findall(r"“([^”]+)”", guide(name))

    assert [label for label in quoted if label not in said] == []


def test_the_lines_to_copy_are_a_whole_case_study(guide, project, tmp_path):
    """In the one written form; the check has nothing to say against them."""
    (text,) = re.findall(r"(?m)^```yaml\n((?:.*\n)+?)```$", guide("new-case"))
    for folder in ("casestudies", "cookbook", "data"):
        shutil.copytree(project / folder, tmp_path / folder)
    path = tmp_path / "casestudies/invented-bins-delft.yml"
    path.write_text(text, encoding="utf-8")

    report = check_all(tmp_path, [path])

    assert [str(problem) for problem in report.problems] == []
    case = report.corpus.get("casestudy", path.stem)
    assert canonical.written("casestudy", case.written()) == text


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
