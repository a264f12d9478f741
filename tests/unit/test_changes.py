"""`scifi changes`: a change told in sentences that a mayor could read."""

import json
import re
import subprocess

import pytest
from pydantic import ValidationError

from scifi.changes.entries import Both
from scifi.changes.pairs import pairs
from scifi.changes.telling import plain
from scifi.changes.texts import reworded
from scifi.changes.words import Words
from scifi.content.checks import check_all

CASE = "casestudies/example-bins.yml"


@pytest.fixture
def repository(root):
    """The smallest knowledge base as a git repository with one commit."""
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    commit(root)
    return root


def git(root, *arguments):
    subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True)


def commit(root):
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    git(root, *who, "commit", "--quiet", "--all", "--message", "A change")


@pytest.fixture
def told(repository, scifi):
    """`told(("old", "new"), file=...)`: the sentences on these changes of a file."""

    def tell(*edits, file=CASE):
        path = repository / file
        text = path.read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        commit(repository)
        shown = scifi("changes", "HEAD~1", "HEAD", root=repository)
        assert shown.exit_code == 0, shown.output
        return sentences(shown.output)

    return tell


def sentences(output):
    """Each heading and point on one line, without the sign before a point."""
    found = []
    for block in output.split("\n\n"):
        found += re.sub(r"\n(?!- )\s*", " ", block.strip()).replace("\n- ", "\n").split("\n")
    return found


def test_a_sum_is_told_before_and_after(told):
    """Cost 10,000 to 14,000, with what it paid for."""
    said = told(("amount: 10000", "amount: 14000"))

    assert (
        "Money, “the whole pilot, at most”: from at most 10,000 EUR to at most 14,000 EUR." in said
    )
    assert said[0].startswith("In short: 1 entry changes and ")
    assert any(line.startswith("What follows") for line in said)


def test_a_lower_grade_is_told_with_its_reason(told):
    """A result that is no longer compared costs the grade, and the words say which rule did it."""
    said = told(
        ("measured_by: independent", "measured_by: city"),
        ("comparison: before-after", "comparison: none"),
    )

    result = "Results, “collections that were not needed”"
    assert f"{result}, measured by: from somebody independent to the city." in said
    assert f"{result}, comparison: from compared with the time before to not compared." in said
    assert (
        "Evidence grade: from A to C. A result on the aim was measured, but compared with nothing."
        in said
    )
    assert "1 evidence grade changes" in said[0]


def test_a_missing_source_is_a_problem_in_words(told):
    """Nothing is worked out from content that the check refuses, and the words say so."""
    said = told(("  example-page:\n", "  other-page:\n"))

    assert "Sources, taken out: “Page on the invented bins” (City of Exampleville)." in said
    assert "Which pages, charts and verdicts change is not known: there are problems." in said
    assert any(
        line.startswith(f"{CASE}, line ") and 'source "example-page" is not listed' in line
        for line in said
    )


def test_a_claim_that_loses_its_source_is_told(told):
    """The same words on our own word alone are another claim."""
    said = told(("full or not [@example-report]", "full or not [@ours]"))

    assert (
        "The need: no longer rests on “Report on twelve invented bins” (University of "
        in "".join(said)
    )
    assert "The need: now rests on our own advice." in said


def test_a_new_result_is_told_with_how_it_was_found(told):
    """Number, unit, who counted, what it was compared with."""
    said = told(
        (
            "results:\n",
            "results:\n  - indicator: example-collections\n    what: full bins\n    value: 12\n"
            '    baseline: null\n    unit: "% less"\n    period: spring 2020\n    kind: measured\n'
            "    measured_by: independent\n    comparison: control-group\n"
            "    source: example-report\n",
        )
    )

    assert (
        "Results, new: “full bins”; 12 % less; measured by somebody independent, compared with a "
        "control group." in said
    )


def test_a_status_is_told_in_words(told):
    """Not "running" but what readers see."""
    said = told(("status: running", "status: stopped"), ("confirmed: 2020", "confirmed: 2021-05"))

    assert "What became of it, status: from still running to stopped." in said
    assert "What became of it, status confirmed: from 2020 to May 2021." in said
    assert any("page is new: “What became of it: Stopped”" in line for line in said)


def test_reworded_text_shows_only_the_place_that_differs(told):
    """Nobody has to compare two paragraphs word by word."""
    said = told(("every morning", "every Monday morning"))

    assert "What was built: “ones every morning.” becomes “ones every Monday morning.”." in said


def test_a_new_case_is_introduced(repository, told, scifi):
    """Its title, summary and grade stand first; no field is called new one by one."""
    text = (repository / CASE).read_text(encoding="utf-8").replace("Twelve", "Thirteen", 1)
    (repository / "casestudies/other-bins.yml").write_text(text, encoding="utf-8")
    git(repository, "add", "--all")
    commit(repository)

    said = sentences(scifi("changes", "HEAD~1", "HEAD", root=repository).output)

    heading = "New: Case study: Thirteen invented bins were emptied a third less often"
    at = said.index(f"{heading} (casestudies/other-bins.yml)")
    assert said[at + 1].startswith("Exampleville put invented sensors into twelve bins.")
    assert any(line.startswith("Evidence grade: A.") for line in said[at:])


def test_a_case_that_is_taken_out_is_told(repository, scifi):
    """Also when nothing else speaks of it any more."""
    (repository / CASE).unlink()
    commit(repository)

    said = sentences(scifi("changes", "HEAD~1", "HEAD", root=repository).output)

    assert (
        f"Gone: Case study: Twelve invented bins were emptied a third less often ({CASE})" in said
    )


def rename(root, edit=("", "")):
    """The case under another name, with its redirect, committed."""
    text = (root / CASE).read_text(encoding="utf-8")
    (root / CASE).unlink()
    (root / "casestudies/new-bins.yml").write_text(text.replace(*edit), encoding="utf-8")
    for path in [*root.rglob("data/*/*.yml"), *root.rglob("cookbook/*.md")]:
        known = path.read_text(encoding="utf-8")
        path.write_text(known.replace("example-bins", "new-bins"), encoding="utf-8")
    with (root / "data/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(f"{CASE}: casestudies/new-bins.yml\n")
    git(root, "add", "--all")
    commit(root)


def test_a_case_that_is_renamed_is_neither_new_nor_gone(repository, scifi):
    """One heading with both names, and what else of it changes."""
    rename(repository, ("amount: 10000", "amount: 14000"))

    said = sentences(scifi("changes", "HEAD~1", "HEAD", root=repository).output)

    assert "1 entry is renamed" in said[0]
    assert not [line for line in said if line.startswith(("New:", "Gone:"))]
    at = next(i for i, line in enumerate(said) if line.startswith("Renamed: Case study:"))
    assert said[at].endswith(f"(casestudies/new-bins.yml, before {CASE})")
    assert "10,000" in said[at + 1] and "14,000" in said[at + 1]


def test_an_entry_that_was_joined_with_another_says_which(repository, scifi):
    """Its facts are not lost, and the reader learns where they stand."""
    other = (repository / CASE).read_text(encoding="utf-8").replace("Twelve", "Thirteen", 1)
    (repository / "casestudies/other-bins.yml").write_text(other, encoding="utf-8")
    git(repository, "add", "--all")
    commit(repository)
    (repository / "casestudies/other-bins.yml").unlink()
    with (repository / "data/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(f"casestudies/other-bins.yml: {CASE}\n")
    commit(repository)

    said = sentences(scifi("changes", "HEAD~1", root=repository).output)

    at = next(i for i, line in enumerate(said) if line.startswith("Gone: Case study: Thirteen"))
    assert said[at + 1].startswith("What it said stands in “Twelve invented bins")


def test_the_draft_of_a_note_names_the_pages_and_passes_but_for_its_sentence(
    repository, scifi, monkeypatch
):
    """A person writes what is different; day, pages and the words to choose from stand there."""
    # Content is judged on one day in all tests, and the note has the day of the commit.
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-10-01T12:00:00+00:00")
    git(repository, "tag", "v1")
    rename(repository)

    drafted = scifi("changes", "v1", "HEAD", "--note", root=repository).stdout
    path = repository / "data/changes/renamed.yml"
    path.write_text(drafted, encoding="utf-8")

    assert "# Renamed: Case study: Twelve" in drafted
    assert "\n  - casestudies/new-bins/\n" in drafted
    problems = check_all(repository).problems
    assert [(p.path, p.rule) for p in problems] == [("data/changes/renamed.yml", "finished")]


def test_all_entries_and_points_are_told_on_demand(repository, scifi):
    """From one release to the next more changes than a comment under a proposal holds."""
    for number in range(35):
        text = (repository / CASE).read_text(encoding="utf-8").replace("Twelve", f"No {number}", 1)
        (repository / f"casestudies/bins-{number}.yml").write_text(text, encoding="utf-8")
    git(repository, "add", "--all")
    commit(repository)

    some = scifi("changes", "HEAD~1", root=repository).stdout
    whole = scifi("changes", "HEAD~1", "--all", root=repository).stdout

    assert "5 more entries" in some and some.count("\nNew: ") == 30
    assert "more" not in whole.partition("What follows")[0] and whole.count("\nNew: ") == 35


def test_scripts_that_know_the_former_name_of_the_command_still_work(repository, scifi):
    """It is not listed any more."""
    assert scifi("diff", "HEAD", root=repository).stdout.startswith("In short: nothing")
    assert " diff " not in scifi("--help", root=repository).output


def test_a_file_that_cannot_be_read_is_not_called_gone(told):
    """It is there, with a problem."""
    said = told(
        (
            "title: ",
            "title: [",
        )
    )

    assert not any(line.startswith("Gone") for line in said)
    assert any(line.startswith(f"{CASE}, line ") for line in said)


def test_a_paragraph_of_a_chapter_is_told(told):
    """Chapters are prose; their paragraphs are compared."""
    said = told(
        ("## In short", "## In short\n\nA new paragraph [@ours]."),
        file="cookbook/example-chapter.md",
    )

    assert "Text, new: “A new paragraph.”." in said


def test_the_folder_as_it_is_now_can_be_told(repository, scifi):
    """Before anything is committed a contributor sees what the change will say."""
    path = repository / CASE
    path.write_text(path.read_text().replace("amount: 10000", "amount: 9000"))

    said = sentences(scifi("changes", "HEAD", root=repository).output)

    assert (
        "Money, “the whole pilot, at most”: from at most 10,000 EUR to at most 9,000 EUR." in said
    )


def test_a_file_written_otherwise_changes_nothing(told):
    """Another layout is told as that and as nothing more."""
    said = told(("themes: [waste, public-space]", "themes:\n  - waste\n  - public-space"))

    assert said[0] == "In short: nothing that a reader sees changes."
    assert f"1 file is written otherwise and says the same: {CASE}." in said


def test_a_change_of_the_program_is_pointed_out(repository, scifi):
    """A pull request about one number that also touches a hook does not slip by."""
    (repository / "hooks.py").write_text("import os\n")
    (repository / "casestudies/.hidden.yml").write_text("title: Nobody reads this\n")
    git(repository, "add", "--all")
    commit(repository)

    said = scifi("changes", "HEAD~1", "HEAD", root=repository).output

    assert (
        "2 files of the program change, to be read by somebody who knows it: "
        "casestudies/.hidden.yml and hooks.py." in sentences(said)
    )
    assert "says the same" not in said


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:casestudies"])
def test_an_unknown_revision_is_a_sentence(revision, repository, scifi):
    """Git's own words, and its options, stay out of it."""
    shown = scifi("changes", "--", revision, root=repository)

    assert shown.exit_code == 1
    assert f'Git knows no revision "{revision}". Give a branch, a tag or a commit' in shown.output


def test_a_folder_without_git_is_a_sentence(root, scifi):
    """A downloaded copy has no history."""
    shown = scifi("changes", "HEAD", root=root)

    assert shown.exit_code == 1
    assert "This folder is no git repository" in shown.output


def test_nothing_hides_from_the_words_and_no_link_is_followed(repository, scifi, tmp_path):
    """What git leaves out of archives is told all the same; a link shows no file of the machine."""
    secret = tmp_path / "secret.yml"
    text = (repository / CASE).read_text(encoding="utf-8")
    secret.write_text(text.replace("Twelve invented", "Twelve secret"), encoding="utf-8")
    (repository / ".gitattributes").write_text("casestudies/* export-ignore\n")
    (repository / CASE).unlink()
    (repository / CASE).symlink_to(secret)
    git(repository, "add", "--all")
    commit(repository)

    shown = scifi("changes", "HEAD~1", "HEAD", root=repository).output

    assert "secret bins" not in shown
    assert "Problems that this brings" in shown


def test_how_far_an_unreported_number_holds_is_told(told):
    """A value without words of its own is told as it stands in the file."""
    said = told(("    value: null\n", "    value: null\n    qualifier: about\n"))

    result = "Results, “collections in winter”"
    assert f"{result}, qualifier: now about; it was not reported." in said


def otherwise(value):
    """Other values that a field might have instead of this one."""
    if isinstance(value, dict):
        for key in value:
            yield {other: value[other] for other in value if other != key}
            yield from ({**value, key: changed} for changed in otherwise(value[key]))
    elif isinstance(value, list):
        yield from (value[1:], value[::-1])
        for place, item in enumerate(value):
            yield from ([*value[:place], new, *value[place + 1 :]] for new in otherwise(item))
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (value + 1, None)
    elif isinstance(value, str):
        moved = " ".join(sorted(value.split(), key=lambda word: word.startswith("[@")))
        yield from (f"{value} [@ours]", f"More {value}", f"{value}-b", moved, "2031", None)
        yield from ("unknown", "none", "stopped", "planned", "about", "waste", "FR", "USD")


def test_no_change_of_a_value_goes_unsaid(corpus):
    """Whoever changes anything in an entry, if it passes the model, gets a sentence for it."""
    silent = []
    for kind, entries in corpus.entries.items():
        for entry in entries.values():
            data = entry.model_dump(mode="json", by_alias=True)
            for changed in otherwise(data):
                try:
                    new = type(entry).model_validate_json(json.dumps(changed))
                except ValidationError:
                    continue
                said = Both(Words(corpus, entry), Words(corpus, new)).sentences()
                if new != entry and new.id == entry.id and not said:
                    silent.append((kind, changed))

    assert silent == []


def test_signs_that_nobody_sees_are_left_out():
    """A title cannot turn the line round or colour the terminal."""
    assert plain("a\u202eb\x1b[31mc\u200bd\ne") == "a b [31mc d e"


def test_items_are_matched_by_name_before_likeness():
    """A changed item stays itself; a twin that is left over is gone."""
    old, new = ["cost of bins", "a", "a"], ["cost of all bins", "a", "b"]

    assert pairs(old, new, str, str) == [
        ("cost of bins", "cost of all bins"),
        ("a", "a"),
        (None, "b"),
        ("a", None),
    ]


def test_a_text_with_nothing_in_common_is_rewritten():
    """Then its beginning is told, not forty small places."""
    assert reworded("One two three four.", "Five six seven eight.") == [
        "rewritten; it now begins “Five six seven eight.”"
    ]
