"""Real changes of the real knowledge base, as git has them, in the words that a mayor reads."""

import re
import shutil
import subprocess

import pytest

from scifi.changes import effects
from scifi.kinds import KINDS
from scifi.site import pages

NOTTINGHAM = "casestudies/workplace-parking-levy-nottingham.yml"
SURREY = "casestudies/bin-stickers-surrey.yml"
LATVIA = "casestudies/bottle-deposit-latvia.yml"
KONSTANZ = "casestudies/smart-green-city-konstanz.yml"
TRENTO = "casestudies/pay-as-you-throw-trento.yml"
NEW = "casestudies/bin-stickers-ghent.yml"

COUNTED_ON_BEACHES = """\
  - indicator: litter-saving
    headline: true
    what: bottles found on 40 beaches
    value: 61
    baseline: null
    unit: "% less"
    direction: better
    period: 2021 to 2023
    kind: measured
    measured_by: independent
    comparison: control-group
    source: lv-drs
"""


@pytest.fixture(scope="module")
def repository(project, tmp_path_factory):
    """All content in a repository of its own, with a commit for each change."""
    root = tmp_path_factory.mktemp("real")
    for folder in {kind.folder.split("/")[0] for kind in KINDS.values()}:
        shutil.copytree(project / folder, root / folder)
    for name in ("mkdocs.yml", "macros.py"):
        shutil.copy(project / name, root / name)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "As it is")
    edit(root, NOTTINGHAM, "amount: 4000000\n", "amount: 4400000\n")
    edit(root, LATVIA, "  - indicator: litter-saving\n", COUNTED_ON_BEACHES)
    edit(root, KONSTANZ, "status: running\n", "status: stopped\n")
    edit(root, TRENTO, "Charging by the bag", "Paying by the bag")
    text = (root / SURREY).read_text(encoding="utf-8")
    ghent = text.replace("Surrey", "Ghent").replace("[surrey]", "[ghent]")
    (root / NEW).write_text(ghent, encoding="utf-8")
    commit(root, "new")
    (root / SURREY).write_text(re.sub(r"\n  sep-food:\n.*", "\n", text, flags=re.DOTALL))
    commit(root, "source")
    return root


def edit(root, file, old, new):
    """Change one place of a file, and commit it."""
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    added = new + old if old in COUNTED_ON_BEACHES else new
    (root / file).write_text(text.replace(old, added, 1), encoding="utf-8")
    commit(root, file)


def commit(root, message):
    git(root, "add", "--all")
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    git(root, *who, "commit", "--quiet", "--message", message)


def git(root, *arguments):
    subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True)


@pytest.fixture
def told(repository, scifi, monkeypatch):
    """`told("HEAD~1", "HEAD")`: the words, each heading and point on one line."""

    # All pages are made in the tests of the smallest knowledge base; here those of cases will do.
    def some(site):
        return (page for page in pages.pages(site) if page.address.startswith("casestudies/b"))

    monkeypatch.setattr(effects, "pages", some)

    def tell(before, after):
        shown = scifi("changes", before, after, root=repository)
        assert shown.exit_code == 0, shown.output
        blocks = [re.sub(r"\n(?!- )\s*", " ", part.strip()) for part in shown.output.split("\n\n")]
        return [line.removeprefix("- ") for part in blocks for line in part.split("\n")]

    return tell


def test_five_changes_read_well(told):
    """A sum, a result that lifts a verdict, a status, a title, a new case."""
    said = told("HEAD~6", "HEAD~1")

    assert said[0].startswith(
        "In short: 4 entries change, 1 entry is new, 1 evidence grade changes, 1 verdict changes, "
    )
    for sentence in (
        "Money, “to develop and start the levy”: from 4,000,000 GBP to 4,400,000 GBP.",
        "Results, new: “bottles found on 40 beaches”; 61 % less; measured by somebody "
        "independent, compared with a control group.",
        "Evidence grade: from B to A. A result on the aim was measured by somebody independent "
        "and compared with a control group or with the time before.",
        "What became of it, status: from still running to stopped.",
        "Title: from “Charging by the bag cut unsorted waste in Trento by 37.5 per cent against "
        "like towns; most of it was waste avoided” to “Paying by the bag cut unsorted waste in "
        "Trento by 37.5 per cent against like towns; most of it was waste avoided”.",
        "New: Case study: A sticker of 35 pence on the rubbish bin raised sorted food waste in "
        f"Ghent by 21 per cent; without it nothing changed ({NEW})",
        "The verdict on “A deposit on bottles and cans”: from “not known” to “promising”. One "
        "independent measurement with a control group is better, or two compared measurements "
        "are; none speaks against.",
    ):
        assert sentence in said
    assert any(line.startswith("1 page is new: “A sticker of 35 pence") for line in said)


def test_a_source_that_is_missing_reads_well(told):
    """Which source, and where the text still cites it."""
    said = told("HEAD~1", "HEAD")

    assert said[0] == "In short: 1 entry changes and 2 problems."
    assert (
        "Sources, taken out: “Interventions to increase capture of food waste from households” "
        "(Surrey Environment Partnership)." in said
    )
    missing = f'{SURREY}, line \\d+: source "sep-food" is not listed under "sources".*'
    assert sum(bool(re.fullmatch(missing, line)) for line in said) == 2
